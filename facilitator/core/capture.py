r"""One typed line, one fact: what a line in the capture field means. Never raises, loses nothing.

=====================  ==============================================
``words``              a note under the step and the speaker
``! @chidi words``     a commitment; ``by friday`` at its end is when
``= words``            a decision, in its agreed wording
``\words``             a note, whatever it begins with
=====================  ==============================================

``@name`` in any of them becomes a reference to that person, if one and only one fits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from facilitator.core.events import NOBODY, Mention, PersonId, Text
from facilitator.core.letters import plain_letters


class Kind(StrEnum):
    """What a line is."""

    NOTE = "note"
    COMMITMENT = "commitment"
    DECISION = "decision"


class Captured(Struct, frozen=True):
    """A line, understood.

    Attributes:
        kind: what it is.
        text: its words, with the people in it as references.
        owner: whose commitment it is, if the line says so.
        stranger: the ``@name`` that it begins with, if that fits nobody or several.
        due: by when, in the words that were typed, without *by* or *due*; *before* and *until*
            stay, since they mean something else.
    """

    kind: Kind
    text: Text
    owner: PersonId = NOBODY
    due: str = ""
    stranger: str = ""

    @property
    def empty(self) -> bool:
        """Whether there are no words."""
        return not any(not isinstance(part, str) or part.strip() for part in self.text)


MOST_MENTIONS = 100
"""So many ``@`` in one line are looked up; later ones stay as typed."""

MARKS_A_LETTER = 8
"""So many characters of a line can spell one letter of a name: the letter and its accents."""

_KEYWORD = r"(?:^|\s)(?P<keyword>by|due|before|until)\b"
_DUE_WORD = re.compile(_KEYWORD, re.IGNORECASE)
_DUE = re.compile(_KEYWORD + r":?\s+(?P<when>\S+(?:\s+\S+){0,4})\s*$", re.IGNORECASE)
_NOT_A_DATE = {"a", "an", "the", "my", "our", "your", "his", "her", "their", "me", "us", "them"}
_NOT_A_DATE |= {"him", "it", "now", "then", "hand", "foot", "bus", "car", "train", "bike", "phone"}
_NOT_A_DATE |= {"email", "mail", "post", "to", "heart", "word", "name", "law", "itself", "myself"}
_KEPT_WITH_THE_DATE = {"before", "until"}
_DATE_AFTER_ARTICLE = {"end", "weekend", "next", "first", "last", "start", "beginning"}
_SEPARATOR = re.compile(r"^\s*(?:→|->|:|,)?\s*")
_TOKEN = re.compile(r"[\w'’.-]*\w")


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
    return Captured(Kind.NOTE, with_mentions(words, names))


def _commitment(words: str, names: Mapping[PersonId, str]) -> Captured:
    owner, rest = _leading_owner(words, names)
    found = _last_due(rest, names)
    due = ""
    if found is not None:
        keyword = found["keyword"].casefold()
        due = f"{keyword} {found['when']}" if keyword in _KEPT_WITH_THE_DATE else found["when"]
        rest = rest[: found.start()].rstrip(" ,;·")
    named = _TOKEN.match(words[1:]) if words.startswith("@") and owner == NOBODY else None
    stranger = named[0] if named is not None else ""
    return Captured(Kind.COMMITMENT, with_mentions(rest.strip(), names), owner, due, stranger)


def _leading_owner(words: str, names: Mapping[PersonId, str]) -> tuple[PersonId, str]:
    """The person whom a commitment begins with: ``@chidi …``, ``Chidi: …`` or ``Chidi → …``."""
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


def _last_due(words: str, names: Mapping[PersonId, str]) -> re.Match[str] | None:
    """The words after the last *by*, *due*, *before* or *until*, unless they are no date.

    What is done *by Bo*, *by heart* or *due to rain* has no date.
    """
    tail_from = max(0, len(words) - 200)
    for keyword in reversed(list(_DUE_WORD.finditer(words, tail_from))):
        start = keyword.start()
        found = _DUE.match(words, start)
        if found is not None:
            first, *more = found["when"].casefold().split()
            dated = bool(more) and more[0] in _DATE_AFTER_ARTICLE
            if dated:
                return found
            somebody = _names_whole(found["when"], names)
            return None if first in _NOT_A_DATE or somebody else found
    return None


def with_mentions(words: str, names: Mapping[PersonId, str]) -> Text:
    """Words with every ``@name`` that fits one person turned into a reference."""
    parts: list[str | Mention] = []
    kept, tried = 0, 0
    at = words.find("@")
    while at >= 0 and tried < MOST_MENTIONS:
        tried += 1
        person, length = (None, 0)
        if at == 0 or not (words[at - 1].isalnum() or words[at - 1] in "._-"):
            person, length = find_person(words[at + 1 :], names)
        if person is not None:
            if words[kept:at]:
                parts.append(words[kept:at])
            parts.append(Mention(person))
            kept = at + 1 + length
        at = words.find("@", max(at + 1, kept))
    if words[kept:] or not parts:
        parts.append(words[kept:])
    return tuple(parts)


def _names_whole(words: str, names: Mapping[PersonId, str]) -> bool:
    """Whether words begin with somebody's full name."""
    return any(
        (length := _spelled(words, plain_letters(name))) and _ends_word(words, length)
        for name in names.values()
    )


def find_person(words: str, names: Mapping[PersonId, str]) -> tuple[PersonId | None, int]:
    """The person whom words begin with, and how many characters name them.

    A full name wins over a beginning; a beginning counts where it fits one person only.
    """
    whole: dict[PersonId, int] = {}
    for person, name in names.items():
        length = _spelled(words, plain_letters(name))
        if length and _ends_word(words, length):
            whole[person] = length
    if whole:
        longest = max(whole.values())
        best = [person for person, length in whole.items() if length == longest]
        return (best[0], longest) if len(best) == 1 else (None, 0)
    token = _TOKEN.match(words)
    beginning = plain_letters(token[0]) if token is not None else ""
    if token is None or not beginning:
        return None, 0
    fitting = [
        person for person, name in names.items() if plain_letters(name).startswith(beginning)
    ]
    return (fitting[0], token.end()) if len(fitting) == 1 else (None, 0)


def _spelled(words: str, name: str) -> int:
    """How many characters of some words spell a name, or 0; accents may be letters of their own."""
    plain, most = "", MARKS_A_LETTER * len(name)
    for place, letter in enumerate(words[:most]):
        plain += plain_letters(letter)
        if not plain or not name.startswith(plain):
            return 0
        following = words[place + 1 : place + 2]
        if plain == name and not (following and unicodedata.combining(following)):
            return place + 1
    return 0


def _ends_word(words: str, length: int) -> bool:
    return len(words) == length or not (words[length].isalnum() or words[length] == "_")
