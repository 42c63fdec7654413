"""The display for the room: it follows the circle by itself, and shows nobody's counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from roomside import room
from scenery import CRUEL, HOSTILE
from support.agendas import ASSEMBLY, DEBRIEF
from support.clock import HandClock
from support.files import do, session, who
from support.prepared import all_of, going_to, opened, turn
from support.screens import LARGE, PEOPLE, SECOND, SMALL, USUAL, Size

from facilitator.core import intents
from facilitator.core.agenda import ClockStyle
from facilitator.core.events import Setting, Stop
from facilitator.session import Session
from facilitator.ui.views import Phase

AT_SIZES = [pytest.param(size, id=f"{size[0]}x{size[1]}") for size in ((20, 5), SMALL, LARGE)]


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


def ended(circle: Session) -> None:
    assert circle.meeting is not None
    do(circle, intents.EndTurn(circle.meeting.speaking or ""))


async def test_an_empty_file_waits_for_a_circle(path: Path, clock: HandClock) -> None:
    async with room(path, clock) as there:
        assert there.view.notice_detail == "No circle is going on just now."
        with session(path, "t1", clock) as facilitator:
            do(facilitator, intents.CallMeeting("Flood kitchen", DEBRIEF))
            await there.follow()
            assert (there.view.notice, there.view.notice_detail) == ("Flood kitchen", "Welcome")
            opened("Ana", title="Flood kitchen")(facilitator)
            await there.follow()
            assert there.view.question == "Welcome"


async def test_it_follows_the_circle_and_the_clock(
    path: Path, clock: HandClock, circle: Session
) -> None:
    async with room(path, clock) as there:
        view = there.view
        assert (view.question, view.speaker) == ("What did you witness?", "Ana")
        assert (view.following, view.clock) == ("Bo", "1:30")
        await there.after(75 * SECOND)
        assert (there.view.clock, there.view.phase) == ("0:15", Phase.WARNING)
        await there.after(27 * SECOND)
        assert (there.view.clock, there.view.phase) == ("+0:12", Phase.OVER)
        assert "over time" in there.shown()
        ended(circle)
        await there.follow()
        assert (there.view.speaker, there.view.clock) == ("Bo", "1:30")


async def test_on_the_stack_the_next_two_are_announced(path: Path, clock: HandClock) -> None:
    with session(path, "t1", clock) as circle:
        opened(*PEOPLE, agenda=ASSEMBLY)(circle)
        do(circle, *(intents.RaiseHand("step-1", who(circle, name)) for name in ("Bo", "Dee")))
        async with room(path, clock) as there:
            assert there.view.following == "Bo, then Dee"


@pytest.mark.parametrize(
    ("intent", "notice"),
    [
        (intents.PauseCircle("a child is lost", Stop.SILENCE), ("Silence", "")),
        (intents.PauseCircle(stop=Stop.CATCHING_UP), ("One moment", "the notes are catching up")),
        (intents.PauseCircle(), ("Paused", "")),
    ],
    ids=["silence", "waiting", "pause"],
)
async def test_a_standstill_is_one_word_for_all(
    path: Path, clock: HandClock, circle: Session, intent: intents.Intent, notice: tuple[str, str]
) -> None:
    async with room(path, clock) as there:
        do(circle, intent)
        await there.follow()
        assert (there.view.notice, there.view.notice_detail) == notice
        do(circle, intents.ResumeCircle())
        await there.follow()
        assert (there.view.notice, there.view.speaker) == ("", "Ana")


async def test_a_break_is_announced_and_says_when_it_is_over(
    path: Path, clock: HandClock, circle: Session
) -> None:
    async with room(path, clock) as there:
        do(circle, intents.TakeBreak(10))
        await there.follow()
        assert there.view.caption == "a break of 10 min after this turn"
        ended(circle)
        await there.follow()
        assert (there.view.notice, there.view.notice_detail) == ("Break", "back at 20:10")


async def test_a_wording_is_read_back_until_it_is_agreed(
    path: Path, clock: HandClock, circle: Session
) -> None:
    async with room(path, clock) as there:
        words = ("Doors open at 17:00",)
        do(circle, intents.ReadBack("step-2", words))
        await there.follow()
        assert there.view.wording == "Doors open at 17:00"
        assert "Read back" in there.shown()
        do(circle, intents.RecordDecision(words, "step-2"))
        await there.follow()
        assert there.view.wording == ""


async def test_a_hidden_clock_is_hidden_from_the_room(
    path: Path, clock: HandClock, circle: Session
) -> None:
    do(circle, intents.ChooseClock(ClockStyle.HIDDEN, step="step-2"))
    async with room(path, clock) as there:
        assert there.view.clock == ""
        await there.after(100 * SECOND)
        assert (there.view.clock, there.view.phase) == ("", Phase.CALM)
        assert "over time" not in there.shown()


async def test_a_muster_counts_who_has_arrived(path: Path, clock: HandClock) -> None:
    with session(path, "t1", clock) as circle:
        all_of(opened(*PEOPLE, agenda=ASSEMBLY), going_to(3))(circle)
        do(circle, intents.TickOff("step-3", who(circle, "Bo")))
        async with room(path, clock) as there:
            assert there.view.caption == "1 of 4 have arrived"
            await there.after(65 * SECOND)
            assert there.view.clock == "1:05"


async def test_notes_are_shown_only_if_the_group_chose_so(
    path: Path, clock: HandClock, circle: Session
) -> None:
    do(circle, intents.TakeNote(("the gas ran out",), "step-2"))
    async with room(path, clock) as there:
        assert not there.extra
        assert "gas" not in there.shown()
        do(circle, intents.Choose(Setting.ROOM_NOTES, True))
        await there.follow()
        assert there.extra == ["the gas ran out"]


async def test_how_many_were_heard_is_shown_only_if_the_group_chose_so_and_never_by_name(
    path: Path, clock: HandClock, circle: Session
) -> None:
    clock.move(40 * SECOND)
    ended(circle)
    async with room(path, clock) as there:
        assert not there.extra
        do(circle, intents.Choose(Setting.ROOM_BALANCE, True))
        await there.follow()
        assert len(there.extra) == 1
        assert there.extra[0].endswith("of 4 people have been heard")
        assert not any(name in there.extra[0] for name in PEOPLE)
        assert "0:40" not in there.shown()


async def test_a_circle_that_is_closed_is_thanked_for(
    path: Path, clock: HandClock, circle: Session
) -> None:
    async with room(path, clock) as there:
        do(circle, intents.CloseCircle())
        await there.follow()
        assert (there.view.notice, there.view.notice_detail) == ("Thank you", "closed at 20:00")
        opened("Eli", title="Another")(circle)
        await there.follow()
        assert there.view.question == "Welcome"


async def test_an_older_circle_that_waits_does_not_take_the_place_of_the_thanks(
    path: Path, clock: HandClock, circle: Session
) -> None:
    do(circle, intents.PauseCircle(stop=Stop.LEFT))
    async with room(path, clock) as there:
        assert there.view.notice == "Paused"
        clock.move(SECOND)
        opened("Eli", title="Another")(circle)
        await there.follow()
        assert there.view.question == "Welcome"
        do(circle, intents.CloseCircle())
        await there.follow()
        assert there.view.notice == "Thank you"
        do(circle, intents.CallMeeting("A third", DEBRIEF))
        await there.follow()
        assert (there.view.notice, there.view.notice_detail) == ("A third", "Welcome")


async def test_it_goes_on_when_the_facilitators_program_ends_and_starts_again(
    path: Path, clock: HandClock
) -> None:
    with session(path, "t1", clock) as first:
        turn(*PEOPLE)(first)
    async with room(path, clock) as there:
        await there.after(30 * SECOND)
        assert there.view.clock == "1:00"
        with session(path, "t1", clock) as again:
            ended(again)
        await there.follow()
        assert there.view.speaker == "Bo"


async def test_it_writes_nothing_and_its_keys_move_nothing(
    path: Path, clock: HandClock, circle: Session
) -> None:
    before = len(circle.state.facts)
    async with room(path, clock) as there:
        await there.pilot.press("n", "p", "space", "g", "ctrl+p", "?", "enter")
        assert there.app.is_running
        assert type(there.app.screen).__name__ == "RoomScreen"
    circle.catch_up()
    assert len(circle.state.facts) == before


async def test_q_closes_it(path: Path, clock: HandClock) -> None:
    async with room(path, clock) as there:
        await there.pilot.press("q")
        await there.pilot.pause()
        assert not there.app.is_running


@pytest.mark.parametrize("size", AT_SIZES)
async def test_it_shows_every_state_at_any_size(
    path: Path, clock: HandClock, circle: Session, size: Size
) -> None:
    do(
        circle,
        intents.Choose(Setting.ROOM_NOTES, True),
        intents.Choose(Setting.ROOM_BALANCE, True),
        intents.TakeNote(("a note",), "step-2"),
    )
    width, height = size
    async with room(path, clock, size) as there:
        for intent, word in (
            (None, "Ana"),
            (intents.PauseCircle(stop=Stop.SILENCE), ""),
            (intents.ResumeCircle(), "Ana"),
            (intents.ReadBack("step-2", ("Tuesdays",)), ""),
            (intents.ReadBack("step-2"), ""),
        ):
            if intent is not None:
                do(circle, intent)
            await there.after(SECOND)
            lines = there.shown().splitlines()
            assert len(lines) <= height
            assert max(map(len, lines)) <= width
            assert any(line.strip() for line in lines)
            assert word in there.shown() or size != (20, 5)
        await there.pilot.resize_terminal(*USUAL)
        await there.pilot.pause()
        assert there.view.speaker == "Ana"


@pytest.mark.parametrize("size", AT_SIZES)
async def test_hostile_words_are_only_words_on_it(path: Path, clock: HandClock, size: Size) -> None:
    with session(path, "t1", clock) as circle:
        all_of(opened(*HOSTILE, agenda=CRUEL), going_to(2))(circle)
        assert circle.meeting is not None
        going = circle.meeting.round
        assert going is not None
        do(circle, intents.BeginTurn(going.id, going.start))
        async with room(path, clock, size) as there:
            for _ in HOSTILE[1:]:
                ended(circle)
                await there.after(SECOND)
                assert there.app.is_running
                assert not any(each in there.shown() for each in ("\x1b", "\x07", "\u202e"))
            do(circle, intents.ReadBack("step-2", ("[/] \x1b[2J" + "x" * 5_000,)))
            await there.after(SECOND)
            assert there.app.is_running
            assert "\x1b" not in there.shown()
