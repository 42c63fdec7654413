"""Roles and lengths of terms as people type them: ``Pantry, 3 months``."""

from __future__ import annotations

import re

DAYS_A_WEEK = 7
MONTHS_A_YEAR = 12

LESS_THAN_A_DAY = -1
"""The days of ``0 days``: no term is so short, and 0 would be a length of which nothing is said."""

_LENGTH = re.compile(
    r"(?P<count>\d{1,9})\s*(?P<unit>days?|d|weeks?|w|months?|m|years?|y)\.?", re.IGNORECASE
)
_SPLIT = re.compile(r"(?:\s*[·;,–—]\s*|\s+-\s+)")


def typed_role(words: str) -> tuple[str, int, int]:
    """The name of a role, and the days and months of a term where they stand behind it.

    ``Pantry, 3 months`` or ``Pantry · 3 months``; what is no length belongs to the name. Whether a
    term can be so long is for the rules to say: ``Garden, 2 years`` is Garden, for too long.
    """
    name = " ".join(words.split())
    splits = list(_SPLIT.finditer(name))
    last = splits[-1] if splits else None
    if last is not None and last.start():
        length = typed_length(name[last.end() :])
        if length is not None:
            return name[: last.start()], *length
    return name, 0, 0


def typed_length(words: str) -> tuple[int, int] | None:
    """Days and months from ``10 days``, ``2 weeks``, ``3 months``; ``None`` for what is no length.

    A year is twelve months. One of the two is 0; of none of whatever it is, the days are
    ``LESS_THAN_A_DAY``.
    """
    found = _LENGTH.fullmatch(words.strip())
    if found is None:
        return None
    count, unit = int(found["count"]), found["unit"][0].casefold()
    if not count:
        return LESS_THAN_A_DAY, 0
    if unit in "my":
        return 0, count * (MONTHS_A_YEAR if unit == "y" else 1)
    return count * (DAYS_A_WEEK if unit == "w" else 1), 0
