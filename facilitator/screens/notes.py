"""The note-taker's terminal: the circle small, the notes large, and the line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from facilitator.commands.command import HELP, Command
from facilitator.commands.notes import COMMANDS, IN_BAR
from facilitator.keeper import MinutesKeeper
from facilitator.screens.circle import CircleScreen
from facilitator.screens.circle_keys import CircleKeys
from facilitator.session import Session
from facilitator.ui import notes, present
from facilitator.ui.clocks import holds_still, standing_still
from facilitator.ui.commands import bindings
from facilitator.ui.steps import step_views
from facilitator.ui.text import visible
from facilitator.ui.views import CircleView
from facilitator.ui.written import note_views, written_count
from facilitator.widgets.capture import CaptureLine
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.notes import NotesPanel
from facilitator.widgets.panels import LinesPanel, StepsPanel
from facilitator.widgets.small_circle import SmallCircle

LEFT, DROPPED = "left", "dropped"
"""What the screen gives back: somebody left it, or the circle was dropped elsewhere."""

GATHERING = "Not opened yet: your line waits"
CLOSED = "The circle is closed: lines can still be added and mended"
LATER = "↓ {} later · PgDn"
SEAT_ELSEWHERE = "Another terminal has the facilitator's seat: T there passes it here"


class NotesScreen(CircleKeys):
    """The circle as a note-taker needs it; it has no seat, and waits for nobody's."""

    CSS_PATH = "notes.tcss"
    AUTO_FOCUS = ""
    POLL_SECONDS = 0.15
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings((*COMMANDS, HELP))

    def __init__(self, session: Session, keeper: MinutesKeeper) -> None:
        super().__init__(session)
        self.keeper = keeper
        self.seated = False
        self._view = CircleView()
        self._minute = -1
        self._passed_over = 0
        self._count = 0

    def compose(self) -> ComposeResult:
        """Headline, the circle in two lines, the notes with what they come to, the line, keys."""
        yield Headline(id="headline")
        yield SmallCircle()
        with Horizontal(id="body"):
            yield NotesPanel(id="notes", headed=True)
            with Vertical(id="side"):
                yield LinesPanel(id="agreed")
                yield LinesPanel(id="open")
                yield StepsPanel(id="steps")
        yield Headline(id="status")
        yield CaptureLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the circle as it is, follow it, and begin where the last program was ended."""
        self.query_one("#notes").border_title = Content("Notes")
        self.query_one("#agreed").border_title = Content("Decided and promised")
        self.query_one("#open").border_title = Content("Before we close")
        self.query_one("#steps").border_title = Content("Agenda")
        capture = self.query_one(CaptureLine)
        self.take_up_draft()
        self.begin_following()
        self.set_focus(capture.field)

    def shows(self, command: Command) -> bool:
        """The bar has what a note-taker needs most."""
        return command in IN_BAR or super().shows(command)

    def show(self) -> None:
        """Show the meeting as it is."""
        state, meeting, names = self.session.state, self.meeting, self.session.names
        self.shown_on_top = self.on_top
        self.showing = present.Showing(meeting, names)
        self._show_notes()
        agreed = self.query_one("#agreed", LinesPanel)
        agreed.lines = notes.agreed_and_promised(state, meeting, names, self.session.today)
        agreed.display = bool(agreed.lines)
        still_open = self.query_one("#open", LinesPanel)
        still_open.lines = notes.still_open(state, meeting, self.session.today)
        still_open.display = bool(still_open.lines)
        self.show_line()
        self._draw(self.showing.circle(self.session.now()))
        self._show_minute(self.session.now())

    def show_time(self) -> None:
        """Show what changes with the time alone."""
        now = self.session.now()
        over = self.passing_is_over()
        if now // 60_000 != self._minute:
            self._show_minute(now)
        elif over:
            self.show_status()
        if not holds_still(self.meeting, now):
            self._draw(self.showing.later(self._view, now))

    def _draw(self, view: CircleView) -> None:
        self._view = view
        self.query_one(SmallCircle).view = view

    def _show_minute(self, now: int) -> None:
        self._minute = now // 60_000
        self.query_one("#headline", Headline).parts = self.showing.headline(now)
        self.query_one("#steps", StepsPanel).steps = step_views(self.meeting, now)
        self.query_one("#status").set_class(self.meeting.off is not None, "off")
        self.show_status()
        self.refresh_keys()

    def show_status(self) -> None:
        """Show the line of state."""
        self.query_one("#status", Headline).parts = self._status(self.session.now())

    def _status(self, now: int) -> tuple[str, str, str]:
        meeting = self.meeting
        if self.passing:
            return self.passing, "", self.always_said
        if self._passed_over:
            return LATER.format(self._passed_over), "", self.always_said
        if meeting.closed is not None:
            where = f" · minutes: {visible(str(self.keeper.path))}" if self.keeper.path else ""
            return CLOSED + where, "", ""
        if meeting.opened is None:
            return GATHERING, "", f"{len(meeting.present)} here"
        left, how, right = self.readable(self.showing.status(now))
        return left, how if self.has_class("-wide") else "", right or standing_still(meeting, now)

    def _show_notes(self) -> None:
        """Show what there is room for; whoever reads earlier notes stays where they are."""
        state, meeting, names = self.session.state, self.meeting, self.session.names
        count = written_count(state, meeting)
        if self._passed_over:
            self._passed_over += max(0, count - self._count)
        self._count = count
        behind = self._passed_over = max(0, min(self._passed_over, count - 1))
        written = note_views(state, meeting, names, behind + max(1, self.size.height))
        self.query_one("#notes", NotesPanel).notes = written[: len(written) - behind]

    def action_page(self, pages: int) -> None:
        """Read earlier notes, or later ones."""
        self._scroll(pages * max(1, self.query_one("#notes", NotesPanel).fitted - 1))

    def action_latest(self) -> None:
        """Go to the end of the notes."""
        self._scroll(-self._passed_over)

    def _scroll(self, earlier: int) -> None:
        self._passed_over += earlier
        self._show_notes()
        self.show_status()

    def go_where_the_circle_went(self) -> None:
        """Stay with a circle that was closed, to mend its lines; leave one that was dropped."""
        if self.meeting.abandoned:
            self.dismiss(DROPPED)

    def action_leave(self) -> None:
        """Leave; the circle goes on, and what is typed here waits."""
        self.when_all_is_written(lambda: self.dismiss(LEFT))

    def leave_empty_line(self) -> None:
        """Stay: who types all evening presses Enter once too often, and means no keys."""

    def action_seat(self) -> None:
        """Go to the circle itself, with the facilitator's seat, if this terminal can have it."""
        if not self.session.has_seat and not self.session.seat_is_silent:
            self.warn(SEAT_ELSEWHERE)
        elif self.meeting.live:
            self.go_to(CircleScreen(self.session, self.keeper), self._come_back_from_the_circle)

    def _come_back_from_the_circle(self, _: str | None) -> None:
        self.take_up_draft()
        self.show()
