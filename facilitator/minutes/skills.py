"""Skills in minutes: what was said of them and who practices with whom, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.skill import Happening, Pairing
from facilitator.core.state import Meeting, State
from facilitator.core.words import listed
from facilitator.minutes.escape import emphasized, line
from facilitator.minutes.model_of_skills import Paired, SkillTold
from facilitator.minutes.stages import home
from facilitator.minutes.telling import Telling

HOW = {
    Happening.USED: "used by",
    Happening.TEACHES: "taught by",
    Happening.WISHED: "wished for by",
    Happening.LEARNED: "learned by",
}
"""The order in which it is told what people said of a skill, and in which words."""


def pairings_of(state: State, meeting: Meeting) -> list[Pairing]:
    """The pairings that were made in a meeting."""
    return [each for each in state.skills.pairings.values() if each.meeting == meeting.id]


def skills_told(telling: Telling, state: State, meeting: Meeting) -> Iterator[SkillTold]:
    """What was said of skills in a meeting, in order."""
    for said in meeting.skills_said.values():
        yield SkillTold(
            id=said.id,
            at=telling.moment(said.at),
            step=home(meeting, said.step) if said.step else None,
            person=telling.who(said.person),
            skill=telling.words(_called(state, said.skill)),
            how=said.how,
            teacher=telling.anyone(said.teacher),
        )


def _called(state: State, words: str) -> str:
    skill = state.skills.named(words)
    return skill.name if skill is not None else words


def paired(telling: Telling, state: State, meeting: Meeting) -> Iterator[Paired]:
    """Who practices with whom since a meeting."""
    for each in pairings_of(state, meeting):
        yield Paired(
            id=each.id,
            skill=telling.words(state.skills.called(each.skill)),
            teacher=telling.who(each.teacher),
            learner=telling.who(each.learner),
            ended=telling.words(each.ended_on),
            learned=each.learned,
        )


def skill_lines(told: Sequence[SkillTold]) -> list[str]:
    """``- First aid: used by **Ana** and **Bo**; wished for by **Dee**``, a line for each skill."""
    lines = []
    for skill in dict.fromkeys(each.skill for each in told):
        said = []
        for how, words in HOW.items():
            people = dict.fromkeys(
                _who(each) for each in told if (each.skill, each.how) == (skill, how)
            )
            if people:
                said.append(f"{words} {listed([*people])}")
        lines.append(f"- {line(skill)}: {'; '.join(said)}")
    return lines


def _who(told: SkillTold) -> str:
    teacher = f" (from {emphasized(told.teacher.name)})" if told.teacher is not None else ""
    return f"**{emphasized(told.person.name)}**{teacher}"


def pairing_lines(pairs: Sequence[Paired]) -> list[str]:
    """``- **Bo** shows First aid to **Dee**``."""
    return [
        f"- **{emphasized(each.teacher.name)}** shows {emphasized(each.skill)} "
        f"to **{emphasized(each.learner.name)}**" + (" (learned)" if each.learned else "")
        for each in pairs
    ]
