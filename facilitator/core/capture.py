r"""One typed line, one fact: what a line in the capture field means. Never raises, loses nothing.

``core.forms`` has the signs and words that say what a line is. Besides these:

=====================  ==============================================
``Chidi: words``       a note of what Chidi said
``... words``          goes on with what was said last
``s/old/new/``         mends the last line in which the old words stand
``\words``             a note, whatever it begins with
=====================  ==============================================

``@name`` becomes a reference to that person, if one and only one fits; ``#word`` is a project. A
commitment or a skill that begins with ``@name`` or ``name:`` is that person's, and a commitment of
several people is one of each. ``by friday`` at its end is when it is due.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.claim_lines import claim_line
from facilitator.core.due_words import parted_from_due
from facilitator.core.events import NOBODY, PersonId, Text
from facilitator.core.forms import NOTE_SIGN, WISHED_SIGN, Form, Kind, form_of
from facilitator.core.mending import Mending, mending
from facilitator.core.mentions import spelled_out, with_mentions
from facilitator.core.owners import leading_owners, promising
from facilitator.core.skill import skill_key, tidy_skill
from facilitator.core.vocabulary import Sense


class Captured(Struct, frozen=True):
    """A line, understood.

    Attributes:
        kind: what it is.
        text: its words, with the people in it as references.
        owner: whose commitment, skill or role it is, or who said it, if the line says so.
        stranger: the name that it begins with, if that fits nobody or several.
        due: by when, in the words that were typed, without *by* or *due*; *before* and *until*
            stay, since they mean something else.
        skills: the skills of a line about skills, as typed.
        sense: whether they were used or are wished for.
        role: the words for the role that is taken on.
        rivals: the people on both sides of the colon in a line about a role.
        sides: the words on both sides of it, where both are people, or neither is anybody here.
        others: who else promises the same.
        projects: what stands behind a ``#`` in it, each once.
        continues: whether it goes on with what was said last.
        mends: what it mends.
    """

    kind: Kind
    text: Text
    owner: PersonId = NOBODY
    due: str = ""
    stranger: str = ""
    skills: tuple[str, ...] = ()
    sense: Sense = Sense.USED
    role: str = ""
    rivals: tuple[PersonId, ...] = ()
    sides: tuple[str, ...] = ()
    others: tuple[PersonId, ...] = ()
    projects: tuple[str, ...] = ()
    continues: bool = False
    mends: Mending | None = None

    @property
    def empty(self) -> bool:
        """Whether there are no words."""
        if self.kind is Kind.SKILL:
            return not self.skills
        if self.kind is Kind.ROLE:
            return not self.role
        return not any(not isinstance(part, str) or part.strip() for part in self.text)


MOST_OF_A_NAME = 60
"""A name with a colon behind it that a note begins with is no longer."""

_CONTINUES = re.compile(r"(?:\.{3}|…)\s*")
_PROJECT = re.compile(r"(?<![\w&/#])#(?P<word>[^\W\d_][\w-]*)")
# A comma between digits parts nothing: cooking for 1,000.
BETWEEN_SKILLS = re.compile(r"(?<!\d),|,(?!\d)|;")


def understand(line: str, names: Mapping[PersonId, str], *, dated: bool = True) -> Captured:
    """What a line means.

    Args:
        line: as typed.
        names: the people who can be meant by ``@name``.
        dated: whether words at the end of a commitment can say by when.
    """
    mends = mending(line)
    if mends is not None:
        return Captured(Kind.MENDING, (line.strip(),), mends=mends)
    form, words = form_of(line)
    match form.kind:
        case Kind.COMMITMENT:
            return _commitment(words, names, dated=dated)
        case Kind.SKILL:
            return _skill(words, form, names)
        case Kind.ROLE:
            return _role(words, names)
        case Kind.NOTE:
            return _note(words, names, plain=line.lstrip().startswith(NOTE_SIGN))
        case kind:
            return Captured(kind, with_mentions(words, names), projects=projects_in(words))


def projects_in(words: str) -> tuple[str, ...]:
    """What stands behind a ``#`` in words, each once: ``pantry`` of ``the shelf of #pantry``."""
    return tuple(dict.fromkeys(found["word"] for found in _PROJECT.finditer(words)))


def _note(words: str, names: Mapping[PersonId, str], *, plain: bool) -> Captured:
    """A note: whose words it has, if it says so, and whether it goes on with the last one."""
    projects = projects_in(words)
    if plain:
        return Captured(Kind.NOTE, with_mentions(words, names), projects=projects)
    goes_on = _CONTINUES.match(words)
    if goes_on is not None and words[goes_on.end() :]:
        text = with_mentions(words[goes_on.end() :], names)
        return Captured(Kind.NOTE, text, projects=projects, continues=True)
    name, colon, _ = words[: MOST_OF_A_NAME + 1].partition(":")
    person = spelled_out(name, names) if colon else NOBODY
    said = words[len(name) + 1 :].strip() if person else words
    return Captured(Kind.NOTE, with_mentions(said, names), person, projects=projects)


def _commitment(words: str, names: Mapping[PersonId, str], *, dated: bool) -> Captured:
    whose = promising(words, names)
    rest, due = parted_from_due(whose.rest, names) if dated else (whose.rest, "")
    owner, *others = whose.people or (NOBODY,)
    return Captured(
        Kind.COMMITMENT,
        with_mentions(rest.strip(), names),
        owner,
        due,
        whose.stranger,
        others=tuple(others),
        projects=projects_in(rest),
    )


def _skill(words: str, form: Form, names: Mapping[PersonId, str]) -> Captured:
    whose = leading_owners(words, names)
    owner = whose.people[0] if whose.people else NOBODY
    listed = whose.rest
    if whose.stranger and not owner:
        listed = whose.rest[1 + len(whose.stranger) :]
    found: dict[str, str] = {}
    for typed in map(tidy_skill, BETWEEN_SKILLS.split(listed)):
        if skill_key(typed):
            found.setdefault(skill_key(typed), typed)
    sense = Sense.WISHED if form.sign == WISHED_SIGN else Sense.USED
    skills = tuple(found.values())
    return Captured(Kind.SKILL, (whose.rest,), owner, "", whose.stranger, skills, sense)


def _role(words: str, names: Mapping[PersonId, str]) -> Captured:
    said = claim_line(words, names)
    return Captured(
        Kind.ROLE,
        (words,),
        said.owner,
        stranger=said.stranger,
        role=said.role,
        rivals=said.rivals,
        sides=said.sides,
    )
