"""What the rules say no to when the agenda is changed while the circle goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.agendas import ONE_ROUND
from support.play import Circle
from support.scenes import called, opened

from facilitator.core import intents
from facilitator.core.agenda import Break, ClockStyle
from facilitator.core.intents import Intent, Refusal
from facilitator.core.steps import MOST_STEPS

ALREADY, TELL = True, False
TEA = Break(title="Tea", minutes=10)


def further() -> Circle:
    """The circle went on from its first two steps."""
    circle = opened()
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.do(intents.GoToStep("step-2", "step-3"))
    return circle


def full() -> Circle:
    """An agenda to which nothing can be added."""
    circle = called()
    while len(circle.meeting.plan) < MOST_STEPS:
        circle.do(intents.AddStep(TEA))
    return circle


def taken_up() -> Circle:
    """Tea was taken up from an earlier meeting, and something else let go."""
    circle = opened()
    circle.do(intents.AddStep(TEA, "step-1", "7@old", "step-3"))
    circle.do(intents.LetGo("7@old", "step-4"))
    return circle


def deferred() -> Circle:
    """The step that the circle is at is for next time, too."""
    circle = opened()
    circle.do(intents.DropStep("step-1", deferred=True))
    return circle


TABLE: list[tuple[Callable[[], Circle], Intent, str, bool]] = [
    (
        opened,
        intents.AddStep(TEA, "step-77"),
        "The step before it is not on the agenda any more.",
        TELL,
    ),
    (full, intents.AddStep(TEA), "An agenda has 200 steps at most.", TELL),
    (
        taken_up,
        intents.AddStep(TEA, "", "7@old", "step-3"),
        "That is on the agenda already.",
        ALREADY,
    ),
    (
        opened,
        intents.MoveStep("step-77", ""),
        "That step is not on the agenda any more.",
        ALREADY,
    ),
    (
        opened,
        intents.MoveStep("step-3", "step-77"),
        "That step is not on the agenda any more.",
        ALREADY,
    ),
    (
        opened,
        intents.MoveStep("step-1", "step-3"),
        "The circle has been at that step: it stays where it was.",
        TELL,
    ),
    (
        further,
        intents.MoveStep("step-5", "step-1"),
        "The circle is past that place: the step would not be reached there.",
        TELL,
    ),
    (
        further,
        intents.MoveStep("step-5", ""),
        "The circle is past that place: the step would not be reached there.",
        TELL,
    ),
    (opened, intents.MoveStep("step-3", "step-2"), "That is its place already.", ALREADY),
    (called, intents.MoveStep("step-1", ""), "That is its place already.", ALREADY),
    (opened, intents.MoveStep("step-3", "step-3"), "That is its place already.", ALREADY),
    (
        opened,
        intents.DropStep("step-77"),
        "That step is not on the agenda any more.",
        ALREADY,
    ),
    (deferred, intents.DropStep("step-1", deferred=True), "It is deferred already.", ALREADY),
    (
        opened,
        intents.DropStep("step-1"),
        "The circle has been at that step: it can be deferred, not dropped.",
        TELL,
    ),
    (
        lambda: Circle(ONE_ROUND),
        intents.DropStep("step-1"),
        "It is the only step of the agenda.",
        TELL,
    ),
    (taken_up, intents.LetGo("7@old", "step-4"), "It is not offered any more.", ALREADY),
    (
        opened,
        intents.ExtendStep("step-77", 5),
        "There is no such step on this agenda.",
        TELL,
    ),
    *(
        (
            opened,
            intents.ExtendStep("step-1", minutes),
            "A step takes between nothing and 24 hours. Type minutes: 5, or -5.",
            TELL,
        )
        for minutes in (0, -6, 1436)
    ),
    (
        opened,
        intents.ChooseClock(ClockStyle.UP, "step-77"),
        "There is no such step on this agenda.",
        TELL,
    ),
    *(
        (
            opened,
            intents.ChooseClock(ClockStyle.UP, "", person),
            "Say whose clock: a step's, or somebody's in the circle.",
            TELL,
        )
        for person in ("", "9@x")
    ),
    (opened, intents.ChooseClock(None, "step-1"), "That is so already.", ALREADY),
]


@pytest.mark.parametrize(("where", "wish", "words", "already"), TABLE)
def test_a_refusal_says_why(
    where: Callable[[], Circle], wish: Intent, words: str, *, already: bool
) -> None:
    assert where().refusal(wish) == Refusal(words, already)


def test_a_circle_without_an_agenda_is_not_opened() -> None:
    circle = Circle(ONE_ROUND, ["Ana"])
    circle.do(intents.AddStep(TEA))
    circle.do(intents.DropStep("step-1"))
    circle.do(intents.Undo(circle.state.facts[-2].action))
    assert circle.meeting.plan == []
    refused = circle.refusal(intents.OpenCircle())
    assert refused == Refusal("The agenda is empty. Put a step on it, then begin.")
    circle.do(intents.AddStep(TEA))
    circle.do(intents.OpenCircle())
