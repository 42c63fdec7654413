"""Roles that the group has, and the terms that people serve in them, each as a frozen value.

Dates are ISO dates in the room. What a role lacks, and what is to be done about it, is asked of
``core.roles``.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from facilitator.core.vocabulary import NOBODY, FactId, PersonId, RoleKind, StepId, Text

MICRO_DAYS = 14
"""A micro-role lasts two weeks at most (PRACTICE: roles, terms, succession)."""


class Ending(StrEnum):
    """How a term came to its end."""

    HANDED_OVER = "handed over"
    GIVEN_BACK = "given back"
    EMERGENCY = "released in an emergency"
    RENEWED = "renewed"
    LAPSED = "over"
    NOT_CHOSEN = "not chosen"


class Handoff(Struct, frozen=True):
    """What a holder hands over in words: what was done, what is left, what to know."""

    done: Text = ()
    left: Text = ()
    know: Text = ()


class Term(Struct, frozen=True):
    """A person's time in a role, and how far the next one is trained.

    Attributes:
        meeting: where it was claimed; empty if in none.
        starts: its first day.
        ends: the day on which the next term can begin.
        reasons: why the circle chose this person, if it did.
        selected: whether it did.
        renews: the person's own term before, if it follows on that.
        takes_over: the term that was handed over to this one.
        successor: who is to have the role next.
        named_on: since when that is said.
        shadowing_on: since when the successor goes along.
        led_on: when the successor did it themselves.
        ticked: the skills that the successor says they have, and since when.
        confirmed: those that the holder confirmed, and when.
        signed: who signed the handoff, and when.
        handoff: what is handed over in words.
        over_on: the day on which it was over, once it is.
        ending: how it came to its end, once it has.
        reason: why, in words.
        skills: what was on the role's list when it began.
    """

    id: FactId
    meeting: FactId
    person: PersonId
    starts: str
    ends: str
    reasons: tuple[Text, ...] = ()
    selected: bool = False
    renews: FactId = ""
    takes_over: FactId = ""
    successor: PersonId = NOBODY
    named_on: str = ""
    shadowing_on: str = ""
    led_on: str = ""
    ticked: dict[str, str] = {}
    confirmed: dict[str, str] = {}
    signed: dict[PersonId, str] = {}
    handoff: Handoff = Handoff()
    over_on: str = ""
    ending: Ending | None = None
    reason: Text = ()
    skills: tuple[str, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether nothing was said yet that ends it; a micro-role's lapses by its date as well."""
        return self.ending is None


class Role(Struct, frozen=True):
    """A role of the group, and the terms that were served in it, in order.

    Attributes:
        meeting: where it was opened; empty if in none.
        step: at which step.
        days: the length of a term, unless it is counted in months.
        months: the length of a term in calendar months, or 0.
        kind: how long it binds, and whether it is handed over.
        weekly: what is done week by week.
        skills: what whoever has it needs to know, and passes on.
        source: the note that it came from.
        offered: the meetings on whose list it was put again, and the step there.
        open_again: whether that was after the last term was over.
        dropped_on: since when it is not needed any more.
        dropped_why: why, in words.
        merged_into: the role that it became part of.
        called_before: names that it had earlier.
    """

    id: FactId
    meeting: FactId
    step: StepId
    name: str
    purpose: str
    days: int
    terms: tuple[Term, ...] = ()
    months: int = 0
    kind: RoleKind = RoleKind.MICRO
    weekly: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    source: FactId = ""
    offered: dict[FactId, StepId] = {}
    open_again: bool = False
    dropped_on: str = ""
    dropped_why: Text = ()
    merged_into: FactId = ""
    called_before: tuple[str, ...] = ()

    @property
    def needed(self) -> bool:
        """Whether the group has it still."""
        return not self.dropped_on and not self.merged_into

    @property
    def running(self) -> tuple[Term, ...]:
        """The terms that nothing has ended; two are two claims between which the circle decides."""
        return tuple(term for term in self.terms if term.runs)

    @property
    def term(self) -> Term | None:
        """The latest term that nothing has ended, if any."""
        return self.running[-1] if self.running else None

    def held_on(self, day: str) -> tuple[Term, ...]:
        """The terms in force on an ISO date: what is handed over is held until it is."""
        return tuple(term for term in self.running if self.kind.handed_over or day < term.ends)

    def offered_in(self, meeting: FactId) -> StepId | None:
        """The step of a meeting at which it was opened or put on the list, if it was."""
        if meeting and meeting == self.meeting:
            return self.step
        return self.offered.get(meeting)


def kind_by_length(days: int, months: int) -> RoleKind:
    """The kind of a role of which only the length is said."""
    return RoleKind.STEWARDSHIP if months or days > MICRO_DAYS else RoleKind.MICRO
