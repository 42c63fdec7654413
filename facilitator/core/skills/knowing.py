"""How the group stands to each skill: who has it, who learns it, and what only one person can do.

Who has left the group is left out. Asked of the state, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from facilitator.core.letters import plain_letters
from facilitator.core.roles.standing import needed_roles
from facilitator.core.skill import Pairing, Skill, tidy_skill
from facilitator.core.state import State
from facilitator.core.tenure import Role
from facilitator.core.vocabulary import NOBODY, FactId, PersonId


class Known(Struct, frozen=True):
    """A skill, and who in the group does what with it.

    Attributes:
        has: who can do it: first who offers to teach it, then who learned it, then who used it.
        teaches: who offers to teach it.
        wishes: who wishes for it, the earliest wish first.
        pairings: who practices it with whom.
        roles: the roles of the group whose lists name it.
    """

    skill: Skill
    has: tuple[PersonId, ...]
    teaches: tuple[PersonId, ...]
    wishes: tuple[PersonId, ...]
    pairings: tuple[Pairing, ...]
    roles: tuple[Role, ...]

    @property
    def wanted(self) -> bool:
        """Whether somebody wishes for it, or a role needs it."""
        return bool(self.wishes or self.roles)

    @property
    def alone(self) -> PersonId:
        """Who alone has it although it is wanted: a single point of knowledge."""
        return self.has[0] if len(self.has) == 1 and self.wanted else NOBODY

    @property
    def missing(self) -> bool:
        """Whether it is wanted and nobody has it."""
        return self.wanted and not self.has

    @property
    def shared(self) -> bool:
        """Whether more than one person has it."""
        return len(self.has) > 1


def overview(state: State) -> list[Known]:
    """Every skill that somebody spoke of or a role needs.

    What is wanted and only one person can do comes first, then what nobody can; each by name.
    """
    needed = needed_by(state)
    pairings: dict[str, list[Pairing]] = {}
    for each in state.skills.practicing():
        if not {each.teacher, each.learner} & state.departed.keys():
            pairings.setdefault(each.skill, []).append(each)
    names = {
        state.skills.key_of(words): words
        for role in needed_roles(state)
        for words in reversed(role.skills)
    }
    unspoken = [
        Skill(key, tidy_skill(words))
        for key, words in names.items()
        if key and key not in state.skills.known
    ]
    found = [
        _known(skill, state.departed, pairings.get(skill.key, ()), needed.get(skill.key, ()))
        for skill in (*state.skills.known.values(), *unspoken)
    ]
    return sorted(
        (each for each in found if each.has or each.wanted or each.pairings or each.skill.sort),
        key=lambda each: (
            not each.alone,
            not each.missing,
            plain_letters(each.skill.name),
            each.skill.key,
        ),
    )


def _known(
    skill: Skill,
    departed: Iterable[PersonId],
    pairings: Iterable[Pairing],
    roles: Iterable[Role],
) -> Known:
    gone = set(departed)
    showed = sorted(skill.showed)
    has = dict.fromkeys((*skill.teaches, *skill.learned, *skill.used, *showed))
    return Known(
        skill,
        tuple(person for person in has if person not in gone),
        tuple(person for person in skill.teaches if person not in gone),
        wishing(skill, gone),
        tuple(pairings),
        tuple(roles),
    )


def wishing(skill: Skill, departed: Iterable[PersonId]) -> tuple[PersonId, ...]:
    """Who wishes for a skill, the earliest wish first."""
    gone = set(departed)
    wishes = sorted(skill.wishes.items(), key=lambda each: (each[1].on, each[1].fact))
    return tuple(person for person, _ in wishes if person not in gone)


def needed_by(state: State) -> dict[str, tuple[Role, ...]]:
    """The roles whose lists name a skill, by its key."""
    found: dict[str, dict[FactId, Role]] = {}
    for role in needed_roles(state):
        for words in role.skills:
            key = state.skills.key_of(words)
            if key:
                found.setdefault(key, {})[role.id] = role
    return {key: tuple(roles.values()) for key, roles in found.items()}


def shared_skills(state: State) -> int:
    """How many skills more than one person has."""
    return sum(each.shared for each in overview(state))


def single_points(state: State) -> list[Known]:
    """What is wished for or needed, and only one person can do."""
    return [each for each in overview(state) if each.alone]
