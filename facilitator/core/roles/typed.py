"""Roles and lengths of terms as people type them: ``Pantry, 3 months``."""

from __future__ import annotations

import re

DAYS_A_WEEK = 7

_LENGTH = re.compile(r"(?P<count>\d{1,4})\s*(?P<unit>days?|d|weeks?|w|months?|m)\.?", re.IGNORECASE)
_SPLIT = re.compile(r"(?:\s*[·;,–—]\s*|\s+-\s+)")


def typed_role(words: str) -> tuple[str, int, int]:
    """The name of a role, and the days and months of a term where they stand behind it.

    ``Pantry, 3 months`` or ``Pantry · 3 months``; what is no length belongs to the name.
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

    One of the two is 0.
    """
    found = _LENGTH.fullmatch(words.strip())
    if found is None:
        return None
    count, unit = int(found["count"]), found["unit"][0].casefold()
    if unit == "m":
        return 0, count
    return count * (DAYS_A_WEEK if unit == "w" else 1), 0
