"""How the circle looks in what a facilitator does live: hands, time, silence, musters, the room."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenery
from photographs import Compare, Scene, fixed, pressing
from roomside import Room, room_program
from scenery import (
    CRUEL_ASSEMBLY,
    MUSTER,
    ROUND,
    TALK,
    USUAL_ASSEMBLY,
    discussed,
    halfway,
    seated,
    written,
)
from support.clock import HandClock
from support.files import do, session
from support.prepared import Prepare, all_of, going_to, sending, speaking
from support.screens import LARGE, SECOND, SMALL, USUAL, Size, program
from textual.pilot import Pilot

from facilitator.core import intents
from facilitator.core.events import Setting, Stop
from facilitator.session import Session

MINUTE = 60 * SECOND
BEGIN = sending(intents.OpenCircle())
TURN = all_of(
    seated(*scenery.PEOPLE, title="Flood kitchen"),
    BEGIN,
    written,
    going_to(ROUND),
    speaking,
    halfway,
)
CRUEL_TURN = all_of(
    seated(*scenery.HOSTILE, agenda=scenery.CRUEL),
    BEGIN,
    scenery.scrawled,
    going_to(ROUND),
    speaking,
    halfway,
)
ASSEMBLED = all_of(seated(*scenery.PEOPLE, agenda=USUAL_ASSEMBLY), BEGIN, going_to(TALK))
STACK = all_of(ASSEMBLED, written, discussed)
CRUEL_STACK = all_of(
    seated(*scenery.HOSTILE, agenda=CRUEL_ASSEMBLY),
    BEGIN,
    scenery.scrawled,
    going_to(TALK),
    discussed,
)
MANY_STACK = all_of(
    seated(*scenery.MANY, agenda=USUAL_ASSEMBLY), BEGIN, going_to(TALK), discussed, scenery.crowded
)
MUSTERED = all_of(ASSEMBLED, going_to(MUSTER), scenery.ticked)
CRUEL_MUSTER = all_of(
    seated(*scenery.HOSTILE, agenda=CRUEL_ASSEMBLY), BEGIN, going_to(MUSTER), scenery.ticked
)


OFF = sending(intents.GoOffRecord())
TOPIC = all_of(ASSEMBLED, sending(intents.TakeNote(("Nobody comes on Sundays.",), f"step-{TALK}")))
DECIDED = sending(intents.RecordDecision(("Open on Sundays until May.",), f"step-{TALK}"))
PROMISED = sending(intents.Commit(("Ask the baker for what is left on Sundays",), f"step-{TALK}"))
CRUEL_TOPIC = all_of(
    seated(*scenery.HOSTILE, agenda=CRUEL_ASSEMBLY),
    BEGIN,
    going_to(TALK),
    sending(intents.RecordDecision(("\x1b[31m[/]" + "y " * 200,), f"step-{TALK}")),
)


def elsewhere(here: Session) -> None:
    """Another terminal has the seat."""
    here.alive = lambda: frozenset({"t1", "t2"})
    do(here, intents.PassSeat("t2"))


def paused(stop: Stop, reason: str = "") -> Prepare:
    return sending(intents.PauseCircle(reason, stop))


def half_typed(session: Session) -> None:
    """A long wording stands in the line already: nobody has to type it again."""
    assert not session.drafts.keep("capture", "= " + "[/] wording " * 60)


SCENES = {
    "stack empty": Scene(ASSEMBLED),
    "stack usual": Scene(STACK, later=46 * SECOND),
    "stack many": Scene(MANY_STACK, later=46 * SECOND),
    "stack hostile": Scene(CRUEL_STACK, later=46 * SECOND),
    "stack closed": Scene(all_of(STACK, sending(intents.CloseStack(f"step-{TALK}")))),
    "suggestion usual": Scene(all_of(STACK, scenery.only_wishes), later=46 * SECOND),
    "raise usual": Scene(STACK, ("h",)),
    "raise sign": Scene(STACK, ("h", "f", "?")),
    "raise hostile": Scene(CRUEL_STACK, ("h",)),
    "stack menu": Scene(STACK, ("k",)),
    "stack menu hostile": Scene(CRUEL_STACK, ("k",)),
    "hand menu": Scene(STACK, ("k", "enter")),
    "jump usual": Scene(TURN, ("j",)),
    "round menu": Scene(TURN, ("r",)),
    "time menu": Scene(TURN, ("m",)),
    "options": Scene(TURN, ("O",)),
    "silence usual": Scene(all_of(TURN, paused(Stop.SILENCE)), later=46 * SECOND),
    "silence reason": Scene(
        all_of(TURN, paused(Stop.SILENCE, "a child is lost at the market")), later=46 * SECOND
    ),
    "silence hostile": Scene(all_of(CRUEL_TURN, paused(Stop.SILENCE, "[/]" + "x" * 500))),
    "off the record usual": Scene(all_of(TURN, OFF), later=46 * SECOND),
    "off the record refused": Scene(
        all_of(TURN, OFF), ("/", *"what we agreed on", "enter"), later=46 * SECOND
    ),
    "off the record silence": Scene(all_of(TURN, OFF, paused(Stop.SILENCE)), later=46 * SECOND),
    "off the record hostile": Scene(all_of(CRUEL_TURN, OFF), later=46 * SECOND),
    "topic usual": Scene(TOPIC, ("]",)),
    "topic decided": Scene(all_of(TOPIC, DECIDED), ("]",)),
    "topic promised": Scene(all_of(TOPIC, DECIDED, PROMISED), ("]",)),
    "topic hostile": Scene(CRUEL_TOPIC, ("]",)),
    "waiting usual": Scene(all_of(TURN, paused(Stop.CATCHING_UP))),
    "break planned": Scene(all_of(TURN, sending(intents.TakeBreak(10)))),
    "break usual": Scene(all_of(TURN, sending(intents.TakeBreak(10)), scenery.next_turn)),
    "break over": Scene(
        all_of(TURN, sending(intents.TakeBreak(10)), scenery.next_turn), later=640 * SECOND
    ),
    "talk over": Scene(STACK, later=25 * MINUTE),
    "muster usual": Scene(MUSTERED, later=200 * SECOND),
    "muster hostile": Scene(CRUEL_MUSTER, later=400 * SECOND),
    "tick usual": Scene(MUSTERED, ("y",)),
    "balance usual": Scene(STACK, ("B", "enter"), later=46 * SECOND),
    "balance hostile": Scene(CRUEL_STACK, ("B", "enter"), later=46 * SECOND),
    "balance together": Scene(STACK, ("C", "b", "enter"), later=46 * SECOND),
    "balance together asked": Scene(STACK, ("C", "b"), later=46 * SECOND),
    "forecast usual": Scene(TURN, ("A", *"against", "enter"), later=30 * MINUTE),
    "forecast hostile": Scene(CRUEL_TURN, ("A", *"against the c", "enter"), later=30 * MINUTE),
    "advice usual": Scene(all_of(STACK, scenery.only_wishes), later=40 * MINUTE),
    "seat elsewhere": Scene(all_of(TURN, elsewhere), later=46 * SECOND),
    "seat elsewhere silent": Scene(all_of(TURN, elsewhere, paused(Stop.SILENCE))),
    "sleep usual": Scene(TURN, later=10 * SECOND, asleep=20 * MINUTE),
    "read back usual": Scene(TURN, ("=", *"Doors open at 17:00", "enter")),
    "read back hostile": Scene(all_of(CRUEL_TURN, half_typed), ("enter",)),
    "out usual": Scene(TURN, ("e", *"dee", "enter")),
}
ROOMS: dict[str, tuple[Prepare, int]] = {
    "nothing": (lambda _: None, 0),
    "gathering": (seated(*scenery.PEOPLE, title="Flood kitchen"), 0),
    "turn": (TURN, 46 * SECOND),
    "warning": (TURN, 110 * SECOND),
    "overrun": (TURN, 132 * SECOND),
    "stack": (STACK, 46 * SECOND),
    "waiting": (all_of(TURN, paused(Stop.CATCHING_UP)), 0),
    "silence": (all_of(TURN, paused(Stop.SILENCE)), 0),
    "off the record": (all_of(TURN, OFF), 46 * SECOND),
    "off the record hostile": (all_of(CRUEL_TURN, OFF), 46 * SECOND),
    "off the record silence": (all_of(TURN, OFF, paused(Stop.SILENCE)), 0),
    "break": (all_of(TURN, sending(intents.TakeBreak(10)), scenery.next_turn), 0),
    "break over": (
        all_of(TURN, sending(intents.TakeBreak(10)), scenery.next_turn),
        640 * SECOND,
    ),
    "read back": (
        all_of(
            TURN, sending(intents.ReadBack("step-2", ("Doors open at 17:00, also on Sundays.",)))
        ),
        0,
    ),
    "round begins": (all_of(seated(*scenery.PEOPLE), BEGIN, going_to(ROUND)), 0),
    "opening": (all_of(seated(*scenery.PEOPLE), BEGIN), 0),
    "muster": (MUSTERED, 200 * SECOND),
    "options": (
        all_of(
            TURN,
            sending(
                intents.Choose(Setting.ROOM_NOTES, True), intents.Choose(Setting.ROOM_BALANCE, True)
            ),
        ),
        46 * SECOND,
    ),
    "hostile": (CRUEL_TURN, 46 * SECOND),
}
CASES = [
    pytest.param(scene, size, id=f"{name} {size[0]}x{size[1]}")
    for name, scene in SCENES.items()
    for size in (SMALL, USUAL)
]
ROOM_CASES = [
    pytest.param(name, size, id=f"{name} {size[0]}x{size[1]}")
    for name in ROOMS
    for size in (SMALL, USUAL)
]
OTHER_SIZES = [
    pytest.param("turn", size, id=f"turn {size[0]}x{size[1]}") for size in ((20, 5), LARGE)
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return fixed(tmp_path, monkeypatch)


@pytest.mark.parametrize(("scene", "size"), CASES)
def test_a_circle_looks_as_it_did(
    path: Path, snap_compare: Compare, scene: Scene, size: Size
) -> None:
    clock = HandClock()
    with program(path, scene.prepare, clock=clock) as app:
        assert snap_compare(app, terminal_size=size, run_before=pressing(scene, clock))


@pytest.mark.parametrize(("name", "size"), [*ROOM_CASES, *OTHER_SIZES])
def test_the_room_looks_as_it_did(path: Path, snap_compare: Compare, name: str, size: Size) -> None:
    prepare, later = ROOMS[name]
    clock = HandClock()
    with session(path, "t1", clock) as facilitator:
        prepare(facilitator)
    clock.move(later)
    with room_program(path, clock) as app:
        assert snap_compare(app, terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_the_room_of_a_circle_that_was_closed_looks_as_it_did(
    path: Path, snap_compare: Compare, size: Size
) -> None:
    clock = HandClock()
    with session(path, "t1", clock) as facilitator:
        TURN(facilitator)
        with room_program(path, clock) as app:

            async def close(pilot: Pilot[None]) -> None:
                await pilot.pause()
                do(facilitator, intents.CloseCircle())
                await Room(app, pilot, clock).follow()

            assert snap_compare(app, terminal_size=size, run_before=close)
