"""What is said in passing at the circle: on its line of state, where nothing is covered by it."""

from __future__ import annotations

from msgspec import Struct
from rich.cells import cell_len

from facilitator.core.events import FactId
from facilitator.core.writing import last_done
from facilitator.screens.arriving import Arriving
from facilitator.ui.off_record import OFF
from facilitator.ui.text import visible

SAID_MILLISECONDS, WARNED_MILLISECONDS = 4_000, 6_000


class Passing(Struct, frozen=True):
    """Words that stand for a moment.

    Attributes:
        words: as they are shown.
        until: when they go (UTC milliseconds).
        done: what undo took back when they were said; once it is something else they may be
            untrue, and go.
        warns: whether something was not done.
        undoable: whether the key is shown that takes it back.
    """

    words: str
    until: int
    done: FactId | None
    warns: bool = False
    undoable: bool = False


class CircleSaying(Arriving):
    """Says things on the line of state, or in a notice where they have no room there."""

    _said: Passing | None = None

    @property
    def passing(self) -> str:
        """What is said just now, if anything is."""
        said = self._said
        if said is None or self.session.now() >= said.until:
            return ""
        return self.with_way_back(said.words) if said.undoable else said.words

    @property
    def always_said(self) -> str:
        """What stands on the line of state whatever else is said there."""
        return OFF if self.meeting.off is not None else ""

    def readable(self, parts: tuple[str, str, str]) -> tuple[str, str, str]:
        """The parts of the line of state; in a narrow terminal what must be seen has it alone."""
        return (parts[0], "", "") if self.always_said and self.has_class("-tiny") else parts

    @property
    def cells_to_say(self) -> int:
        """How many cells there are for what is said in passing."""
        return super().cells_to_say - self._taken()

    def _taken(self) -> int:
        return cell_len(self.always_said) + 2 if self.always_said else 0

    def passing_is_over(self) -> bool:
        """Whether something that was said has stood long enough."""
        if self._said is None or self.passing:
            return False
        self._said = None
        self.query_one("#status").remove_class("warns")
        return True

    def show_status(self) -> None:
        """Show the line of state."""

    def refresh_keys(self) -> None:
        """Show the keys that apply now, also the one that takes back what is said."""
        super().refresh_keys()
        if self.passing:
            self.show_status()

    def say(self, words: str) -> None:
        """Say something in passing."""
        if self._has_room_for(words):
            self._put(words, SAID_MILLISECONDS)
        else:
            super().say(words)

    def say_done(self, words: str) -> None:
        """Say what was done just now, and which key takes it back."""
        if self._has_room_for(""):
            self._put(words, SAID_MILLISECONDS, undoable=True)
        else:
            super().say_done(words)

    def warn(self, words: str) -> None:
        """Say what went wrong, or why something was not done."""
        if self._has_room_for(words):
            self._put(words, WARNED_MILLISECONDS, warns=True)
        else:
            super().warn(words)

    def changed(self) -> None:
        """Whatever was said of the last thing done is not said of another one."""
        if self._said is not None and self._said.done != self._undoable():
            self._said = None
            self.query_one("#status").remove_class("warns")
        super().changed()

    def _put(
        self, words: str, milliseconds: int, *, warns: bool = False, undoable: bool = False
    ) -> None:
        until = self.session.now() + milliseconds
        self._said = Passing(visible(words), until, self._undoable(), warns, undoable)
        self.query_one("#status").set_class(warns, "warns")
        self.show_status()

    def _undoable(self) -> FactId | None:
        session = self.session
        return last_done(session.state, (session.journal.replica, session.terminal))

    def _has_room_for(self, words: str) -> bool:
        """Whether the line of state is on the screen, and wide enough."""
        if not self.following:
            return False
        room = self.query_one("#status").content_size.width - self._taken()
        return 0 < room >= cell_len(visible(words))
