"""What a facilitator may want to notice: few sentences, kind ones, and none too early."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from support.play import Circle
from support.strategies import LONG, facts

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Discussion
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import Outcome
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.hints import FEW_TURNS, MOST_HINTS, hints, passes_running

EVENING = Agenda(
    title="Evening",
    steps=(
        Discussion(title="Budget", prompt="What do we spend?", minutes=10),
        RoundStep(title="Round", prompt="How was it?", minutes=5, rounds=3),
        Discussion(title="Venue", prompt="Where?", minutes=10),
        Closing(title="Close"),
    ),
)
SIX = ("Ana", "Bo", "Cy", "Dee", "Eli", "Fay")


def circle_of(*people: str) -> Circle:
    circle = Circle(EVENING, people)
    circle.do(intents.OpenCircle())
    return circle


def speak(circle: Circle, *names: str, seconds: int = 30) -> Circle:
    """They speak one after the other; the last of them still does."""
    for name in names:
        turn = circle.meeting.speaking
        if turn is not None:
            circle.do(intents.EndTurn(turn))
        circle.do(intents.CallOn(circle.who(name)))
        circle.now += seconds * 1000
    return circle


def hinted(circle: Circle) -> tuple[str, ...]:
    return hints(circle.meeting, circle.names, circle.now)


@settings(max_examples=150)
@given(facts(), LONG)
def test_any_facts_give_three_sentences_at_most(wild: list[Fact], now: int) -> None:
    for meeting in fold(wild).meetings.values():
        found = hints(meeting, {}, now)
        assert len(found) <= MOST_HINTS
        assert all(each.endswith((".", "fits.", "well.")) for each in found)
        if meeting.floor is None or not meeting.live:
            assert found == ()


def test_nothing_is_hinted_before_a_few_turns_have_gone() -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    for place in range(1, FEW_TURNS):
        speak(circle, ("Ana", "Bo")[place % 2])
        assert hinted(circle) == ()
    speak(circle, "Ana")
    assert hinted(circle) == ("Cy has not spoken in this step.",)


def test_those_who_have_not_spoken_are_named_in_seating_order() -> None:
    circle = circle_of(*SIX)
    circle.do(intents.SwapSeats(circle.who("Cy"), circle.who("Fay")))
    speak(circle, "Ana", "Bo", "Dee", "Eli")
    assert hinted(circle) == ("Fay and Cy have not spoken in this step.",)
    circle.do(intents.GoToStep("step-1", "step-3"))
    speak(circle, "Bo", "Ana", "Bo", "Ana")
    assert hinted(circle) == ("Fay, Dee, Eli and Cy have not spoken in this step.",)


def test_who_has_a_hand_up_or_is_out_is_not_named() -> None:
    circle = circle_of(*SIX)
    speak(circle, "Ana", "Bo", "Ana", "Bo")
    circle.do(intents.RaiseHand("step-1", circle.who("Cy")))
    circle.do(intents.StepOut(circle.who("Dee")))
    circle.do(intents.Leave(circle.who("Eli")))
    assert hinted(circle) == ("Fay has not spoken in this step.",)


def test_a_hand_left_up_at_another_step_asks_for_nothing_here() -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    circle.do(intents.RaiseHand("step-1", circle.who("Cy")))
    circle.do(intents.GoToStep("step-1", "step-3"))
    speak(circle, "Ana", "Bo", "Ana", "Bo")
    assert hinted(circle) == ("Cy has not spoken in this step.",)


def test_newcomers_come_first_and_are_named_once() -> None:
    circle = circle_of("Ana", "Bo", "Cy", "Hui")
    circle.do(intents.MarkNewcomer(circle.who("Hui"), True))
    speak(circle, "Ana", "Bo", "Ana", "Bo")
    assert hinted(circle) == (
        "Newcomers have not spoken yet: Hui.",
        "Cy has not spoken in this step.",
    )
    speak(circle, "Hui")
    circle.do(intents.GoToStep("step-1", "step-3"))
    speak(circle, "Ana", "Bo", "Ana", "Bo")
    assert hinted(circle) == ("Cy and Hui have not spoken in this step.",)


def test_many_newcomers_and_many_silent_people_are_numbers() -> None:
    circle = circle_of(*SIX, *(f"New{place}" for place in range(6)), *(f"P{p}" for p in range(8)))
    for place in range(6):
        circle.do(intents.MarkNewcomer(circle.who(f"New{place}"), True))
    speak(circle, *SIX[:5])
    assert hinted(circle) == ("6 newcomers have not spoken yet.",)
    speak(circle, *SIX)
    assert hinted(circle) == ("6 newcomers have not spoken yet.",)
    speak(circle, "Fay")
    assert hinted(circle) == (
        "6 newcomers have not spoken yet.",
        "14 of 20 people have not spoken in this step.",
    )


def test_who_has_had_many_of_the_turns_is_said_with_the_numbers() -> None:
    circle = circle_of(*SIX)
    speak(circle, *SIX, "Ana", "Bo", "Ana")
    assert hinted(circle) == ("Ana has had 3 of 9 turns in this step.",)


def test_several_who_have_had_many_turns_are_in_seating_order() -> None:
    circle = circle_of(*SIX, "Gil", "Hui")
    speak(circle, "Bo", "Ana", "Bo", "Ana", "Bo", "Ana", "Bo", *SIX[2:], "Gil", "Hui")
    assert hinted(circle) == ("Bo has had 4 of 13 turns in this step.",)
    speak(circle, "Ana")
    assert hinted(circle) == ("Ana and Bo have had 8 of 14 turns in this step.",)


def test_in_a_small_circle_a_turn_more_is_not_much() -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    speak(circle, "Ana", "Bo", "Cy", "Ana", "Bo", "Ana")
    assert hinted(circle) == ()


def test_who_has_spoken_long_in_few_turns_is_said_in_minutes() -> None:
    circle = circle_of(*SIX)
    speak(circle, *SIX, seconds=60)
    assert hinted(circle) == ()
    circle.now += 3 * 60_000
    assert hinted(circle) == ()
    circle.now += 60_000
    assert hinted(circle) == ("Fay has had the word for 5 of 10 min in this step.",)


def test_who_has_had_much_and_has_gone_is_not_hinted_at() -> None:
    circle = circle_of(*SIX)
    speak(circle, *SIX, "Ana", "Bo", "Ana", "Bo", "Ana", "Bo")
    assert hinted(circle) == ("Ana and Bo have had 8 of 12 turns in this step.",)
    circle.do(intents.Leave(circle.who("Ana")))
    assert hinted(circle) == ("Bo has had 4 of 12 turns in this step.",)
    circle.do(intents.Leave(circle.who("Bo")))
    assert hinted(circle) == ()


def round_of(circle: Circle, **outcomes: Outcome) -> None:
    """A round in which these pass, or are to be come back to; everyone else is heard."""
    going = circle.meeting.last_round
    step = circle.meeting.step_id or ""
    if going is None or circle.meeting.turns_in.get(going.id):
        circle.do(intents.BeginRound(step, after=going.id if going is not None else ""))
        going = circle.meeting.last_round
    assert going is not None
    circle.do(intents.BeginTurn(going.id, going.start))
    while (turn := circle.meeting.turn) is not None:
        outcome = outcomes.get(circle.names[turn.person], Outcome.HEARD)
        circle.now += 10_000
        circle.do(intents.EndTurn(turn.id, outcome))


@pytest.mark.parametrize("passes", [1, 2, 3, 4])
def test_a_third_pass_running_is_a_reason_to_ask_kindly(passes: int) -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    circle.do(intents.GoToStep("step-1", "step-2"))
    for _ in range(passes):
        round_of(circle, Bo=Outcome.PASSED)
    word = {3: "three", 4: "four"}.get(passes)
    expected = f"Bo has passed {word} rounds running: ask in private if all is well."
    assert hinted(circle) == ((expected,) if word else ())


def test_a_round_that_goes_hints_at_nothing_else() -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    circle.do(intents.GoToStep("step-1", "step-2"))
    going = circle.meeting.last_round
    assert going is not None
    circle.do(intents.BeginTurn(going.id, going.start))
    circle.now += 30 * 60_000
    assert hinted(circle) == ()


def test_speaking_once_ends_the_passes_also_in_between_rounds() -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    circle.do(intents.GoToStep("step-1", "step-2"))
    for _ in range(2):
        round_of(circle, Bo=Outcome.PASSED, Cy=Outcome.PASSED)
    circle.do(intents.GoToStep("step-2", "step-1"))
    speak(circle, "Bo")
    circle.do(intents.GoToStep("step-1", "step-2"))
    round_of(circle, Bo=Outcome.PASSED, Cy=Outcome.PASSED)
    assert passes_running(circle.meeting) == {circle.who("Bo"): 1, circle.who("Cy"): 3}


def test_whoever_passes_and_is_heard_when_asked_once_more_has_spoken() -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    circle.do(intents.GoToStep("step-1", "step-2"))
    for _ in range(3):
        round_of(circle, Bo=Outcome.PASSED)
    going = circle.meeting.last_round
    assert going is not None
    circle.do(intents.AskAgain(going.id))
    circle.do(intents.BeginTurn(going.id, circle.who("Bo")))
    circle.do(intents.EndTurn(circle.meeting.speaking or "", Outcome.PASSED))
    assert passes_running(circle.meeting) == {circle.who("Bo"): 3}
    circle.do(intents.BeginTurn(going.id, circle.who("Bo")))
    assert passes_running(circle.meeting) == {circle.who("Bo"): 3}
    circle.do(intents.EndTurn(circle.meeting.speaking or ""))
    assert passes_running(circle.meeting) == {}
    assert hinted(circle) == ()


def test_several_who_pass_are_asked_each_and_many_mean_the_question() -> None:
    circle = circle_of(*SIX)
    circle.do(intents.GoToStep("step-1", "step-2"))
    for _ in range(3):
        round_of(circle, Bo=Outcome.PASSED, Cy=Outcome.PASSED)
    assert hinted(circle) == (
        "Bo and Cy have passed several rounds running: ask each in private if all is well.",
    )
    for _ in range(3):
        round_of(circle, **dict.fromkeys(SIX[:5], Outcome.PASSED))
    assert hinted(circle) == (
        "5 people have passed several rounds running: ask the circle whether the question fits.",
    )


def test_nobody_who_has_left_is_asked() -> None:
    circle = circle_of("Ana", "Bo", "Cy")
    circle.do(intents.GoToStep("step-1", "step-2"))
    for _ in range(3):
        round_of(circle, Bo=Outcome.PASSED)
    circle.do(intents.Leave(circle.who("Bo")))
    assert hinted(circle) == ()
    circle.do(intents.GoToStep("step-2", "step-4"))
    assert hinted(circle) == ()
