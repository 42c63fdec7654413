"""People named in typed words: ``@name`` and names that a line begins with become references."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from facilitator.core.events import NOBODY, Mention, PersonId, Text
from facilitator.core.letters import plain_letters

MOST_MENTIONS = 100
"""So many ``@`` in one line are looked up; later ones stay as typed."""

MARKS_A_LETTER = 8
"""So many characters of a line can spell one letter of a name: the letter and its accents."""

TOKEN = re.compile(r"[\w'’.-]*\w")


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


def names_whole(words: str, names: Mapping[PersonId, str]) -> bool:
    """Whether words begin with somebody's full name."""
    return any(
        (length := _spelled(words, plain_letters(name))) and _ends_word(words, length)
        for name in names.values()
    )


def somebody(words: str, names: Mapping[PersonId, str]) -> PersonId:
    """The person whom words name and nothing else; nobody if they say more, or fit several."""
    wanted = words.strip()
    if not wanted:
        return NOBODY
    person, length = find_person(wanted, names)
    return person if person is not None and length == len(wanted) else NOBODY


def spelled_out(words: str, names: Mapping[PersonId, str]) -> PersonId:
    """The only person whose name, or whose first name, words are; a beginning is not enough."""
    wanted = plain_letters(words.strip())
    if not wanted:
        return NOBODY
    whole = [person for person, name in names.items() if plain_letters(name) == wanted]
    first = [
        person
        for person, name in names.items()
        if plain_letters(name.split()[0] if name.split() else "") == wanted
    ]
    found = whole or first
    return found[0] if len(found) == 1 else NOBODY


def people_begun(words: str, names: Mapping[PersonId, str]) -> list[PersonId]:
    """Everyone of whose names one begins like words: who can be meant where several fit."""
    wanted = plain_letters(words.strip())
    return [
        person
        for person, name in names.items()
        if wanted
        and any(plain_letters(each).startswith(wanted) for each in (name, *name.split()[1:]))
    ]


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
    token = TOKEN.match(words)
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
