"""From words of a known shape to the day that they mean.

Each reading takes the words, matched, and the day when they were said. What dateparser doesn't
know is worked out here: weekends, the ends of weeks, months and years, *the 5th*.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

from facilitator.core.words import DAYS, MONTHS

_DAY = datetime.timedelta(days=1)


def in_words(match: re.Match[str], said_on: datetime.date) -> datetime.date | None:
    """``tomorrow``, ``next month``."""
    return _asked(match["words"], said_on)


def later(match: re.Match[str], said_on: datetime.date) -> datetime.date | None:
    """``in two weeks``."""
    return _asked(f"in {match['count']} {match['unit']}", said_on)


def on_weekday(match: re.Match[str], said_on: datetime.date) -> datetime.date | None:
    """``friday``: after today; or if it is *this* Friday, not before today."""
    return _asked(match["weekday"][:3], said_on - _DAY if match["this"] else said_on)


def in_next_week(match: re.Match[str], said_on: datetime.date) -> datetime.date:
    """``tuesday next week``."""
    return _last_of("week", said_on) + _DAY * (1 + _weekday(match))


def dated(match: re.Match[str], said_on: datetime.date) -> datetime.date | None:
    """``12 Dec``, ``Dec 12, 2027``: today or later, unless there is a year."""
    day = f"{match['number']} {match['month'][:3]}"
    if match["year"]:
        return _asked(f"{day} {match['year']}", said_on)
    return _asked(day, said_on - _DAY)


def written(match: re.Match[str], _said_on: datetime.date) -> datetime.date:
    """``2026-12-01`` and ``1.12.2026``."""
    return datetime.date(int(match["year"]), int(match["in"]), int(match["number"]))


def numbered(match: re.Match[str], said_on: datetime.date) -> datetime.date:
    """``the 5th``: today or later."""
    day = said_on
    while day.day != int(match["number"]):
        day += _DAY
    return day


def weekend(match: re.Match[str], said_on: datetime.date) -> datetime.date:
    """The Saturday after today; of next week; or if it is *this* weekend, not before today."""
    saturday = _last_of("week", said_on) - _DAY
    if match["which"] == "this":
        return max(saturday, said_on)
    return saturday + 7 * _DAY if match["which"] == "next" or saturday <= said_on else saturday


def edge(match: re.Match[str], said_on: datetime.date) -> datetime.date | None:
    """``end of the month``, ``beginning of next week``: today or later."""
    last = _last_of(match["span"], said_on)
    if match["edge"] != "end":
        return None if match["which"] == "this" else last + _DAY
    return _last_of(match["span"], last + _DAY) if match["which"] == "next" else last


def edge_of_month(match: re.Match[str], said_on: datetime.date) -> datetime.date:
    """``end of December``: today or later, unless there is a year."""

    def in_year(year: int) -> datetime.date:
        first = datetime.date(year, MONTHS.index(match["month"][:3].title()) + 1, 1)
        return _last_of("month", first) if match["edge"] == "end" else first

    day = in_year(int(match["year"] or said_on.year))
    return day if match["year"] or day >= said_on else in_year(said_on.year + 1)


def fits_weekday(day: datetime.date, match: re.Match[str]) -> bool:
    """Whether a day is on the weekday that the words name, if they name one."""
    return not match.groupdict().get("weekday") or day.weekday() == _weekday(match)


def _weekday(match: re.Match[str]) -> int:
    return DAYS.index(match["weekday"][:3].title())


def _last_of(span: str, day: datetime.date) -> datetime.date:
    """The last day of the week, month or year that a day is in."""
    if span == "week":
        return day + (6 - day.weekday()) * _DAY
    month = 12 if span == "year" else day.month
    return day.replace(month=month, day=monthrange(day.year, month)[1])


def get_ready() -> None:
    """Load what reads dates, which takes a quarter of a second, before somebody waits for one."""
    _asked("tomorrow", datetime.date(2026, 1, 1))


def _asked(words: str, said_on: datetime.date) -> datetime.date | None:
    """What dateparser says that words mean."""
    # The first question takes a quarter of a second: half to load it, half until it is ready.
    import dateparser  # noqa: PLC0415

    found = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "PARSERS": ["relative-time", "absolute-time"],
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": datetime.datetime.combine(said_on, datetime.time()),
            "TIMEZONE": "UTC",  # or the machine is asked for its own
        },
    )
    return None if found is None else found.date()
