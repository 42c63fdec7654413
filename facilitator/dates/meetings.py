"""When a circle meets next: the words that were said, with the day that they mean."""

from __future__ import annotations

from datetime import date

from facilitator.core.state import Meeting
from facilitator.core.timing import local_date
from facilitator.core.words import date_beside
from facilitator.dates.meaning import day_meant


def with_its_day(when: str, said_on: str) -> str:
    """``next friday 19:00 (Fri 4 Dec)``: weeks later the words alone would say another day.

    Args:
        when: as it was said; words that mean no day, or name it, stay as they are.
        said_on: the ISO date in the room when it was said.
    """
    try:
        day = day_meant(when, date.fromisoformat(said_on))
    except ValueError:
        return when
    if day is None:
        return when
    iso = day.isoformat()
    read = date_beside(iso, said_on)
    told = read.casefold() in when.casefold() or iso in when
    return when if told else f"{when} ({read})"


def planned_words(meeting: Meeting) -> str:
    """When a meeting planned the next one, with the day; empty if it did not."""
    said_on = local_date(meeting.gathered, meeting.utc_offset).isoformat()
    return with_its_day(meeting.next_meeting.when, said_on)
