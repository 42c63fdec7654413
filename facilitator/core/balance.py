"""Who has had the word how often and how long, against an equal share. What it hints at: not here.

It is for the facilitator, who looks for whoever has not been heard. People are in seating order
and categories in that of the alphabet: nothing here ranks anybody.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from facilitator.core.events import PersonId, StepId
from facilitator.core.state import Attendance, Meeting, Span, Turn
from facilitator.core.stretches import Stretches

LEAST_IN_CATEGORY = 3
"""With fewer people a category would say of somebody what they have had."""

OTHERS = "others"

ABOUT = 1.5
"""Up to so many times an even share, or down to its inverse, is about even."""


class Voice(Struct, frozen=True):
    """What one person has had; times are milliseconds.

    Attributes:
        turns: how often they had the word; a pass, or *come back to me*, is no turn.
        time: how long, without pauses.
        there: how long they were there while clocks went.
        share: their part of all the time that was spoken, 0.0 to 1.0; all add up to 1, or are 0
            while nobody has spoken.
        even: what that would be if all had the same, 0.0 to 1.0; all add up to 1.
    """

    person: PersonId
    turns: int
    time: int
    there: int
    share: float
    even: float


class Category(Struct, frozen=True):
    """What those have had who call themselves by the same word.

    Attributes:
        word: the word, as the first of them in seating order wrote it; empty for the others.
        people: how many they are; at least three.
        turns: how often they had the word.
        time: how long, in milliseconds, without pauses.
        share: their part of all the time that was spoken.
        even: what that would be if everybody had the same.
    """

    word: str
    people: int
    turns: int
    time: int
    share: float
    even: float


class Balance(Struct, frozen=True):
    """Who has had what: people in seating order, categories by the alphabet, others last."""

    voices: tuple[Voice, ...]
    categories: tuple[Category, ...]
    turns: int
    time: int


def of_meeting(meeting: Meeting, now: int) -> Balance:
    """The balance from the opening until now, or until the close.

    An equal share is one of the time in which people were there to speak: whoever came for the
    last quarter has an even share of a quarter of what the others have. The circle's pauses are
    nobody's time. Who is out for a moment counts as there: they were not asked to be measured.

    Args:
        meeting: the meeting.
        now: UTC milliseconds.
    """
    whole = [Span(meeting.opened, meeting.closed)] if meeting.opened is not None else []
    return _balance(meeting, meeting.turns.values(), whole, now)


def of_step(meeting: Meeting, step: StepId, now: int) -> Balance:
    """The balance at one step, over all visits to it: of those who were there meanwhile.

    Equal shares as for ``of_meeting``; ``now`` is UTC milliseconds.
    """
    visits = [visit.span for visit in meeting.visits if visit.step == step]
    turns = (turn for turn in meeting.turns.values() if turn.step == step)
    return _balance(meeting, turns, visits, now)


def word(turns: int, share: float, even: float) -> str:
    """How a share stands to an even one; nothing is too much or too little here.

    Args:
        turns: how often they had the word.
        share: of the time that was spoken, 0.0 to 1.0.
        even: what it would be if everybody had the same; 0 if they were not there to speak.
    """
    if not turns:
        return "not yet"
    if share > even * ABOUT and even:
        return "more"
    return "less" if share * ABOUT < even else "about even"


def _balance(meeting: Meeting, turns: Iterable[Turn], spans: Iterable[Span], now: int) -> Balance:
    going = Stretches(spans, now, without=meeting.pauses)
    stopped = Stretches(meeting.pauses, now)
    counts: dict[PersonId, int] = {}
    times: dict[PersonId, int] = {}
    for turn in turns:
        if turn.outcome is None or turn.outcome.spoke:
            counts[turn.person] = counts.get(turn.person, 0) + 1
            times[turn.person] = times.get(turn.person, 0) + _charged(turn, stopped, now)
    there = {
        person: going.within(meeting.attendance[person].spans, now)
        for person in meeting.seats
        if person in meeting.attendance
    }
    people = [
        person
        for person in dict.fromkeys((*meeting.seats, *counts))
        if person in counts or there.get(person) or _here(meeting.attendance.get(person))
    ]
    spoken, present = sum(times.values()), sum(there.get(person, 0) for person in people)
    voices = tuple(
        Voice(
            person,
            counts.get(person, 0),
            times.get(person, 0),
            there.get(person, 0),
            times.get(person, 0) / spoken if spoken else 0.0,
            there.get(person, 0) / present if present else 1 / len(people),
        )
        for person in people
    )
    return Balance(voices, _categories(meeting, voices), sum(counts.values()), spoken)


def _here(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.here


def _charged(turn: Turn, stopped: Stretches, now: int) -> int:
    """As ``timing.turn_reading`` has it, but without a look at every pause of the circle."""
    return Stretches([turn.span], now, without=turn.pauses).outside(stopped)


def _categories(meeting: Meeting, voices: tuple[Voice, ...]) -> tuple[Category, ...]:
    """The words that people chose for themselves, none of which may stand for one person.

    A category with fewer than three people goes to the others, as does whoever chose no word.
    If the others are one or two then, they could be told apart by what is left over; so the
    smallest category joins them, until they are enough or nothing is told.
    """
    words: dict[str, str] = {}
    groups: dict[str, list[Voice]] = {}
    others: list[Voice] = []
    for voice in voices:
        word = meeting.categories.get(voice.person, "").strip()
        key = word.casefold()
        if not key or key == OTHERS:
            others.append(voice)
        else:
            words.setdefault(key, word)
            groups.setdefault(key, []).append(voice)
    by_size = sorted(groups, key=lambda key: (len(groups[key]), key))
    for key in by_size:
        too_few = len(groups[key]) < LEAST_IN_CATEGORY
        if too_few or 0 < len(others) < LEAST_IN_CATEGORY:
            others.extend(groups.pop(key))
    if not groups:
        return ()
    told = [_category(words[key], groups[key]) for key in sorted(groups)]
    return (*told, _category("", others)) if others else tuple(told)


def _category(word: str, voices: list[Voice]) -> Category:
    return Category(
        word,
        len(voices),
        sum(voice.turns for voice in voices),
        sum(voice.time for voice in voices),
        sum(voice.share for voice in voices),
        sum(voice.even for voice in voices),
    )
