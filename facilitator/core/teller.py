"""Looks up what the identities in a fact stand for, for the words in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from msgspec import Struct

from facilitator.core.events import FactId, PersonId, StepId, Text
from facilitator.core.state import Meeting, State
from facilitator.core.words import called, plain


class Teller(Struct, frozen=True):
    """Looks up what the identities in a fact stand for."""

    state: State
    meeting: Meeting | None
    names: Mapping[PersonId, str]

    def who(self, person: PersonId) -> str:
        """A person's name."""
        return called(person, self.names)

    def speaker(self, turn_id: FactId) -> str:
        """The name of the person whose turn it is."""
        turn = self.meeting.turns.get(turn_id) if self.meeting is not None else None
        return self.who(turn.person) if turn is not None else "someone"

    def hand(self, hand_id: FactId) -> str:
        """The name of the person who raised a hand."""
        hand = self.meeting.hands.get(hand_id) if self.meeting is not None else None
        return self.who(hand.person) if hand is not None else "someone"

    def step(self, step_id: StepId) -> str:
        """A step's title."""
        step = self.meeting.steps.get(step_id) if self.meeting is not None else None
        return f"“{step.title}”" if step is not None else "a step"

    def role(self, role_id: FactId) -> str:
        """A role's name."""
        role = self.state.roles.get(role_id)
        return f"“{role.name}”" if role is not None else "a role"

    def quoted(self, text: Text) -> str:
        """A text, with names."""
        return f"“{plain(text, self.names)}”"

    def term(self, term_id: FactId) -> str:
        """The name of the role that a term is in."""
        return self.role(self.state.role_of_term.get(term_id, ""))

    def successor(self, term_id: FactId) -> str:
        """Who is to have the role after a term."""
        found = self.state.term(term_id)
        return self.who(found[1].successor) if found is not None else "someone"


Telling: TypeAlias = Callable[[Teller, Any], str]
"""What one kind of fact says."""
