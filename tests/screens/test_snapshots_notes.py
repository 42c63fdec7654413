"""How the note-taker's terminal looks."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenery
from photographs import Compare, Scene, fixed, pressing
from scenery import ROUND, halfway, scrawled, seated, written
from support.clock import HandClock
from support.files import do, who
from support.prepared import all_of, gathered, going_to, nothing, sending, speaking, turn
from support.screens import SMALL, USUAL, Size, program

from facilitator.core import intents
from facilitator.core.lines import lines_of
from facilitator.session import Session

TINY = (40, 10)
MANY = sending(
    *(intents.TakeNote((f"what was said, line {number}",), "step-2", "") for number in range(60))
)
OFF = sending(intents.GoOffRecord())
BEGUN = sending(intents.OpenCircle())
WRITTEN = all_of(seated(*scenery.PEOPLE, title="Flood kitchen"), BEGUN, written)
SPEAKING = all_of(WRITTEN, going_to(ROUND), speaking, halfway)
CRUEL = all_of(
    seated(*scenery.HOSTILE, agenda=scenery.CRUEL), BEGUN, scrawled, going_to(ROUND), speaking
)


def mended(session: Session) -> None:
    """The last line has had three wordings, and was moved."""
    assert session.meeting is not None
    last = lines_of(session.state, session.meeting)[-1]
    again = intents.TakeNote(("the kitchen ran out of gas",), last.step, who(session, "Bo"))
    do(session, intents.MendLine(last.id, ("the kitchen had no gas",)))
    do(session, intents.Rewrite(last.id, again))
    do(session, intents.MoveLine(last.id, "step-3", who(session, "Bo")))


MENDED = all_of(SPEAKING, mended)
SCENES = {
    "notes waiting": Scene(nothing),
    "notes gathering": Scene(gathered("Ana", "Bo")),
    "notes empty": Scene(turn("Ana", "Bo")),
    "notes usual": Scene(SPEAKING, later=75_000),
    "notes mended": Scene(SPEAKING, ("up", "up")),
    "lines listed": Scene(SPEAKING, ("ctrl+l",)),
    "line chosen": Scene(SPEAKING, ("ctrl+l", "enter")),
    "line's history": Scene(MENDED, ("ctrl+l", "enter", *"history", "enter")),
    "cruel lines listed": Scene(CRUEL, ("ctrl+l",)),
    "cruel line mended": Scene(CRUEL, ("up", "up", "up")),
    "notes typed": Scene(SPEAKING, (*"! @chidi borrow the PA by friday",)),
    "notes read back at": Scene(all_of(turn("Ana", "Bo"), MANY), ("pageup", *"half a line")),
    "notes hostile": Scene(CRUEL),
    "notes off the record": Scene(all_of(SPEAKING, OFF), later=75_000),
    "notes off the record typed": Scene(all_of(SPEAKING, OFF), (*"half a line", "enter")),
}
CASES = [
    pytest.param(scene, size, id=f"{name} {size[0]}x{size[1]}")
    for name, scene in SCENES.items()
    for size in (TINY, SMALL, USUAL)
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return fixed(tmp_path, monkeypatch)


@pytest.mark.parametrize(("scene", "size"), CASES)
def test_the_notes_look_as_they_did(
    path: Path, snap_compare: Compare, scene: Scene, size: Size
) -> None:
    clock = HandClock()
    with program(path, scene.prepare, notes=True, clock=clock) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing(scene, clock))
