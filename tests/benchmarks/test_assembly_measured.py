"""What the benchmarks of an assembly press, play and report; nothing here is timed."""

from __future__ import annotations

from msgspec.structs import replace
from support.play import Circle

from benchmarks import __main__ as program
from benchmarks import hours, stack
from benchmarks.evening import drift
from benchmarks.journals import name_in_assembly
from facilitator.core import intents
from facilitator.core.agenda import Agenda, Discussion
from facilitator.core.events import Outcome
from facilitator.core.state import Span

TALK = Agenda(title="Talk", steps=(Discussion(title="Talk", prompt="What next?"),))


def test_everybody_behind_the_hands_is_asked_once() -> None:
    people = range(stack.HANDS + 1, stack.PEOPLE)
    assert sorted(stack.spread(people)) == list(people)


def test_a_number_finds_one_person_and_its_beginning_the_first_of_them() -> None:
    assert name_in_assembly(317) == "Fatima 417"
    names = [name_in_assembly(place) for place in range(stack.PEOPLE)]
    assert [name for name in names if "417" in name] == ["Fatima 417"]
    assert stack.first_with("417") == rb"Fatima\ 417"
    assert stack.first_with("4") == rb"Eli\ 104"


def test_keys_are_reported_one_by_one_and_together() -> None:
    found = stack.figures("here", {stack.NEXT: [4.0], stack.HAND: [8.0]}, [2.0])
    assert [(figure.what, figure.our_figure, figure.met) for figure in found] == [
        ("key to screen, here, all keys: median", 6.0, True),
        ("key to screen, here, all keys: 95th percentile", 7.8, False),
        ("key to screen, here, h (whose hand): median", 8.0, False),
        ("key to screen, here, h (whose hand): 95th percentile", 8.0, False),
        ("key to screen, here, n (next on the stack): median", 4.0, True),
        ("key to screen, here, n (next on the stack): 95th percentile", 4.0, True),
    ]


def test_hours_may_grow_a_little_and_drift_not_at_all() -> None:
    found = {"minutes": 180.2, "turns": 270, "facts": 1900, "settled": 55.0, "grown": 3.5}
    grown, still, settled = hours.of_the_hours({**found, "drift": 0})
    assert (grown.met, still.met, settled.met) == (True, True, None)
    assert grown.what == "180 min, 270 turns, 1900 facts: memory grown"
    more, early, _ = hours.of_the_hours({**found, "grown": 20.1, "drift": -1})
    assert (more.met, early.met) == (False, False)


def test_time_is_in_a_turn_or_in_a_pause_and_what_is_in_neither_is_drift() -> None:
    circle = Circle(TALK, ("Ana", "Bo"))
    circle.do(intents.OpenCircle())
    step = circle.meeting.step_id or ""
    for name in ("Ana", "Bo"):
        circle.do(intents.RaiseHand(step, circle.who(name)))
    circle.do(intents.CallHand(next(iter(circle.meeting.hands))))
    circle.now += 40_000
    circle.do(intents.PauseTurn(circle.meeting.speaking or ""))
    circle.now += 10_000
    circle.do(intents.ResumeTurn(circle.meeting.speaking or ""))
    circle.do(intents.PauseCircle())
    circle.now += 60_000
    circle.do(intents.ResumeCircle())
    circle.do(intents.EndTurn(circle.meeting.speaking or "", Outcome.HEARD))
    circle.now += 20_000
    assert circle.meeting.turn is not None
    assert drift(circle.meeting, circle.now) == 0
    circle.do(intents.EndTurn(circle.meeting.speaking or ""))
    circle.now += 5_000
    assert drift(circle.meeting, circle.now) == 5_000
    turn = next(iter(circle.meeting.turns.values()))
    circle.meeting.turns[turn.id] = replace(
        turn, span=Span(turn.span.began - 3_000, turn.span.ended)
    )
    assert drift(circle.meeting, circle.now) == 2_000


def test_the_assembly_can_be_measured_by_name() -> None:
    assert list(program.BENCHMARKS)[-3:] == ["room", "stack", "hours"]
