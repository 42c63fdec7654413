"""What lies under a dialog, in quieter colors; drawn anew only where it has changed.

Textual's own backdrop draws the whole screen below each time that anything of a dialog is laid
out, so that each letter typed in it waits for a circle of hundreds of people.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.css.styles import RulesMap
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style as WidgetStyle
from textual.visual import RenderOptions, Visual


class Backdrop(Visual):
    """The lines of the screen below, each kept until that screen says that it has changed."""

    def __init__(self) -> None:
        self._below: Screen[object] | None = None
        self._color = Color(0, 0, 0, 0)
        self._lines: list[Strip | None] = []
        self._quiet: dict[Style | None, Style] = {}

    def over(self, below: Screen[object], color: Color) -> Backdrop:
        """Itself, over a screen, and with a color that lies on it."""
        if below is not self._below or color != self._color:
            self._below, self._color = below, color
            self.forget()
        return self

    def forget(self) -> None:
        """Draw everything anew: the size, the screen below or the colors are others."""
        self._lines = []
        self._quiet = {}

    def changed(self, regions: Iterable[Region]) -> None:
        """Draw anew what lies in these parts of the screen."""
        for region in regions:
            for y in range(max(0, region.y), min(region.bottom, len(self._lines))):
                self._lines[y] = None

    def render_strips(
        self,
        width: int,
        height: int | None,
        style: WidgetStyle,
        options: RenderOptions,  # noqa: ARG002 - the protocol of visuals
    ) -> list[Strip]:
        """The screen below, so many cells wide and lines high."""
        lines = height or 0
        if len(self._lines) != lines or any(
            line is not None and line.cell_length != width for line in self._lines
        ):
            self._lines = [None] * lines
        if self._below is not None and None in self._lines:
            drawn = self._below._compositor.render_strips()  # noqa: SLF001 - as Textual's own does
            for y, line in enumerate(self._lines):
                if line is None and y < len(drawn):
                    self._lines[y] = self._quieter(drawn[y]).adjust_cell_length(width)
        blank = Strip.blank(width, style.rich_style)
        return [blank if line is None else line for line in self._lines]

    def _quieter(self, strip: Strip) -> Strip:
        return Strip(
            [Segment(text, self._quiet_style(style), control) for text, style, control in strip],
            strip.cell_length,
        )

    def _quiet_style(self, style: Style | None) -> Style:
        """A style with the color over it, and nothing in it that a mouse could follow."""
        if style not in self._quiet:
            plain = Style() if style is None else style.clear_meta_and_links()
            over = [
                (Color.from_rich_color(color) + self._color).rich_color if color else None
                for color in (plain.color, plain.bgcolor)
            ]
            self._quiet[style] = plain + Style.from_color(*over)
        return self._quiet[style]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """All there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """As high as the screen below."""
        return self._below.size.height if self._below is not None else 1
