"""How every screen looks. After a change that is meant: pytest --snapshot-update tests/screens."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenery
from photographs import Compare, Scene, fixed, pressing
from scenery import PROMISES, ROLES, ROUND, claimed, halfway, heard, scrawled, seated, written
from support.clock import HandClock
from support.prepared import all_of, gathered, going_to, nothing, sending, speaking
from support.screens import LARGE, SECOND, SMALL, USUAL, Size, program

from facilitator.core import intents

BEGIN = sending(intents.OpenCircle())
FEW = all_of(seated("Ana", "Bo", "Chidi"), BEGIN)
EVENING = all_of(seated(*scenery.PEOPLE, title="Flood kitchen"), BEGIN)
NOTES = all_of(EVENING, written)
TURN = all_of(NOTES, going_to(ROUND), speaking, halfway)
ROLE = all_of(NOTES, going_to(ROLES), claimed)
CRUEL = all_of(seated(*scenery.HOSTILE, agenda=scenery.CRUEL), BEGIN)
CRUEL_NOTES = all_of(CRUEL, scrawled)
CRUEL_TURN = all_of(CRUEL_NOTES, going_to(ROUND), speaking, halfway)
CRUEL_ROLE = all_of(CRUEL_NOTES, going_to(ROLES), claimed)
CLOSED = all_of(ROLE, sending(intents.CloseCircle()))

SCENES = {
    "home first": Scene(nothing, home=True),
    "home usual": Scene(all_of(CLOSED, TURN), home=True),
    "home hostile": Scene(all_of(CRUEL_ROLE, sending(intents.CloseCircle()), CRUEL), home=True),
    "gather first": Scene(seated()),
    "gather usual": Scene(seated(*scenery.PEOPLE, title="Flood kitchen"), ("escape", "down")),
    "gather hostile": Scene(seated(*scenery.HOSTILE, agenda=scenery.CRUEL), ("escape",)),
    "remembered usual": Scene(all_of(CLOSED, gathered(*scenery.PEOPLE[:6])), ("escape",)),
    "remembered hostile": Scene(
        all_of(CRUEL_ROLE, sending(intents.CloseCircle()), gathered(*scenery.HOSTILE[:-1])),
        ("escape",),
    ),
    "left usual": Scene(all_of(CLOSED, gathered(*scenery.PEOPLE[:6])), ("escape", "l")),
    "opening first": Scene(FEW),
    "opening usual": Scene(EVENING, later=90 * SECOND),
    "opening hostile": Scene(CRUEL),
    "round first": Scene(all_of(FEW, going_to(ROUND))),
    "round usual": Scene(all_of(NOTES, going_to(ROUND))),
    "round hostile": Scene(all_of(CRUEL_NOTES, going_to(ROUND))),
    "turn usual": Scene(TURN, later=46 * SECOND),
    "turn hostile": Scene(CRUEL_TURN, later=46 * SECOND),
    "warning usual": Scene(TURN, later=110 * SECOND),
    "overrun usual": Scene(TURN, later=132 * SECOND),
    "paused usual": Scene(TURN, ("space",), later=46 * SECOND),
    "typing usual": Scene(TURN, ("/", *"! @eli call the printer by Monday"), later=46 * SECOND),
    "heard usual": Scene(all_of(NOTES, going_to(ROUND), speaking, heard)),
    "roles first": Scene(all_of(FEW, going_to(ROLES))),
    "roles usual": Scene(ROLE),
    "roles hostile": Scene(CRUEL_ROLE),
    "promises first": Scene(all_of(FEW, going_to(PROMISES))),
    "promises usual": Scene(all_of(ROLE, going_to(PROMISES))),
    "promises hostile": Scene(all_of(CRUEL_ROLE, going_to(PROMISES))),
    "many usual": Scene(all_of(seated(*scenery.MANY), BEGIN, going_to(ROUND), speaking, halfway)),
    "many hostile": Scene(
        all_of(
            seated(*scenery.HOSTILE, *scenery.MANY, agenda=scenery.CRUEL),
            BEGIN,
            going_to(ROUND),
            speaking,
        )
    ),
    "closing first": Scene(FEW, ("C",)),
    "closing usual": Scene(ROLE, ("C",)),
    "closing hostile": Scene(CRUEL_ROLE, ("C",)),
    "closed usual": Scene(ROLE, ("C", "enter")),
    "closed hostile": Scene(CRUEL_ROLE, ("C", "enter")),
    "confirm usual": Scene(TURN, ("]",)),
    "confirm hostile": Scene(CRUEL_TURN, ("]",)),
    "ask usual": Scene(TURN, ("a",)),
    "ask hostile": Scene(seated(*scenery.HOSTILE, agenda=scenery.CRUEL), ("escape", "r")),
    "pick usual": Scene(TURN, ("A",)),
    "pick hostile": Scene(CRUEL_TURN, ("x",)),
    "history usual": Scene(TURN, ("H",)),
    "help usual": Scene(TURN, ("?",)),
    "palette usual": Scene(TURN, ("ctrl+p",)),
    "reader first": Scene(FEW, ("C", "m")),
    "reader usual": Scene(ROLE, ("C", "m")),
    "reader hostile": Scene(CRUEL_ROLE, ("C", "m")),
}
CASES = [
    pytest.param(scene, size, id=f"{name} {size[0]}x{size[1]}")
    for name, scene in SCENES.items()
    for size in (SMALL, USUAL)
]
OTHER_SIZES = [
    pytest.param(SCENES["home usual"], LARGE, id="home usual 200x60"),
    pytest.param(SCENES["turn usual"], LARGE, id="turn usual 200x60"),
    pytest.param(SCENES["turn usual"], (40, 10), id="turn usual 40x10"),
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return fixed(tmp_path, monkeypatch)


@pytest.mark.parametrize(("scene", "size"), [*CASES, *OTHER_SIZES])
def test_a_screen_looks_as_it_did(
    path: Path, snap_compare: Compare, scene: Scene, size: Size
) -> None:
    clock = HandClock()
    with program(path, scene.prepare, home=scene.home, clock=clock) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing(scene, clock))


def test_a_turn_can_be_read_without_color(path: Path, snap_compare: Compare) -> None:
    clock, scene = HandClock(), SCENES["overrun usual"]
    with program(path, scene.prepare, clock=clock, settings={"NO_COLOR": "1"}) as app:
        assert snap_compare(app, terminal_size=USUAL, run_before=pressing(scene, clock))
