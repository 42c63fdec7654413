"""How the group stands to a skill, in words for people."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.skills.knowing import Known
from facilitator.core.vocabulary import PersonId
from facilitator.core.words import Names, called, listed, short


def known_words(known: Known, names: Names) -> str:
    """``Bo teaches it; Ana has it; Dee learns it from Bo; Chidi and Eli wish for it``.

    Where only one person has it although it is wanted, or nobody, that comes first.
    """
    return "; ".join(filter(None, (_has(known, names), _wants(known, names))))


def _has(known: Known, names: Names) -> str:
    if known.missing:
        return "nobody has it yet"
    only = "only " if known.alone else ""
    teaches = set(known.teaches)
    others = [person for person in known.has if person not in teaches]
    told = []
    if known.teaches:
        told.append(f"{only}{_people(known.teaches, names)} {_verb(known.teaches, 'teach')} it")
    if others:
        verb = "has" if len(others) == 1 else "have"
        told.append(f"{only}{_people(others, names)} {verb} it")
    return "; ".join(told)


def _wants(known: Known, names: Names) -> str:
    told = [
        f"{called(each.learner, names)} learns it from {called(each.teacher, names)}"
        for each in known.pairings
    ]
    if known.wishes:
        told.append(f"{_people(known.wishes, names)} {_verb(known.wishes, 'wish')} for it")
    if known.roles:
        told.append(f"{listed([short(role.name) for role in known.roles])} needs it")
    return "; ".join(told)


def _people(people: Sequence[PersonId], names: Names) -> str:
    return listed([called(person, names) for person in people])


def _verb(people: Sequence[PersonId], verb: str) -> str:
    return f"{verb}es" if len(people) == 1 else verb


def skill_heading(known: Known) -> str:
    """``First aid, practical``."""
    sort = known.skill.sort
    return f"{known.skill.name}, {sort.value}" if sort is not None else known.skill.name
