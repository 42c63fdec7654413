"""Brings a logged meeting into a journal: ordinary intents, at the times of the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.events import NOBODY, FactId, Hat, MeetingImported, PersonId
from facilitator.core.forms import NOTE_SIGN
from facilitator.core.gathering import known_as
from facilitator.core.intents import Commit, Intent, Refusal
from facilitator.core.words import Names
from facilitator.dates import due_on
from facilitator.importing.casting import Cast, foreseen_cast, known_in
from facilitator.importing.described import LoggedMeeting
from facilitator.importing.understood import Reading, Understood, agenda_of, understood
from facilitator.journal.store import Journal
from facilitator.session import Session

TERMINAL = "import"
EACH = 500
"""So many lines are written between two words about how far it is."""

Ask = Callable[[Intent], Refusal | None]
Progress = Callable[[int, int], None]


class LogClock:
    """A clock that shows the time of the line that is being brought in."""

    def __init__(self, at: int, utc_offset: int) -> None:
        self.at = at
        self._utc_offset = utc_offset

    def now(self) -> int:
        """UTC milliseconds, in the log."""
        return self.at

    def steady(self) -> int:
        """The same: nobody sets it."""
        return self.at

    def utc_offset(self) -> int:
        """Minutes east of UTC of the log's times."""
        return self._utc_offset


class NotBrought(Exception):
    """Why a meeting is not in the journal, in words."""


class Brought(Struct, frozen=True):
    """A meeting that is in the journal, or would be.

    Attributes:
        meeting: its identity; empty while it is not there.
        people: the names of those at it, as the group knows them.
        also: names in the log of those who are called otherwise by the group.
    """

    meeting: FactId
    title: str
    logged: LoggedMeeting
    reading: Reading
    people: tuple[str, ...]
    also: tuple[tuple[str, str], ...]


class Bringing(Session):
    """A session that writes a whole meeting in one transaction."""

    @contextmanager
    def whole(self) -> Iterator[Ask]:
        """Ask for one thing after the other: all of it is written, or nothing.

        What follows the call of a meeting is one action, and undone as one.

        Raises:
            JournalError: the file can't be written, in words; nothing was.
        """
        action = ""

        def ask(intent: Intent) -> Refusal | None:
            nonlocal action
            refusal = self._transact(intent, action)
            if refusal is None and not isinstance(intent, intents.CallMeeting) and not action:
                action = self.state.facts[-1].action
            return refusal

        try:
            with self.journal.writing():
                self._take_in()
                with self._followed.together():
                    yield ask
        except BaseException:
            self._reload_quietly()
            raise
        self._tell()


def foreseen(logged: LoggedMeeting, title: str, group: Names) -> Brought:
    """What would be brought in.

    Args:
        logged: the meeting as the log tells it.
        title: what it is called.
        group: what everyone is called whom the group knows.
    """
    cast = foreseen_cast(logged, group)
    reading = understood(logged, title, cast, {**group, **cast.names})
    return _brought("", title, logged, reading, cast)


def bring(
    journal: Journal,
    logged: LoggedMeeting,
    title: str,
    origin: MeetingImported,
    progress: Progress = lambda _done, _of: None,
) -> tuple[Bringing, Brought]:
    """Bring a meeting into a journal, closed, in one transaction.

    Returns:
        the session that is at it, and what was brought in.

    Raises:
        JournalError: the file can't be written, in words.
        NotBrought: there can be no such meeting, in words.
    """
    clock = LogClock(logged.began, logged.utc_offset)
    session = Bringing(journal, clock, TERMINAL)
    settings = session.group.settings()
    agenda = agenda_of(logged, title, foreseen_cast(logged, session.names))
    with session.whole() as ask:
        _must(ask(intents.CallMeeting(title, agenda, settings, origin)))
        cast = _seated(session, ask, logged)
        reading = understood(logged, title, cast, session.names)
        for hat, name in ((Hat.FACILITATOR, logged.chair), (Hat.NOTE_TAKER, logged.scribe)):
            if cast.people.get(name):
                ask(intents.GiveHat(hat, cast.people[name]))
        _must(ask(intents.OpenCircle()))
        for place, line in enumerate(reading.lines):
            if place % EACH == 0:
                progress(place, len(reading.lines))
            clock.at = line.at
            _write(session, ask, line)
        clock.at = logged.ended
        _must(ask(intents.CloseCircle()))
    progress(len(reading.lines), len(reading.lines))
    return session, _brought(session.at, title, logged, reading, cast)


def _brought(
    meeting: FactId, title: str, logged: LoggedMeeting, reading: Reading, cast: Cast
) -> Brought:
    return Brought(meeting, title, logged, reading, tuple(cast.names.values()), cast.also)


def _seated(session: Session, ask: Ask, logged: LoggedMeeting) -> Cast:
    """Seat everyone of a log; who each name in it is."""
    before = dict(session.names)
    people: dict[str, PersonId] = {}
    for name in logged.people:
        known = known_in(name, before)
        meeting = session.meeting
        if known and meeting is not None and known in meeting.attendance:
            people[name] = known
            continue
        refusal = ask(intents.Welcome(before[known] if known else name))
        seats = session.meeting.seats if session.meeting is not None else []
        there = {person: session.names[person] for person in seats}
        people[name] = seats[-1] if refusal is None else next(iter(known_as(name, there)), NOBODY)
    names = {person: session.names[person] for person in people.values() if person}
    return Cast(people, names)


def _write(session: Session, ask: Ask, line: Understood) -> None:
    meeting = session.meeting
    if line.intent is None:
        if meeting is not None and meeting.step_id != line.step:
            _must(ask(intents.GoToStep(meeting.step_id or "", line.step)))
        return
    written = len(session.state.facts)
    intent = line.intent
    if isinstance(intent, Commit):
        intent = replace(intent, due_on=_due_on(intent.due, session.today))
    if ask(intent) is not None and meeting is not None:
        words = understand(NOTE_SIGN + line.words, {}).text
        ask(intents.TakeNote(words, meeting.step_id or ""))
    if line.struck:
        for fact in session.state.facts[written:]:
            ask(intents.StrikeLine(fact.id))


_due_on = lru_cache(maxsize=4096)(due_on)


def _must(refusal: Refusal | None) -> None:
    """Go on only if nothing was refused.

    Raises:
        NotBrought: it was, in words.
    """
    if refusal is not None:
        raise NotBrought(refusal.words)
