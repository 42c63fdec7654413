"""Where the effects of facts are registered. Only ``core.fold`` calls them.

A fact that points at nothing known changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator.core.events import Body
from facilitator.core.facts import Fact
from facilitator.core.state import Meeting, State

Effect = Callable[[State, Fact, Any], None]
InMeeting = Callable[[Meeting, Fact, Any], None]

EFFECTS: dict[type[Body], Effect] = {}


def on(kind: type[Body]) -> Callable[[Effect], Effect]:
    """Register what a kind of fact changes in the group's state."""

    def register(handler: Effect) -> Effect:
        EFFECTS[kind] = handler
        return handler

    return register


def in_meeting(kind: type[Body]) -> Callable[[InMeeting], InMeeting]:
    """Register what a fact changes in its meeting; a fact of no known meeting changes nothing."""

    def register(handler: InMeeting) -> InMeeting:
        def guarded(state: State, fact: Fact, body: Any) -> None:
            meeting = state.meetings.get(fact.meeting)
            if meeting is not None:
                handler(meeting, fact, body)

        EFFECTS[kind] = guarded
        return handler

    return register
