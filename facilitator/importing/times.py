"""The times of a log's lines in order: over midnight, without times, with a day now and then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from facilitator.importing.days import day_told
from facilitator.importing.envelopes import Logged, Way

DAY_SECONDS = 86_400
MINUTE = 60_000
NOON = 12 * 3600

BACK_OVER_MIDNIGHT = 6 * 3600
"""Seconds by which a time of day goes back when it is on the next day."""

_STARTS = "#startmeeting"


class Dated(Struct, frozen=True):
    """When each line of a log was written.

    Attributes:
        at: UTC milliseconds, never less than those before.
        utc_offset: minutes east of UTC of the log's times.
        day_from: where the date comes from, in words.
    """

    at: list[int]
    utc_offset: int
    day_from: str


def dated(
    lines: Sequence[Logged], otherwise: tuple[date, str], wanted: date | None, utc_offset: int
) -> Dated:
    """When the lines of a log were written.

    Args:
        lines: in order.
        otherwise: the day of a log that does not say it, and where that comes from.
        wanted: the day that somebody says it is, whatever the log's head says.
        utc_offset: minutes east of UTC of times that do not say it.
    """
    told = _days_told(lines)
    own = next((line.stamp.day for line in lines if line.stamp.day is not None), None)
    zone = next((line.stamp.zone for line in lines if line.stamp.zone is not None), None)
    if zone is None and any(_of_a_bot(line.words) and " UTC" in line.words for line in lines):
        zone = 0
    day, day_from = otherwise
    if own is not None:
        day, day_from = own, "the times of its lines"
    elif wanted is not None:
        day, day_from, told = wanted, "--date", {}
    elif told:
        day, day_from = next(iter(told.values())), "the log itself"
    offset = utc_offset if zone is None else zone
    return Dated(_times(lines, day, told, offset), offset, day_from)


def _times(lines: Sequence[Logged], day: date, told: dict[int, date], utc_offset: int) -> list[int]:
    found: list[int] = []
    first = next((line.stamp.second for line in lines if line.stamp.second >= 0), NOON)
    second, latest = first, 0
    for place, line in enumerate(lines):
        if place in told and told[place] > day:
            day, second = told[place], -1
        stamp = line.stamp
        if stamp.second >= 0:
            if stamp.day is not None:
                day = stamp.day
            elif stamp.second < second - BACK_OVER_MIDNIGHT and day < date.max:
                day += timedelta(days=1)
            second = stamp.second
        latest = max(latest, _milliseconds(day, max(0, second), utc_offset))
        found.append(latest)
    return found


def _milliseconds(day: date, second: int, utc_offset: int) -> int:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return round(midnight.timestamp()) * 1000 + second * 1000 - utc_offset * MINUTE


def _days_told(lines: Sequence[Logged]) -> dict[int, date]:
    """Where in a log a day is told, and which; of a meeting, where it was started."""
    found: dict[int, date] = {}
    started = 0
    for place, line in enumerate(lines):
        if line.words.startswith(_STARTS):
            started = place
        day = day_told(line.words)
        if day is None or (line.way is Way.SAID and found and not _of_a_bot(line.words)):
            continue
        found[started if _of_a_bot(line.words) else place] = day
    return found


def _of_a_bot(words: str) -> bool:
    return words.startswith("Meeting started")
