"""Evenings in memory: where they begin, and what people press in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from hypothesis import strategies as st

from facilitator.core import intents
from facilitator.core.intents import Intent, Refusal
from support import scenes
from support.play import Circle, Move
from support.wishes import wishes

Beginning: TypeAlias = Callable[[], Circle]

BEGINNINGS: st.SearchStrategy[Beginning] = st.sampled_from(
    (
        scenes.called,
        scenes.discussing,
        scenes.stacked,
        scenes.having_the_word,
        scenes.speaking,
        scenes.twice,
        scenes.at_roles,
        scenes.mustering,
        scenes.passed_by_all,
    )
)


def pressed(circle: Circle, move: Move) -> tuple[Intent, str]:
    """What someone presses, and where."""
    terminal, pick, passes = move
    circle.now += passes
    possible = wishes(circle.state, circle.meeting, terminal)
    return possible[pick % len(possible)], terminal


def sensible(circle: Circle, move: Move) -> None:
    """Do the first thing from a place among the wishes that the rules allow."""
    terminal, pick, passes = move
    circle.now += passes
    possible = wishes(circle.state, circle.meeting, terminal)
    for place in range(len(possible)):
        wish = possible[(pick + place) % len(possible)]
        if isinstance(wish, (intents.Undo, intents.AbandonMeeting, intents.CloseCircle)):
            continue
        if not isinstance(circle.send(wish, terminal), Refusal):
            return
