"""What is said in passing at the circle: on its line of state, where nothing is covered by it."""

from __future__ import annotations

from msgspec import Struct
from rich.cells import cell_len

from facilitator.core.events import FactId
from facilitator.core.writing import last_done
from facilitator.screens.arriving import Arriving
from facilitator.ui.text import visible
from facilitator.widgets.headline import Headline

SAID_MILLISECONDS, WARNED_MILLISECONDS = 4_000, 6_000


class Passing(Struct, frozen=True):
    """Words that stand for a moment.

    Attributes:
        words: as they are shown.
        until: when they go (UTC milliseconds).
        done: what undo took back when they were said; once it is something else they may be
            untrue, and go.
        warns: whether something was not done.
    """

    words: str
    until: int
    done: FactId | None
    warns: bool


class CircleSaying(Arriving):
    """Says things on the line of state, or in a notice where they have no room there."""

    _said: Passing | None = None

    @property
    def passing(self) -> str:
        """What is said just now, if anything is."""
        now = self.session.now()
        return self._said.words if self._said is not None and now < self._said.until else ""

    def passing_is_over(self) -> bool:
        """Whether something that was said has stood long enough."""
        if self._said is None or self.passing:
            return False
        self._said = None
        self.query_one("#status").remove_class("warns")
        return True

    def show_status(self) -> None:
        """Show the line of state."""

    def say(self, words: str) -> None:
        """Say something in passing."""
        if self._has_room_for(words):
            self._put(words, SAID_MILLISECONDS, warns=False)
        else:
            super().say(words)

    def warn(self, words: str) -> None:
        """Say what went wrong, or why something was not done."""
        if self._has_room_for(words):
            self._put(words, WARNED_MILLISECONDS, warns=True)
        else:
            super().warn(words)

    def changed(self) -> None:
        """Whatever was said of the last thing done is not said of another one."""
        if self._said is not None and self._said.done != self._undoable():
            self._put("", 0, warns=False)
        super().changed()

    def _put(self, words: str, milliseconds: int, *, warns: bool) -> None:
        until = self.session.now() + milliseconds
        self._said = Passing(visible(words), until, self._undoable(), warns) if words else None
        self.query_one("#status", Headline).set_class(warns, "warns")
        self.show_status()

    def _undoable(self) -> FactId | None:
        session = self.session
        return last_done(session.state, (session.journal.replica, session.terminal))

    def _has_room_for(self, words: str) -> bool:
        """Whether the line of state is on the screen, and wide enough."""
        if not self.following:
            return False
        return cell_len(visible(words)) <= self.query_one("#status").content_size.width
