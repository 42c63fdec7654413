"""What was said of people and skills, as notes: what one line filed stands in one line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from facilitator.core.skill import Happening, SkillSaid
from facilitator.core.state import Meeting
from facilitator.core.words import Names, called
from facilitator.ui.skill_glyphs import Glyph

_SIGNS = {
    Happening.USED: Glyph.HAS,
    Happening.WISHED: Glyph.WISHES,
    Happening.TEACHES: Glyph.TEACHES,
    Happening.LEARNED: Glyph.HAS,
}


def said_of_skills(meeting: Meeting, names: Names) -> Iterator[tuple[SkillSaid, str, str]]:
    """What was said first of a line, its sign, and its words."""
    together = groupby(
        meeting.skills_said.values(),
        key=lambda said: (said.person, said.how, said.step, said.at, said.teacher),
    )
    for (_, how, _, _, teacher), said in together:
        first, *more = said
        words = ", ".join(each.skill for each in (first, *more))
        if how is Happening.LEARNED:
            shown = f" from {called(teacher, names)}" if teacher else ""
            words = f"learned {words}{shown}"
        yield first, _SIGNS[how].value, words
