"""A list that may be long, with a cursor that stays on what it is on when its lines move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.ui.text import wrap

MOST_SAID = 8
"""Lines of what is said where there is nothing to list."""


class AimedList(ScrollView):
    """Draws only the lines that are seen, and each once.

    A subclass lays out its rows in ``_lay_out``, says what stands in them (``_aims``, ``_row_of``,
    ``_aim_in``) and draws one in ``_draw``.
    """

    ALLOW_SELECT = False
    QUIET = ""
    """The component whose style has what is said where there is nothing to list."""

    cursor: reactive[str] = reactive("", repaint=False)
    """What is under the cursor, by its id; empty if there is nothing."""

    empty: reactive[str] = reactive("", repaint=False)
    """What is said when there are no lines."""

    @dataclass
    class Pointed(Message):
        """The cursor is on something else."""

        aim: str

    @dataclass
    class Picked(Message):
        """A line was clicked."""

        aim: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        super().__init__(id=id)
        self.can_focus = False

    def watch_empty(self) -> None:
        """Say something else."""
        self._lay_out()

    def watch_cursor(self, old: str, new: str) -> None:
        """Move the cursor's line, and bring it into view."""
        for aim in (old, new):
            row = self._row_of(aim)
            if row is not None:
                self._strips.pop(row, None)
                self.refresh_line(row)
        self._show_cursor()
        self.post_message(self.Pointed(new))

    def on_resize(self) -> None:
        """Lay the columns out again."""
        self._lay_out()
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colors."""
        self._strips.clear()
        self._styles.clear()
        super().notify_style_update()

    def move(self, places: int) -> None:
        """Go so many lines down, or up, and stay inside."""
        aims = self._aims()
        if aims:
            here = aims.index(self.cursor) if self.cursor in aims else 0
            self.cursor = aims[max(0, min(len(aims) - 1, here + places))]

    def on_click(self, event: Click) -> None:
        """Pick the line that was clicked."""
        offset = event.get_content_offset(self)
        aim = self._aim_in(offset.y + self.scroll_offset.y) if offset is not None else ""
        if aim:
            self.cursor = aim
            self.post_message(self.Picked(aim))

    def render_line(self, y: int) -> Strip:
        """One line as the list is scrolled now."""
        row = y + self.scroll_offset.y
        if row not in self._strips:
            self._strips[row] = self._draw(row)
        return self._strips[row]

    def keep_aim(self, before: Sequence[str]) -> None:
        """Lay out anew; the cursor stays on what it was on, or goes to what stands in its place."""
        aims = self._aims()
        if self.cursor not in aims:
            place = before.index(self.cursor) if self.cursor in before else 0
            self.cursor = aims[min(place, len(aims) - 1)] if aims else ""
        self._lay_out()
        self._show_cursor()

    def _aims(self) -> Sequence[str]:
        """What the cursor can be on, from the top."""
        raise NotImplementedError

    def _row_of(self, aim: str) -> int | None:
        """The row that something stands in."""
        raise NotImplementedError

    def _aim_in(self, row: int) -> str:
        """What stands in a row; empty if the cursor can't be there."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        """Work out the rows and columns for the room there is."""
        raise NotImplementedError

    def _draw(self, row: int) -> Strip:
        """A row."""
        raise NotImplementedError

    def _show_cursor(self) -> None:
        """Scroll as little as is needed to see the line, and what stands above and below it."""
        row, height = self._row_of(self.cursor), self.scrollable_content_region.height
        if row is None or height <= 0:
            return
        top = self.scroll_offset.y
        below, above = int(height > 4), int(height > 2)
        target = min(max(top, row + below - height + 1), max(0, row - above))
        if target != top:
            self.scroll_to(y=target, animate=False, force=True)

    def _nothing(self, row: int, *, indent: int, listed: bool) -> Strip:
        """A row below the last line; where nothing is listed, a line of what is said then."""
        width = self.virtual_size.width
        said = [] if listed else wrap(self.empty, width - 2 * indent, MOST_SAID)
        words = said[row - 1] if 0 < row <= len(said) else ""
        segment = Segment(" " * indent + words, self._style(self.QUIET))
        return Strip([segment]).adjust_cell_length(width, self.rich_style)

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(name)
        return self._styles[name]
