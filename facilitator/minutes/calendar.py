"""Days to remember as an iCalendar file; which days those are is decided elsewhere.

The format is RFC 5545; the sections named here are its own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from facilitator.minutes.escape import tidy

if TYPE_CHECKING:
    from icalendar import Event
    from icalendar.prop import vUnknown

DOMAIN = "@facilitator"
"""What every identity in a calendar file ends with, so that no other program has the same."""

PRODUCT = "-//Facilitator//Facilitator//EN"

LARGEST = 2**31 - 1
"""The largest integer that a calendar program has to know (section 3.3.8)."""

Moment = TypeVar("Moment", bound=datetime.date)

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Entry(Struct, frozen=True):
    """One day to remember.

    Attributes:
        uid: its identity, the same whenever it is told again: ``term-1042-k7f3``. A calendar
            that has it already changes it, and adds no second one.
        day: the date in the room.
        time: when it begins by the room's clock; ``None`` if it is about the whole day.
        utc_offset: minutes east of UTC in the room, for the time.
        minutes: how long it takes, if there is a time; below one it is a moment.
        title: what stands in the calendar, as typed.
        details: more about it, in lines, as typed.
        categories: what it can be found by, as typed.
        called_off: whether it does not happen after all: a calendar that has it takes it out, or
            strikes it through (section 3.8.1.11).
    """

    uid: str
    day: datetime.date
    time: datetime.time | None
    utc_offset: int
    minutes: int
    title: str
    details: str
    categories: tuple[str, ...]
    called_off: bool = False


def calendar(entries: Sequence[Entry], title: str, now: datetime.datetime, changed: int) -> bytes:
    """A calendar file of some entries, by day and then by identity; a pure function.

    An entry without a time takes its whole day and leaves the person free; one with a time is
    written in UTC. User text cannot end a line or reorder it: what is invisible is shown, and
    white space becomes one space, but the lines of the details stay lines.

    Args:
        entries: what is in it, each with an identity of its own. A file of none is well-formed,
            but some calendars refuse it.
        title: what the calendar is called, as typed.
        now: when it is made, with its distance from UTC; one without is taken as UTC.
        changed: how often, or when, the entries were changed; a calendar that has them already
            takes the file with the larger number (section 3.8.7.4).
    """
    # Loading it takes a tenth of a second, and only those wait who want a calendar.
    from icalendar import Calendar  # noqa: PLC0415

    result = Calendar()
    result.add("prodid", PRODUCT)
    result.add("version", "2.0")
    result.add("method", "PUBLISH")
    result["x-wr-calname"] = _verbatim(_escaped(tidy(title)))
    for entry in sorted(entries, key=lambda entry: (entry.day, entry.uid)):
        event = _event(entry)
        event.add("dtstamp", now)
        event.add("last-modified", now)
        event.add("sequence", max(0, min(LARGEST, changed)))
        result.add_component(event)
    return bytes(result.to_ical())


def _event(entry: Entry) -> Event:
    """An entry as icalendar has it, without what all entries of a file share."""
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    starts, ends = _whole_day(entry.day) if entry.time is None else _span(entry, entry.time)
    event.add("dtstart", starts)
    if ends > starts:
        event.add("dtend", ends)
    if entry.time is None:
        event.add("transp", "TRANSPARENT")
    if entry.called_off:
        event.add("status", "CANCELLED")
    details = "\n".join(map(tidy, _LINE_BREAK.split(entry.details))).strip()
    categories = filter(None, map(tidy, entry.categories))
    texts = {
        "uid": _escaped(tidy(entry.uid) + DOMAIN),
        "summary": _escaped(tidy(entry.title)),
        "description": _escaped(details),
        "categories": ",".join(map(_escaped, categories)),
    }
    for name, text in texts.items():
        if text:
            event[name] = _verbatim(text)
    return event


def _whole_day(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """A day and the one after it, which is not in the event any more (section 3.6.1)."""
    return day, _moved(day, days=1)


def _span(entry: Entry, time: datetime.time) -> tuple[datetime.datetime, datetime.datetime]:
    """When an entry at a time of day starts and ends, in UTC."""
    local = datetime.datetime.combine(entry.day, time.replace(microsecond=0), UTC)
    starts = _moved(local, minutes=-entry.utc_offset)
    return starts, _moved(starts, minutes=entry.minutes)


def _moved(moment: Moment, *, days: int = 0, minutes: int = 0) -> Moment:
    """A date or moment so much later; itself where the years before 1 or after 9999 would come."""
    try:
        return moment + datetime.timedelta(days=days, minutes=minutes)
    except OverflowError:
        return moment


def _escaped(text: str) -> str:
    """Text as section 3.3.11 wants it."""
    for character in "\\;,":
        text = text.replace(character, "\\" + character)
    return text.replace("\n", "\\n")


def _verbatim(text: str) -> vUnknown:
    r"""Text for icalendar to fold only: its own escaping takes a typed ``\N`` for a line break."""
    from icalendar.prop import vUnknown  # noqa: PLC0415

    return vUnknown(text)
