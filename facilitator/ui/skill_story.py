"""One skill in sentences: in three of them, or all that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.core.skill import Pairing
from facilitator.core.skills.knowing import Known
from facilitator.core.vocabulary import PersonId
from facilitator.core.words import Names, called, counted, listed, sentence, short, short_date
from facilitator.ui.skill_glyphs import ALONE, Glyph
from facilitator.ui.text import wrap


def brief(known: Known, names: Names) -> tuple[str, ...]:
    """One skill in three sentences: how the group stands to it, who has it, who wants it."""
    skill = known.skill
    stands = [_stands(known, names)]
    stands += [skill.sort.value] if skill.sort is not None else []
    stands += [f"for {listed([short(role.name) for role in known.roles])}"] if known.roles else []
    learners = [
        f"{called(each.learner, names)} from {called(each.teacher, names)}"
        for each in known.pairings
    ]
    wants = [f"{Glyph.LEARNS} {listed(learners)}"] if learners else []
    wishes = [called(person, names) for person in known.wishes]
    wants += [f"{Glyph.WISHES} {listed(wishes)}"] if wishes else []
    teaches = [called(person, names) for person in known.teaches]
    has = [called(person, names) for person in known.has if person not in set(known.teaches)]
    can = [f"{Glyph.TEACHES} {listed(teaches)}"] if teaches else []
    can += [f"{Glyph.HAS} {listed(has)}"] if has else []
    lines = (" · ".join(filter(None, stands)), "   ".join(can), "   ".join(wants))
    return tuple(filter(None, lines))


def _stands(known: Known, names: Names) -> str:
    if known.alone:
        return f"{ALONE} only {called(known.alone, names)} has it"
    if known.missing:
        return f"{ALONE} nobody has it yet"
    return f"{counted(len(known.has))} {'has' if len(known.has) == 1 else 'have'} it"


def story(known: Known, names: Names) -> Iterator[str]:
    """One skill in sentences: who has it and since when, who learns it, who wishes for it."""
    skill = known.skill
    yield sentence(_stands(known, names))
    if skill.sort is not None:
        yield f"{skill.sort.value.capitalize()}."
    if known.roles:
        yield f"Needed for: {listed([short(role.name) for role in known.roles])}"
    yield from _under("Has it", [_has(known, person, names) for person in known.has])
    yield from _under("Practice it", [_practice(each, names) for each in known.pairings])
    wishes = [
        f"{Glyph.WISHES} {called(person, names)}, since {short_date(skill.wishes[person].on)}"
        for person in known.wishes
    ]
    yield from _under("Wishes for it", wishes)
    if skill.called_before:
        yield f"Called before: {listed(skill.called_before)}"


def _under(heading: str, lines: Sequence[str]) -> Iterator[str]:
    """Lines under a heading with their number; no heading without a line."""
    if lines:
        yield f"{heading} ({len(lines)})"
    yield from (f"  {line}" for line in lines)


def _practice(pairing: Pairing, names: Names) -> str:
    teacher, learner = called(pairing.teacher, names), called(pairing.learner, names)
    return f"{Glyph.LEARNS} {learner} learns it from {teacher}, since {short_date(pairing.on)}"


def _has(known: Known, person: PersonId, names: Names) -> str:
    skill, who = known.skill, called(person, names)
    told = []
    if person in skill.teaches:
        told.append(f"offers it since {short_date(skill.teaches[person].on)}")
    if person in skill.learned:
        learned = skill.learned[person]
        teacher = f" from {called(learned.teacher, names)}" if learned.teacher else ""
        told.append(f"learned it{teacher} on {short_date(learned.on)}")
    if person in skill.used:
        told.append(f"used it on {short_date(skill.used[person].on)}")
    if person in skill.showed:
        told.append("has shown it")
    glyph = Glyph.TEACHES if person in skill.teaches else Glyph.HAS
    return f"{glyph} {who}: {', '.join(told)}"


def wrapped(lines: Sequence[str], cells: int) -> tuple[str, ...]:
    """Sentences in lines of so many cells; what is listed stays under its heading."""
    found: list[str] = []
    for line in lines:
        indent = "  " if line.startswith("  ") else ""
        first, *rest = wrap(line.strip(), max(8, cells - len(indent)), 6) or [""]
        found += [indent + first, *(f"{indent}  {more}" for more in rest)]
    return tuple(found)
