"""Who can teach whom, and where whoever wishes for a skill could look over a shoulder.

Newcomers choose first, and are matched with people who have been here longer (PRACTICE: a skill
share pairs experienced members with newcomers). Suggestions only: people pair themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from msgspec import Struct

from facilitator.core.facts import place
from facilitator.core.letters import plain_letters
from facilitator.core.skill import Skill
from facilitator.core.skills.knowing import needed_by
from facilitator.core.state import State
from facilitator.core.tenure import Role
from facilitator.core.vocabulary import FactId, PersonId
from facilitator.core.words import Names, called, listed, short, short_date

MANY_LEARNERS = 3
"""So many learn from one person before somebody else who knows it is asked: three are a pair."""


class How(StrEnum):
    """How somebody came to know what they could teach; who offers it is asked first."""

    TEACHES = "teaches"
    LEARNED = "learned"
    USED = "used"

    @property
    def rank(self) -> int:
        """Lower ranks are asked first."""
        return _RANKS[self]


_RANKS = {how: rank for rank, how in enumerate(How)}


class Match(Struct, frozen=True):
    """A pairing that could be made.

    Attributes:
        skill: its key.
        how: how the teacher came to know it.
        on: since when that is said, an ISO date.
        newcomer: whether the learner is new here.
    """

    skill: str
    teacher: PersonId
    learner: PersonId
    how: How
    on: str
    newcomer: bool = False


class Place(Struct, frozen=True):
    """A role whose holder somebody could shadow, since its list names what they wish for."""

    role: FactId
    holder: PersonId
    learner: PersonId
    skill: str


class Wish(Struct, frozen=True):
    """Somebody who wishes for a skill and does not practice it yet."""

    skill: Skill
    learner: PersonId
    newcomer: bool
    fact: FactId


def matches(
    state: State,
    newcomers: Collection[PersonId] = (),
    among: Collection[PersonId] | None = None,
) -> list[Match]:
    """A teacher for each wish that somebody can fulfill, newcomers' wishes first.

    Whoever offers to teach comes before who learned it, and they before who used it; somebody who
    has been here longer before a newcomer, where a newcomer learns; nobody is given a fourth
    learner while others know it too; then whoever has the fewest.

    Args:
        state: what people said.
        newcomers: who is new here.
        among: the people who are there; without it everyone in the group.
    """
    load: dict[PersonId, int] = {}
    for pairing in state.skills.practicing():
        load[pairing.teacher] = load.get(pairing.teacher, 0) + 1
    found: list[Match] = []
    for wish in unmet(state, newcomers, among):
        teachers = [
            each
            for each in _teachers(wish.skill)
            if each[0] != wish.learner
            and each[0] not in state.departed
            and (among is None or each[0] in among)
        ]
        if not teachers:
            continue
        teacher, how, on = min(
            teachers,
            key=lambda each: (
                load.get(each[0], 0) // MANY_LEARNERS,
                wish.newcomer and each[0] in newcomers,
                each[1].rank,
                load.get(each[0], 0),
                each[0] in newcomers,
                each[2],
                place(each[0]),
                each[0],
            ),
        )
        load[teacher] = load.get(teacher, 0) + 1
        found.append(Match(wish.skill.key, teacher, wish.learner, how, on, wish.newcomer))
    return found


def unmet(
    state: State,
    newcomers: Collection[PersonId] = (),
    among: Collection[PersonId] | None = None,
) -> list[Wish]:
    """Wishes of people who do not practice that skill yet: newcomers' first, then the earliest."""
    practicing = {(each.skill, each.learner) for each in state.skills.practicing()}
    wishes = [
        Wish(skill, learner, learner in newcomers, since.fact)
        for skill in state.skills.known.values()
        for learner, since in skill.wishes.items()
        if (skill.key, learner) not in practicing
        and learner not in state.departed
        and (among is None or learner in among)
    ]
    return sorted(
        wishes, key=lambda each: (not each.newcomer, place(each.fact), each.fact, each.skill.key)
    )


