"""What about its roles a group should look at, the most pressing first.

These are shown at the opening of the next meeting, on the first screen and by ``facilitator
roles`` (PRACTICE: terms that run out, vacancies, the same person three terms in a row, a skill
that only one person has).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from facilitator.core.roles.claiming import SOON_DAYS
from facilitator.core.roles.standing import (
    Standing,
    know_it,
    missing,
    needed_roles,
    standing,
    terms_in_a_row,
)
from facilitator.core.state import State
from facilitator.core.tenure import Ending, Role, Term
from facilitator.core.terms import day_of
from facilitator.core.vocabulary import NOBODY, FactId, PersonId
from facilitator.core.words import Names, called, listed, number, plain, short, short_date

MANY_TERMS = 3
"""So many terms in a row of the same person are said aloud."""


class Matter(StrEnum):
    """What there is to look at, the most pressing first."""

    CONTESTED = "claimed by several"
    EMERGENCY = "open since an emergency"
    OVERDUE = "handoff overdue"
    ENDING = "term ends soon"
    VACANT = "nobody has it"
    MANY_TERMS = "many terms in a row"
    ONE_PERSON = "only one person knows it"


class Concern(Struct, frozen=True):
    """One thing about a role that the group should look at.

    Attributes:
        day: since when, or by when, an ISO date; empty where there is none.
        person: whom it is about, if anybody.
        term: the term that it is about, if any.
    """

    matter: Matter
    role: FactId
    day: str = ""
    person: PersonId = NOBODY
    term: FactId = ""


_URGENCY = {matter: place for place, matter in enumerate(Matter)}


def concerns(state: State, day: str) -> list[Concern]:
    """Everything to look at on an ISO date; the most pressing matter first, then by its day."""
    found = [each for role in needed_roles(state) for each in _of_role(role, state, day)]
    return sorted(found, key=lambda each: (_URGENCY[each.matter], each.day))


def _of_role(role: Role, state: State, day: str) -> Iterator[Concern]:
    match standing(role, day):
        case Standing.CONTESTED:
            yield Concern(Matter.CONTESTED, role.id, role.held_on(day)[0].starts)
        case Standing.OPEN:
            yield _vacancy(role)
        case Standing.OVER:
            return
        case _:
            yield from _of_term(role, role.held_on(day)[0], state, day)


def _vacancy(role: Role) -> Concern:
    last = role.terms[-1] if role.terms else None
    if last is not None and last.ending is Ending.EMERGENCY:
        return Concern(Matter.EMERGENCY, role.id, last.over_on, last.person, last.id)
    return Concern(Matter.VACANT, role.id, last.over_on if last is not None else "")


def _of_term(role: Role, term: Term, state: State, day: str) -> Iterator[Concern]:
    if not role.kind.handed_over:
        return
    if term.ends <= day:
        yield Concern(Matter.OVERDUE, role.id, term.ends, term.person, term.id)
    elif term.ends <= _soon(day):
        yield Concern(Matter.ENDING, role.id, term.ends, term.person, term.id)
    if terms_in_a_row(role) >= MANY_TERMS:
        yield Concern(Matter.MANY_TERMS, role.id, "", term.person, term.id)
    if know_it(role, state) <= {term.person} and not term.successor:
        yield Concern(Matter.ONE_PERSON, role.id, "", term.person, term.id)


def _soon(day: str) -> str:
    today = day_of(day)
    return day if today is None else (today + timedelta(days=SOON_DAYS)).isoformat()


def handoffs_due(state: State, day: str) -> list[tuple[Role, Term]]:
    """The stewardships that change hands now: on the way already, overdue, or ending soon."""
    soon = _soon(day)
    due = [
        (role, term)
        for role in needed_roles(state)
        for term in role.held_on(day)
        if role.kind.handed_over
        and len(role.held_on(day)) == 1
        and (term.ends <= soon or term.successor)
    ]
    return sorted(due, key=lambda each: each[1].ends)


def concern_words(concern: Concern, state: State, names: Names) -> str:
    """A concern in a sentence: ``Pantry: Ana's term ended Fri 30 Oct; no successor is named``.

    A very long name is shortened.
    """
    role = state.roles.get(concern.role)
    words = worry_words(concern, state, names)
    return f"{short(role.name)}: {words}" if role is not None else ""


def worry_words(concern: Concern, state: State, names: Names) -> str:
    """A concern without the name of the role: ``Ana's term ended Fri 30 Oct``."""
    role = state.roles.get(concern.role)
    if role is None:
        return ""
    who, day = called(concern.person, names), short_date(concern.day)
    match concern.matter:
        case Matter.CONTESTED:
            people = [called(term.person, names) for term in role.running]
            words = f"{listed(people)} claim it; the circle decides"
        case Matter.EMERGENCY:
            words = f"open since {day}: {who} let go in an emergency{_why(role, names)}"
        case Matter.OVERDUE:
            words = f"{who}'s term ended {day}{_lacks(role, concern, names)}"
        case Matter.ENDING:
            words = f"{who}'s term ends {day}{_lacks(role, concern, names)}"
        case Matter.VACANT:
            words = f"open since {day}" if concern.day else "nobody has it yet"
        case Matter.MANY_TERMS:
            words = f"{who} has it for the {_ordinal(terms_in_a_row(role))} term in a row"
        case Matter.ONE_PERSON:
            words = f"only {who} knows how"
    return words


def _why(role: Role, names: Names) -> str:
    why = plain(role.terms[-1].reason, names) if role.terms else ""
    return f" ({why})" if why else ""


def _lacks(role: Role, concern: Concern, names: Names) -> str:
    term = next((each for each in role.terms if each.id == concern.term), None)
    lacking = missing(role, term, names) if term is not None else []
    if not lacking:
        return ""
    more = f", and {number(len(lacking) - 1)} more" if len(lacking) > 1 else ""
    return f"; {lacking[0]}{more}"


def _ordinal(count: int) -> str:
    return {3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}.get(count, f"{count}th")
