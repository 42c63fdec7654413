"""Skills and pairings as rows; dates are ISO dates in the room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitator.core.skill import Learned, Pairing, Since, Skill
from facilitator.core.state import State
from facilitator.core.vocabulary import PersonId
from facilitator.journal.slots import Key, Row, TableOfRows


def _rows_of_skill(state: State, skill: Skill) -> Iterator[Row]:
    """A row for each person and what they do with the skill."""
    for how, people in (
        ("used", skill.used),
        ("teaches", skill.teaches),
        ("wished", skill.wishes),
        ("learned", skill.learned),
    ):
        yield from _rows(skill, how, people)
    for pairing in state.skills.practicing():
        if pairing.skill == skill.key:
            since = Learned(pairing.id, pairing.on, pairing.meeting, pairing.teacher)
            yield _row(skill, "learning", pairing.learner, since)


def _rows(skill: Skill, how: str, people: Mapping[PersonId, Since]) -> Iterator[Row]:
    return (_row(skill, how, person, since) for person, since in people.items())


def _row(skill: Skill, how: str, person: PersonId, since: Since) -> Row:
    return {
        "id": since.fact,
        "key": skill.key,
        "skill": skill.name,
        "sort": skill.sort.value if skill.sort is not None else None,
        "person": person,
        "how": how,
        "since": since.on,
        "meeting": since.meeting or None,
        "teacher": (since.teacher or None) if isinstance(since, Learned) else None,
    }


def _skill_keys(state: State) -> Iterator[Key]:
    return ((key,) for key in state.skills.known)


def _skill_rows(state: State, key: Key) -> list[Row]:
    skill = state.skills.known.get(key[0])
    return list(_rows_of_skill(state, skill)) if skill is not None else []


def _pairing_keys(state: State) -> Iterator[Key]:
    return ((pairing,) for pairing in state.skills.pairings)


def _pairing_rows(state: State, key: Key) -> list[Row]:
    pairing = state.skills.pairings.get(key[0])
    return [_pairing_row(state, pairing)] if pairing is not None else []


def _pairing_row(state: State, pairing: Pairing) -> Row:
    return {
        "id": pairing.id,
        "meeting": pairing.meeting or None,
        "step": pairing.step or None,
        "skill": state.skills.called(pairing.skill),
        "teacher": pairing.teacher,
        "learner": pairing.learner,
        "made": pairing.on,
        "ended": pairing.ended_on or None,
        "learned": int(pairing.learned),
    }


TABLES_OF_SKILLS: dict[str, TableOfRows] = {
    "skills": TableOfRows(("key",), _skill_keys, _skill_rows),
    "pairings": TableOfRows(("id",), _pairing_keys, _pairing_rows),
}
