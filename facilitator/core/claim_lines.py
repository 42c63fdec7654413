"""One line in which somebody takes on a role, taken apart: ``pots: ana``, ``@ana pots``, ``pots``.

Knows people and no roles: which role the words mean is asked of ``core.roles.meant``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.events import NOBODY, PersonId
from facilitator.core.mentions import TOKEN, find_person, somebody

# Between digits nothing is parted: Door at 19:00.
_BETWEEN = re.compile(r"(?:→|->|(?<!\d):|:(?!\d))\s*")
_BEHIND_A_NAME = re.compile(r"^\s*(?:→|->|:|,)?\s*")


class ClaimLine(Struct, frozen=True):
    """Who takes on what, as far as the words say so.

    Attributes:
        role: the words for the role; with ``sides`` all of them.
        owner: who takes it on, if the line says so.
        stranger: the name behind an ``@``, if that fits nobody or several.
        rivals: the people on both sides of a colon, where both sides are people.
        sides: the words on both sides, where both are people, or neither is anybody here.
    """

    role: str
    owner: PersonId = NOBODY
    stranger: str = ""
    rivals: tuple[PersonId, ...] = ()
    sides: tuple[str, ...] = ()


def claim_line(words: str, names: Mapping[PersonId, str]) -> ClaimLine:
    """What the words behind the sign say. A name can stand before the role, or behind it.

    Args:
        words: what stands behind the sign.
        names: the people who can be meant.
    """
    words = words.strip()
    if words.startswith("@"):
        person, length = find_person(words[1:], names)
        if person is not None:
            return ClaimLine(_BEHIND_A_NAME.sub("", words[1 + length :]), person)
        named = TOKEN.match(words[1:])
        if named is not None:
            rest = _BEHIND_A_NAME.sub("", words[1 + named.end() :])
            return ClaimLine(rest, stranger=named[0])
    between = [*_BETWEEN.finditer(words)]
    if between:
        return _parted(words, between, names)
    role, behind = _named_last(words)
    owner = somebody(behind, names)
    if behind and (owner or TOKEN.fullmatch(behind)):
        return ClaimLine(role, owner, "" if owner else behind)
    return ClaimLine(words)


def _parted(words: str, between: list[re.Match[str]], names: Mapping[PersonId, str]) -> ClaimLine:
    """Whichever side is a person is the person; the first colon parts one before, the last behind.

    An ``@`` behind the last one says that a person follows.
    """
    first, last = between[0], between[-1]
    before, behind = words[: first.start()], words[last.end() :]
    marked = behind.startswith("@") and bool(behind[1:].strip())
    left, right = somebody(before, names), somebody(behind.removeprefix("@"), names)
    if right and (marked or not left):
        return ClaimLine(words[: last.start()].rstrip(), right)
    if marked:
        return ClaimLine(words[: last.start()].rstrip(), stranger=behind[1:])
    if left and right:
        sides = words[: last.start()].rstrip(), behind
        return ClaimLine(words, rivals=(left, right), sides=sides)
    if left:
        return ClaimLine(words[first.end() :], left)
    return ClaimLine(words, sides=(words[: last.start()].rstrip(), behind))


def _named_last(words: str) -> tuple[str, str]:
    """Words before and behind the last ``@`` that stands alone: ``pots @ana``."""
    role, mark, behind = words.rpartition("@")
    if not mark or not role[-1:].isspace():
        return words, ""
    return role.strip(), behind


def claim_begun(words: str, names: Mapping[PersonId, str]) -> tuple[int, bool]:
    """Where in words behind the sign the name begins that is typed, and whether it is a role's.

    Otherwise it is a person's, who stands behind the role.
    """
    start = len(words) - len(words.lstrip())
    bare = words[start:]
    if bare.startswith("@"):
        person, length = find_person(bare[1:], names)
        behind = bare[1 + length :]
        if person is not None and behind:
            return start + len(bare) - len(_BEHIND_A_NAME.sub("", behind)), True
        return start, True
    between = [*_BETWEEN.finditer(bare)]
    if not between:
        return start, True
    first, last = between[0], between[-1]
    if somebody(bare[: first.start()], names):
        return start + first.end(), True
    return start + last.end(), False
