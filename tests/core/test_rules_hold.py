"""Laws of the rules, for circles in which people press anything."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from support.evenings import BEGINNINGS, Beginning, pressed, sensible
from support.play import Circle, Move, seen, whole
from support.strategies import moves

from facilitator.core import intents
from facilitator.core.events import Undone
from facilitator.core.intents import Intent, Refusal
from facilitator.core.writing import last_done, last_undone

ONCE = (
    intents.AskAgain,
    intents.BeginRound,
    intents.BeginTurn,
    intents.CallHand,
    intents.CallOn,
    intents.Choose,
    intents.ChooseClock,
    intents.ClaimRole,
    intents.CloseCircle,
    intents.CloseStack,
    intents.ComeBack,
    intents.DropStep,
    intents.EndTurn,
    intents.GiveFloor,
    intents.GiveHat,
    intents.GoToStep,
    intents.Leave,
    intents.LeaveOut,
    intents.LetGo,
    intents.LowerHand,
    intents.MarkNewcomer,
    intents.MoveHand,
    intents.MoveStep,
    intents.OpenCircle,
    intents.PassSeat,
    intents.PauseCircle,
    intents.PauseTurn,
    intents.PlanNext,
    intents.ReadBack,
    intents.ReopenStack,
    intents.ResumeCircle,
    intents.ResumeTurn,
    intents.SkipInRota,
    intents.StepOut,
    intents.TakeBreak,
    intents.TakeCategory,
    intents.TakeSeat,
    intents.TickOff,
    intents.TimeRound,
    intents.TurnRound,
    intents.Undo,
)
"""Intents that say what they are aimed at, so that a second press finds it done."""


@settings(max_examples=100)
@given(BEGINNINGS, moves(40, least=15))
def test_an_intent_becomes_facts_or_words_and_facts_change_something(
    begun: Beginning, played: list[Move]
) -> None:
    circle = begun()
    for move in played:
        wish, terminal = pressed(circle, move)
        before, number = seen(circle.state), len(circle.state.facts)
        decided = circle.send(wish, terminal)
        if isinstance(decided, Refusal):
            assert decided.words.strip()
            assert seen(circle.state) == before
        else:
            assert len(circle.state.facts) == number + len(decided) > number
            assert seen(circle.state) != before or _takes_back_what_hangs_in_the_air(decided)


def _takes_back_what_hangs_in_the_air(decided: object) -> bool:
    """Undoing what had no effect any more (its ground was taken back before) has none."""
    return isinstance(decided, list) and isinstance(decided[0], Undone)


@settings(max_examples=60)
@given(BEGINNINGS, moves(30, least=10))
def test_the_second_press_finds_it_done(begun: Beginning, played: list[Move]) -> None:
    circle = begun()
    for move in played:
        wish, terminal = pressed(circle, move)
        decided = circle.send(wish, terminal)
        if not isinstance(decided, Refusal) and isinstance(wish, ONCE):
            moved = seen(circle.state)
            again = circle.refusal(wish, "t2")
            assert again.already, (wish, again)
            assert seen(circle.state) == moved


@settings(max_examples=80)
@given(BEGINNINGS, moves(12, least=5), moves(2, least=1))
def test_undo_is_as_if_it_had_never_been_done_and_redo_as_if_never_undone(
    begun: Beginning, played: list[Move], last: list[Move]
) -> None:
    circle = begun()
    for move in played:
        sensible(circle, move)
    for move in last:
        before = copy.deepcopy(circle.state)
        sensible(circle, move)
        after, terminal = seen(circle.state), move[0]
        action = last_done(circle.state, ("k7f3", terminal))
        assert action is not None
        circle.do(intents.Undo(action), terminal)
        assert seen(circle.state) == seen(before)
        undone = last_undone(circle.state, ("k7f3", terminal))
        assert undone is not None
        circle.do(intents.Undo(undone), terminal)
        assert seen(circle.state) == after


@settings(max_examples=60)
@given(moves(15, least=6))
def test_undo_as_often_as_something_was_done_leads_back_to_the_call(played: list[Move]) -> None:
    circle = Circle()
    called, done = seen(circle.state), 0
    states = [called]
    for _, pick, passes in played:
        number = len(circle.state.facts)
        sensible(circle, ("t1", pick, passes))
        done += len(circle.state.facts) > number
        states.append(seen(circle.state))
    for state in reversed(states[-done - 1 : -1] if done else []):
        action = last_done(circle.state, ("k7f3", "t1"))
        assert action is not None
        circle.do(intents.Undo(action))
        assert seen(circle.state) == state
    assert last_done(circle.state, ("k7f3", "t1")) is None
    assert seen(circle.state) == called
    for state in states[1:]:
        undone = last_undone(circle.state, ("k7f3", "t1"))
        assert undone is not None
        circle.do(intents.Undo(undone))
        assert seen(circle.state) == state
    assert last_undone(circle.state, ("k7f3", "t1")) is None


@settings(max_examples=80)
@given(BEGINNINGS, moves(25, least=10))
def test_undo_at_one_terminal_never_takes_back_what_another_did(
    begun: Beginning, played: list[Move]
) -> None:
    circle = begun()
    for move in played:
        sensible(circle, move)
    by_the_other = {fact.action for fact in circle.state.facts if fact.terminal == "t2"}
    while (action := last_done(circle.state, ("k7f3", "t1"))) is not None:
        circle.do(intents.Undo(action), "t1")
    assert not circle.state.struck & by_the_other
    there = {fact.action for fact in circle.state.facts if fact.terminal == "t1"}
    while (action := last_done(circle.state, ("k7f3", "t2"))) is not None:
        struck = set(circle.state.struck)
        circle.do(intents.Undo(action), "t2")
        assert not (circle.state.struck - struck) & there


@pytest.mark.parametrize("something", [intents.TakeNote(("Rain",), ""), intents.PauseCircle()])
def test_nothing_is_redone_once_something_else_was_done(something: Intent) -> None:
    circle = Circle(people=["Ana", "Chidi"])
    circle.do(intents.OpenCircle())
    circle.do(intents.TakeNote(("Wind",), ""))
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert last_undone(circle.state, ("k7f3", "t1")) is not None
    assert last_undone(circle.state, ("k7f3", "t2")) is None
    circle.do(something)
    assert last_undone(circle.state, ("k7f3", "t1")) is None


def test_a_refused_intent_leaves_every_part_of_the_state_as_it_was() -> None:
    circle = Circle(people=["Ana"])
    before = whole(circle.state)
    circle.refusal(intents.EndTurn("99@none"))
    circle.refusal(intents.Welcome("ana"))
    assert whole(circle.state) == before
