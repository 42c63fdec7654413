r"""One typed line, one fact: what a line in the capture field means. Never raises, loses nothing.

=====================  ==============================================
``words``              a note under the step and the speaker
``! @chidi words``     a commitment; ``by friday`` at its end is when
``= words``            a decision, in its agreed wording
``+ first aid``        a skill that was used, or is taught, as the step says; several with commas
``? sound system``     a skill that is wished for
``% pots: ana``        a role that somebody takes on; ``% ana: pots``, ``% @ana pots``, ``% pots``
``?? words``, ``+1``   notes as well: an open question, a sign of agreement
``\words``             a note, whatever it begins with
=====================  ==============================================

``@name`` in a note, a commitment or a decision becomes a reference to that person, if one and
only one fits. A commitment or a skill that begins with ``@name`` or ``name:`` is that person's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from facilitator.core.claim_lines import claim_begun, claim_line
from facilitator.core.due_words import parted_from_due
from facilitator.core.events import NOBODY, PersonId, Text
from facilitator.core.mentions import TOKEN, find_person, with_mentions
from facilitator.core.skill import skill_key, tidy_skill
from facilitator.core.vocabulary import Sense


class Kind(StrEnum):
    """What a line is."""

    NOTE = "note"
    COMMITMENT = "commitment"
    DECISION = "decision"
    SKILL = "skill"
    ROLE = "role"


class Captured(Struct, frozen=True):
    """A line, understood.

    Attributes:
        kind: what it is.
        text: its words, with the people in it as references.
        owner: whose commitment, skill or role it is, if the line says so.
        stranger: the name that it begins with, if that fits nobody or several.
        due: by when, in the words that were typed, without *by* or *due*; *before* and *until*
            stay, since they mean something else.
        skills: the skills of a line about skills, as typed.
        sense: whether they were used or are wished for.
        role: the words for the role that is taken on.
        rivals: the people on both sides of the colon in a line about a role.
        sides: the words on both sides of it, where both are people, or neither is anybody here.
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

    @property
    def empty(self) -> bool:
        """Whether there are no words."""
        if self.kind is Kind.SKILL:
            return not self.skills
        if self.kind is Kind.ROLE:
            return not self.role
        return not any(not isinstance(part, str) or part.strip() for part in self.text)


USED_SIGN, WISHED_SIGN, QUESTION_SIGN = "+", "?", "??"
ROLE_SIGN = "%"
_SENSES = {USED_SIGN: Sense.USED, WISHED_SIGN: Sense.WISHED}
_SEPARATOR = re.compile(r"^\s*(?:→|->|:|,)?\s*")
# A comma between digits parts nothing: cooking for 1,000.
_BETWEEN_SKILLS = re.compile(r"(?<!\d),|,(?!\d)|;")


def understand(line: str, names: Mapping[PersonId, str]) -> Captured:
    """What a line means.

    Args:
        line: as typed.
        names: the people who can be meant by ``@name``.
    """
    words = line.strip()
    if words.startswith("\\"):
        return Captured(Kind.NOTE, with_mentions(words[1:].strip(), names))
    if words.startswith("="):
        return Captured(Kind.DECISION, with_mentions(words[1:].strip(), names))
    if words.startswith("!"):
        return _commitment(words[1:].strip(), names)
    if about_skills(words):
        return _skill(words[1:].strip(), _SENSES[words[0]], names)
    if words.startswith(ROLE_SIGN):
        return _role(words[1:].strip(), names)
    return Captured(Kind.NOTE, with_mentions(words, names))


def about_skills(words: str) -> bool:
    """Whether a line begins with a sign for skills; ``??`` asks, and ``+1`` agrees."""
    return words[:1] in _SENSES and not (
        words.startswith(QUESTION_SIGN) or (words[0] == USED_SIGN and words[1:2].isdecimal())
    )


def _commitment(words: str, names: Mapping[PersonId, str]) -> Captured:
    owner, rest = _leading_owner(words, names)
    rest, due = parted_from_due(rest, names)
    stranger = _stranger(words) if owner == NOBODY else ""
    return Captured(Kind.COMMITMENT, with_mentions(rest.strip(), names), owner, due, stranger)


def _skill(words: str, sense: Sense, names: Mapping[PersonId, str]) -> Captured:
    owner, rest = _leading_owner(words, names)
    stranger = _stranger(words) if owner == NOBODY else ""
    listed = rest[1 + len(stranger) :] if stranger else rest
    found: dict[str, str] = {}
    for typed in map(tidy_skill, _BETWEEN_SKILLS.split(listed)):
        if skill_key(typed):
            found.setdefault(skill_key(typed), typed)
    skills = tuple(found.values())
    return Captured(Kind.SKILL, (rest,), owner, "", stranger, skills, sense)


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


def _stranger(words: str) -> str:
    """The name behind an ``@`` at the beginning of words."""
    named = TOKEN.match(words[1:]) if words.startswith("@") else None
    return named[0] if named is not None else ""


def _leading_owner(words: str, names: Mapping[PersonId, str]) -> tuple[PersonId, str]:
    """The person whom a line begins with: ``@chidi …``, ``Chidi: …`` or ``Chidi → …``."""
    if words.startswith("@"):
        person, length = find_person(words[1:], names)
        if person is not None:
            return person, _SEPARATOR.sub("", words[1 + length :])
        return NOBODY, words
    person, length = find_person(words, names)
    after = words[length:].lstrip()
    if person is not None and after.startswith(("→", "->", ":")):
        return person, _SEPARATOR.sub("", after)
    return NOBODY, words


def skill_begun(line: str, names: Mapping[PersonId, str]) -> int | None:
    """Where in a line the skill begins that is being typed; ``None`` if it is about none.

    Args:
        line: as typed so far.
        names: the people who can be meant by ``@name``.
    """
    start = len(line) - len(line.lstrip())
    words = line[start:]
    if not about_skills(words):
        return None
    _, rest = _leading_owner(words[1:].lstrip(), names)
    last = max((found.end() for found in _BETWEEN_SKILLS.finditer(rest)), default=0)
    begun = rest[last:].lstrip()
    return len(line) - len(begun)


def role_begun(line: str, names: Mapping[PersonId, str]) -> tuple[int, bool] | None:
    """Where in a line about a role the name begins that is being typed; whether it is the role's.

    Otherwise it is the name of who takes it on; ``None`` for any other line.
    """
    start = len(line) - len(line.lstrip())
    if not line[start:].startswith(ROLE_SIGN):
        return None
    place, of_role = claim_begun(line[start + 1 :], names)
    return start + 1 + place, of_role
