"""The circle in two lines: who speaks, who is next, the clock, the question."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.phases import STYLES, WORDS
from facilitator.ui.text import fit
from facilitator.ui.views import CircleView, Mark

LONGEST_BAR = 20
BAR_FROM = 70
"""The narrowest terminal, in cells, that has room for the time as a bar."""

LEFT, GONE = "━", "╌"


class SmallCircle(Widget):
    """Shows a ``CircleView`` where notes have the room.

    Attributes:
        view: what to show.
    """

    DEFAULT_CSS = "SmallCircle { height: 2; padding: 0 1; }"

    view: reactive[CircleView] = reactive(CircleView())

    def render(self) -> Visual:
        """Who speaks and who is next, with the time; then the question."""
        width, height = self.content_size
        view = self.view
        time = self._time(width)
        before = f"{Mark.SPEAKING} " if view.clock or view.left is not None else ""
        room = width - time.cell_length - (2 if time.cell_length else 0)
        words = f"‖ {view.notice}" if view.notice else before + view.caption
        words, under = (words, view.question) if words else (view.question, "")
        under = " · ".join(filter(None, (view.off, under)))
        words = fit(words, room)
        gap = width - cell_len(words) - time.cell_length
        first = Content.assemble((words, "b"), " " * max(0, gap), time)
        if height < 2:
            return first
        return Content("\n").join([first, Content(fit(under, width))])

    def _time(self, width: int) -> Content:
        """``! time is nearly up  ━━━━╌╌╌╌  0:24``, as much of it as there is room for."""
        view = self.view
        if not view.clock:
            return Content("")
        style = STYLES[view.phase]
        parts = [view.clock]
        if width >= BAR_FROM and view.left is not None:
            left = round(max(0.0, min(1.0, view.left)) * LONGEST_BAR)
            parts.insert(0, LEFT * left + GONE * (LONGEST_BAR - left))
            if word := "" if view.notice else WORDS.get(view.phase, ""):
                parts.insert(0, word)
        return Content.styled("  ".join(parts), style)
