"""Skills: what people say of themselves, what they learned, and who practices with whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import on
from facilitator.core.facts import Fact, place
from facilitator.core.skill import (
    Happening,
    Learned,
    Pairing,
    Since,
    Skill,
    SkillSaid,
    skill_key,
    tidy_skill,
)
from facilitator.core.state import State
from facilitator.core.vocabulary import NOBODY, PersonId, Sense, SkillSort, StepId

_HAPPENING = {
    Sense.USED: Happening.USED,
    Sense.WISHED: Happening.WISHED,
    Sense.TEACHES: Happening.TEACHES,
}

SinceOrLearned = TypeVar("SinceOrLearned", bound=Since)


@on(events.SkillFiled)
def _filed(state: State, fact: Fact, body: events.SkillFiled) -> None:
    skill = _known(state, body.skill)
    if skill is None or body.person == NOBODY:
        return
    since = Since(fact.id, body.on, fact.meeting)
    match body.sense:
        case Sense.USED:
            skill = replace(skill, used=_said(skill.used, body.person, since))
        case Sense.TEACHES:
            skill = replace(skill, teaches=_said(skill.teaches, body.person, since))
        case Sense.WISHED:
            skill = replace(skill, wishes=_said(skill.wishes, body.person, since))
    state.skills.known[skill.key] = skill
    _say(state, fact, body.step, body.person, body.skill, _HAPPENING[body.sense])


@on(events.SkillLearned)
def _learned(state: State, fact: Fact, body: events.SkillLearned) -> None:
    learn(state, fact, body.skill, body.person, body.teacher, body.on)
    _say(state, fact, "", body.person, body.skill, Happening.LEARNED, body.teacher)


def learn(  # noqa: PLR0913, PLR0917 - a fact and all that it says
    state: State, fact: Fact, words: str, person: PersonId, teacher: PersonId, day: str
) -> None:
    """Somebody can do it now: they wish for it no longer, and practiced long enough."""
    skill = _known(state, words)
    if skill is None or person == NOBODY:
        return
    learned = Learned(fact.id, day, fact.meeting, NOBODY if teacher == person else teacher)
    state.skills.known[skill.key] = replace(
        skill,
        learned={**skill.learned, person: learned},
        wishes=_without(skill.wishes, person),
    )
    pairings = state.skills.pairings
    for pairing in [each for each in pairings.values() if each.open]:
        if (pairing.skill, pairing.learner) == (skill.key, person):
            pairings[pairing.id] = replace(pairing, ended_on=day or "?", learned=True)


@on(events.SkillWithdrawn)
def _withdrawn(state: State, fact: Fact, body: events.SkillWithdrawn) -> None:
    skill = state.skills.named(body.skill)
    if skill is None:
        return
    match body.sense:
        case Sense.USED:
            skill = replace(skill, used=_without(skill.used, body.person))
        case Sense.TEACHES:
            skill = replace(skill, teaches=_without(skill.teaches, body.person))
        case Sense.WISHED:
            skill = replace(skill, wishes=_without(skill.wishes, body.person))
        case None:
            skill = replace(skill, learned=_without(skill.learned, body.person))
    state.skills.known[skill.key] = skill
    _unsay(state, fact, body, skill)


def _unsay(state: State, fact: Fact, body: events.SkillWithdrawn, skill: Skill) -> None:
    """What is not so is not told of the meeting in which it was both said and mended."""
    meeting = state.meetings.get(fact.meeting)
    how = Happening.LEARNED if body.sense is None else _HAPPENING[body.sense]
    said = meeting.skills_said if meeting is not None else {}
    for each in list(said.values()):
        if (each.person, each.how, state.skills.key_of(each.skill)) == (
            body.person,
            how,
            skill.key,
        ):
            del said[each.id]


@on(events.SkillDescribed)
def _described(state: State, _fact: Fact, body: events.SkillDescribed) -> None:
    skills = state.skills
    skill, name = skills.named(body.skill), tidy_skill(body.name)
    if skill is None:
        return
    if body.sort is not None:
        skill = skills.known[skill.key] = replace(skill, sort=body.sort)
    other = skills.named(name)
    if other is not None and other.key != skill.key:
        _merge(state, skill, other, body.sort or other.sort or skill.sort)
    elif skill_key(name) and name != skill.name:
        if skill_key(name) != skill.key:
            skills.also_called[skill_key(name)] = skill.key
        skills.known[skill.key] = replace(
            skill, name=name, called_before=_before(skill.called_before, (skill.name,), name)
        )


def _merge(state: State, skill: Skill, into: Skill, sort: SkillSort | None) -> None:
    """One skill becomes part of another; what was said first, or learned last, counts."""
    skills = state.skills
    learned = _latest(into.learned, skill.learned)
    wishes = {
        person: since
        for person, since in _earliest(into.wishes, skill.wishes).items()
        if person not in learned or place(learned[person].fact) < place(since.fact)
    }
    skills.known[into.key] = replace(
        into,
        sort=sort,
        used=_earliest(into.used, skill.used),
        teaches=_earliest(into.teaches, skill.teaches),
        wishes=wishes,
        learned=learned,
        called_before=_before(into.called_before, (*skill.called_before, skill.name), into.name),
    )
    del skills.known[skill.key]
    for key, target in list(skills.also_called.items()):
        if target == skill.key:
            skills.also_called[key] = into.key
    skills.also_called[skill.key] = into.key
    for pairing in [each for each in skills.pairings.values() if each.skill == skill.key]:
        skills.pairings[pairing.id] = replace(pairing, skill=into.key)


@on(events.PairingMade)
def _paired(state: State, fact: Fact, body: events.PairingMade) -> None:
    skill = _known(state, body.skill)
    if skill is None or body.teacher == body.learner:
        return
    state.skills.known[skill.key] = skill
    state.skills.pairings[fact.id] = Pairing(
        fact.id, fact.meeting, body.step, skill.key, body.teacher, body.learner, body.on
    )


@on(events.PairingEnded)
def _ended(state: State, _fact: Fact, body: events.PairingEnded) -> None:
    pairing = state.skills.pairings.get(body.pairing)
    if pairing is not None and pairing.open:
        state.skills.pairings[pairing.id] = replace(pairing, ended_on=body.on or "?")


def _known(state: State, words: str) -> Skill | None:
    """The skill that words name, a new one if need be; nothing if they name none."""
    key = state.skills.key_of(words)
    if not key:
        return None
    return state.skills.known.get(key) or Skill(key, tidy_skill(words))


def _say(  # noqa: PLR0913, PLR0917 - what was said, and where
    state: State,
    fact: Fact,
    step: StepId,
    person: PersonId,
    skill: str,
    how: Happening,
    teacher: PersonId = NOBODY,
) -> None:
    """Write down in its meeting what was said there."""
    meeting = state.meetings.get(fact.meeting)
    if meeting is not None:
        said = SkillSaid(fact.id, fact.at, step, person, tidy_skill(skill), how, teacher)
        meeting.skills_said[fact.id] = said


def _said(said: Mapping[PersonId, Since], person: PersonId, since: Since) -> dict[PersonId, Since]:
    """What was said, once more; the first time counts."""
    return {**said, person: said.get(person, since)}


def _without(
    said: Mapping[PersonId, SinceOrLearned], person: PersonId
) -> dict[PersonId, SinceOrLearned]:
    return {each: since for each, since in said.items() if each != person}


def _earliest(
    one: Mapping[PersonId, SinceOrLearned], other: Mapping[PersonId, SinceOrLearned]
) -> dict[PersonId, SinceOrLearned]:
    both = sorted((*one.items(), *other.items()), key=lambda each: -place(each[1].fact))
    return dict(both)


def _latest(
    one: Mapping[PersonId, SinceOrLearned], other: Mapping[PersonId, SinceOrLearned]
) -> dict[PersonId, SinceOrLearned]:
    both = sorted((*one.items(), *other.items()), key=lambda each: place(each[1].fact))
    return dict(both)


def _before(known: tuple[str, ...], more: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Earlier names, each once, without the one it has now."""
    return tuple(each for each in dict.fromkeys((*known, *more)) if each != name)
