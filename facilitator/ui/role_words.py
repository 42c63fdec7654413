"""What about its roles a group should look at, in lines that a long name does not fill."""

from __future__ import annotations

from facilitator.core.roles.concerns import Concern, Matter, worry_words
from facilitator.core.state import State
from facilitator.core.words import Names
from facilitator.ui.text import fit

LONGEST_NAME = 40
"""Cells of a role's name in a sentence about it."""

PRESSING, SOON = "▲", "△"
WORRIES = {
    Matter.CONTESTED: (PRESSING, "decide"),
    Matter.EMERGENCY: (PRESSING, "emergency"),
    Matter.OVERDUE: (PRESSING, "overdue"),
    Matter.ENDING: (SOON, "ends soon"),
    Matter.VACANT: (SOON, "vacant"),
    Matter.MANY_TERMS: (SOON, "many terms"),
    Matter.ONE_PERSON: (SOON, "only one"),
}
"""What there is to look at, as a glyph and a word."""


def concern_said(concern: Concern, state: State, names: Names) -> tuple[str, str]:
    """The name of the role, and what about it is to be looked at."""
    role = state.roles[concern.role]
    return fit(role.name, LONGEST_NAME), worry_words(concern, state, names)


def concern_line(concern: Concern, state: State, names: Names) -> str:
    """``▲ Pantry: Ana's term ended Fri 30 Oct; no successor is named``, safe for a terminal."""
    name, words = concern_said(concern, state, names)
    return f"{WORRIES[concern.matter][0]} {name}: {fit(words, 300)}"
