"""Amounts of time as people type them."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"^([+-]?)(\d{1,4}):([0-5]\d)$")
_UNITS = {"s": 1, "sec": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "minute": 60}
_UNITS |= {"minutes": 60, "h": 3600, "hour": 3600, "hours": 3600}
_NUMBER = re.compile(r"^([+-]?)(\d{1,6})\s*([a-z]*)\.?$")


def seconds_of(words: str, unit: int = 1) -> int | None:
    """Seconds from ``45``, ``-20``, ``1:30``, ``2 min``; ``None`` for what is no amount.

    Args:
        words: as typed.
        unit: what a bare number counts, in seconds: 1, or 60 for minutes.
    """
    text = words.strip().casefold()
    if (clock := _CLOCK.match(text)) is not None:
        sign, minutes, seconds = clock.groups()
        return (-1 if sign == "-" else 1) * (int(minutes) * 60 + int(seconds))
    number = _NUMBER.match(text)
    if number is None or (number[3] and number[3] not in _UNITS):
        return None
    return (-1 if number[1] == "-" else 1) * int(number[2]) * (_UNITS.get(number[3]) or unit)


def minutes_of(words: str) -> int | None:
    """Whole minutes from ``5``, ``-5``, ``1 h``; ``None`` for what is none."""
    seconds = seconds_of(words, 60)
    return None if seconds is None or seconds % 60 else seconds // 60
