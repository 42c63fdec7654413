"""Roles: openings, claims, handoffs. At a meeting, or between meetings."""

from __future__ import annotations

from facilitator.core.intents.sent import Intent
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, RoleKind, StepId, Text


class OfferRole(Intent, frozen=True):
    """Offer a role for claiming: a new one, or one that the group has.

    Attributes:
        name: what it is called.
        step: the step of the meeting, if at one.
        days: the length of a term, unless it is said in months; 0 for what is usual.
        months: the length in calendar months.
        role_kind: how long it binds; without one the length says.
        weekly: what is done week by week.
        skills: what whoever has it needs to know.
        source: the note that it comes from.
    """

    name: str
    step: StepId = ""
    days: int = 0
    months: int = 0
    role_kind: RoleKind | None = None
    purpose: str = ""
    weekly: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    source: FactId = ""


class DescribeRole(Intent, frozen=True):
    """Say anew what a role is; ``None`` leaves a part of it as it is."""

    role: FactId
    name: str | None = None
    purpose: str | None = None
    days: int | None = None
    months: int | None = None
    role_kind: RoleKind | None = None
    weekly: tuple[str, ...] | None = None
    skills: tuple[str, ...] | None = None


class MergeRoles(Intent, frozen=True):
    """Make a role part of another one."""

    role: FactId
    into: FactId


class DropRole(Intent, frozen=True):
    """A role is not needed any more."""

    role: FactId
    reason: Text = ()


class ChooseBounds(Intent, frozen=True):
    """Choose how long terms can be, in days; ``None`` leaves one as it is."""

    micro_days: int | None = None
    least_days: int | None = None
    most_days: int | None = None


class ClaimRole(Intent, frozen=True):
    """Take on a role for its term, from today."""

    role: FactId
    person: PersonId


class TakeOnRole(Intent, frozen=True):
    """Take on a role that the group does not have yet: it is opened and claimed at once.

    Attributes:
        name: what it is called; if the group has it by now, that one is claimed.
        person: who takes it on.
        step: the step of the meeting, if at one.
        days: the length of a term, unless it is said in months; 0 for two weeks.
        months: the length in calendar months.
    """

    name: str
    person: PersonId
    step: StepId = ""
    days: int = 0
    months: int = 0


class SettleClaim(Intent, frozen=True):
    """Of several who claimed a role, the circle decides for the one with this term."""

    term: FactId


class NameSuccessor(Intent, frozen=True):
    """Say who is to have the role after this term; ``NOBODY`` takes it back."""

    term: FactId
    person: PersonId = NOBODY


class BeginShadowing(Intent, frozen=True):
    """The successor goes along with the holder from today on."""

    term: FactId


class RecordLed(Intent, frozen=True):
    """The successor did it once themselves."""

    term: FactId


class TickSkill(Intent, frozen=True):
    """The successor can do one thing of the role's list."""

    term: FactId
    skill: str


class ConfirmSkill(Intent, frozen=True):
    """The holder agrees that the successor can do it."""

    term: FactId
    skill: str


class TellHandoff(Intent, frozen=True):
    """Write down what is handed over: what was done, is left, is to be known.

    ``None`` leaves a part of it as it is.
    """

    term: FactId
    done: Text | None = None
    left: Text | None = None
    know: Text | None = None


class SignHandoff(Intent, frozen=True):
    """The holder or the successor signs; with the second signature the role changes hands."""

    term: FactId
    person: PersonId


class ReleaseTerm(Intent, frozen=True):
    """Step down. A stewardship is released only handed over, or in an emergency, for a reason."""

    term: FactId
    reason: Text = ()
    emergency: bool = False


class LeaveGroup(Intent, frozen=True):
    """Someone is not part of the group any more; what they held is released in an emergency."""

    person: PersonId


class RejoinGroup(Intent, frozen=True):
    """Someone who had left the group is part of it again."""

    person: PersonId
