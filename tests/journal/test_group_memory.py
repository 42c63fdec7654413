"""What past meetings bring to the next one: who had which hat, what was left, what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.agendas import DEBRIEF, ONE_ROUND
from support.clock import HandClock
from support.files import ask, do, rebuilt, session, who

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Break, Closing, Discussion, Filing, Opening
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import Hat, Setting
from facilitator.core.rota import Past
from facilitator.journal.problems import JournalError
from facilitator.session import Session

DAY = 24 * 60 * 60 * 1000
VAN = Discussion(title="The van", minutes=15, prompt="Do we keep it?")
KEYS = Discussion(title="Keys", minutes=5, prompt="Who has one?")
EVENING = Agenda(
    title="Evening",
    steps=(
        Opening(title="Welcome", minutes=5),
        RoundStep(title="Check-in", prompt="How are you?", filing=Filing.CHECK_IN),
        VAN,
        Break(title="Tea", minutes=10),
        KEYS,
        RoundStep(title="Check-out", prompt="One word?", filing=Filing.CHECK_OUT),
        Closing(title="Close", minutes=2),
    ),
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Session]:
    with session(tmp_path / "circle.db", clock=HandClock()) as found:
        yield found


def days(at: Session, number: int) -> None:
    assert isinstance(at.clock, HandClock)
    at.clock.move(number * DAY)


def held(at: Session, *then: intents.Intent, agenda: Agenda = EVENING, title: str = "") -> str:
    """A circle was held that got no further than its first step; a day goes by."""
    do(at, intents.CallMeeting(title, agenda), intents.Welcome("Ana"), intents.OpenCircle())
    do(at, *then, intents.CloseCircle())
    days(at, 1)
    assert at.meeting is not None
    return at.meeting.id


def titles(at: Session) -> list[str]:
    return [each.title for each in at.group.leftovers()]


def test_the_rota_is_told_who_came_and_who_had_or_skipped_what_the_oldest_first(
    at: Session,
) -> None:
    do(at, intents.CallMeeting("", EVENING))
    do(at, *(intents.Welcome(name) for name in ("Ana", "Bo", "Chidi", "Dee")))
    ana, bo, chidi, dee = (who(at, name) for name in ("Ana", "Bo", "Chidi", "Dee"))
    do(
        at,
        intents.Leave(dee),
        intents.SkipInRota(Hat.FACILITATOR, bo),
        intents.GiveHat(Hat.FACILITATOR, bo),
        intents.GiveHat(Hat.FACILITATOR, ana),
        intents.GiveHat(Hat.NOTE_TAKER, chidi),
        intents.OpenCircle(),
        intents.Leave(chidi),
        intents.CloseCircle(),
    )
    assert at.meeting is not None
    first = at.meeting.id
    days(at, 7)
    second = held(at)
    assert at.group.history() == [
        Past(
            first,
            "2025-11-23",
            frozenset({ana, bo, chidi}),
            {Hat.FACILITATOR: ana, Hat.NOTE_TAKER: chidi},
            frozenset({(Hat.FACILITATOR, bo)}),
        ),
        Past(second, "2025-11-30", frozenset({ana})),
    ]


def test_a_meeting_that_goes_on_or_was_dropped_is_no_history(at: Session) -> None:
    do(at, intents.CallMeeting("", EVENING), intents.Welcome("Ana"), intents.AbandonMeeting())
    do(at, intents.CallMeeting("", EVENING), intents.Welcome("Ana"), intents.OpenCircle())
    assert at.group.history() == []


def test_a_hat_of_a_newer_version_is_passed_over(at: Session, tmp_path: Path) -> None:
    meeting = held(at)
    ask(tmp_path / "circle.db", "INSERT INTO hats VALUES (?, 'cook', ?)", meeting, who(at, "Ana"))
    assert at.group.history()[0].hats == {}


def test_what_was_not_reached_waits_with_its_plan_and_its_day(at: Session) -> None:
    meeting = held(at)
    first, second = at.group.leftovers()
    assert (first.meeting, first.step, first.day) == (meeting, "step-3", "2025-11-23")
    assert (first.plan, first.title, first.minutes) == (VAN, "The van", 15)
    assert (second.plan, second.deferred) == (KEYS, False)


def test_steps_that_belong_to_their_evening_are_offered_only_if_they_were_deferred(
    at: Session,
) -> None:
    held(at)
    assert titles(at) == ["The van", "Keys"]
    held(at, intents.DropStep("step-4", deferred=True), title="Second")
    assert titles(at) == ["The van", "Keys", "Tea"]


def test_what_was_reached_or_taken_off_the_agenda_does_not_wait(at: Session) -> None:
    held(at, intents.GoToStep("step-1", "step-3"), intents.DropStep("step-5"))
    assert titles(at) == []


def test_what_was_begun_and_deferred_waits(at: Session) -> None:
    held(
        at,
        intents.GoToStep("step-1", "step-3"),
        intents.DropStep("step-3", deferred=True),
        intents.GoToStep("step-3", "step-5"),
    )
    [left] = at.group.leftovers()
    assert (left.title, left.deferred) == ("The van", True)


def test_a_meeting_that_is_not_closed_leaves_nothing(at: Session) -> None:
    do(at, intents.CallMeeting("", EVENING), intents.Welcome("Ana"), intents.OpenCircle())
    assert titles(at) == []
    do(at, intents.CloseCircle())
    assert titles(at) == ["The van", "Keys"]


def test_the_latest_meeting_comes_first(at: Session) -> None:
    held(at)
    held(at, agenda=DEBRIEF)
    assert titles(at) == ["Witness", "Skill", "Roles", "The van", "Keys"]


def test_what_a_later_meeting_takes_up_waits_no_longer_until_that_is_undone(at: Session) -> None:
    held(at)
    van = at.group.leftovers()[0]
    do(at, intents.CallMeeting("", ONE_ROUND))
    assert at.meeting is not None
    do(at, van.taken_up(at.meeting))
    assert titles(at) == ["Keys"]
    at.undo()
    assert titles(at) == ["The van", "Keys"]


def test_a_step_taken_up_in_other_words_was_taken_up(at: Session) -> None:
    held(at)
    van = at.group.leftovers()[0]
    do(at, intents.CallMeeting("", ONE_ROUND))
    other = Discussion(title="The bus", prompt="Do we keep it?")
    do(at, intents.AddStep(other, "step-1", van.meeting, van.step))
    assert titles(at) == ["Keys"]


def test_what_is_taken_up_and_not_reached_again_is_offered_once_from_there(at: Session) -> None:
    held(at)
    van = at.group.leftovers()[0]
    do(at, intents.CallMeeting("", ONE_ROUND), intents.Welcome("Ana"))
    assert at.meeting is not None
    do(at, van.taken_up(at.meeting), intents.OpenCircle(), intents.CloseCircle())
    found = at.group.leftovers()
    assert [each.title for each in found] == ["The van", "Keys"]
    assert found[0].meeting == at.meeting.id


def test_what_is_let_go_is_offered_no_more_until_that_is_undone(at: Session) -> None:
    held(at)
    van = at.group.leftovers()[0]
    do(at, intents.CallMeeting("", ONE_ROUND), van.let_go())
    assert titles(at) == ["Keys"]
    at.undo()
    assert titles(at) == ["The van", "Keys"]


def test_a_meeting_that_was_dropped_takes_nothing_up_and_lets_nothing_go(at: Session) -> None:
    held(at)
    van, keys = at.group.leftovers()
    do(at, intents.CallMeeting("", ONE_ROUND))
    assert at.meeting is not None
    do(at, van.taken_up(at.meeting), keys.let_go())
    assert titles(at) == []
    do(at, intents.AbandonMeeting())
    assert titles(at) == ["The van", "Keys"]


def test_a_step_that_the_agenda_brings_by_itself_is_not_offered_beside_it(at: Session) -> None:
    held(at)
    do(at, intents.CallMeeting("", EVENING))
    assert titles(at) == []
    do(at, intents.AbandonMeeting())
    later = held(at, intents.GoToStep("step-1", "step-3"))
    assert [(each.title, each.meeting) for each in at.group.leftovers()] == [("Keys", later)]


def test_a_kind_of_step_that_only_a_newer_version_knows_is_left_to_that(
    at: Session, tmp_path: Path
) -> None:
    held(at)
    ask(
        tmp_path / "circle.db",
        """UPDATE steps SET plan = '{"kind":"dance"}' WHERE step = 'step-3'""",
    )
    assert titles(at) == ["Keys"]


def test_what_the_latest_meeting_chose_holds_on(at: Session) -> None:
    assert at.group.settings() == ()
    held(at, intents.Choose(Setting.BELL, on=True), intents.Choose(Setting.STILL, on=True))
    held(at, intents.Choose(Setting.BELL, on=False))
    assert at.group.settings() == ((Setting.BELL, False),)
    do(at, intents.CallMeeting("", EVENING), intents.Choose(Setting.STILL, on=True))
    assert at.group.settings() == ((Setting.STILL, True),)
    do(at, intents.AbandonMeeting())
    assert at.group.settings() == ((Setting.BELL, False),)


def test_the_next_meeting_is_told_what_the_group_chose(at: Session) -> None:
    held(at, intents.Choose(Setting.BELL, on=True))
    do(at, intents.CallMeeting("", EVENING, at.group.settings()))
    assert at.meeting is not None
    assert at.meeting.settings == {Setting.BELL: True}
    assert at.group.settings() == ((Setting.BELL, True),)


def test_memory_is_the_same_after_the_tables_were_made_again(at: Session) -> None:
    held(at, intents.Choose(Setting.BELL, on=True))
    van, keys = at.group.leftovers()
    do(at, intents.CallMeeting("", ONE_ROUND), intents.Welcome("Ana"), keys.let_go())
    assert at.meeting is not None
    do(
        at,
        van.taken_up(at.meeting),
        intents.SkipInRota(Hat.NOTE_TAKER, who(at, "Ana")),
        intents.GiveHat(Hat.FACILITATOR, who(at, "Ana")),
        intents.OpenCircle(),
        intents.CloseCircle(),
    )
    before = (at.group.history(), at.group.leftovers(), at.group.settings())
    assert before[1] != []
    rebuilt(at.journal)
    assert (at.group.history(), at.group.leftovers(), at.group.settings()) == before


def test_a_file_that_cannot_be_read_is_told_in_words(at: Session, tmp_path: Path) -> None:
    held(at)
    ask(tmp_path / "circle.db", "DROP TABLE hats")
    ask(tmp_path / "circle.db", "DROP TABLE let_go")
    for question in (at.group.history, at.group.leftovers):
        with pytest.raises(JournalError, match="can't be used"):
            question()
