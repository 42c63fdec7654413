"""Leaving a topic: what came of it is asked once, and answered with one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, session
from support.prepared import Prepare, all_of, going_to, opened, sending
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Discussion, Filing
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import Setting
from facilitator.session import Session

TOPICS = Agenda(
    title="Topics",
    steps=(
        Discussion(title="Van", prompt="Who pays?"),
        RoundStep(title="Build", prompt="What next?", filing=Filing.BUILD, seconds_each=30),
        Closing(title="Close"),
    ),
)
TALKED = all_of(
    opened(*PEOPLE, agenda=TOPICS), sending(intents.TakeNote(("the van is old",), "step-1"))
)
DECIDED = all_of(TALKED, sending(intents.RecordDecision(("We keep the van",), "step-1")))
PROMISED = all_of(DECIDED, sending(intents.Commit(("ask the garage",), "step-1")))
BOX = "TopicScreen"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize("size", [SMALL, USUAL])
@pytest.mark.parametrize("key", ["n", "enter"])
@pytest.mark.parametrize("opens", ["n", "]"])
async def test_nothing_is_one_key_and_the_circle_goes_on(
    path: Path, size: Size, key: str, opens: str
) -> None:
    async with desk(path, TALKED, size=size) as at:
        at.clock.move(SECOND)
        await at.press(opens)
        assert at.at == BOX
        assert "Leaving “Van”: what came of it?" in at.shown()
        assert at.meeting.step_id == "step-1"
        at.clock.move(SECOND)
        await at.press(key)
        assert at.at == "CircleScreen"
        assert at.meeting.step_id == "step-2"
        assert "nothing-came" in at.kinds()
        await at.press("u")
        assert at.meeting.step_id == "step-1"
        assert not at.meeting.nothing_came
        await at.press("U")
        assert at.meeting.step_id == "step-2"
        assert at.meeting.nothing_came


async def test_a_key_that_comes_with_the_one_that_opened_the_box_does_not_count(path: Path) -> None:
    async with desk(path, TALKED) as at:
        at.clock.move(SECOND)
        await at.burst("n", "n", "enter", "d")
        assert at.at == BOX
        at.clock.move(299)
        await at.press("n")
        assert at.at == BOX
        at.clock.move(1)
        await at.press("n")
        assert at.meeting.step_id == "step-2"


async def test_a_decision_opens_the_line_and_what_is_typed_at_once_is_in_it(path: Path) -> None:
    async with desk(path, TALKED) as at:
        await at.press("]")
        at.clock.move(SECOND)
        await at.burst("d", *"Drop it")
        assert at.line == "= Drop it"
        assert at.meeting.step_id == "step-1"
        await at.press("enter", "enter", "escape")
        assert at.kinds()[-1] == "decision-recorded"
        await at.press("]")
        assert "Leaving “Van”: whose, by when?" in at.shown()
        assert "Decided: Drop it" in at.shown()
        at.clock.move(SECOND)
        await at.press("n")
        assert at.meeting.step_id == "step-2"
        assert at.meeting.nothing_came[-1].lacking.value == "promise"


async def test_a_commitment_opens_the_line_with_its_sign(path: Path) -> None:
    async with desk(path, DECIDED) as at:
        await at.press("]")
        at.clock.move(SECOND)
        await at.press("c")
        await at.enter("@bo ask the garage by friday")
        await at.press("escape", "]")
        assert at.meeting.step_id == "step-2"
        assert not at.meeting.nothing_came


async def test_whoever_stays_is_not_asked_again_in_this_visit(path: Path) -> None:
    async with desk(path, TALKED) as at:
        await at.press("]", "escape")
        assert at.meeting.step_id == "step-1"
        await at.press("]")
        assert at.meeting.step_id == "step-2"
        assert not at.meeting.nothing_came
        await at.press("[", "enter")
        assert at.meeting.step_id == "step-1"
        with session(path, "t2", at.clock) as other:
            do(other, intents.TakeNote(("and yet",), "step-1"))
        await at.follow()
        await at.press("]")
        assert at.at == BOX


async def test_whose_and_by_when_are_asked_one_after_the_other_and_then_it_goes_on(
    path: Path,
) -> None:
    async with desk(path, PROMISED) as at:
        await at.press("]")
        assert "whose is it?" in at.shown()
        assert "Promised: ask the garage" in at.shown()
        at.clock.move(SECOND)
        await at.press("w")
        await at.enter("bo")
        assert "by when?" in at.shown()
        at.clock.move(SECOND)
        await at.press("b")
        await at.enter("by 2999-01-04")
        assert at.meeting.step_id == "step-2"
        (promise,) = at.session.state.commitments.values()
        assert at.session.names[promise.owner] == "Bo"
        assert promise.due_on == "2999-01-04"


async def test_it_is_left_so_with_one_key(path: Path) -> None:
    async with desk(path, PROMISED) as at:
        await at.press("]")
        at.clock.move(SECOND)
        await at.press("n")
        assert at.meeting.step_id == "step-2"


def all_heard(at: Session) -> None:
    assert at.meeting is not None
    while at.meeting.turn is not None:
        do(at, intents.EndTurn(at.meeting.turn.id))


ASKS_NOTHING: dict[str, tuple[Prepare, str]] = {
    "nobody spoke": (opened(*PEOPLE, agenda=TOPICS), "]"),
    "backwards": (all_of(TALKED, going_to(2), sending(intents.TakeNote(("x",), "step-2"))), "["),
    "the group does not want it": (
        all_of(TALKED, sending(intents.Choose(Setting.OUTCOMES, on=False))),
        "]",
    ),
    "all is said": (
        all_of(TALKED, lambda at: do(at, _whole(at))),
        "]",
    ),
}


def _whole(at: Session) -> intents.Commit:
    assert at.meeting is not None
    return intents.Commit(("x",), "step-1", at.meeting.seats[0], "friday", "2999-01-04")


@pytest.mark.parametrize(("prepare", "key"), ASKS_NOTHING.values(), ids=ASKS_NOTHING.keys())
async def test_nothing_is_asked(path: Path, prepare: Prepare, key: str) -> None:
    async with desk(path, prepare) as at:
        before = at.meeting.step_id
        await at.press(key)
        if at.in_dialog():
            assert at.at == "ConfirmScreen"
            await at.press("enter")
        assert at.at == "CircleScreen"
        assert at.meeting.step_id != before


async def test_who_is_not_heard_is_asked_first_and_then_what_came_of_it(path: Path) -> None:
    prepare = all_of(TALKED, going_to(2), sending(intents.TakeNote(("a shelf",), "step-2")))
    async with desk(path, prepare) as at:
        await at.press("]")
        assert at.at == "ConfirmScreen"
        at.clock.move(SECOND)
        await at.press("enter")
        assert at.at == BOX
        await at.press("enter")
        assert at.at == BOX
        at.clock.move(SECOND)
        await at.press("enter")
        assert at.meeting.step_id == "step-3"


async def test_what_the_note_taker_writes_meanwhile_is_not_asked_for_any_more(path: Path) -> None:
    async with desk(path, TALKED) as at:
        await at.press("]")
        with session(path, "t2", at.clock) as other:
            do(other, intents.RecordDecision(("We keep it",), "step-1"))
        at.session.catch_up()
        await at.settle()
        assert "Decided: We keep it" in at.shown()
        with session(path, "t2", at.clock) as other:
            do(other, _whole(other))
        at.session.catch_up()
        await at.settle()
        assert at.at == "CircleScreen"
        assert at.meeting.step_id == "step-1"
        assert "Something was written down meanwhile · n goes on" in at.said()


async def test_only_the_seat_is_asked_and_only_where_it_leads_on(path: Path) -> None:
    def elsewhere(here: Session) -> None:
        here.alive = lambda: frozenset({"t1", "t2"})
        do(here, intents.PassSeat("t2"))

    async with desk(path, all_of(TALKED, elsewhere)) as at:
        await at.press("]")
        assert at.at == "CircleScreen"
        assert at.meeting.step_id == "step-1"


async def test_a_step_picked_on_the_agenda_further_on_is_asked_for_too(path: Path) -> None:
    async with desk(path, TALKED) as at:
        await at.press("A")
        await at.enter("close")
        assert at.at == BOX
        at.clock.move(SECOND)
        await at.press("n")
        assert at.meeting.step_id == "step-3"
