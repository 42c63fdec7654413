"""The roles board: a line for each role, under headings, with its terms on a line of days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from facilitator.ui import timeline
from facilitator.ui.roles import BoardView, RoleLine
from facilitator.widgets.aimed_list import AimedList
from facilitator.widgets.role_columns import GAP, MOST, Columns, columns
from facilitator.widgets.role_ink import STYLES, LineInk


class RoleList(AimedList):
    """Draws a ``BoardView``; the cursor is on one role."""

    QUIET = "roles--quiet"
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

    time: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the line of days is drawn."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        self._columns = Columns()
        self._rows: tuple[RoleLine | None, ...] = ()
        self._window = timeline.window("")
        super().__init__(id=id)

    def watch_view(self, old: BoardView, new: BoardView) -> None:
        """Lay out anew."""
        self._window = timeline.window(new.today)
        self.keep_aim([line.role for line in old.lines if line.role])

    def watch_time(self) -> None:
        """Lay out with the line of days, or without."""
        self._lay_out()

    def _aims(self) -> list[str]:
        return [line.role for line in self.view.lines if line.role]

    def _aim_in(self, row: int) -> str:
        line = self._rows[row] if 0 <= row < len(self._rows) else None
        return line.role if line is not None else ""

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

    def _row_of(self, aim: str) -> int | None:
        if not aim:
            return None
        rows = (row for row, line in enumerate(self._rows) if line and line.role == aim)
        return next(rows, None)

    def _draw(self, row: int) -> Strip:
        width, blank = self.virtual_size.width, self.rich_style
        if row >= len(self._rows):
            return self._nothing(row, indent=GAP, listed=bool(self._rows))
        ink = LineInk(self._style, blank, self._columns, self._window, width)
        line = self._rows[row]
        here = line is not None and line.role == self.cursor
        pieces = ink.role(line, here=here) if line and line.role else ink.heading(line)
        return Strip(pieces).adjust_cell_length(width, blank)

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
