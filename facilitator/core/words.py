"""Dates, times, spans and texts in words for people. Fixed English names, whatever the locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias
from unicodedata import category

from facilitator.core.events import Mention, PersonId, Text
from facilitator.core.timing import local

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_NAMED = 6
"""So many of several people are named; of the rest it is told how many they are."""

MOST_OF_A_NAME = 60
"""Characters of a role's name in a list; its page has it whole."""

_JOINS = {"\u200d", "Mn", "Mc", "Me", "Cf", "Sk"}
"""A joiner before a place, or the categories of what joins on behind it."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def short_date(iso: str) -> str:
    """``Fri 27 Nov`` from an ISO date; anything else comes back as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def date_beside(iso: str, day: str) -> str:
    """``Fri 27 Nov``, with its year if that is another one than that of an ISO date."""
    short = short_date(iso)
    return short if short == iso or iso[:4] == day[:4] else f"{short} {iso[:4]}"


def time_of_day(at: int, utc_offset: int) -> str:
    """``19:42`` in the room, from UTC milliseconds and minutes east of UTC."""
    return local(at, utc_offset).strftime("%H:%M")


def span(milliseconds: int) -> str:
    """``1:14`` or ``1:02:09``; an overrun (below zero) as ``+0:12``."""
    seconds = -(-milliseconds // 1000) if milliseconds > 0 else -(milliseconds // -1000)
    sign, seconds = ("+", -seconds) if milliseconds <= 0 else ("", seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}" if hours else f"{sign}{minutes}:{seconds:02}"


def minutes(milliseconds: int) -> str:
    """``24 min`` or ``1 h 42 min``, to the nearest minute."""
    hours, rest = divmod(round(milliseconds / 60_000), 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"


OWN_PREPOSITIONS = {"after", "around", "at", "before", "by", "each", "every", "in", "on", "once"}
OWN_PREPOSITIONS |= {"till", "until", "when", "whenever", "while", "within"}
OWN_PREPOSITIONS |= {"bis", "vor", "binnen", "para", "antes", "hasta", "en", "dentro", "pour"}
OWN_PREPOSITIONS |= {"avant", "d'ici", "d’ici", "jusqu'au", "jusqu’au", "dans", "até", "ate", "em"}
OWN_PREPOSITIONS |= {"daqui"}
"""Words that a due date can begin with so that it needs no *by*."""


def by(due: str) -> str:
    """``by friday`` from ``friday``, ``until friday`` from itself, nothing from nothing."""
    words = due.split()
    if not words:
        return ""
    return due if words[0].casefold() in OWN_PREPOSITIONS else f"by {due}"


def counted(people: int) -> str:
    """``1 person``, ``12 people``."""
    return f"{people} {'person' if people == 1 else 'people'}"


Names: TypeAlias = Mapping[PersonId, str]
"""What people are called."""

NAMELESS = "someone"
"""Whoever was forgotten, or is unknown to this copy."""


def called(person: PersonId, names: Mapping[PersonId, str]) -> str:
    """What a person is called; someone whose name is gone is someone."""
    return names.get(person, NAMELESS)


def plain(text: Text, names: Mapping[PersonId, str]) -> str:
    """A text with the people in it called by their names; someone whose name is gone is someone."""
    return "".join(
        names.get(part.person, NAMELESS) if isinstance(part, Mention) else part for part in text
    )


def blank(text: Text) -> bool:
    """Whether a text has no words, and nobody in it."""
    return not any(not isinstance(part, str) or part.strip() for part in text)


def length(days: int, months: int) -> str:
    """``3 months``, ``1 month``, ``2 weeks``, ``10 days``: how long a term is."""
    if months > 0:
        return f"{months} month{'' if months == 1 else 's'}"
    if days > 0 and days % 7 == 0:
        return f"{days // 7} week{'' if days == 7 else 's'}"
    return f"{max(0, days)} day{'' if days == 1 else 's'}"


def short(name: str) -> str:
    """A name as lists have it: one of a sensible length whole, of another one its beginning.

    A character is not parted from what belongs to it: accents, and what joins an emoji.
    """
    if len(name) <= MOST_OF_A_NAME:
        return name
    end = MOST_OF_A_NAME - 1
    while end > 1 and _JOINS.intersection((name[end - 1], category(name[end]))):
        end -= 1
    return f"{name[:end].rstrip()}…"


def listed(words: Sequence[str]) -> str:
    """``Ana, Bo and Chidi``; nothing from nothing."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def number(count: int) -> str:
    """``three``; above nine, or below zero, in digits."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def sentence(words: str) -> str:
    """Words with a full stop, where they have none."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def named(people: Sequence[PersonId], names: Names) -> str:
    """The names of people, after a while only their number: ``Ana, Bo and 3 more``."""
    some = ", ".join(called(each, names) for each in people[:MOST_NAMED])
    more = len(people) - MOST_NAMED
    return f"{some} and {more} more" if more > 0 else some
