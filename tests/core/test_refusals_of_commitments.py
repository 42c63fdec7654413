"""What the rules say no to about commitments, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from support.group import Group
from support.play import Circle
from support.scenes import opened

from facilitator.core import intents
from facilitator.core.intents import Intent, Refusal

ALREADY, TELL = True, False
OCTOBER = date(2025, 10, 3)


def promised(due: str = "friday", due_on: str = "2025-10-10") -> Group:
    """Ana promised something on Friday 3 October; a day has gone by."""
    group = Group("Ana", first_day=OCTOBER)
    group.do(intents.Commit(("borrow the PA",), owner=group.who("Ana"), due=due, due_on=due_on))
    group.wait(1)
    return group


def nobodys() -> Group:
    """Something was promised by nobody yet."""
    group = Group("Ana", first_day=OCTOBER)
    group.do(intents.Commit(("borrow the PA",), due="friday"))
    return group


def the(group: Group) -> str:
    return next(iter(group.state.commitments))


def after(*wishes: Callable[[str], Intent]) -> Group:
    group = promised()
    group.do(*(wish(the(group)) for wish in wishes))
    group.wait(1)
    return group


def kept() -> Group:
    return after(intents.KeepCommitment)


def released() -> Group:
    return after(lambda one: intents.ReleaseCommitment(one, ("ill",)))


def the_day_before() -> Group:
    group = promised()
    group.wait(-2)
    return group


REFUSED: list[tuple[Callable[[], Group], Callable[[str], Intent], str, bool]] = [
    (
        promised,
        lambda _: intents.Commit((" ",)),
        "What was promised? Type it after the !, as in: ! @name borrow the PA.",
        TELL,
    ),
    (
        promised,
        lambda _: intents.KeepCommitment("99@none"),
        "That commitment is not on the list any more.",
        TELL,
    ),
    (
        kept,
        intents.KeepCommitment,
        "That commitment was kept already, on Sat 4 Oct.",
        ALREADY,
    ),
    (
        kept,
        lambda one: intents.ReleaseCommitment(one, ("ill",)),
        "That commitment was kept already, on Sat 4 Oct.",
        TELL,
    ),
    (kept, intents.CarryCommitment, "That commitment was kept already, on Sat 4 Oct.", TELL),
    (
        released,
        lambda one: intents.RenegotiateCommitment(one, "monday", "2025-10-13"),
        "That commitment was released already, on Sat 4 Oct.",
        TELL,
    ),
    (
        released,
        lambda one: intents.ReleaseCommitment(one, ("ill",)),
        "That commitment was released already, on Sat 4 Oct.",
        ALREADY,
    ),
    (
        promised,
        lambda one: intents.ReleaseCommitment(one, (" ",)),
        "Why is it released? A few words are enough.",
        TELL,
    ),
    (
        lambda: promised("", ""),
        intents.RenegotiateCommitment,
        "By when now? Say a new date, or what is promised in other words.",
        TELL,
    ),
    (
        promised,
        lambda one: intents.RenegotiateCommitment(one, " "),
        "By when now? Say a new date, or what is promised in other words.",
        TELL,
    ),
    (
        promised,
        lambda one: intents.RenegotiateCommitment(one, "friday", "2025-10-10", ("borrow the PA",)),
        "That is so already.",
        ALREADY,
    ),
    (
        promised,
        lambda one: intents.RenegotiateCommitment(one, "2025-10-03", "2025-10-03"),
        "Fri 3 Oct has gone by. Say a date that is to come.",
        TELL,
    ),
    (
        promised,
        lambda one: intents.CompleteCommitment(one, "99@none"),
        "That was said already, and is not lacking any more.",
        ALREADY,
    ),
    (
        promised,
        lambda one: intents.CompleteCommitment(one, due="monday", due_on="2025-10-13"),
        "That was said already, and is not lacking any more.",
        ALREADY,
    ),
    (
        promised,
        intents.CompleteCommitment,
        "Whose is it, or by when will it be done? Say one of them.",
        TELL,
    ),
    (
        lambda: promised("", ""),
        lambda one: intents.CompleteCommitment(one, due="3 october", due_on="2025-10-03"),
        "Fri 3 Oct has gone by. Say a date that is to come.",
        TELL,
    ),
    (
        kept,
        lambda one: intents.CompleteCommitment(one, due="monday"),
        "That commitment was kept already, on Sat 4 Oct.",
        TELL,
    ),
    (
        nobodys,
        lambda one: intents.CompleteCommitment(one, "99@none"),
        "That person is not known to the group.",
        TELL,
    ),
    (
        lambda: after(intents.CarryCommitment),
        intents.CarryCommitment,
        "It waits for the next meeting already.",
        ALREADY,
    ),
    (
        the_day_before,
        intents.KeepCommitment,
        "Thu 2 Oct is too early: of this commitment, Fri 3 Oct is written down.",
        TELL,
    ),
]


@pytest.mark.parametrize(("group", "wish", "words", "already"), REFUSED)
def test_it_is_refused_with_words_for_a_person(
    group: Callable[[], Group], wish: Callable[[str], Intent], words: str, already: bool
) -> None:
    at = group()
    assert at.refusal(wish(the(at))) == Refusal(words, already=already)


def test_nothing_is_promised_before_the_circle_begins() -> None:
    assert Circle(people=("Ana",)).refusal(intents.Commit(("sweep",))).words == (
        "The circle has not begun yet."
    )


def test_at_a_meeting_a_commitment_is_carried_once() -> None:
    circle = opened()
    circle.do(intents.Commit(("sweep",), "step-1"))
    commitment = circle.state.facts[-1].id
    circle.do(intents.CarryCommitment(commitment))
    again = circle.refusal(intents.CarryCommitment(commitment))
    assert again == Refusal("It waits for the next meeting already.", already=True)
