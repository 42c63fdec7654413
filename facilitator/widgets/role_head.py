"""What stands above the line of days: what its glyphs mean, and the names of the months."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.styles import QUIET
from facilitator.ui.text import fit
from facilitator.ui.timeline import LEGEND
from facilitator.widgets.role_columns import GAP


class RoleHead(Widget):
    """What the line of days means: its glyphs, and the months above it.

    Attributes:
        head: the cells before the line of days, and the names of the months.
    """

    DEFAULT_CSS = "RoleHead { height: auto; }"

    head: reactive[tuple[int, str]] = reactive((0, ""), layout=True)

    def render(self) -> Visual:
        """One line where there is room for both, else two."""
        before, months = self.head
        legend = Content.styled(fit(f" {LEGEND}", max(0, self.content_size.width)), QUIET)
        if legend.cell_length + GAP <= before:
            return Content.assemble(legend, " " * (before - legend.cell_length), (months, QUIET))
        return Content("\n").join([legend, Content.styled(" " * before + months, QUIET)])
