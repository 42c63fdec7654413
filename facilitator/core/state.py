"""What the facts add up to: a group, its meetings and what happened in them.

Everything that a fact describes is a frozen value (``core.entities``); the collections that
hold them grow as facts are applied, and only ``core.fold`` changes them.
"""

from __future__ import annotations

from msgspec import Struct, field

from facilitator.core.commitment import Commitment
from facilitator.core.entities import (
    Attendance,
    Decision,
    Hand,
    HatChange,
    NextMeeting,
    Note,
    Pause,
    Person,
    Round,
    Span,
    StepVisit,
    Turn,
)
from facilitator.core.events import (
    FactId,
    PersonId,
)
from facilitator.core.facts import Fact
from facilitator.core.meeting import Meeting
from facilitator.core.skill import Skills
from facilitator.core.tenure import Role, Term
from facilitator.core.terms import Bounds

__all__ = [
    "Attendance",
    "Commitment",
    "Decision",
    "Hand",
    "HatChange",
    "Meeting",
    "NextMeeting",
    "Note",
    "Pause",
    "Person",
    "Role",
    "Round",
    "Span",
    "State",
    "StepVisit",
    "Term",
    "Turn",
]


class State(Struct):
    """Everything that the facts say; ``facts`` are those it was folded from, in order.

    At a meeting those are its own and what outlasts every meeting.

    Attributes:
        role_of_term: in which role each term is.
        bounds: how long the group lets terms be.
        departed: who left the group, and when.
        skills: what people can do and want to learn.
    """

    facts: list[Fact] = field(default_factory=list)
    struck: set[FactId] = field(default_factory=set)
    unread: dict[str, str] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    meetings: dict[FactId, Meeting] = field(default_factory=dict)
    commitments: dict[FactId, Commitment] = field(default_factory=dict)
    roles: dict[FactId, Role] = field(default_factory=dict)
    role_of_term: dict[FactId, FactId] = field(default_factory=dict)
    bounds: Bounds = Bounds()
    departed: dict[PersonId, str] = field(default_factory=dict)
    skills: Skills = field(default_factory=Skills)

    @property
    def happened(self) -> list[Fact]:
        """The facts of the meeting that the state was read for; without one, those of none.

        What lasts from other meetings is left out: it is not this meeting's to tell or to undo.
        """
        meeting = next(reversed(self.meetings), "")
        return [fact for fact in self.facts if fact.meeting == meeting]

    @property
    def struck_here(self) -> set[FactId]:
        """The facts of the meeting that the state was read for that were taken back."""
        return {fact.id for fact in self.happened if fact.action in self.struck}

    def commitments_of(self, meeting: FactId) -> list[Commitment]:
        """What was promised in one meeting, in order."""
        return [each for each in self.commitments.values() if each.meeting == meeting]

    def followed_up(self, meeting: FactId) -> list[Commitment]:
        """What was promised before a meeting and spoken of there, as the meeting left it."""
        return [
            each.as_of(meeting)
            for each in self.commitments.values()
            if each.meeting != meeting and any(change.meeting == meeting for change in each.lineage)
        ]

    def roles_of(self, meeting: FactId) -> list[Role]:
        """The roles on the list of one meeting, in the order in which the group has had them."""
        return [
            role
            for role in self.roles.values()
            if role.needed and role.offered_in(meeting) is not None
        ]

    def term(self, term: FactId) -> tuple[Role, Term] | None:
        """A term and the role that it is in."""
        role = self.roles.get(self.role_of_term.get(term, ""))
        found = next((each for each in role.terms if each.id == term), None) if role else None
        return (role, found) if role is not None and found is not None else None
