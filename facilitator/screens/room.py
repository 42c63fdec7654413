"""The display for the whole room: it follows the circle by itself and needs no keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from facilitator.journal.problems import JournalError
from facilitator.session import Session
from facilitator.ui.clocks import holds_still
from facilitator.ui.room import RoomShowing
from facilitator.ui.room_view import RoomView
from facilitator.widgets.board import Board

NO_CIRCLE = RoomView(notice="Facilitator", notice_detail="No circle is going on just now.")


class RoomScreen(Screen[None]):
    """Shows the latest circle of a journal that was opened and not closed."""

    POLL_SECONDS = 0.1
    CSS_PATH = "room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "app.quit", "Close", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._showing: RoomShowing | None = None
        self._second = -1

    def compose(self) -> ComposeResult:
        """Nothing but the board."""
        yield Board()

    def on_mount(self) -> None:
        """Find the circle, and follow it."""
        self._find()
        self._look()
        self.set_interval(self.POLL_SECONDS, self._tick)

    def _tick(self) -> None:
        """Take in what others wrote; the clock is drawn once a second."""
        try:
            if self._session.catch_up():
                self._find()
                self._second = -1
        except JournalError as error:
            self._show(RoomView(notice="One moment", notice_detail=str(error)))
            self._second = -1
            return
        self._look()

    def _find(self) -> None:
        """Go to the circle that was opened last; stay with one that was closed just now."""
        session = self._session
        waiting = session.group.waiting(1)
        here = session.meeting
        if waiting and (here is None or here.id != waiting[0].id):
            opened = waiting[0].opened is not None
            if opened or here is None or here.closed is not None:
                session.enter(waiting[0].id)
        meeting = session.meeting
        self._showing = (
            RoomShowing(session.state, meeting, session.names)
            if meeting is not None and not meeting.abandoned
            else None
        )

    def _look(self) -> None:
        """Show how things stand; between two changes only the second makes a difference."""
        now = self._session.now()
        if now // 1000 == self._second:
            return
        changed, self._second = self._second < 0, now // 1000
        meeting = self._session.meeting
        view = self._showing.view(now) if self._showing is not None else NO_CIRCLE
        same = view.phase is self.query_one(Board).view.phase and not changed
        if meeting is None or not same or not holds_still(meeting, now):
            self._show(view)

    def _show(self, view: RoomView) -> None:
        self.query_one(Board).view = view
