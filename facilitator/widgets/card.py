"""What is read aloud: the card of a step that has no turns."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Label

from facilitator.ui.styles import QUIET
from facilitator.ui.text import wrap
from facilitator.ui.views import Paragraph, Tone

MOST_LINES = 60

_STYLES = {
    Tone.TITLE: "b $accent",
    Tone.HEADING: "b",
    Tone.SAY: "",
    Tone.ITEM: "",
    Tone.DONE: "$success",
    Tone.HINT: f"{QUIET} i",
}


class CardText(Widget):
    """Paragraphs one below the other; items stand together, with their marks before them.

    Attributes:
        paragraphs: from top to bottom.
    """

    DEFAULT_CSS = "CardText { width: 100%; max-width: 76; height: auto; }"

    paragraphs: reactive[tuple[Paragraph, ...]] = reactive((), layout=True)

    def items_below(self, line: int) -> int:
        """How many items begin at that line or below."""
        width, place, below = self.content_size.width or 40, 0, 0
        before = None
        for paragraph in self.paragraphs:
            place += before is not None and not (before.mark and paragraph.mark)
            below += bool(paragraph.mark) and place >= line
            before = paragraph
            place += len(list(self._paragraph(paragraph, width)))
        return below

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The lines that the paragraphs have at a width, whatever it was before."""
        return sum(1 for _ in self._lines(width))

    def render(self) -> Visual:
        """All paragraphs, wrapped to the width."""
        return Content("\n").join(self._lines(self.content_size.width or 40))

    def _lines(self, width: int) -> Iterable[Content]:
        before = None
        for paragraph in self.paragraphs:
            if before is not None and not (before.mark and paragraph.mark):
                yield Content("")
            before = paragraph
            yield from self._paragraph(paragraph, width)

    def _paragraph(self, paragraph: Paragraph, width: int) -> Iterable[Content]:
        style = _STYLES[paragraph.tone]
        indent = "  " if paragraph.mark else ""
        hang = " " * (len(indent) * 2 if paragraph.mark else 0)
        first, *rest = wrap(paragraph.text, max(10, width - len(hang)), MOST_LINES) or [""]
        head = f"{indent}{paragraph.mark} " if paragraph.mark else ""
        if paragraph.tone is Tone.TITLE:
            yield from (Content.styled(line.center(width), style) for line in (first, *rest))
            return
        yield Content.assemble((head, "b"), (first, style))
        yield from (Content.assemble(hang, (line, style)) for line in rest)
        for line in wrap(paragraph.detail, max(10, width - len(hang)), MOST_LINES):
            yield Content.assemble(hang, (line, QUIET))


class StepCard(VerticalScroll):
    """A card that can be scrolled.

    Attributes:
        paragraphs: from top to bottom.
    """

    DEFAULT_CSS = """
    StepCard { align-horizontal: center; padding: 1 2; }
    StepCard > #below { dock: bottom; height: 1; width: 100%; text-align: center; color: $accent; }
    """

    paragraphs: reactive[tuple[Paragraph, ...]] = reactive(())

    def compose(self) -> ComposeResult:
        """The text."""
        yield CardText()
        yield Label(id="below")

    def watch_paragraphs(
        self, before: tuple[Paragraph, ...], paragraphs: tuple[Paragraph, ...]
    ) -> None:
        """Show other paragraphs, of another step from the top."""
        if before[:1] != paragraphs[:1]:
            self.scroll_home(animate=False, immediate=True)
        for text in self.query(CardText):
            text.paragraphs = paragraphs
        self.call_after_refresh(self._say_what_is_below)

    def on_resize(self) -> None:
        """More of it has room, or less."""
        self.call_after_refresh(self._say_what_is_below)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """More of it is above, less below."""
        super().watch_scroll_y(old_value, new_value)
        self._say_what_is_below()

    def _say_what_is_below(self) -> None:
        """Say that there is more, and of items how many: ``… 2 more ↓``."""
        for text in self.query(CardText):
            # The line that says it takes one from the card.
            last = round(self.scroll_y) + self.size.height - 1
            label = self.query_one("#below", Label)
            label.display = text.size.height > last + 1
            count = text.items_below(last)
            label.update(f"… {count} more ↓" if count else "… more ↓")
