"""What the rules say no to off the record, and when a topic is left, and in which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.play import Circle
from support.scenes import all_heard, at_roles, discussing, opened, pots, proposed, speaking

from facilitator.core import intents
from facilitator.core.events import Lacking, Mention, Stop
from facilitator.core.intents import Intent, Refusal

OFF = "Off the record: nothing is written down. z ends it."
ALREADY, TELL = True, False


def off(circle: Circle) -> Circle:
    circle.do(intents.GoOffRecord())
    return circle


def on_again(circle: Circle) -> Circle:
    off(circle)
    circle.do(intents.GoOnRecord(circle.meeting.off_record[-1].id))
    return circle


def nothing(circle: Circle, lacking: Lacking = Lacking.OUTCOME) -> intents.NothingCameOf:
    return intents.NothingCameOf(circle.meeting.step_id or "", "step-2", lacking)


WRITTEN: list[tuple[Callable[[], Circle], Callable[[Circle], Intent]]] = [
    (speaking, lambda c: intents.TakeNote(("x",), "step-1")),
    (speaking, lambda c: intents.ReadBack("step-1", ("x",))),
    (speaking, lambda c: intents.RecordDecision(("x",), "step-1")),
    (speaking, lambda c: intents.PlanNext("Friday")),
    (speaking, lambda c: intents.Commit(("x",), "step-1", c.who("Ana"))),
    (speaking, lambda c: intents.FileSkill(c.who("Ana"), ("cooking",))),
    (speaking, lambda c: intents.PauseCircle("a child is lost", Stop.SILENCE)),
    (speaking, lambda c: intents.Substitute("a", "b")),
    (speaking, lambda c: intents.OfferRole("Pots", "step-1")),
    (at_roles, lambda c: intents.ClaimRole(pots(c), c.who("Ana"))),
    (proposed, lambda c: intents.Object([*c.meeting.proposals][-1], c.who("Ana"), ("no",))),
    (proposed, lambda c: intents.FillRole([*c.meeting.proposals][-1])),
    (proposed, lambda c: intents.Nominate("step-1", c.who("Ana"), c.who("Zoë"), ("calm",))),
    (proposed, lambda c: intents.Propose("step-1", c.who("Zoë"))),
]


@pytest.mark.parametrize(("scene", "wish"), WRITTEN)
def test_nothing_that_leaves_words_or_a_decision_is_taken_off_the_record(
    scene: Callable[[], Circle], wish: Callable[[Circle], Intent]
) -> None:
    circle = off(scene())
    assert circle.refusal(wish(circle)) == Refusal(OFF)


@pytest.mark.parametrize(
    "wish",
    [
        lambda c: intents.EndTurn(c.meeting.speaking or ""),
        lambda c: intents.RaiseHand("step-1", c.who("Zoë")),
        lambda c: intents.PauseCircle(stop=Stop.SILENCE),
        lambda c: intents.TakeBreak(5),
        lambda c: intents.Welcome("Mo"),
        lambda c: intents.CloseCircle(),
    ],
)
def test_the_circle_itself_goes_on_off_the_record(wish: Callable[[Circle], Intent]) -> None:
    circle = off(speaking())
    circle.do(wish(circle))


def test_a_wording_is_no_longer_read_back_off_the_record_too_if_that_is_asked_for() -> None:
    circle = speaking()
    circle.do(intents.ReadBack("step-1", ("Tuesdays, says ", Mention(circle.who("Ana")))))
    off(circle)
    circle.do(intents.ReadBack("step-1"))
    assert circle.meeting.read_back is None


ROWS: list[tuple[Callable[[], Circle], Callable[[Circle], Intent], str, bool]] = [
    (
        lambda: off(opened()),
        lambda c: intents.GoOffRecord(c.meeting.off_record[-1].id),
        "It is off the record already.",
        ALREADY,
    ),
    (
        lambda: on_again(opened()),
        lambda _: intents.GoOffRecord(),
        "It is off the record already.",
        ALREADY,
    ),
    (opened, lambda _: intents.GoOnRecord("7@x"), "It is on the record already.", ALREADY),
    (
        discussing,
        nothing,
        "Something was written down meanwhile, or taken back. Look again.",
        TELL,
    ),
    (
        all_heard,
        lambda c: intents.NothingCameOf("step-9", "step-2", Lacking.OUTCOME),
        "The circle has moved on already.",
        ALREADY,
    ),
]


@pytest.mark.parametrize(("scene", "wish", "words", "already"), ROWS)
def test_what_is_so_already_or_is_not_so_any_more_is_said(
    scene: Callable[[], Circle], wish: Callable[[Circle], Intent], words: str, already: bool
) -> None:
    circle = scene()
    assert circle.refusal(wish(circle)) == Refusal(words, already=already)


def test_a_stretch_in_which_somebody_was_given_the_word_is_not_taken_back() -> None:
    circle = off(speaking())
    begun = circle.state.facts[-1].action
    circle.do(intents.EndTurn(circle.meeting.speaking or ""))
    assert circle.refusal(intents.Undo(begun)).words == (
        "Somebody was given the word off the record, and that stays off it. "
        "End it instead of taking it back."
    )
    circle.do(intents.GoOnRecord(circle.meeting.off_record[-1].id))
    circle.do(intents.CloseCircle())
    assert circle.refusal(intents.Undo(begun)).words.startswith("Somebody was given the word")
