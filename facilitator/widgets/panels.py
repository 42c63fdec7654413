"""Small panels beside the circle: the agenda with its times, and what is still open."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.styles import QUIET
from facilitator.ui.text import fit, wrap
from facilitator.ui.views import StepView


class StepsPanel(Widget):
    """The agenda: each step with the time planned, and the time taken where it began.

    Attributes:
        steps: in order.
    """

    DEFAULT_CSS = "StepsPanel { height: auto; }"

    steps: reactive[tuple[StepView, ...]] = reactive((), layout=True)

    def render(self) -> Visual:
        """A line for each step."""
        return Content("\n").join(self._line(step) for step in self.steps)

    def _line(self, step: StepView) -> Content:
        times = step.times
        here, been = step.mark == "▶", step.mark == "✓"
        title = fit(step.title, self.content_size.width - cell_len(times) - 3)
        gap = self.content_size.width - 2 - cell_len(title) - cell_len(times)
        style = "b $warning" if here else QUIET if been else ""
        return Content.assemble((f"{step.mark} {title}", style), " " * max(1, gap), (times, QUIET))


class LinesPanel(Widget):
    """A few sentences, one a line.

    Attributes:
        lines: the sentences.
        empty: what is said when there are none.
    """

    DEFAULT_CSS = "LinesPanel { height: auto; }"

    lines: reactive[tuple[str, ...]] = reactive((), layout=True)
    empty: reactive[str] = reactive("Nothing.")

    def render(self) -> Visual:
        """The sentences, wrapped."""
        width = self.content_size.width or 40
        if not self.lines:
            lines = wrap(self.empty, width, 3)
            return Content("\n").join(Content.styled(line, QUIET) for line in lines)
        return Content("\n").join(
            Content(line) for sentence in self.lines for line in wrap(sentence, width, 3)
        )
