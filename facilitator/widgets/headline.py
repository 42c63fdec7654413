"""The first line of a screen: what this is, where it stands, what time it is."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.styles import QUIET
from facilitator.ui.text import fit


class Headline(Widget):
    """Three texts on one line: left, middle, right. When there is no room the left gives way.

    Attributes:
        parts: left, middle and right.
    """

    DEFAULT_CSS = """
    Headline { height: 1; padding: 0 1; background: $panel; color: $text; }
    """

    parts: reactive[tuple[str, str, str]] = reactive(("", "", ""))

    def render(self) -> Visual:
        """The line, with the middle in the middle where it fits."""
        width = self.content_size.width
        left, middle, right = self.parts
        right = fit(right, width)
        room = width - cell_len(right) - (2 if right else 0)
        middle = fit(middle, room)
        room -= cell_len(middle) + (2 if middle else 0)
        left = fit(left, room) if room > 6 else ""
        before = max(
            cell_len(left) + (2 if left else 0),
            min((width - cell_len(middle)) // 2, width - cell_len(right) - 2 - cell_len(middle)),
        )
        gap = before - cell_len(left)
        rest = width - before - cell_len(middle) - cell_len(right)
        return Content.assemble(
            (left, "b"), " " * max(0, gap), middle, " " * max(0, rest), (right, QUIET)
        )