def _teachers(skill: Skill) -> Iterable[tuple[PersonId, How, str]]:
    """Everyone who knows a skill, once: how they came to know it, and since when."""
    found = {person: (How.USED, since.on) for person, since in skill.used.items()}
    # Who has shown it to somebody knows it, even if they never said so.
    for learned in skill.learned.values():
        if learned.teacher:
            found.setdefault(learned.teacher, (How.USED, learned.on))
    found |= {person: (How.LEARNED, since.on) for person, since in skill.learned.items()}
    found |= {person: (How.TEACHES, since.on) for person, since in skill.teaches.items()}
    return ((person, how, on) for person, (how, on) in found.items())


def match_words(match: Match, state: State, names: Names) -> str:
    """``Bo shows first aid to Dee``."""
    teacher, learner = called(match.teacher, names), called(match.learner, names)
    return f"{teacher} shows {state.skills.called(match.skill)} to {learner}"


def reason_words(match: Match, names: Names) -> str:
    """Why they could be a pair: ``Bo offers it since Mon 4 Jan; Dee wishes for it and is new``."""
    teacher, learner, day = (
        called(match.teacher, names),
        called(match.learner, names),
        short_date(match.on),
    )
    knows = {
        How.TEACHES: f"{teacher} offers it since {day}",
        How.LEARNED: f"{teacher} learned it on {day}",
        How.USED: f"{teacher} used it on {day}",
    }[match.how]
    return f"{knows}; {learner} wishes for it{' and is new' if match.newcomer else ''}"


def shadowing_places(state: State, day: str) -> list[Place]:
    """Where whoever wishes for a skill could go along with the holder of a role that needs it."""
    needed = needed_by(state)
    found: list[Place] = []
    for wish in unmet(state):
        for role in needed.get(wish.skill.key, ()):
            held = role.held_on(day)
            if len(held) != 1 or not _free(role, wish.learner):
                continue
            holder = held[0].person
            if holder != wish.learner and holder not in state.departed:
                found.append(Place(role.id, holder, wish.learner, wish.skill.key))
    return found


def _free(role: Role, person: PersonId) -> bool:
    """Whether a person is not the one who is trained for a role already."""
    return all(term.successor != person for term in role.running)


def place_words(one: Place, state: State, names: Names) -> str:
    """``Dee could shadow Ana (Pantry): its list has keys``."""
    role = state.roles.get(one.role)
    name = short(role.name) if role is not None else "a role"
    learner, holder = called(one.learner, names), called(one.holder, names)
    return (
        f"{learner} could shadow {holder} ({name}): its list has {state.skills.called(one.skill)}"
    )


class Unmatched(Struct, frozen=True):
    """A wish for which there is nobody.

    Attributes:
        people: who wishes for it.
        elsewhere: whether somebody has it, but is not there.
    """

    skill: Skill
    people: tuple[PersonId, ...]
    elsewhere: bool = False


def nobody_knows(
    state: State, found: Collection[Match], among: Collection[PersonId] | None = None
) -> list[Unmatched]:
    """Wishes that no pairing would fulfill, the most wished for first.

    Args:
        state: what people said.
        found: the pairings that could be made.
        among: the people who are there; without it everyone in the group.
    """
    matched = {(each.skill, each.learner) for each in found}
    left: dict[str, list[Wish]] = {}
    for wish in unmet(state, among=among):
        if (wish.skill.key, wish.learner) not in matched:
            left.setdefault(wish.skill.key, []).append(wish)
    unmatched = []
    for wishes in left.values():
        skill, people = wishes[0].skill, tuple(wish.learner for wish in wishes)
        elsewhere = bool(skill.knowers - state.departed.keys() - {*people})
        unmatched.append(Unmatched(skill, people, elsewhere))
    return sorted(unmatched, key=lambda each: (-len(each.people), plain_letters(each.skill.name)))


def nobody_words(unmatched: Unmatched, names: Names) -> str:
    """``juggling: nobody has it yet; Ana and Bo wish for it``."""
    people = unmatched.people
    who = listed([called(person, names) for person in people])
    wish = "wishes" if len(people) == 1 else "wish"
    nobody = "nobody here has it" if unmatched.elsewhere else "nobody has it yet"
    return f"{unmatched.skill.name}: {nobody}; {who} {wish} for it"
