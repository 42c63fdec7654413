"""From the state to the skills screen: pure, and without a word of layout."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.core.letters import plain_letters
from facilitator.core.skills.knowing import Known
from facilitator.core.vocabulary import PersonId
from facilitator.core.words import Names, called, counted, listed
from facilitator.ui.skill_glyphs import ALONE, Glyph


class Group(Struct, frozen=True):
    """Several people, or skills, behind one glyph."""

    glyph: str
    words: str


class SkillLine(Struct, frozen=True):
    """One line of the matrix: a skill and its people, or a person and their skills.

    Attributes:
        id: the skill's key, or the person.
        detail: the sort of a skill.
        counts: how many have it, teach it, learn it, wish for it.
        alone: what hangs on one person, or on nobody, in words; empty if nothing does.
        groups: who does what with it.
        letters: what the line is found by.
    """

    id: str
    name: str
    detail: str
    counts: tuple[int, int, int, int]
    alone: str
    groups: tuple[Group, ...]
    letters: str


def skill_lines(known: Sequence[Known], names: Names) -> tuple[SkillLine, ...]:
    """A line for each skill."""
    return tuple(_skill_line(each, names) for each in known)


def _skill_line(known: Known, names: Names) -> SkillLine:
    learners = [pairing.learner for pairing in known.pairings]
    teaches = set(known.teaches)
    groups = (
        (Glyph.TEACHES, known.teaches),
        (Glyph.HAS, [person for person in known.has if person not in teaches]),
        (Glyph.LEARNS, list(dict.fromkeys(learners))),
        (Glyph.WISHES, known.wishes),
    )
    sort = known.skill.sort.value if known.skill.sort is not None else ""
    alone = alone_words(known)
    told = tuple(
        Group(glyph.value, ", ".join(called(person, names) for person in people))
        for glyph, people in groups
        if people
    )
    before = " ".join(known.skill.called_before)
    letters = " ".join((known.skill.name, before, sort, alone, *(group.words for group in told)))
    return SkillLine(
        known.skill.key,
        known.skill.name,
        sort,
        (len(known.has), len(teaches), len(set(learners)), len(known.wishes)),
        alone,
        told,
        plain_letters(letters),
    )


def alone_words(known: Known) -> str:
    """``only one``, or ``nobody``, where somebody wishes for it or a role needs it."""
    return "only one" if known.alone else "nobody" if known.missing else ""


def person_lines(known: Sequence[Known], names: Names) -> tuple[SkillLine, ...]:
    """A line for each person of whom something is known, by name."""
    skills: dict[PersonId, dict[Glyph, list[str]]] = {}
    alone: dict[PersonId, list[str]] = {}
    for each in sorted(known, key=lambda one: plain_letters(one.skill.name)):
        teaches = set(each.teaches)
        for person in each.has:
            glyph = Glyph.TEACHES if person in teaches else Glyph.HAS
            skills.setdefault(person, {}).setdefault(glyph, []).append(each.skill.name)
        for person in dict.fromkeys(pairing.learner for pairing in each.pairings):
            skills.setdefault(person, {}).setdefault(Glyph.LEARNS, []).append(each.skill.name)
        for person in each.wishes:
            skills.setdefault(person, {}).setdefault(Glyph.WISHES, []).append(each.skill.name)
        if each.alone:
            alone.setdefault(each.alone, []).append(each.skill.name)
    lines = [
        _person_line(person, found, alone.get(person, []), names)
        for person, found in skills.items()
    ]
    return tuple(sorted(lines, key=lambda line: (plain_letters(line.name), line.id)))


def _person_line(
    person: PersonId, skills: dict[Glyph, list[str]], alone: list[str], names: Names
) -> SkillLine:
    count = {glyph: len(skills.get(glyph, ())) for glyph in Glyph}
    only = f"the only one with {listed(alone)}" if alone else ""
    groups = tuple(
        Group(glyph.value, ", ".join(skills[glyph])) for glyph in Glyph if glyph in skills
    )
    name = called(person, names)
    return SkillLine(
        person,
        name,
        "",
        (
            count[Glyph.TEACHES] + count[Glyph.HAS],
            count[Glyph.TEACHES],
            count[Glyph.LEARNS],
            count[Glyph.WISHES],
        ),
        only,
        groups,
        plain_letters(" ".join((name, only, *(group.words for group in groups)))),
    )


def fitting(lines: Sequence[SkillLine], words: str) -> tuple[SkillLine, ...]:
    """The lines that all of some words fit, in any case and accents."""
    wanted = plain_letters(words).split()
    return tuple(line for line in lines if all(word in line.letters for word in wanted))


def summary(known: Sequence[Known]) -> str:
    """``12 skills · 5 that more than one person has · 2 that only one has``."""
    shared, alone = sum(each.shared for each in known), sum(bool(each.alone) for each in known)
    parts = [f"{len(known)} skill{'' if len(known) == 1 else 's'}"]
    parts += [f"{shared} shared"] if shared else []
    parts += [f"{ALONE} {alone} with one person"] if alone else []
    return " · ".join(parts)


def people_count(lines: Sequence[SkillLine]) -> str:
    """``12 people``."""
    return counted(len(lines))
