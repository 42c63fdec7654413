"""What is heard when time is over: turns, steps and breaks, each end once, and never in silence."""

from __future__ import annotations

from support.agendas import ASSEMBLY
from support.play import Circle
from support.scenes import discussing, having_the_word, mustering, opened, speaking, turn

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Break, ClockStyle
from facilitator.core.endings import Ending, Given, endings, fresh
from facilitator.core.events import Stop

SECOND, MINUTE = 1_000, 60_000


def ended(circle: Circle) -> list[Given]:
    return [each.given for each in endings(circle.meeting, circle.now)]


def heard(circle: Circle, known: set[Ending]) -> list[tuple[Given, int]]:
    """What is heard now, and is known from now on."""
    found = fresh(circle.meeting, circle.now, known)
    known.update(found)
    return [(each.given, each.minutes) for each in found]


def test_the_end_of_a_turn_is_heard_once_and_again_each_minute() -> None:
    circle, known = speaking(), set[Ending]()
    when: dict[int, list[tuple[Given, int]]] = {}
    for second in range(180):
        if found := heard(circle, known):
            when[second] = found
        circle.now += SECOND
    assert when == {60: [(Given.TURN, 0)], 120: [(Given.TURN, 1)]}


def test_more_time_has_an_end_of_its_own() -> None:
    circle, known = speaking(), set[Ending]()
    circle.now += MINUTE
    assert heard(circle, known) == [(Given.TURN, 0)]
    circle.do(intents.ExtendTurn(turn(circle)))
    assert heard(circle, known) == []
    circle.now += 30 * SECOND
    assert heard(circle, known) == [(Given.TURN, 0)]


def test_the_end_of_a_step_is_heard_once_also_while_somebody_speaks() -> None:
    circle, known = having_the_word(), set[Ending]()
    circle.now += 20 * MINUTE - SECOND
    assert heard(circle, known) == [(Given.TURN, 17)]
    circle.now += SECOND
    assert heard(circle, known) == [(Given.TURN, 18), (Given.STEP, 0)]
    circle.do(intents.EndTurn(turn(circle)))
    circle.now += 5 * SECOND
    assert heard(circle, known) == []
    circle.do(intents.ExtendStep("step-1", 1))
    circle.now += MINUTE
    assert heard(circle, known) == [(Given.STEP, 0)]


def test_any_step_has_an_end_but_one_without_a_plan_or_with_a_hidden_clock() -> None:
    circle = opened()
    circle.now += 5 * MINUTE
    assert ended(circle) == [Given.STEP]
    circle.do(intents.ChooseClock(ClockStyle.HIDDEN, "step-1"))
    assert ended(circle) == []
    circle.do(intents.ChooseClock(None, "step-1"))
    circle.do(intents.ExtendStep("step-1", -5))
    assert ended(circle) == []


def test_in_a_round_the_end_belongs_to_the_turn() -> None:
    circle = Circle(ASSEMBLY, ["Ana"])
    circle.do(intents.OpenCircle())
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.now += 60 * MINUTE
    assert ended(circle) == []


def test_a_muster_has_an_end_until_everyone_has_come() -> None:
    circle = mustering()
    circle.now += 5 * MINUTE
    assert ended(circle) == [Given.STEP]
    for name in ("Chidi", "Zoë"):
        circle.do(intents.TickOff("step-3", circle.who(name)))
    assert ended(circle) == []


def test_the_end_of_a_break_is_heard_once_and_again_where_it_was_made_longer() -> None:
    circle, known = discussing(), set[Ending]()
    circle.do(intents.TakeBreak(10))
    circle.now += 10 * MINUTE - 1
    assert heard(circle, known) == []
    circle.now += 1
    assert heard(circle, known) == [(Given.BREAK, 0)]
    circle.now += 5 * MINUTE
    assert heard(circle, known) == []
    circle.do(intents.TakeBreak(5))
    circle.now += 5 * MINUTE
    assert heard(circle, known) == [(Given.BREAK, 0)]


def test_a_break_that_silence_interrupts_ends_once() -> None:
    circle, known = discussing(), set[Ending]()
    circle.do(intents.TakeBreak(10))
    circle.do(intents.PauseCircle(stop=Stop.SILENCE))
    circle.now += 5 * MINUTE
    circle.do(intents.ResumeCircle(Stop.SILENCE))
    circle.now += 5 * MINUTE
    assert heard(circle, known) == [(Given.BREAK, 0)]


def test_a_step_that_is_a_break_ends_with_the_break_and_not_again() -> None:
    circle = Circle(Agenda(title="Tea", steps=(Break(title="Tea", minutes=10),)), ["Ana"])
    circle.do(intents.OpenCircle())
    circle.now += 10 * MINUTE
    assert ended(circle) == [Given.BREAK]
    circle.do(intents.ResumeCircle(Stop.BREAK))
    assert ended(circle) == []


def test_nothing_is_heard_in_silence_or_while_a_turn_is_interrupted() -> None:
    circle, known = speaking(), set[Ending]()
    circle.now += 55 * SECOND
    circle.do(intents.PauseCircle(stop=Stop.SILENCE))
    circle.do(intents.ExtendTurn(turn(circle), -10))
    assert heard(circle, known) == []
    circle.do(intents.PauseTurn(turn(circle)))
    circle.do(intents.ResumeCircle(Stop.SILENCE))
    assert heard(circle, known) == []
    circle.do(intents.ResumeTurn(turn(circle)))
    assert heard(circle, known) == [(Given.TURN, 0)]


def test_a_circle_that_is_closed_has_no_ends() -> None:
    circle = opened()
    circle.now += 5 * MINUTE
    circle.do(intents.CloseCircle())
    assert ended(circle) == []
