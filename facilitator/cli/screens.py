"""Commands that draw: they open the journal, then the screens. Textual is loaded here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.app import FacilitatorApp, NotesApp, RoomApp
from facilitator.cli.circles import at_journal, call_circle
from facilitator.cli.problems import Sentence, in_sentences
from facilitator.clock import SystemClock
from facilitator.core.agenda import Agenda
from facilitator.core.gathering import marked_name
from facilitator.core.intents import Welcome
from facilitator.journal.store import Journal
from facilitator.journal.terminals import attended
from facilitator.rehearsal import temporary_journal
from facilitator.session import Session
from facilitator.ui.text import visible

AtFirst = Callable[[FacilitatorApp], None]


def open_home(path: Path) -> None:
    """Open the first screen."""
    with _session(path) as session:
        _run(session)


def open_gathering(path: Path, agenda: Agenda, title: str, names: list[str]) -> None:
    """Call a meeting, seat people, and open the screen on which they gather."""
    with _session(path) as session:
        call_circle(session, agenda, title)
        refusals = session.send_all([Welcome(*marked_name(name)) for name in names])
        unseated = [refused.words for refused in refusals if refused is not None]
        meeting = session.meeting

        def gather(app: FacilitatorApp) -> None:
            if meeting is not None:
                app.resume(meeting.id, all_seated=bool(names))
            for words in dict.fromkeys(unseated):
                app.notify(visible(words), severity="warning", markup=False)

        _run(session, gather)


def open_latest(path: Path) -> None:
    """Open the meeting that goes on elsewhere, or where something happened last."""
    with _session(path) as session:
        waiting = session.group.waiting(1)
        if not waiting:
            raise Sentence("No circle waits. Start one with: facilitator start debrief-commons")
        _run(session, lambda app: app.resume(waiting[0].id))


def open_rehearsal() -> None:
    """Open a rehearsal, in a journal that is thrown away."""
    with temporary_journal() as path, _session(path) as session:
        _run(session, FacilitatorApp.rehearse_only)


def open_notes(path: Path) -> None:
    """Open the note-taker's terminal, at the circle that people are at or the next one."""
    with _session(path) as session:
        _run_app(NotesApp(session))


def open_room(path: Path) -> None:
    """Open the display for the room: it reads, and takes no terminal's number."""
    with in_sentences():
        _need_terminal()
        journal, clock = Journal.open(path), SystemClock()
        try:
            session = Session(journal, clock, "room")
            session.group.attended = lambda: attended(path, clock.now)
            _run_app(RoomApp(session))
        finally:
            journal.close()


@contextmanager
def _session(path: Path) -> Iterator[Session]:
    _need_terminal()
    with at_journal(path, SystemClock()) as session:
        yield session


def _run(session: Session, at_first: AtFirst | None = None) -> None:
    _run_app(FacilitatorApp(session, at_first=at_first))


def _run_app(app: FacilitatorApp) -> None:
    app.run()
    if app.return_code:
        sys.exit(app.return_code)


def _need_terminal() -> None:
    """Keys come from a terminal even if names came from standard input."""
    if sys.stdout is None or not sys.stdout.isatty():
        raise Sentence("The screens need a terminal. Run this without | or >.")
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise Sentence("The screens need a keyboard: run this in a terminal.") from None
    os.dup2(terminal, 0)
    os.close(terminal)
