"""Small panels beside the circle: the stack, the agenda with its times, what is still open."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.styles import QUIET
from facilitator.ui.text import fit, wrap
from facilitator.ui.views import HandView, Mark, StepView

TIMES_FROM = 26
"""The narrowest panel, in cells, that has room for speaking times."""


class StepsPanel(Widget):
    """The agenda: each step with the time planned, and the time taken where it began.

    Attributes:
        steps: in order.
    """

    DEFAULT_CSS = "StepsPanel { height: auto; }"

    steps: reactive[tuple[StepView, ...]] = reactive(())

    def watch_steps(self, old: tuple[StepView, ...], new: tuple[StepView, ...]) -> None:
        """Take more lines, or fewer."""
        if len(old) != len(new):
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """A line for each step, whatever fitted before."""
        return max(1, len(self.steps))

    def render(self) -> Visual:
        """A line for each step; where not all have room, how many stand before and behind."""
        steps, most = self.steps, max(3, self.content_size.height or len(self.steps))
        here = next((place for place, step in enumerate(steps) if step.mark == "▶"), 0)
        first = max(0, min(here - 1, len(steps) - most))
        lines = [self._line(step) for step in steps[first : first + most]]
        if first:
            lines[0] = Content.styled(f"… {first + 1} before", QUIET)
        if (behind := len(steps) - first - most) > 0:
            lines[-1] = Content.styled(f"… {behind + 1} more", QUIET)
        return Content("\n").join(lines)

    def _line(self, step: StepView) -> Content:
        times = step.times
        here, been = step.mark == "▶", step.mark == "✓"
        title = fit(step.title, self.content_size.width - cell_len(times) - 3)
        gap = self.content_size.width - 2 - cell_len(title) - cell_len(times)
        style = "b $warning" if here else QUIET if been else ""
        return Content.assemble((f"{step.mark} {title}", style), " " * max(1, gap), (times, QUIET))


class StackPanel(Widget):
    """The stack: each hand with its place, whether its person was heard here, and what it is for.

    Attributes:
        hands: who speaks, then who is heard next.
    """

    DEFAULT_CSS = "StackPanel { height: auto; }"

    hands: reactive[tuple[HandView, ...]] = reactive(())

    def watch_hands(self, old: tuple[HandView, ...], new: tuple[HandView, ...]) -> None:
        """Take more lines, or fewer; where there are more hands than lines it stays as it is."""
        fewest = min(len(old), len(new))
        if len(old) != len(new) and not 0 < self.content_size.height < fewest:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """A line for each hand, whatever fitted before."""
        return max(1, len(self.hands))

    def render(self) -> Visual:
        """A line for each hand, as many as there is room for; the last says how many more."""
        if not self.hands:
            return Content.styled("No hand is up.", QUIET)
        shown = self.hands
        most = max(2, self.content_size.height or len(shown))
        lines = [self._line(hand) for hand in shown[:most]]
        if len(shown) > most:
            lines[-1] = Content.styled(f"… {len(shown) - most + 1} more", QUIET)
        return Content("\n").join(lines)

    def _line(self, hand: HandView) -> Content:
        width = self.content_size.width
        heard = "" if hand.mark == Mark.SPEAKING else (Mark.WAITING if hand.fresh else Mark.HEARD)
        lead = "↳ " if hand.answers else ""
        before = f"{lead}{hand.mark} {heard} ".replace("  ", " ")
        wish = f" {hand.wish}" if hand.wish else ""
        time = hand.time if width >= TIMES_FROM else ""
        room = width - cell_len(before) - cell_len(wish) - (cell_len(time) + 1 if time else 0)
        name = fit(hand.name, max(1, room))
        gap = width - cell_len(before) - cell_len(name) - cell_len(wish) - cell_len(time)
        style = "b $warning" if hand.mark == Mark.SPEAKING else ""
        return Content.assemble(
            (before, style), (name, style or "b"), wish, " " * max(0, gap), (time, QUIET)
        )


class LinesPanel(Widget):
    """A few sentences, one a line.

    Attributes:
        lines: the sentences.
        empty: what is said when there are none.
        most: the lines that one sentence can have.
    """

    DEFAULT_CSS = "LinesPanel { height: auto; }"

    lines: reactive[tuple[str, ...]] = reactive((), layout=True)
    empty: reactive[str] = reactive("Nothing.")
    most: reactive[int] = reactive(3, layout=True)

    def render(self) -> Visual:
        """The sentences, wrapped."""
        width = self.content_size.width or 40
        if not self.lines:
            lines = wrap(self.empty, width, self.most)
            return Content("\n").join(Content.styled(line, QUIET) for line in lines)
        return Content("\n").join(
            Content(line) for sentence in self.lines for line in wrap(sentence, width, self.most)
        )
