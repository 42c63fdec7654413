"""Lines that wait because another program has the journal: they are written once it lets go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from facilitator.core.intents import Intent, Refusal
from facilitator.core.placing import Place
from facilitator.screens.circle_whose import CircleWhose
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.session import Session
from facilitator.ui.text import fit

CAPTURE = "capture"
"""The field whose draft is kept."""

WHY = "another program has the journal; written as soon as it lets go"
LEAVING = "Another program still has the journal. By leaving, this is lost:"
LONGEST_SHOWN, MOST_SHOWN = 200, 5


class Unwritten(Struct, frozen=True):
    """A line that is to be written down.

    Attributes:
        line: as typed.
        place: where it was begun.
        wish: what it asks for.
        then: what is done once it is written, if anything is.
        otherwise: what is done if it is refused.
        field: whose draft is used up by it.
    """

    line: str
    place: Place
    wish: Intent
    then: Callable[[], object] | None = None
    otherwise: Callable[[], object] | None = None
    field: str = CAPTURE


class CircleUnwritten(CircleWhose):
    """Keeps lines in their order until they are on disk, and shows that they are not."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._unwritten: list[Unwritten] = []

    @property
    def waits(self) -> str:
        """``1 line waits``, ``3 lines wait``; empty if none does."""
        count = len(self._unwritten)
        return (f"{count} line waits" if count == 1 else f"{count} lines wait") if count else ""

    @property
    def passing(self) -> str:
        """What is said just now; before all else that something is not written yet."""
        return f"‖ {self.waits}: {WHY}" if self._unwritten else super().passing

    def write_down(self, lines: Sequence[Unwritten]) -> None:
        """Write lines down, behind those that wait; what has to wait is tried at every tick."""
        self._unwritten += lines
        self._write_what_waits()

    def written(self, lines: Sequence[tuple[Unwritten, Refusal | None]]) -> None:
        """Lines were written, or refused."""

    def when_all_is_written(self, leave: Callable[[], object]) -> None:
        """Leave; ask first where that would lose a line."""
        self._write_what_waits()
        if not self._unwritten:
            leave()
            return

        def answered(sure: bool | None) -> None:
            if sure:
                leave()

        shown = [fit(each.line, LONGEST_SHOWN) for each in self._unwritten[:MOST_SHOWN]]
        more = len(self._unwritten) - len(shown)
        words = "\n".join([LEAVING, *shown, *([f"and {more} more"] if more else [])])
        self.app.push_screen(
            ConfirmScreen("Leave before all is written?", words, "leave"), answered
        )

    def _tick(self) -> None:
        super()._tick()
        if self.following:
            self._write_what_waits()

    def _write_what_waits(self) -> None:
        lines, self._unwritten = self._unwritten, []
        if not lines:
            return
        wishes, fields = [each.wish for each in lines], [each.field for each in lines]
        finishes = CAPTURE if CAPTURE in fields else fields[0]
        refusals = self.session.send_all(wishes, finishes=finishes, patient=False)
        answered = list(zip(lines, refusals, strict=True))
        self._unwritten = [each for each, why in answered if why is not None and why.later]
        settled = [(each, why) for each, why in answered if why is None or not why.later]
        if settled:
            self.written(settled)
        self.show_status()
