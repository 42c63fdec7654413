"""Whose a line is: the people whom it begins with, with an ``@``, before a colon or an arrow."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.events import PersonId
from facilitator.core.mentions import TOKEN, find_person, somebody, spelled_out

MOST_OWNERS = 12
"""So many people can promise the same in one line."""

_SEPARATOR = re.compile(r"^\s*(?:→|->|:|,)?\s*")
# None of these begins with spaces: a line of thousands would be gone through from each of them.
_AND = re.compile(r"(?:,|&|\+|/|(?:and|und|y|e|et)\b)?\s*(?=@)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"[,&+/]| (?:and|und|y|e|et) ", re.IGNORECASE)
_ARROW = re.compile(r"→|->|:")
_WILL = re.compile(r"(?P<name>\S+(?: \S+)?) (?:to|will) (?=\S)", re.IGNORECASE)


class Owners(Struct, frozen=True):
    """Whose a line is.

    Attributes:
        people: in the order in which they were named, each once.
        stranger: a name behind an ``@`` before the words that fits nobody here, or several.
        rest: the words behind the names; all of them, if the first name is a stranger's.
    """

    people: tuple[PersonId, ...] = ()
    stranger: str = ""
    rest: str = ""


def leading_owners(words: str, names: Mapping[PersonId, str]) -> Owners:
    """``@ana @bo …``, ``Ana and Bo: …``, ``Ana → …``, ``Ana to …``: who, and the words behind.

    Args:
        words: what stands behind the sign.
        names: the people who can be meant.
    """
    if words.startswith("@"):
        return _marked(words, names)
    arrow = _ARROW.search(words)
    if arrow is not None:
        before = " ".join(words[: arrow.start()].split())
        heads = _BETWEEN_NAMES.split(before)[: MOST_OWNERS + 1]
        people = tuple(dict.fromkeys(somebody(head, names) for head in heads))
        if all(people) and len(heads) <= MOST_OWNERS:
            return Owners(people, "", words[arrow.end() :].lstrip())
    return Owners((), "", words)


def promising(words: str, names: Mapping[PersonId, str]) -> Owners:
    """The same in a promise, which can say as well ``Ana to call``, ``Ana will call``."""
    found = leading_owners(words, names)
    if found.people or found.stranger:
        return found
    will = _WILL.match(words)
    person = spelled_out(will["name"], names) if will is not None else ""
    return Owners((person,), "", words[will.end() :]) if will is not None and person else found


def _marked(words: str, names: Mapping[PersonId, str]) -> Owners:
    """The people with an ``@`` before words, one after the other."""
    people: dict[PersonId, None] = {}
    rest, stranger = words, ""
    while rest.startswith("@") and len(people) < MOST_OWNERS:
        person, length = find_person(rest[1:], names)
        if person is None:
            named = TOKEN.match(rest[1:])
            stranger = named[0] if named is not None else ""
            break
        people[person] = None
        rest = rest[1 + length :].lstrip()
        following = _AND.match(rest)
        if following is None:
            break
        rest = rest[following.end() :]
    return Owners(tuple(people), stranger, _SEPARATOR.sub("", rest) if people else words)
