"""How the roles look: the board, its line of days, one role, the cards of a circle."""

from __future__ import annotations

from pathlib import Path

import pytest
import role_scenery
import scenery
from photographs import Compare, Scene, fixed, pressing
from role_scenery import hostile, known, usual
from scenery import ROLES, seated
from support.clock import HandClock
from support.prepared import all_of, going_to, sending
from support.screens import LARGE, SMALL, USUAL, Size, program

from facilitator.core import intents

BEGIN = sending(intents.OpenCircle())
EVENING = all_of(usual, seated("Goran", "Hui", "Inês *"), BEGIN)
CRUEL = all_of(hostile, seated("Goran"), BEGIN)
CLAIMS = all_of(seated(*scenery.PEOPLE), BEGIN, going_to(ROLES), role_scenery.rivals)
PANTRY = ("o", "/", *"pantry", "enter")
HANDOFFS = all_of(
    usual,
    seated("Ana", "Bo", "Chidi", "Dee", agenda=role_scenery.HANDING_OVER),
    BEGIN,
    going_to(2),
)
SELECTION = all_of(seated(*scenery.PEOPLE[:8], agenda=role_scenery.CHOOSING), BEGIN, going_to(2))
CHOSEN = all_of(SELECTION, role_scenery.nominated)
OBJECTED = all_of(CHOSEN, role_scenery.proposed)

SCENES = {
    "board empty": Scene(known(), ("o",), home=True),
    "board usual": Scene(usual, ("o",), home=True),
    "board hostile": Scene(hostile, ("o",), home=True),
    "bars usual": Scene(usual, ("o", "t"), home=True),
    "bars hostile": Scene(hostile, ("o", "t"), home=True),
    "handoff usual": Scene(usual, PANTRY, home=True),
    "filter usual": Scene(usual, ("o", "/", *"overdue"), home=True),
    "one usual": Scene(usual, (*PANTRY, "enter"), home=True),
    "one hostile": Scene(hostile, ("o", "/", *"shadow", "enter", "enter"), home=True),
    "help usual": Scene(usual, ("o", "?"), home=True),
    "release usual": Scene(usual, (*PANTRY, "x"), home=True),
    "waits usual": Scene(usual, home=True),
    "waits hostile": Scene(hostile, home=True),
    "opening usual": Scene(EVENING),
    "opening hostile": Scene(CRUEL),
    "claims usual": Scene(CLAIMS),
    "claim usual": Scene(CLAIMS, ("c",)),
    "handoffs usual": Scene(HANDOFFS),
    "handoffs key": Scene(HANDOFFS, ("d",)),
    "selection begun": Scene(SELECTION, ("n",)),
    "selection nominated": Scene(CHOSEN),
    "selection nominate": Scene(CHOSEN, ("v",)),
    "selection objected": Scene(OBJECTED),
}
CASES = [
    pytest.param(scene, size, id=f"{name} {size[0]}x{size[1]}")
    for name, scene in SCENES.items()
    for size in (SMALL, USUAL)
]
OTHER_SIZES = [
    pytest.param(SCENES["board usual"], LARGE, id="board usual 200x60"),
    pytest.param(SCENES["board usual"], (100, 30), id="board usual 100x30"),
    pytest.param(SCENES["board usual"], (40, 10), id="board usual 40x10"),
    pytest.param(SCENES["one usual"], (40, 10), id="one usual 40x10"),
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return fixed(tmp_path, monkeypatch)


@pytest.mark.parametrize(("scene", "size"), [*CASES, *OTHER_SIZES])
def test_the_roles_look_as_they_did(
    path: Path, snap_compare: Compare, scene: Scene, size: Size
) -> None:
    clock = HandClock()
    with program(path, scene.prepare, home=scene.home, clock=clock) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing(scene, clock))


@pytest.mark.parametrize("scene", ["board usual", "one usual"])
def test_roles_can_be_read_without_color(path: Path, snap_compare: Compare, scene: str) -> None:
    clock = HandClock()
    with program(path, usual, home=True, clock=clock, settings={"NO_COLOR": "1"}) as app:
        run = pressing(SCENES[scene], clock)
        assert snap_compare(app, terminal_size=USUAL, run_before=run)
