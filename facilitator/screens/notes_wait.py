"""Before a circle is called: the note-taker's terminal waits for it, and goes there by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from facilitator.commands.command import HELP, Command
from facilitator.journal.problems import JournalError
from facilitator.screens.commanded import Commanded
from facilitator.screens.notes import DROPPED
from facilitator.session import Session
from facilitator.ui.commands import bindings
from facilitator.ui.text import visible
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar

WAITING = """\
No circle is going on just now.

This terminal goes to it by itself, as soon as one is called:
from the first screen of the program, or with facilitator start AGENDA."""

TakeNotes = Callable[[str, Callable[[str | None], object]], bool]
"""Goes to the notes of a meeting, if that can be done, and calls back with how they were left."""

COMMANDS = (Command("quit_program", "q", "quit", "Close the program.", more_keys=("escape",)),)


class NotesWaitScreen(Commanded):
    """Looks for a circle that people are at, goes to its notes, and ends with them."""

    CSS_PATH = "notes_wait.tcss"
    POLL_SECONDS = 0.25
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings((*COMMANDS, HELP))

    def __init__(self, session: Session, take_notes: TakeNotes) -> None:
        super().__init__()
        self._session = session
        self._take_notes = take_notes
        self._waits = True

    def compose(self) -> ComposeResult:
        """Headline, what is waited for, keys."""
        yield Headline()
        yield Static(Content(WAITING), id="waiting")
        yield KeyBar()

    def on_mount(self) -> None:
        """Look, now and from now on."""
        self.query_one(Headline).parts = ("Facilitator", "", "notes")
        self.refresh_keys()
        self.set_interval(self.POLL_SECONDS, self.look)
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Go to the circle that people are at, if there is one."""
        if not self._waits or not self.on_top:
            return
        try:
            found = self._found()
        except JournalError as error:
            self.query_one("#waiting", Static).update(Content(visible(str(error))))
            return
        self.query_one("#waiting", Static).update(Content(WAITING))
        if found:
            # Coming back it is on top before it is told how the notes were left.
            self._waits = not self._take_notes(found, self._back)

    def _found(self) -> str:
        """The circle that people are at, or that waits; empty if there are only closed ones.

        Raises:
            JournalError: the journal can't be read, in words.
        """
        self._session.catch_up()
        waiting = self._session.group.waiting(1)
        return waiting[0].id if waiting else ""

    def _back(self, outcome: str | None) -> None:
        """Wait again after a circle that was dropped; go from a closed one to the next, or end."""
        meeting = self._session.meeting
        closed = meeting is not None and meeting.closed is not None
        try:
            self._waits = outcome == DROPPED or (closed and bool(self._found()))
        except JournalError:
            self._waits = False
        if self._waits:
            self.look()
        else:
            self.app.exit()

    def action_quit_program(self) -> None:
        """Close the program."""
        self.app.exit()
