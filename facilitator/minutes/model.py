"""What minutes say, as plain frozen values; Markdown and JSON are made from nothing else.

Moments are dates with the offset of the room; texts are as typed, with people called by name.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from facilitator.core.events import FactId, Hat, StepId
from facilitator.minutes.model_of_commitments import FollowedUp, Promised
from facilitator.minutes.model_of_people import Attended, Stretch, Who, Worn
from facilitator.minutes.model_of_skills import Paired, SkillTold
from facilitator.minutes.model_of_steps import OffRecord, Said, Spoke, Stage, Stopped

__all__ = [
    "Attended",
    "Decided",
    "FollowedUp",
    "Handed",
    "Minutes",
    "Next",
    "OffRecord",
    "Paired",
    "Promised",
    "RoleTaken",
    "Said",
    "SkillTold",
    "Spoke",
    "Stage",
    "Status",
    "Stopped",
    "Stretch",
    "Who",
    "Worn",
]


class Status(StrEnum):
    """How far a meeting is."""

    GATHERING = "gathering"
    OPEN = "open"
    CLOSED = "closed"
    ABANDONED = "abandoned"


class Decided(Struct, frozen=True):
    """An agreed wording; ``step`` is the identity of a stage of the minutes.

    ``read_back`` are the other wordings that were read back there before, in order.
    """

    id: FactId
    at: datetime
    step: StepId
    text: str
    read_back: tuple[str, ...] = ()


class RoleTaken(Struct, frozen=True):
    """A role that was offered, and who claimed it for a term.

    Attributes:
        id: the role's identity.
        name: what it is called.
        purpose: what it is for, if that was said.
        days: how long it is held.
        holder: who has it; ``None`` while it is open.
        starts: the term's first day, an ISO date.
        ends: the term's last day, an ISO date.
        claim: the claim's identity, if it was claimed.
        step: the identity of the stage in which it was offered and claimed; ``None`` if it
            was offered or claimed in another meeting.
        months: the length of a term in calendar months, or 0 where it is counted in days.
        kind: how long the role binds: ``hat``, ``micro-role`` or ``stewardship``.
        chosen: whether the circle chose the holder in a selection.
        reasons: what spoke for them there.
        also: who claims it too, while the circle has not decided.
        ended: how the term was over in the same meeting already, before somebody else's began.
        handed_to: who took it over in the same meeting.
    """

    id: FactId
    name: str
    purpose: str
    days: int
    holder: Who | None = None
    starts: str = ""
    ends: str = ""
    claim: FactId = ""
    step: StepId | None = None
    months: int = 0
    kind: str = ""
    chosen: bool = False
    reasons: tuple[str, ...] = ()
    also: tuple[Who, ...] = ()
    ended: str = ""
    handed_to: Who | None = None


class Handed(Struct, frozen=True):
    """Something that was done about a role: a successor named, a signature, a release."""

    id: FactId
    at: datetime
    text: str


class Next(Struct, frozen=True):
    """When the circle meets again, in words, and who has which hat; ``on``, the day they mean."""

    when: str
    facilitator: Who | None
    note_taker: Who | None
    on: str = ""


class Minutes(Struct, frozen=True):
    """One meeting's minutes.

    Attributes:
        meeting: the meeting's identity.
        date: the day it was held on in the room, an ISO date.
        began: when it was opened, or called if it was not opened yet.
        ended: when it was closed, if it was.
        so_far: the moment up to which it is told: the close, or now.
        duration_seconds: from the opening to the close, or so far, without pauses; 0 if it was
            never opened.
        hats: who had which at the end.
        worn: who had which hat from when on: by hat, then in order.
        not_reached: the titles of the steps that the circle did not come to, or not yet; the
            next meeting is offered them.
        deferred: the titles of those that were put off, reached or not; it is offered them too.
        dropped: the titles of those that were taken off the agenda.
        pauses: when every clock stood still outside every step.
        off_record: the stretches off the record outside every step.
        handed: what was done about roles besides claims, in order.
        skills: what people said of themselves and skills, and who learned what.
        pairings: who practices a skill with whom since this meeting.
        followed_up: what was said here of commitments that were made before.
        imported_from: which log it comes from, if it was not held with this program.
    """

    meeting: FactId
    title: str
    agenda: str
    status: Status
    date: str
    began: datetime
    ended: datetime | None
    so_far: datetime
    duration_seconds: int
    attendance: tuple[Attended, ...]
    hats: dict[Hat, Who]
    decisions: tuple[Decided, ...]
    commitments: tuple[Promised, ...]
    roles: tuple[RoleTaken, ...]
    next_meeting: Next
    steps: tuple[Stage, ...]
    not_reached: tuple[str, ...]
    worn: tuple[Worn, ...] = ()
    deferred: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    pauses: tuple[Stopped, ...] = ()
    off_record: tuple[OffRecord, ...] = ()
    handed: tuple[Handed, ...] = ()
    skills: tuple[SkillTold, ...] = ()
    pairings: tuple[Paired, ...] = ()
    followed_up: tuple[FollowedUp, ...] = ()
    imported_from: str = ""

    @property
    def happened(self) -> bool:
        """Whether the meeting was held, or is being held."""
        return self.status in (Status.OPEN, Status.CLOSED)

    @property
    def people(self) -> list[Who]:
        """Who was there, in seating order."""
        return [each.person for each in self.attendance if each.present]
