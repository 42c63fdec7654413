"""What words about a day mean, with a time of day or without; anything else means nothing."""

from __future__ import annotations

import datetime
import re

from facilitator.core.day_shapes import tidied
from facilitator.dates.days import day_of
from facilitator.dates.times import TIME, time_of

_WITH_A_TIME = (re.compile(rf"(?P<day>.+?) {TIME}"), re.compile(rf"{TIME} (?P<day>.+)"))


def day_meant(words: str, said_on: datetime.date) -> datetime.date | None:
    """The day that the words of a due date mean; ``None`` unless all of them are about a day.

    - A weekday is the next one after the day when it was said; so is *next friday*, since a
      promise is better asked about early than late. *This friday* is today on a Friday.
    - A date without a year is the next such date, which can be today; *the 5th* likewise. One
      that contradicts its weekday (*Mon 12 Dec* on a Saturday) means no day, and so do a month
      alone, and numbers in an order that differs between countries (*1/12*).
    - A span counts from the day when it was said, and *next week* is a week later, likewise
      *next month* and *next year*. A week ends on Sunday, and a weekend begins on Saturday.
    - German, Spanish, French and Portuguese words mean what the English ones do.
    - *before* and *until* change nothing: the day is the one that they name. A time of day is
      passed over.

    Args:
        words: what stood after *by*, *due*, *before* or *until*; these can be there too.
        said_on: the date in the room when it was said.
    """
    found = moment_meant(words, said_on)
    return None if found is None else found[0]


def moment_meant(
    words: str, said_on: datetime.date
) -> tuple[datetime.date, datetime.time | None] | None:
    """The day that words mean, as ``day_meant`` has it, and the time of day on the room's clock.

    The time is ``None`` if none is said, or none that is certain: *same time*, *evening*, *at 7*
    and *7:30*, which may be in the morning or not. *19:00*, *07:30*, *7 pm* and *noon* are.

    Args:
        words: when a circle meets next: ``Friday 7 pm``, ``Thu 3 Dec 19:00``.
        said_on: the date in the room when it was said.
    """
    plain = tidied(words)
    if not plain:
        return None
    day = day_of(plain, said_on)
    if day is not None:
        return day, None
    for pattern in _WITH_A_TIME:
        found = pattern.fullmatch(plain)
        day = None if found is None else day_of(found["day"], said_on)
        if found is not None and day is not None:
            return day, time_of(found)
    return None
