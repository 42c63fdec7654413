"""Who or what is meant by words on the command line: people, roles, terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from facilitator.cli.problems import Sentence
from facilitator.core.events import PersonId
from facilitator.core.letters import plain_letters
from facilitator.core.roles.standing import needed_roles
from facilitator.core.skills.knowing import overview
from facilitator.core.state import State
from facilitator.core.tenure import Role, Term
from facilitator.line.finding import meant
from facilitator.line.orders import LineError


def storable(words: str) -> str:
    """Words as typed; bytes that are no UTF-8 become question marks."""
    return words.encode("utf-8", "replace").decode("utf-8")


def person_meant(words: str, state: State, names: Mapping[PersonId, str]) -> PersonId:
    """Someone of the group: by their name, or its beginning.

    Raises:
        Sentence: nobody is meant, or several can be.
    """
    return anyone_meant(words, {one: names[one] for one in names if one not in state.departed})


def anyone_meant(words: str, names: Mapping[PersonId, str]) -> PersonId:
    """One of some people: by their name, its beginning, or their identity.

    Raises:
        Sentence: nobody is meant, or several can be; who have the same name are told apart by
            their identities.
    """
    wanted = words.strip().removeprefix("@").strip()
    if not wanted:
        raise Sentence("Whom? Type a name.")
    if wanted in names:
        return wanted
    known = told_apart(names)
    try:
        unknown = f"The group knows nobody called {wanted}."
        if not known:
            unknown += " People are known from the first circle that they come to."
        place = meant(wanted, [*known.values()], unknown)
    except LineError as error:
        raise Sentence(str(error)) from None
    return [*known][place]


def told_apart(names: Mapping[PersonId, str]) -> dict[PersonId, str]:
    """What people are called; who has the name of another with the identity behind it."""
    times = Counter(map(plain_letters, names.values()))
    return {
        person: f"{name} ({person})" if times[plain_letters(name)] > 1 else name
        for person, name in names.items()
    }


def role_meant(words: str, state: State) -> Role:
    """A role of the group: by its name, its beginning, or its identity.

    Raises:
        Sentence: none is meant, or several can be.
    """
    roles = needed_roles(state)
    if (known := state.roles.get(words)) is not None and known in roles:
        return known
    otherwise = f"{words.strip() or 'That'} is no role of the group: see facilitator roles list"
    try:
        return roles[meant(words, [role.name for role in roles], otherwise)]
    except LineError as error:
        raise Sentence(str(error)) from None


def term_meant(words: str, state: State, day: str) -> tuple[Role, Term]:
    """A role and the term in force on an ISO date.

    Raises:
        Sentence: no role is meant, nobody has it, or several claim it.
    """
    role = role_meant(words, state)
    held = role.held_on(day)
    if not held:
        raise Sentence(f"Nobody has {role.name} just now.")
    if len(held) > 1:
        raise Sentence(
            f"Several claim {role.name}. The circle decides first: facilitator roles settle"
        )
    return role, held[0]


def skill_meant(words: str, role: Role) -> str:
    """A skill of a role's list: by its words, or their beginning.

    Raises:
        Sentence: none is meant, or several can be.
    """
    if not role.skills:
        raise Sentence(f"{role.name} has no list of skills: facilitator roles describe --skill …")
    try:
        return role.skills[meant(words, role.skills, f"{words} is not on the list of {role.name}.")]
    except LineError as error:
        raise Sentence(str(error)) from None


def group_skill_meant(words: str, state: State) -> str:
    """The key of a skill that somebody spoke of, or a role needs: by its name or its beginning.

    Raises:
        Sentence: none is meant, or several can be.
    """
    known = {each.skill.key: each.skill.name for each in overview(state)}
    key = state.skills.key_of(words)
    if key in known:
        return key
    otherwise = f"The group knows no skill {words.strip() or 'without a name'}."
    try:
        return [*known][meant(words, [*known.values()], otherwise)]
    except LineError as error:
        raise Sentence(str(error)) from None
