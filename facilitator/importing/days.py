"""On which day a log was written: from its own words, or from the name of its file."""

from __future__ import annotations

import re
from datetime import date

from facilitator.core.words import MONTHS

_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<between>[-/._]?)(?P<month>\d\d)(?P=between)(?P<day>\d\d)(?!\d)",
    re.ASCII,
)
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \-]{_MONTH},?[ \-](?P<year>\d{{4}})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}[ ]{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?"
    r"(?:[ ]{1,2}\d{1,2}:\d\d:\d\d)?[ ](?:UTC |GMT )?(?P<year>\d{4})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)}
_SAYS_ITS_DAY = re.compile(
    r"(?:date\s?:|meeting started\b|-{3} (?:log opened|day changed)|session (?:start|time)\b"
    r"|\*{4} begin logging at|logging to http)",
    re.IGNORECASE,
)

_MOST_OF_A_DATE = 50
EARLIEST, LATEST = 1970, 2200


def day_in(words: str) -> date | None:
    """The first day in some words: ``2015-03-01``, ``1 March 2015``, ``Mar 1 12:00:00 2015``."""
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        for found in pattern.finditer(words[:300]):
            if (day := _day(found)) is not None:
                return day
    return None


def day_told(words: str) -> date | None:
    """The day that a line of a log's head says it is; ``None`` from any other line."""
    found = _SAYS_ITS_DAY.match(words)
    if found is None:
        return None
    # Somebody may speak of a date; the line of a head has nothing else in it.
    said = found[0].startswith(("date", "Date", "DATE"))
    alone = len(words) < _MOST_OF_A_DATE and words.rstrip(" .")[-1:].isdecimal()
    return day_in(words) if alone or not said else None


def without_day(name: str) -> str:
    """A file's name without the day in it, as a title: ``flood kitchen``."""
    bare = _ISO.sub(" ", name)
    return " ".join(re.split(r"[\s_.-]+", bare)).strip()


def _day(found: re.Match[str]) -> date | None:
    month = found["month"]
    number = int(month) if month.isdecimal() else _NUMBERS[month[:3].casefold()]
    try:
        day = date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
    return day if EARLIEST <= day.year <= LATEST else None
