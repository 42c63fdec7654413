"""Looks up what the identities in a fact stand for, for the words in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from msgspec import Struct

from facilitator.core.events import (
    JUST_OPENED,
    Body,
    FactId,
    PersonId,
    RoleClaimed,
    RoleFilled,
    RoleOpened,
    StepId,
    SuccessorNamed,
    Text,
)
from facilitator.core.facts import Fact, Unknown
from facilitator.core.state import Meeting, State
from facilitator.core.words import called, plain, short


class Teller(Struct, frozen=True):
    """Looks up what the identities in a fact stand for, be it taken back or in force.

    Attributes:
        fact: what is told: people and roles are named as they were then, if they changed since.
    """

    state: State
    meeting: Meeting | None
    names: Mapping[PersonId, str]
    fact: Fact

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
        """A role's name; a very long one shortened."""
        role = self.state.roles.get(role_id)
        if role is not None:
            return f"“{short(role.name)}”"
        opened = self._said(role_id)
        return f"“{short(opened.name)}”" if isinstance(opened, RoleOpened) else "a role"

    def commitment(self, commitment_id: FactId) -> str:
        """What was promised."""
        found = self.state.commitments.get(commitment_id)
        return self.quoted(found.what) if found is not None else "a commitment"

    def quoted(self, text: Text) -> str:
        """A text, with names."""
        return f"“{plain(text, self.names)}”"

    def term(self, term_id: FactId) -> str:
        """The name of the role that a term is in."""
        role = self.state.role_of_term.get(term_id, "")
        begun = self._said(term_id) if not role else None
        if isinstance(begun, RoleClaimed | RoleFilled):
            role = begun.role if begun.role != JUST_OPENED else self._action(term_id)
        return self.role(role)

    def holder(self, term_id: FactId) -> str:
        """Whose term it is."""
        found = self.state.term(term_id)
        if found is not None:
            return self.who(found[1].person)
        begun = self._said(term_id)
        return self.who(begun.person) if isinstance(begun, RoleClaimed | RoleFilled) else "someone"

    def successor(self, term_id: FactId) -> str:
        """Who was to have the role after a term, when the fact was written."""
        named = [
            each
            for each in self.state.facts
            if isinstance(each.body, SuccessorNamed)
            and each.body.term == term_id
            and (each.lamport, each.replica) < (self.fact.lamport, self.fact.replica)
        ]
        in_force = [each for each in named if each.action not in self.state.struck]
        for each in reversed(in_force or named):
            if isinstance(each.body, SuccessorNamed):
                return self.who(each.body.person)
        return "someone"

    def beside(self) -> Iterator[Body | Unknown]:
        """What was written with the fact in one action, itself included."""
        return (each.body for each in self.state.facts if each.action == self.fact.action)

    def _said(self, fact: FactId) -> Body | Unknown | None:
        """What a fact says, also one that was taken back."""
        return next((each.body for each in self.state.facts if each.id == fact), None)

    def _action(self, fact: FactId) -> FactId:
        return next((each.action for each in self.state.facts if each.id == fact), "")


Telling: TypeAlias = Callable[[Teller, Any], str]
"""What one kind of fact says."""
