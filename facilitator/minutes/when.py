"""Dates, times and stretches of time in the words of minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from facilitator.core.words import OWN_PREPOSITIONS, short_date
from facilitator.minutes.model import Minutes, Stretch
from facilitator.minutes.telling import same_minute


def full_date(iso: str) -> str:
    """``Fri 27 Nov 2026`` from an ISO date; anything else comes back as it is."""
    day = _day(iso)
    return iso if day is None else f"{short_date(iso)} {day.year}"


def date_in(iso: str, year: int) -> str:
    """``Fri 27 Nov``, with the year only if it is another one; other words as they are."""
    day = _day(iso)
    return short_date(iso) if day is None or day.year == year else full_date(iso)


def with_its_day(when: str, on: str, year: int) -> str:
    """``next friday 19:00 (Fri 4 Dec)``, where the words don't name the day that they mean."""
    told = date_in(when, year)
    day = date_in(on, year) if on else ""
    return f"{told} ({day})" if day and day.casefold() not in told.casefold() else told


def by(due: str, year: int) -> str:
    """``by Friday`` from ``Friday``, ``before the rain`` from itself, nothing from nothing."""
    words = due.split()
    if not words:
        return ""
    spoken = date_in(" ".join(words), year)
    return spoken if words[0].casefold() in OWN_PREPOSITIONS else f"by {spoken}"


def due_told(due: str, due_on: str, year: int) -> str:
    """``by Friday (Fri 28 Nov)``: the words, and the day that they mean where they differ."""
    said = by(due, year)
    day = date_in(due_on, year) if due_on else ""
    if not day or day.casefold() in said.casefold():
        return said
    return f"{said} ({day})" if said else f"by {day}"


def term(starts: str, ends: str) -> str:
    """``Fri 27 Nov to Fri 11 Dec 2026`` from two ISO dates."""
    first, last = _day(starts), _day(ends)
    if first is None or last is None or first.year != last.year:
        return " to ".join(full_date(each) for each in (starts, ends) if each.strip())
    return f"{short_date(starts)} to {full_date(ends)}"


def clock(moment: datetime) -> str:
    """``19:42``."""
    return moment.strftime("%H:%M")


def held(minutes: Minutes) -> str:
    """``Fri 27 Nov 2026, 18:30–20:12``: when a meeting was held, or began."""
    began, ended = minutes.began, minutes.ended
    day = full_date(minutes.date)
    if ended is None:
        return f"{day}, {clock(began)}"
    if ended.date() == began.date():
        return f"{day}, {clock(began)}–{clock(ended)}"
    return f"{day}, {clock(began)} to {full_date(ended.date().isoformat())}, {clock(ended)}"


def part(minutes: Minutes, stretches: Iterable[Stretch]) -> str:
    """Which part of a meeting someone was there for: ``from 19:05``; empty means all of it.

    What differs by less than a minute on the clock does not differ.
    """
    if not minutes.happened:
        return ""
    merged: list[tuple[datetime, datetime]] = []
    for each in stretches:
        began = max(each.began, minutes.began)
        ended = min(each.ended or minutes.so_far, minutes.so_far)
        if ended < began or (ended == minutes.began and each.ended is not None):
            continue
        if merged and same_minute(merged[-1][1], began):
            began = merged.pop()[0]
        merged.append((began, ended))
    return " and ".join(filter(None, (_words(minutes, *each) for each in merged)))


def _words(minutes: Minutes, began: datetime, ended: datetime) -> str:
    late = not same_minute(began, minutes.began)
    early = not same_minute(ended, minutes.so_far)
    if late and early:
        return f"{clock(began)}–{clock(ended)}"
    if late:
        return f"from {clock(began)}"
    return f"until {clock(ended)}" if early else ""


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
