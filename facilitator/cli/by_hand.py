"""Between meetings: what outlasts them is looked at, or written down on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time
from typing import Any, TypeVar

import click
from msgspec import Struct

from facilitator.cli.circles import at_journal
from facilitator.cli.now import clock_of
from facilitator.cli.place import journal_path
from facilitator.cli.problems import Sentence, in_sentences
from facilitator.clock import Clock
from facilitator.core.events import FactId, PersonId
from facilitator.core.fold import fold
from facilitator.core.intents import Intent
from facilitator.core.skills.sharing import Share, held_early, next_share
from facilitator.core.state import State
from facilitator.core.telling import unread_words
from facilitator.core.terms import day_of
from facilitator.core.timing import local_date
from facilitator.core.words import sentence
from facilitator.journal.group import Group, NextTime
from facilitator.journal.problems import TROUBLE, WRONG_INPUT
from facilitator.journal.store import Journal
from facilitator.session import Session
from facilitator.ui.text import visible

NOON = time(12)

MOST_MEETINGS = 100_000
"""So many of the latest meetings are known by their titles."""

Function = TypeVar("Function", bound=Callable[..., Any])


def on_a_day(command: Function) -> Function:
    """Let a command write down what happened on another day."""
    option = click.option("--on", default="", metavar="DATE", help="The day, as in 2026-11-27.")
    return option(command)


class DayClock:
    """Noon of a day on this machine's clock; everything else as that clock has it."""

    def __init__(self, moment: datetime, clock: Clock) -> None:
        self._moment = moment.astimezone()
        self._clock = clock

    def now(self) -> int:
        """UTC milliseconds."""
        return round(self._moment.timestamp() * 1000)

    def steady(self) -> int:
        """Milliseconds of a clock that nobody sets."""
        return self._clock.steady()

    def utc_offset(self) -> int:
        """Minutes east of UTC on that day."""
        offset = self._moment.utcoffset()
        return round(offset.total_seconds() / 60) if offset is not None else 0


class Remembered(Struct, frozen=True):
    """What outlasts meetings, only to be looked at.

    Attributes:
        today: the ISO date where the program runs.
        titles: what each meeting is called.
        agreed: what each meeting agreed on about the next, the latest first.
        share: the next skill share, if one can be told.
        early: those that were told for a day still to come, and were held before it.
        lamport: how far the journal is in logical time; it only grows.
    """

    state: State
    names: Mapping[PersonId, str]
    today: str
    titles: Mapping[FactId, str]
    agreed: list[NextTime]
    share: Share | None
    early: list[Share]
    lamport: int


def remembered(context: click.Context) -> Remembered:
    """What outlasts meetings in the journal that a command names.

    Raises:
        Sentence: the journal is not there, or can't be read.
    """
    with in_sentences():
        journal = Journal.read(journal_path(context))
        try:
            with journal.reading():
                state, names = fold(journal.facts_of("")), journal.people.names()
                group, lamport = Group(journal.connection, journal.path), journal.last_lamport()
                titles = {each.id: each.title for each in group.meetings(MOST_MEETINGS)}
                agreed, occasions = group.agreed(), group.occasions()
        finally:
            journal.close()
    if words := unread_words(state):
        click.echo(f"facilitator: {words}", err=True)
    today = today_of(context)
    share, early = next_share(state, occasions), held_early(state, occasions, today)
    return Remembered(state, names, today, titles, agreed, share, early, lamport)


def today_of(context: click.Context) -> str:
    """The ISO date where the program runs."""
    clock = clock_of(context)
    return local_date(clock.now(), clock.utc_offset()).isoformat()


@contextmanager
def between_meetings(context: click.Context, on: str = "") -> Iterator[Session]:
    """A session at what outlasts meetings.

    Args:
        context: names the journal.
        on: the ISO date on which it happened; empty for today.

    Raises:
        Sentence: the date is none, or is still to come; or the journal can't be used.
    """
    with at_journal(journal_path(context), clock_of(context)) as session:
        if on:
            session.clock = _clock_of(on, session.clock)
        session.enter("")
        yield session


def _clock_of(on: str, clock: Clock) -> Clock:
    day = day_of(on)
    if day is None:
        raise Sentence(f"{on} is no date. Write it as in 2026-11-27.")
    today = local_date(clock.now(), clock.utc_offset())
    if day > today:
        raise Sentence(f"{on} is still to come. Write down what has happened.")
    return clock if day == today else DayClock(datetime.combine(day, NOON), clock)


def done(session: Session, intent: Intent) -> None:
    """Send an intent, and say what it did.

    Raises:
        Sentence: it is refused; what is done already is said, and is no mistake.
    """
    before = len(session.state.facts)
    refusal = session.send(intent)
    if refusal is None:
        actions = dict.fromkeys(fact.action for fact in session.state.facts[before:])
        for action in actions:
            told = session.told(action)
            click.echo(sentence(visible(told[:1].upper() + told[1:])))
    elif refusal.already:
        click.echo(visible(refusal.words))
    else:
        trouble = str(session.journal.path) in refusal.words
        raise Sentence(refusal.words, TROUBLE if trouble else WRONG_INPUT)
