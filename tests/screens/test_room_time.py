"""The room's display over time: breaks that end, stillness, a wording while all else waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from roomside import room
from support.agendas import ASSEMBLY
from support.clock import HandClock
from support.files import do, session
from support.prepared import all_of, going_to, in_round, opened, turn
from support.screens import PEOPLE, SECOND

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Break, Closing
from facilitator.core.events import Setting, Stop
from facilitator.session import Session
from facilitator.ui.views import Phase

MINUTE = 60 * SECOND
WORDS = ("Doors open at 17:00",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def circle(path: Path, clock: HandClock) -> Iterator[Session]:
    """The facilitator's session; Ana speaks in the debrief's first round."""
    with session(path, "t1", clock) as found:
        turn(*PEOPLE)(found)
        yield found


async def test_a_break_that_is_over_says_so_and_counts_on(path: Path, clock: HandClock) -> None:
    with session(path, "t1", clock) as circle:
        in_round(*PEOPLE)(circle)
        do(circle, intents.TakeBreak(10))
    async with room(path, clock) as there:
        await there.after(10 * MINUTE - SECOND)
        assert (there.view.notice, there.view.notice_detail) == ("Break", "back at 20:10")
        await there.after(41 * SECOND)
        assert (there.view.notice, there.view.notice_detail) == ("Break is over", "+0:40")


async def test_a_step_that_is_a_break_says_when_people_are_to_be_back(
    path: Path, clock: HandClock
) -> None:
    evening = Agenda(title="Tea", steps=(Break(title="Tea", minutes=10), Closing(title="Close")))
    with session(path, "t1", clock) as circle:
        opened(*PEOPLE, agenda=evening)(circle)
        async with room(path, clock) as there:
            assert (there.view.notice, there.view.notice_detail) == ("Break", "back at 20:10")
            do(circle, intents.GoToStep("step-1", "step-2"))
            await there.follow()
            assert (there.view.notice, there.view.question) == ("", "Close")


@pytest.mark.parametrize("stop", [Stop.CATCHING_UP, Stop.PAUSE])
async def test_a_wording_is_read_back_while_the_circle_waits(
    path: Path, clock: HandClock, circle: Session, stop: Stop
) -> None:
    do(circle, intents.PauseCircle(stop=stop), intents.ReadBack("step-2", WORDS))
    async with room(path, clock) as there:
        assert (there.view.wording, there.view.notice) == (WORDS[0], "")
        assert "Read back" in there.shown()
        do(circle, intents.RecordDecision(WORDS, "step-2"))
        await there.follow()
        assert (there.view.wording, there.view.notice != "") == ("", True)


async def test_in_silence_and_in_a_break_no_wording_is_shown(path: Path, clock: HandClock) -> None:
    with session(path, "t1", clock) as circle:
        in_round(*PEOPLE)(circle)
        do(circle, intents.ReadBack("step-2", WORDS), intents.PauseCircle(stop=Stop.SILENCE))
        async with room(path, clock) as there:
            assert (there.view.wording, there.view.notice) == ("", "Silence")
            do(circle, intents.TakeBreak(10))
            await there.follow()
            assert (there.view.wording, there.view.notice) == ("", "Break")
            do(circle, intents.ResumeCircle())
            await there.follow()
            assert (there.view.wording, there.view.notice) == (WORDS[0], "")


async def test_in_stillness_the_rooms_clock_moves_every_ten_seconds_and_at_a_warning(
    path: Path, clock: HandClock, circle: Session
) -> None:
    do(circle, intents.Choose(Setting.STILL, True))
    async with room(path, clock) as there:
        await there.after(9 * SECOND)
        assert there.view.clock == "1:30"
        await there.after(SECOND)
        assert there.view.clock == "1:20"
        await there.after(62 * SECOND)
        assert (there.view.clock, there.view.phase) == ("0:18", Phase.WARNING)
        await there.after(SECOND)
        assert there.view.clock == "0:18"
        assert circle.meeting is not None
        do(circle, intents.EndTurn(circle.meeting.speaking or ""))
        await there.follow()
        assert (there.view.speaker, there.view.clock) == ("Bo", "1:30")


async def test_a_muster_warns_the_room_and_says_by_how_much_it_is_over(
    path: Path, clock: HandClock
) -> None:
    with session(path, "t1", clock) as circle:
        all_of(opened(*PEOPLE, agenda=ASSEMBLY), going_to(3))(circle)
    async with room(path, clock) as there:
        await there.after(4 * MINUTE + SECOND)
        assert (there.view.clock, there.view.phase) == ("4:01", Phase.WARNING)
        assert "time is nearly up" in there.shown()
        await there.after(MINUTE)
        assert (there.view.clock, there.view.phase) == ("+0:01", Phase.OVER)
        assert "over time" in there.shown()
