"""Which role a line of capture means, who takes it on, and what is not clear about it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.core.capture import Captured
from facilitator.core.intents import ClaimRole, Intent, Refusal, TakeOnRole
from facilitator.core.letters import plain_letters
from facilitator.core.roles.standing import needed_roles, role_called
from facilitator.core.roles.typed import typed_role
from facilitator.core.state import State
from facilitator.core.tenure import MICRO_DAYS, Role
from facilitator.core.vocabulary import NOBODY, PersonId, StepId
from facilitator.core.words import Names, called, length

MOST_NAMED = 5
"""So many of the roles that could be meant are named."""


class Meant(Struct, frozen=True):
    """The role that some words mean: one of the group, or a new one.

    Attributes:
        name: what it is called; the words as typed, if the group has none so called.
        role: the role of the group, if it is one.
        several: what the roles are called that could be meant, if it is not one.
        days: the length of a term that stands behind its name, or that a new role has.
        months: that length, if it is counted in calendar months.
    """

    name: str
    role: Role | None = None
    several: tuple[str, ...] = ()
    days: int = 0
    months: int = 0

    @property
    def words(self) -> str:
        """Which role, in words; what is not clear about it."""
        return f"{_any_of(self.several)}?" if self.several else self.name or "which role?"

    @property
    def what(self) -> str:
        """What becomes of it: ``role claimed``, or ``new role, two weeks``."""
        if self.role is not None or self.several or not self.name:
            return "role claimed"
        fortnight = (self.days, self.months) == (MICRO_DAYS, 0)
        return f"new role, {'two weeks' if fortnight else length(self.days, self.months)}"

    @property
    def doubt(self) -> str:
        """Why it can't be taken on as it was typed, a sentence; nothing if it can."""
        if self.several:
            return f"Which role: {_any_of(self.several)}? Type more of its name."
        if not self.name:
            return "Which role? Type it after the %, as in: % pots: ana."
        role = self.role
        if role is not None and (self.days, self.months) not in ((0, 0), (role.days, role.months)):
            usual = length(role.days, role.months)
            return f"{role.name} is for {usual} a term. Leave the length out to claim it."
        return ""


class Taker(Struct, frozen=True):
    """Who takes a role on.

    Attributes:
        person: who it is; nobody, if that is not clear.
        name: what they are called.
        stranger: the name of somebody who is not here.
        rivals: the names of two who could be meant.
    """

    person: PersonId = NOBODY
    name: str = ""
    stranger: str = ""
    rivals: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Who it is, in words; what is not clear about it."""
        if self.stranger:
            return f"whose? nobody here is {self.stranger}"
        return f"whose? {_any_of(self.rivals)}" if self.rivals else self.name or "whose?"

    def doubt(self, role: str) -> str:
        """Why they can't take a role of that name on, a sentence; nothing if they can."""
        if self.stranger:
            return f"Nobody here is {self.stranger}. A role is claimed by someone who is here."
        if self.rivals:
            one, other = self.rivals
            return f"{one} and {other} are both here. Put an @ before who takes the role."
        if self.person == NOBODY:
            return f"Who takes {role}? Type it behind a colon, as in: % pots: ana."
        return ""


class Wanted(Struct, frozen=True):
    """What a line asks for that takes on a role."""

    meant: Meant
    taker: Taker

    def intent(self, step: StepId) -> Intent | Refusal:
        """What is asked for at a step, or why that is not clear yet."""
        meant = self.meant
        doubt = meant.doubt or self.taker.doubt(meant.name)
        if doubt:
            return Refusal(doubt)
        if meant.role is not None:
            return ClaimRole(meant.role.id, self.taker.person)
        return TakeOnRole(meant.name, self.taker.person, step, meant.days, meant.months)


def wanted(captured: Captured, speaker: PersonId, state: State, names: Names) -> Wanted:
    """What a line asks for that takes on a role.

    Args:
        captured: the line.
        speaker: who takes it on, if the line names nobody.
        state: the roles of the group.
        names: what people are called.
    """
    words = captured.role
    if captured.sides and role_called(state, words) is None:
        return _between(captured, state, names)
    if captured.owner or captured.stranger:
        person = captured.owner
    elif words and not roles_meant(state, words) and _so_called(words, names):
        words, person = "", _so_called(words, names)
    else:
        person = speaker
    taker = Taker(person, called(person, names) if person else "", captured.stranger)
    return Wanted(role_meant(state, words), taker)


def _so_called(words: str, names: Names) -> PersonId:
    """Who is called exactly as some words: they name no role, but say for whom one is to be."""
    alike = (
        person for person, name in names.items() if plain_letters(name) == plain_letters(words)
    )
    return next(alike, NOBODY)


def _between(captured: Captured, state: State, names: Names) -> Wanted:
    """What a line asks for with people on both sides of its colon, or on neither."""
    left, right = captured.sides
    if not captured.rivals:
        words, stranger = _role_side(left, right, state)
        return Wanted(role_meant(state, words), Taker(stranger=stranger))
    one, other = captured.rivals
    here, there = role_called(state, left), role_called(state, right)
    if (here is None) is (there is None):
        both = called(one, names), called(other, names)
        return Wanted(role_meant(state, captured.role), Taker(rivals=both))
    words, person = (left, other) if here is not None else (right, one)
    return Wanted(role_meant(state, words), Taker(person, called(person, names)))


def _role_side(left: str, right: str, state: State) -> tuple[str, str]:
    """Which of two sides is the role, and the name on the other one, of somebody not here."""
    if not left.strip() or not right.strip():
        return left.strip() or right.strip(), ""
    here, there = roles_meant(state, left), roles_meant(state, right)
    if here and not there:
        return left, right
    if there and not here:
        return right, left
    return left, f"{left} or {right}"


def role_meant(state: State, words: str) -> Meant:
    """The role that words mean, with a length behind them or without one."""
    found = roles_meant(state, words)
    name, days, months = (words, 0, 0) if found else typed_role(words)
    if days or months:
        found = roles_meant(state, name)
    if len(found) == 1:
        return Meant(found[0].name, found[0], (), days, months)
    if found:
        return Meant(name, None, tuple(role.name for role in found), days, months)
    if not days and not months:
        days = min(MICRO_DAYS, state.bounds.micro_days)
    return Meant(name, None, (), days, months)


def roles_meant(state: State, words: str) -> list[Role]:
    """The role of the group that is called so, or else every one whose name begins so.

    If none does, every one in whose name a later word begins so: *pots* is *Bring the pots*. Case,
    accents and spaces make no difference.
    """
    known = role_called(state, words)
    if known is not None:
        return [known]
    begun = " ".join(plain_letters(words).split())
    if not begun:
        return []
    names = [(role, " ".join(plain_letters(role.name).split())) for role in needed_roles(state)]
    fitting = [role for role, name in names if name.startswith(begun)]
    return fitting or [role for role, name in names if f" {begun}" in name]


def _any_of(names: Sequence[str]) -> str:
    """``Pantry or Pots``; of many only the first."""
    if len(names) > MOST_NAMED:
        names = (*names[:MOST_NAMED], "others")
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)
