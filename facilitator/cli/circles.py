"""A session at a journal, and a new circle in it, for every command that runs one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.cli.problems import Sentence, in_sentences
from facilitator.clock import Clock
from facilitator.core.agenda import Agenda
from facilitator.core.intents import CallMeeting
from facilitator.journal.store import Journal
from facilitator.journal.terminals import at_meeting, attended, last_seen, take_terminal
from facilitator.session import Session


@contextmanager
def at_journal(path: Path, clock: Clock) -> Iterator[Session]:
    """A session with a terminal of its own, for as long as it is used.

    Raises:
        Sentence: the journal can't be used.
    """
    with in_sentences():
        journal = Journal.open(path)
        seen = last_seen(path)
        terminal = take_terminal(path, clock.now)
        try:
            session = Session(journal, clock, terminal.name)
            session.alive = lambda: at_meeting(session.at, path, clock.now)
            session.beat, session.be_at, session.last_seen = terminal.beat, terminal.be_at, seen
            session.group.attended = lambda: attended(path, clock.now)
            yield session
        finally:
            terminal.release()
            journal.close()


def call_circle(session: Session, agenda: Agenda, title: str) -> None:
    """Call a meeting, with what the group chose last about how circles are run.

    Args:
        session: goes to the new meeting.
        agenda: its plan.
        title: as typed on the command line; bytes that are no UTF-8 become question marks.

    Raises:
        Sentence: it can't be called.
    """
    storable = title.encode("utf-8", "replace").decode("utf-8")
    refusal = session.send(CallMeeting(storable, agenda, session.group.settings()))
    if refusal is not None:
        raise Sentence(refusal.words, 1)
