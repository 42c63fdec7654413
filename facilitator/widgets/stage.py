"""The question, the clock in large figures and who is next, where there is no room for a ring."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.phases import OFF_RECORD, STYLES, WORDS
from facilitator.ui.styles import QUIET
from facilitator.ui.text import fit, wrap
from facilitator.ui.views import CircleView
from facilitator.widgets.figures import large

MOST_LINES = 4


class Stage(Widget):
    """Shows a ``CircleView`` without its people, all in one piece: it is cheap to draw again.

    Attributes:
        view: what to show.
    """

    DEFAULT_CSS = "Stage { width: 1fr; height: 1fr; padding: 0 1; }"

    view: reactive[CircleView] = reactive(CircleView())

    def render(self) -> Visual:
        """The lines, in the middle."""
        width, height = self.content_size
        found = [*self._lines(width)]
        if len(found) > height:
            found = [*self._small(width, height)]
        lines = [
            Content.assemble(" " * max(0, (width - line.cell_length) // 2), line) for line in found
        ]
        above = max(0, (height - len(lines)) // 2)
        return Content("\n").join([*[Content("")] * above, *lines])

    def _lines(self, width: int) -> Iterator[Content]:
        view = self.view
        yield from (Content.styled(line, "b") for line in wrap(view.question, width, MOST_LINES))
        if view.clock:
            yield Content("")
            figures = large(view.clock)
            fitting = figures if figures and len(figures[0]) <= width else (view.clock,)
            yield from (Content.styled(line, STYLES[view.phase]) for line in fitting)
        if view.off:
            yield from (Content.styled(line, OFF_RECORD) for line in wrap(view.off, width, 2))
        word = f"‖ {view.notice}" if view.notice else WORDS.get(view.phase, "")
        lines = wrap(word, width, 2) if word else [""]
        yield from (Content.styled(line, STYLES[view.phase]) for line in lines)
        yield from (Content.styled(line, QUIET) for line in wrap(view.caption, width, 2))

    def _small(self, width: int, height: int) -> Iterator[Content]:
        """The same in few lines: the clock in one, its phase by a sign, then what has room."""
        view = self.view
        sign = "‖" if view.notice else WORDS.get(view.phase, "").partition(" ")[0]
        # An overrun has its sign already.
        clock = view.clock if view.clock.startswith(sign) else f"{sign} {view.clock}"
        under = [
            *([Content.styled(fit(clock, width), STYLES[view.phase])] if view.clock else []),
            *([Content.styled(fit(view.off, width), OFF_RECORD)] if view.off else []),
            *([Content(fit(view.notice, width))] if view.notice else []),
            *([Content.styled(fit(view.caption, width), QUIET)] if view.caption else []),
        ]
        question = wrap(view.question, width, min(MOST_LINES, max(1, height - len(under))))
        yield from (Content.styled(line, "b") for line in question)
        yield from under
