"""What the rules say no to while people speak: rounds, hands, who is out, breaks, clocks, seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from support.play import Circle
from support.scenes import (
    all_heard,
    between_two,
    closed,
    discussing,
    going,
    hand_of,
    hands_up,
    having_the_word,
    last_speaking,
    mustering,
    opened,
    out,
    passed_by_all,
    shut,
    speaking,
    stacked,
    turn,
    twice,
)

from facilitator.core import intents
from facilitator.core.events import Direction, Floor, Hat, Setting, Stop, Wish
from facilitator.core.intents import Intent, Refusal

Where: TypeAlias = Callable[[], Circle]
Row: TypeAlias = tuple[Where, Callable[[Circle], Intent], str, bool]

ALREADY, TELL = True, False
MINUTE = 60_000


def asked_again() -> Circle:
    """Everyone passed, and was asked once more."""
    circle = passed_by_all()
    circle.do(intents.AskAgain(going(circle)))
    return circle


def on_a_break() -> Circle:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    return circle


def slept() -> Circle:
    """Of the ten minutes that went by, those from the second to the fifth are left out."""
    circle = opened()
    circle.now += 10 * MINUTE
    circle.do(intents.LeaveOut(circle.now - 8 * MINUTE, circle.now - 5 * MINUTE))
    return circle


def silent_seat() -> Circle:
    circle = between_two()
    circle.alive = frozenset({"t2"})
    return circle


def settled() -> Circle:
    """A word for the balance, somebody skipped in the rota, the bell on."""
    circle = opened()
    circle.do(intents.TakeCategory(circle.who("Ana"), "she"))
    circle.do(intents.SkipInRota(Hat.FACILITATOR, circle.who("Ana")))
    circle.do(intents.Choose(Setting.BELL, True))
    return circle


ROUNDS: list[Row] = [
    (
        opened,
        lambda c: intents.BeginRound("step-2", c.who("Ana")),
        "That round has begun already.",
        ALREADY,
    ),
    (twice, lambda _: intents.BeginRound("step-2"), "That round has begun already.", ALREADY),
    (
        out,
        lambda c: intents.BeginRound("step-1", c.who("Zoë"), after=going(c)),
        "Zoë is not in the room.",
        TELL,
    ),
    (twice, lambda _: intents.TurnRound("9@x"), "That round is over already.", ALREADY),
    (
        speaking,
        lambda c: intents.TurnRound(going(c), c.who("Zoë")),
        "Somebody has started this round already. Call on the next person instead.",
        TELL,
    ),
    (out, lambda c: intents.TurnRound(going(c), c.who("Zoë")), "Zoë is not in the room.", TELL),
    (
        twice,
        lambda c: intents.TurnRound(going(c), direction=Direction.SUNWISE),
        "That is so already.",
        ALREADY,
    ),
    (twice, lambda _: intents.TimeRound("9@x", 60), "That round is over already.", ALREADY),
    (
        twice,
        lambda c: intents.TimeRound(going(c), 4),
        "Each turn has between 5 seconds and an hour.",
        TELL,
    ),
    (
        twice,
        lambda c: intents.TimeRound(going(c), share_minutes=3 * 60 + 1),
        "Each turn has between 5 seconds and an hour.",
        TELL,
    ),
    (
        last_speaking,
        lambda c: intents.TimeRound(going(c), share_minutes=20),
        "Nobody is left in this round to share that time among.",
        TELL,
    ),
    (asked_again, lambda c: intents.AskAgain(going(c)), "They were asked already.", ALREADY),
    (
        last_speaking,
        lambda c: intents.AskAgain(going(c)),
        "The round is still going on. Ask once more at its end.",
        TELL,
    ),
    (
        twice,
        lambda c: intents.AskAgain(going(c)),
        "The round is still going on. Ask once more at its end.",
        TELL,
    ),
    (all_heard, lambda c: intents.AskAgain(going(c)), "Everyone has been heard.", ALREADY),
    (
        twice,
        lambda _: intents.GiveFloor("step-2", Floor.ROUND),
        "That is so already.",
        ALREADY,
    ),
    (all_heard, lambda c: intents.CallOn(c.who("Ana")), "Ana has been heard in this round.", True),
]

HANDS: list[Row] = [
    (
        stacked,
        lambda c: intents.RaiseHand("step-2", c.who("Zoë")),
        "The circle has moved on already.",
        ALREADY,
    ),
    (
        out,
        lambda c: intents.RaiseHand("step-1", c.who("Zoë")),
        "Zoë is not in the room.",
        TELL,
    ),
    (
        shut,
        lambda c: intents.RaiseHand("step-1", c.who("Zoë"), Wish.RESPONSE),
        "The stack is closed: a last word or a point of process can be raised.",
        TELL,
    ),
    (
        stacked,
        lambda c: intents.RaiseHand("step-1", c.who("Ana")),
        "Ana's hand is up already.",
        TELL,
    ),
    (
        having_the_word,
        lambda c: intents.LowerHand(hand_of(c, "Ana")),
        "That hand is not up any more.",
        ALREADY,
    ),
    (
        having_the_word,
        lambda c: intents.MoveHand(hand_of(c, "Ana")),
        "That hand is not up any more.",
        ALREADY,
    ),
    (
        stacked,
        lambda c: intents.MoveHand(hand_of(c, "Chidi")),
        "It is the last one already.",
        ALREADY,
    ),
    (
        having_the_word,
        lambda c: intents.CallHand(hand_of(c, "Ana"), turn(c)),
        "That hand is not up any more.",
        ALREADY,
    ),
    (
        having_the_word,
        lambda c: intents.CallHand(hand_of(c, "Chidi")),
        "Somebody else has the word by now.",
        ALREADY,
    ),
    (
        having_the_word,
        lambda c: intents.CallOn(c.who("Ana"), turn(c)),
        "Ana is speaking.",
        ALREADY,
    ),
    (out, lambda c: intents.CallOn(c.who("Zoë")), "Zoë is not in the room.", TELL),
    (
        opened,
        lambda c: intents.CallOn(c.who("Zoë")),
        "Nobody takes turns at this step. Raise a hand to open the stack.",
        TELL,
    ),
    (shut, lambda _: intents.CloseStack("step-1"), "The stack is closed already.", ALREADY),
    (stacked, lambda _: intents.ReopenStack("step-1"), "The stack is open already.", ALREADY),
]

TIME: list[Row] = [
    (opened, lambda _: intents.TakeBreak(-1), "A break has a length in minutes: 10.", TELL),
    (opened, lambda _: intents.TakeBreak(1441), "A break has a length in minutes: 10.", TELL),
    (opened, lambda _: intents.TakeBreak(0), "No break is planned.", ALREADY),
    (speaking, lambda _: intents.TakeBreak(0), "That is so already.", ALREADY),
    (on_a_break, lambda _: intents.TakeBreak(10), "The break has begun already.", ALREADY),
    (on_a_break, lambda _: intents.ResumeCircle(Stop.SILENCE), "That is over already.", ALREADY),
    (
        opened,
        lambda c: intents.LeaveOut(c.now - 9 * MINUTE, c.now),
        "Nothing of that time belongs to this circle.",
        ALREADY,
    ),
    (
        slept,
        lambda c: intents.LeaveOut(c.now - 8 * MINUTE, c.now - 5 * MINUTE),
        "That time is left out already.",
        ALREADY,
    ),
    (opened, lambda _: intents.SetClockBack(0), "The clock was not set back.", ALREADY),
    (
        mustering,
        lambda c: intents.TickOff("step-1", c.who("Ana")),
        "There is no muster just now.",
        ALREADY,
    ),
    (
        mustering,
        lambda _: intents.TickOff("step-3", "9@x"),
        "That person is not in this circle. Add them first.",
        TELL,
    ),
    (
        mustering,
        lambda c: intents.TickOff("step-3", c.who("Ana")),
        "Ana was ticked off already.",
        ALREADY,
    ),
]

PEOPLE: list[Row] = [
    (
        opened,
        lambda c: intents.SwapSeats(c.who("Ana"), "9@x"),
        "That person is not in this circle. Add them first.",
        TELL,
    ),
    (
        opened,
        lambda c: intents.SwapSeats(c.who("Ana"), c.who("Ana")),
        "Somebody changes places with somebody else.",
        TELL,
    ),
    (
        opened,
        lambda _: intents.StepOut("9@x"),
        "That person is not in this circle. Add them first.",
        TELL,
    ),
    (out, lambda c: intents.StepOut(c.who("Zoë")), "Zoë is out already.", ALREADY),
    (out, lambda c: intents.ComeBack(c.who("Ana")), "Ana was not out.", ALREADY),
    (
        opened,
        lambda c: intents.TakeCategory(c.who("Ana"), "x" * 41),
        "A word or two, please: 40 letters at most.",
        TELL,
    ),
    (
        settled,
        lambda c: intents.TakeCategory(c.who("Ana"), " she "),
        "That is so already.",
        ALREADY,
    ),
    (
        settled,
        lambda c: intents.SkipInRota(Hat.FACILITATOR, c.who("Ana")),
        "That is so already.",
        ALREADY,
    ),
    (settled, lambda _: intents.Choose(Setting.BELL, True), "That is so already.", ALREADY),
    (between_two, lambda _: intents.PassSeat("t7"), "No program runs at that terminal.", TELL),
    (between_two, lambda _: intents.PassSeat("t1"), "It has the seat already.", ALREADY),
    (
        between_two,
        lambda _: intents.TakeSeatOver(),
        "This terminal has the seat already.",
        ALREADY,
    ),
    (closed, lambda _: intents.RaiseHand("", ""), "The circle is closed. Undo reopens it.", TELL),
]


@pytest.mark.parametrize(("where", "wish", "words", "already"), [*ROUNDS, *HANDS, *TIME, *PEOPLE])
def test_a_refusal_says_why(
    where: Where, wish: Callable[[Circle], Intent], words: str, *, already: bool
) -> None:
    circle = where()
    assert circle.refusal(wish(circle)) == Refusal(words, already)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (between_two, "Another terminal has the facilitator's seat. It can pass it on."),
        (
            silent_seat,
            "The facilitator's terminal has gone silent. Take the seat over first.",
        ),
    ],
    ids=["there", "silent"],
)
def test_the_circle_is_moved_from_the_seat_only(where: Where, words: str) -> None:
    circle = where()
    step = intents.GoToStep("step-1", "step-2")
    assert circle.refusal(step, "t2") == Refusal(words)


def test_a_seat_that_is_there_is_not_taken_over() -> None:
    refused = between_two().refusal(intents.TakeSeatOver(), "t2")
    words = "The facilitator's terminal is there. The seat is passed on from it."
    assert refused == Refusal(words)


def test_one_stack_has_one_last_word() -> None:
    circle = shut()
    hands_up(circle, "Zoë", wish=Wish.LAST_WORD)
    another = circle.refusal(intents.RaiseHand("step-1", circle.who("Ana"), Wish.LAST_WORD))
    again = circle.refusal(intents.RaiseHand("step-1", circle.who("Zoë"), Wish.LAST_WORD))
    assert another == Refusal("The last word is somebody's already. Lower that hand first.")
    assert again == Refusal("Zoë's hand is up already.")


def test_two_stops_of_one_kind_are_one() -> None:
    circle = discussing()
    circle.do(intents.PauseCircle(stop=Stop.CATCHING_UP))
    circle.do(intents.PauseCircle(stop=Stop.SILENCE))
    again = circle.refusal(intents.PauseCircle(stop=Stop.SILENCE))
    assert again == Refusal("The circle is paused already.", already=True)
