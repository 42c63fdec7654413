"""What became of the agenda while the meeting went on, and when: the state alone has no times."""

from __future__ import annotations

from msgspec import Struct, field

from facilitator.core.events import StepAdded, StepExtended, StepId
from facilitator.core.state import Meeting, State


class Changes(Struct, frozen=True):
    """When steps were added, and when the room agreed to another length (UTC milliseconds)."""

    added: dict[StepId, int] = field(default_factory=dict)
    agreed: dict[StepId, list[int]] = field(default_factory=dict)


def changes(state: State, meeting: Meeting) -> Changes:
    """What was changed in a meeting since its opening and was not taken back."""
    found = Changes()
    for fact in state.facts:
        if fact.meeting != meeting.id or fact.action in state.struck:
            continue
        if meeting.opened is None or fact.at < meeting.opened:
            continue
        if isinstance(fact.body, StepAdded):
            found.added[fact.id] = fact.at
        elif isinstance(fact.body, StepExtended):
            found.agreed.setdefault(fact.body.step, []).append(fact.at)
    return found
