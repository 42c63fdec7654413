"""From words about a day to the day: each shape that they have, with how it is read.

dateparser knows how days are said, but finds one in almost anything. So it is asked only about
words that fit a shape as a whole.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import TypeAlias

from facilitator.core.day_shapes import day_shape
from facilitator.dates import readings

Reading: TypeAlias = Callable[[re.Match[str], datetime.date], datetime.date | None]
"""From words that fit a shape, and the day when they were said, to the day that they mean.

It may raise OverflowError or ValueError where there is no such day.
"""

READINGS: dict[str, Reading] = {
    "written": readings.written,
    "in words": readings.in_words,
    "later": readings.later,
    "weekday": readings.on_weekday,
    "next week": readings.in_next_week,
    "dated": readings.dated,
    "numbered": readings.numbered,
    "weekend": readings.weekend,
    "edge": readings.edge,
    "edge of month": readings.edge_of_month,
}
"""How each shape of ``core.day_shapes`` is read."""


def day_of(words: str, said_on: datetime.date) -> datetime.date | None:
    """The day that words mean, if they are about a day and nothing else.

    Args:
        words: in lower case, without commas and full stops, one space between them.
        said_on: the day when they were said.
    """
    shaped = day_shape(words)
    if shaped is None:
        return None
    name, found = shaped
    try:
        day = READINGS[name](found, said_on)
    except (OverflowError, ValueError):
        return None  # 30 February, or after the year 9999
    return day if day is not None and readings.fits_weekday(day, found) else None
