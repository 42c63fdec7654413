"""How a role stands, and exactly what its handoff lacks. Asked of the state, changes nothing.

The states of a stewardship are those of the practice: open, claimed, successor named, shadowing,
led once, signed by one; signed by both it is released, and the successor's term begins.
"""

from __future__ import annotations

from enum import StrEnum

from facilitator.core.letters import plain_letters
from facilitator.core.state import State
from facilitator.core.tenure import Ending, Role, Term
from facilitator.core.vocabulary import NOBODY, FactId, PersonId
from facilitator.core.words import Names, called


class Standing(StrEnum):
    """How far a role is on its way from one holder to the next."""

    OPEN = "open"
    CONTESTED = "claimed by several"
    CLAIMED = "claimed"
    NAMED = "successor named"
    SHADOWING = "shadowing"
    LED = "led once"
    SIGNED = "signed by one"
    OVER = "over"
    DROPPED = "not needed"
    MERGED = "part of another"


def standing(role: Role, day: str) -> Standing:
    """How a role stands on an ISO date.

    A stewardship without a holder is open. A micro-role that was held and is over was done, and
    is open again only when it is put on a list anew.
    """
    if role.merged_into:
        return Standing.MERGED
    if role.dropped_on:
        return Standing.DROPPED
    held = role.held_on(day)
    if len(held) > 1:
        return Standing.CONTESTED
    if held:
        return _of_term(held[0])
    return Standing.OVER if done(role) else Standing.OPEN


def done(role: Role) -> bool:
    """Whether a role that is not handed over was served, and has not been offered since."""
    if role.kind.handed_over or role.open_again or not role.terms:
        return False
    last = role.terms[-1]
    return last.runs or (bool(last.over_on) and last.over_on >= last.ends)


def _of_term(term: Term) -> Standing:
    if term.signed:
        return Standing.SIGNED
    if term.led_on:
        return Standing.LED
    if term.shadowing_on:
        return Standing.SHADOWING
    return Standing.NAMED if term.successor else Standing.CLAIMED


def untrained(role: Role, term: Term, names: Names) -> list[str]:
    """What is missing until the successor is trained, a few words each; nothing if they are."""
    if term.successor == NOBODY:
        return ["no successor is named"]
    next_one, holder = called(term.successor, names), called(term.person, names)
    missing = []
    if not term.shadowing_on:
        missing.append(f"{next_one} has not shadowed yet")
    if not term.led_on:
        missing.append(f"{next_one} has not led it once")
    for skill in role.skills:
        if skill not in term.ticked:
            missing.append(f"{next_one} has not ticked “{skill}”")
        elif skill not in term.confirmed:
            missing.append(f"{holder} has not confirmed “{skill}”")
    return missing


def unsigned(term: Term, names: Names) -> list[str]:
    """Whose signature under the handoff is missing, a few words each."""
    people = (term.person, term.successor) if term.successor else (term.person,)
    return [f"{called(one, names)} has not signed" for one in people if one not in term.signed]


def missing(role: Role, term: Term, names: Names) -> list[str]:
    """Everything that a handoff lacks, in the order in which it is done."""
    return [*untrained(role, term, names), *unsigned(term, names)]


def holder_on(role: Role, day: str) -> PersonId:
    """Who has a role on an ISO date; nobody if nobody has, or several say so."""
    held = role.held_on(day)
    return held[0].person if len(held) == 1 else NOBODY


def served(term: Term) -> bool:
    """Whether a term was one: it runs, it saw another day, or it was handed over.

    Whoever hands a role over on the day on which they took it on has trained somebody in it. A
    claim that the circle did not choose, or that was given back at once, came to nothing.
    """
    return term.runs or term.ending is Ending.HANDED_OVER or term.over_on > term.starts


def terms_in_a_row(role: Role) -> int:
    """How many terms whoever has the role now has had it without a break, this one counted.

    Claims that came to nothing do not count.
    """
    terms = [term for term in role.terms if served(term)]
    count = 0
    for term in reversed(terms):
        if term.person != terms[-1].person:
            break
        count += 1
    return count


def know_it(role: Role, state: State) -> set[PersonId]:
    """Everyone in the group who can do what a role asks for.

    Who has had it, successors who led it once, and whoever has each skill on its list, by the same
    word as on the page of the skills. Who has left the group is left out, as there.
    """
    people = {term.person for term in role.terms if served(term)}
    people |= {term.successor for term in role.terms if term.successor and term.led_on}
    known = [state.skills.named(skill) for skill in role.skills]
    having = [skill.knowers if skill is not None else set() for skill in known]
    if having:
        people |= set.intersection(*having)
    return people - state.departed.keys()


def brought(role: Role, person: PersonId, state: State) -> list[str]:
    """The skills of a role's list that somebody brings along.

    What was on the list when they had the role themselves, and what the page of the skills has
    them for.
    """
    own = {
        skill
        for term in role.terms
        if term.person == person and served(term)
        for skill in term.skills
    }
    known = ((skill, state.skills.named(skill)) for skill in role.skills)
    has = {skill for skill, found in known if found is not None and person in found.knowers}
    return [skill for skill in role.skills if skill in own | has]


def needed_roles(state: State) -> list[Role]:
    """The roles that the group has, in order of their names."""
    return sorted(
        (role for role in state.roles.values() if role.needed),
        key=lambda role: (plain_letters(role.name), role.id),
    )


def role_called(state: State, name: str) -> Role | None:
    """The role of a name, if the group has it; case, accents and spaces make no difference."""
    wanted = _plain(name)
    return next((role for role in needed_roles(state) if _plain(role.name) == wanted), None)


def followed(state: State, role: FactId) -> Role | None:
    """A role, or the one that it became part of."""
    found = state.roles.get(role)
    while found is not None and found.merged_into:
        found = state.roles.get(found.merged_into)
    return found


def _plain(name: str) -> str:
    return " ".join(plain_letters(name).split())
