"""Roles and their terms: openings, claims, handoffs. Dates are ISO dates in the room.

All of them outlast the meeting that they are said in; said in none, they belong to none. The
states a stewardship goes through are those of the practice: claimed, successor named, shadowing,
led once, both signed, released.
"""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import FactId, PersonId, RoleKind, StepId, Text


class RoleOpened(Body, frozen=True):
    """A role was offered for claiming, to be held for so many days, or so many calendar months.

    Without a kind, the length says which it is. ``source`` is the note that it came from.
    """

    kind = "role-opened"
    lasts: ClassVar[bool] = True
    step: StepId
    name: str
    purpose: str = ""
    days: int = 14
    months: int = 0
    role_kind: RoleKind | None = None
    weekly: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    source: FactId = ""


class RoleOffered(Body, frozen=True):
    """A role that the group has was put on the list of this meeting."""

    kind = "role-offered"
    lasts: ClassVar[bool] = True
    role: FactId
    step: StepId
    on: str


class RoleDescribed(Body, frozen=True):
    """What a role is was said anew: name, purpose, what is done week by week, skills, length."""

    kind = "role-described"
    lasts: ClassVar[bool] = True
    role: FactId
    name: str
    purpose: str = ""
    days: int = 14
    months: int = 0
    role_kind: RoleKind | None = None
    weekly: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


class RoleMerged(Body, frozen=True):
    """A role became part of another one, with its history."""

    kind = "role-merged"
    lasts: ClassVar[bool] = True
    role: FactId
    into: FactId


class RoleDropped(Body, frozen=True):
    """A role is not needed any more."""

    kind = "role-dropped"
    lasts: ClassVar[bool] = True
    role: FactId
    on: str
    reason: Text = ()


class BoundsChosen(Body, frozen=True):
    """How long the group lets terms be, in days: a micro-role at most, a stewardship from, to."""

    kind = "bounds-chosen"
    lasts: ClassVar[bool] = True
    micro_days: int
    least_days: int
    most_days: int


class RoleClaimed(Body, frozen=True):
    """Someone took a role on, from one ISO date until another, when the next term can begin.

    With ``JUST_OPENED`` it is the role that the same action opened, as its first fact.
    ``renews`` is the term of their own that it follows; ``takes_over`` the one that was handed
    to them.
    """

    kind = "role-claimed"
    lasts: ClassVar[bool] = True
    role: FactId
    person: PersonId
    starts: str
    ends: str
    renews: FactId = ""
    takes_over: FactId = ""


class RoleFilled(Body, frozen=True):
    """The circle chose someone for a role, by a selection, for these reasons."""

    kind = "role-filled"
    lasts: ClassVar[bool] = True
    role: FactId
    person: PersonId
    starts: str
    ends: str
    step: StepId
    reasons: tuple[Text, ...] = ()


class ClaimSettled(Body, frozen=True):
    """Of several who claimed a role, the circle decided for the one with this term."""

    kind = "claim-settled"
    lasts: ClassVar[bool] = True
    role: FactId
    term: FactId
    on: str


class SuccessorNamed(Body, frozen=True):
    """Who is to have the role after this term; ``NOBODY`` takes it back. Training begins anew."""

    kind = "successor-named"
    lasts: ClassVar[bool] = True
    term: FactId
    person: PersonId
    on: str


class ShadowingBegan(Body, frozen=True):
    """The successor began to go along with the holder."""

    kind = "shadowing-began"
    lasts: ClassVar[bool] = True
    term: FactId
    on: str


class SuccessorLed(Body, frozen=True):
    """The successor did it once themselves, with the holder beside them."""

    kind = "successor-led"
    lasts: ClassVar[bool] = True
    term: FactId
    on: str


class SkillTicked(Body, frozen=True):
    """The learner says that they can do one thing of the role's list."""

    kind = "skill-ticked"
    lasts: ClassVar[bool] = True
    term: FactId
    skill: str
    on: str


class SkillConfirmed(Body, frozen=True):
    """The holder says that the learner can do it."""

    kind = "skill-confirmed"
    lasts: ClassVar[bool] = True
    term: FactId
    skill: str
    on: str


class HandoffTold(Body, frozen=True):
    """What a holder hands over in words: what was done, what is left, what to know."""

    kind = "handoff-told"
    lasts: ClassVar[bool] = True
    term: FactId
    done: Text = ()
    left: Text = ()
    know: Text = ()


class HandoffSigned(Body, frozen=True):
    """The holder, or the successor, says that the handoff is done."""

    kind = "handoff-signed"
    lasts: ClassVar[bool] = True
    term: FactId
    person: PersonId
    on: str


class TermReleased(Body, frozen=True):
    """A term is over: handed over, given back, or, in an emergency, for a reason."""

    kind = "term-released"
    lasts: ClassVar[bool] = True
    term: FactId
    on: str
    reason: Text = ()
    emergency: bool = False


class PersonLeftGroup(Body, frozen=True):
    """Someone is not part of the group any more."""

    kind = "person-left-group"
    lasts: ClassVar[bool] = True
    person: PersonId
    on: str


class PersonRejoined(Body, frozen=True):
    """Someone who had left the group is part of it again."""

    kind = "person-rejoined"
    lasts: ClassVar[bool] = True
    person: PersonId
