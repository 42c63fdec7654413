"""The one way to change a circle: an intent goes in, facts or a refusal in words come out."""

from __future__ import annotations

from facilitator.core import (
    gathering,
    going_round,
    hands,
    line_rules,
    off_record,
    outcomes,
    pausing,
    seating,
    selecting,
    steps,
    turns,
    walking,
    writing,
)
from facilitator.core.commitments import changing
from facilitator.core.intents import Here, Intent, Refusal
from facilitator.core.roles import claiming, opening, succession
from facilitator.core.rulebook import RULES, Decision
from facilitator.core.skills import filing
from facilitator.core.state import State

__all__ = [
    "changing",
    "claiming",
    "decide",
    "filing",
    "gathering",
    "going_round",
    "hands",
    "line_rules",
    "off_record",
    "opening",
    "outcomes",
    "pausing",
    "seating",
    "selecting",
    "steps",
    "succession",
    "turns",
    "walking",
    "writing",
]


def decide(state: State, intent: Intent, here: Here) -> Decision:
    """What follows from an intent.

    Returns:
        the facts to be written, at least one, or the reason why there are none.
    """
    rule = RULES.get(type(intent))
    if rule is None:
        return Refusal("This version of the program does not know how to do that.")
    return rule(state, intent, here)
