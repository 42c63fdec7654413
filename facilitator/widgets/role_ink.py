"""How one line of the roles board is drawn: its words, then its terms on the line of days."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from facilitator.ui import timeline
from facilitator.ui.role_words import PRESSING
from facilitator.ui.roles import RoleLine
from facilitator.ui.text import fit
from facilitator.ui.timeline import Stretch
from facilitator.widgets.role_columns import Columns

_CURSOR_GLYPH = "▌"
STYLES = {
    Stretch.PAST: "roles--quiet",
    Stretch.HELD: "roles--held",
    Stretch.SHADOWED: "roles--held",
    Stretch.OVERDUE: "roles--pressing",
    Stretch.VACANT: "roles--quiet",
    Stretch.HANDOFF: "roles--handoff",
    Stretch.TODAY: "roles--today",
    Stretch.NAME: "roles--handoff",
}
"""The component class that each part of the line of days is drawn with."""


class LineInk(Struct, frozen=True):
    """What lines are drawn with.

    Attributes:
        style: the style of a component class.
        blank: the style of what has none of its own.
        columns: how wide each part is.
        window: the days that are shown.
        width: the cells of a line.
    """

    style: Callable[[str], Style]
    blank: Style
    columns: Columns
    window: timeline.Window
    width: int

    def heading(self, line: RoleLine | None) -> list[Segment]:
        """A heading, or nothing but the line of today."""
        widths, today = self.columns, self.window.today_cell(self.columns.time)
        room = widths.before_time + today if widths.time else self.width
        words = fit(f" {line.name}" if line is not None else "", room - 1)
        segments = [Segment(words, self.style("roles--heading"))]
        segments.append(Segment(" " * (room - cell_len(words)), self.blank))
        if widths.time:
            segments.append(Segment(Stretch.TODAY.value, self.style("roles--today")))
        return segments

    def role(self, line: RoleLine, *, here: bool) -> list[Segment]:
        """A role, the cursor before it or not, and its terms on the line of days."""
        widths = self.columns
        ground = self.style("roles--cursor") if here else Style()
        plain = self.blank + _ground(ground)
        pressing = line.worry.startswith(PRESSING)
        worry = self.style("roles--pressing" if pressing else "roles--soon")
        segments = [Segment(_CURSOR_GLYPH if here else " ", self.blank + ground)]
        segments.append(Segment(f"{line.mark} ", plain))
        for words, width, style in (
            (line.name, widths.name, plain + Style(bold=True)),
            (line.held, widths.held, plain),
            (line.following, widths.following, plain),
            (line.worry[:1] if widths.worry == 1 else line.worry, widths.worry, worry),
        ):
            if width:
                shown = fit(words, width)
                segments.append(Segment(shown, style + _ground(ground)))
                segments.append(Segment(" " * (width + widths.gap - cell_len(shown)), plain))
        segments += self._time(line.time, _ground(ground))
        used = sum(cell_len(segment.text) for segment in segments)
        return [*segments, Segment(" " * max(0, self.width - used), plain)]

    def _time(self, time: timeline.Line | None, ground: Style) -> list[Segment]:
        blank = self.blank
        return [
            Segment(glyphs, (self.style(STYLES[kind]) if kind in STYLES else blank) + ground)
            for kind, glyphs in timeline.drawn(time, self.window, self.columns.time)
        ]


def _ground(style: Style) -> Style:
    """Only the background of a style."""
    return Style(bgcolor=style.bgcolor)
