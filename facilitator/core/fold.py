"""From facts to state. Total: any fact on any state gives a state, in time linear in the facts.

A fact that points at nothing known changes nothing; a fact that can't be read is counted
and skipped. An undoing is a fold without the facts that it takes back.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.core import (
    effects_in_the_room,
    effects_of_steps,
    effects_of_time,
    effects_off_the_record,
    effects_on_commitments,
    effects_on_handoffs,
    effects_on_lines,
    effects_on_paper,
    effects_on_roles,
    effects_on_selections,
    effects_on_skills,
    effects_on_the_floor,
)
from facilitator.core.effects import EFFECTS
from facilitator.core.events import FactId, Undone
from facilitator.core.facts import Fact, Unknown
from facilitator.core.state import State

__all__ = [
    "apply",
    "effects_in_the_room",
    "effects_of_steps",
    "effects_of_time",
    "effects_off_the_record",
    "effects_on_commitments",
    "effects_on_handoffs",
    "effects_on_lines",
    "effects_on_paper",
    "effects_on_roles",
    "effects_on_selections",
    "effects_on_skills",
    "effects_on_the_floor",
    "fold",
    "taken_back",
]


def fold(facts: Iterable[Fact], onto: State | None = None) -> State:
    """The state after some facts, in journal order.

    Args:
        facts: what happened, in the order of (lamport, replica).
        onto: the state before them; it may be changed, use what is returned.
    """
    more = list(facts)
    if any(isinstance(fact.body, Undone) for fact in more):
        more = [*onto.facts, *more] if onto is not None else more
        onto = State(struck=taken_back(more))
    state = onto if onto is not None else State()
    for fact in more:
        _apply_fact(state, fact)
    return state


def apply(state: State, fact: Fact) -> State:
    """The state after one more fact; the one given may be changed, use what is returned."""
    return fold((fact,), onto=state)


def taken_back(facts: list[Fact]) -> set[FactId]:
    """The actions that are undone; an undoing that was itself undone takes nothing back."""
    struck: set[FactId] = set()
    for fact in reversed(facts):
        if isinstance(fact.body, Undone) and fact.action not in struck:
            struck.add(fact.body.target)
    return struck


def _apply_fact(state: State, fact: Fact) -> None:
    state.facts.append(fact)
    if isinstance(fact.body, Unknown):
        state.unread[fact.id] = fact.body.kind
        return
    if fact.action in state.struck:
        return
    effect = EFFECTS.get(type(fact.body))
    if effect is not None:
        effect(state, fact, fact.body)
