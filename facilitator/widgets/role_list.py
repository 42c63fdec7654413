"""The roles board: a line for each role, under headings, with its terms on a line of days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.core.vocabulary import FactId
from facilitator.ui import timeline
from facilitator.ui.roles import BoardView, RoleLine
from facilitator.ui.text import wrap
from facilitator.widgets.role_columns import GAP, MOST, Columns, columns
from facilitator.widgets.role_ink import STYLES, LineInk


class RoleList(ScrollView):
    """Draws a ``BoardView``; the cursor is on one role, and stays on it when the roles move."""

    ALLOW_SELECT = False
    MOST: ClassVar[Mapping[str, int]] = MOST
    """The most cells that each part of a line is given."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "roles--cursor",
        "roles--heading",
        "roles--quiet",
        "roles--soon",
        *STYLES.values(),
    }
    DEFAULT_CSS = """
    RoleList { width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; }
    RoleList > .roles--cursor { color: $accent; background: $foreground 12%; }
    RoleList > .roles--heading { color: $accent; text-style: bold; }
    RoleList > .roles--quiet { color: $foreground 65%; }
    RoleList > .roles--soon { color: $foreground 85%; }
    RoleList > .roles--pressing { color: $warning; text-style: bold; }
    RoleList > .roles--held { color: $secondary; }
    RoleList > .roles--handoff { color: $foreground; text-style: bold; }
    RoleList > .roles--today { color: $warning; }
    """

    view: reactive[BoardView] = reactive(BoardView(), repaint=False)
    """What to draw."""

    cursor: reactive[FactId] = reactive("", repaint=False)
    """The role under the cursor; empty if there is none."""

    time: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the line of days is drawn."""

    empty: reactive[str] = reactive("", repaint=False)
    """What is said when there are no roles."""

    @dataclass
    class Pointed(Message):
        """The cursor is on another role."""

        role: FactId

    @dataclass
    class Picked(Message):
        """A role was clicked."""

        role: FactId

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        self._columns = Columns()
        self._rows: tuple[RoleLine | None, ...] = ()
        self._window = timeline.window("")
        super().__init__(id=id)
        self.can_focus = False

    def watch_view(self, old: BoardView, new: BoardView) -> None:
        """Lay out anew; the cursor stays on its role, or goes to what stands in its place."""
        roles = [line.role for line in new.lines if line.role]
        self._window = timeline.window(new.today)
        if self.cursor not in roles:
            before = [line.role for line in old.lines if line.role]
            place = before.index(self.cursor) if self.cursor in before else 0
            self.cursor = roles[min(place, len(roles) - 1)] if roles else ""
        self._lay_out()
        self._show_cursor()

    def watch_time(self) -> None:
        """Lay out with the line of days, or without."""
        self._lay_out()

    def watch_empty(self) -> None:
        """Say something else."""
        self._lay_out()

    def watch_cursor(self, old: FactId, new: FactId) -> None:
        """Move the cursor's line, and bring it into view."""
        for role in (old, new):
            row = self._row_of(role)
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
        """Go so many roles down, or up, and stay inside."""
        roles = [line.role for line in self.view.lines if line.role]
        if roles:
            here = roles.index(self.cursor) if self.cursor in roles else 0
            self.cursor = roles[max(0, min(len(roles) - 1, here + places))]

    def on_click(self, event: Click) -> None:
        """Pick the role that was clicked."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        line = self._rows[row] if 0 <= row < len(self._rows) else None
        if line is not None and line.role:
            self.cursor = line.role
            self.post_message(self.Picked(line.role))

    def render_line(self, y: int) -> Strip:
        """One line of the board as it is scrolled now."""
        row = y + self.scroll_offset.y
        if row not in self._strips:
            self._strips[row] = self._draw(row)
        return self._strips[row]

    def _lay_out(self) -> None:
        # The gutter of the scrollbar is kept free, so the width is the same with it and without.
        width, height = self.scrollable_content_region.size
        self._columns = columns(self.view.lines, width, time=self.time, most=self.MOST)
        self._rows = _spaced(self.view.lines)
        if len(self._rows) > height:
            self._rows = self.view.lines
        self._strips.clear()
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def _row_of(self, role: FactId) -> int | None:
        if not role:
            return None
        rows = (row for row, line in enumerate(self._rows) if line and line.role == role)
        return next(rows, None)

    def _show_cursor(self) -> None:
        """Scroll as little as is needed to see the role, and the heading above the first one."""
        row, height = self._row_of(self.cursor), self.scrollable_content_region.height
        if row is None or height <= 0:
            return
        top = self.scroll_offset.y
        above = row if height < 3 else max(0, row - 1)
        target = min(max(top, row + (1 if height > 4 else 0) - height + 1), above)
        if target != top:
            self.scroll_to(y=target, animate=False, force=True)

    def _draw(self, row: int) -> Strip:
        width, blank = self.virtual_size.width, self.rich_style
        if row >= len(self._rows):
            said = wrap(self.empty, width - 2 * GAP, 8) if not self._rows else []
            at = row - 1
            words = said[at] if 0 <= at < len(said) else ""
            segment = Segment(f"{' ' * GAP}{words}", self._style("roles--quiet"))
            return Strip([segment]).adjust_cell_length(width, blank)
        ink = LineInk(self._style, blank, self._columns, self._window, width)
        line = self._rows[row]
        here = line is not None and line.role == self.cursor
        pieces = ink.role(line, here=here) if line and line.role else ink.heading(line)
        return Strip(pieces).adjust_cell_length(width, blank)

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(name)
        return self._styles[name]

    @property
    def head(self) -> tuple[int, str]:
        """The cells before the line of days, and the months above it; no months without it."""
        if not self._columns.time or not self.view.lines:
            return 0, ""
        months = timeline.months(self._window, self._columns.time)
        return self._columns.before_time, months


def _spaced(lines: tuple[RoleLine, ...]) -> tuple[RoleLine | None, ...]:
    """The lines with room above each heading but the first."""
    rows: list[RoleLine | None] = []
    for line in lines:
        rows += [line] if line.role or not rows else [None, line]
    return tuple(rows)
