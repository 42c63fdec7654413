"""A list to choose from, that may be long: only the lines that are seen are drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from facilitator.ui.text import fit, wrap

LONGEST = 120
"""Cells of a label, and of a detail, that are shown: a long one can't fill the list."""

NOTHING_FITS = "Nothing fits these letters."

_CURSOR, _NOTHING, _BAR = "choice--cursor", "choice--nothing", "choice--bar"
_GAP, _DIM = "  ", Style(dim=True)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list to choose from.

    Attributes:
        id: what is given back.
        label: what it is called.
        detail: more about it, in quieter letters.
    """

    id: str
    label: str
    detail: str = ""


class ChoiceList(Widget):
    """Choices, one under the other, with a cursor; a bar beside them says where one is.

    It draws its lines itself: Textual's own list takes a hundred times as long for each.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {_CURSOR, _NOTHING, _BAR}
    DEFAULT_CSS = """
    ChoiceList { height: auto; color: $foreground; background: $surface; }
    ChoiceList > .choice--cursor {
        color: $foreground;
        background: $block-cursor-blurred-background;
        text-style: bold underline;
    }
    ChoiceList > .choice--nothing { color: $text-disabled; }
    ChoiceList > .choice--bar { color: $primary 60%; }
    """

    @dataclass
    class Chosen(Message):
        """A choice was clicked."""

        choice: str
        """Its id."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual's widgets
        self._all: Sequence[Choice] = ()
        self._shown: Sequence[Choice] = ()
        self._ends: list[int] = []
        self._lines = 0
        self._cursor = 0
        self._top = 0
        self._styles: dict[str, Style] = {}
        super().__init__(id=id)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Have room for so many choices, and show all of them."""
        before, self._all = self._room(), choices
        self.show(choices)
        self._lines = self._ends[-1] if choices else 1
        if before != self._room():
            self.refresh(layout=True)

    def show(self, choices: Sequence[Choice]) -> None:
        """Show some of them, the cursor on the first; the room stays as it is."""
        self._shown = choices
        self._cursor = self._top = 0
        self._measure()
        self.refresh()

    @property
    def count(self) -> int:
        """How many choices are shown."""
        return len(self._shown)

    @property
    def highlighted(self) -> int | None:
        """The place of the choice under the cursor, if there is any."""
        return self._cursor if self._shown else None

    @property
    def under_cursor(self) -> str:
        """The id of the choice under the cursor; nothing, if there is none."""
        return self._shown[self._cursor].id if self._shown else ""

    def move(self, places: int) -> None:
        """Go up or down, and stay inside."""
        if self._shown:
            self._cursor = max(0, min(len(self._shown) - 1, self._cursor + places))
            self._keep_in_view()
            self.refresh()

    def go_to(self, choice: str) -> None:
        """Go to a choice, if it is there."""
        place = next((at for at, each in enumerate(self._shown) if each.id == choice), None)
        if place is not None:
            self.move(place - self._cursor)

    def on_resize(self) -> None:
        """Other choices have more lines than one, and other lines have room."""
        self._measure()
        self._keep_in_view()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Look further down."""
        event.stop()
        self._scroll(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Look further up."""
        event.stop()
        self._scroll(-1)

    def on_click(self, event: Click) -> None:
        """Say what was clicked."""
        event.stop()
        place = bisect_right(self._ends, self._top + event.y)
        if place < len(self._shown):
            self.post_message(self.Chosen(self._shown[place].id))

    def notify_style_update(self) -> None:
        """Forget the old colors."""
        self._styles.clear()
        super().notify_style_update()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Enough for all choices, however few are shown."""
        return max(1, sum(self._height(choice, width - 1) for choice in self._all))

    def _room(self) -> int:
        """How many lines all choices have, as far as there is room for them."""
        most = self.styles.max_height
        return self._lines if most is None else min(self._lines, int(most.value))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that are seen now, as they are."""
        background = self.background_colors[1]
        lines = [self._line(y) for y in crop.line_range]
        for each in self.get_line_filters():
            lines = [line.apply_filter(each, background) for line in lines]
        return [line.crop(crop.x, crop.right) for line in lines]

    def render_line(self, y: int) -> Strip:
        """One of the lines that are seen now."""
        return self._line(y)

    def _height(self, choice: Choice, width: int) -> int:
        wanted = cell_len(choice.label) + len(_GAP) + cell_len(choice.detail)
        return 1 if wanted <= width else len(_wrapped(choice, width))

    def _measure(self) -> None:
        width = self.size.width - 1
        self._ends = list(accumulate(self._height(choice, width) for choice in self._shown))

    def _scroll(self, lines: int) -> None:
        last = (self._ends[-1] if self._ends else 0) - self.size.height
        self._top = max(0, min(last, self._top + lines))
        self.refresh()

    def _keep_in_view(self) -> None:
        """Scroll as little as is needed to see the choice under the cursor."""
        if self._shown:
            first = self._ends[self._cursor - 1] if self._cursor else 0
            lowest = self._ends[self._cursor] - self.size.height
            self._top = max(0, lowest, min(self._top, first))

    def _line(self, y: int) -> Strip:
        width, line = self.size.width - 1, self._top + y
        usual = self.rich_style
        if not self._shown:
            words = fit(NOTHING_FITS, width) if y == 0 else ""
            return _strip([(words, self._style(_NOTHING))], width + 1, usual)
        place = bisect_right(self._ends, line)
        if place >= len(self._shown):
            return Strip.blank(width + 1, usual)
        style = self._style(_CURSOR) if place == self._cursor else usual
        choice, first = self._shown[place], self._ends[place - 1] if place else 0
        label, detail = _wrapped(choice, width)[line - first]
        drawn = _strip([(label, style), (detail, style + _DIM)], width, style)
        return Strip.join([drawn, self._bar(y)])

    def _bar(self, y: int) -> Strip:
        """The piece of the bar beside a line."""
        height, lines = self.size.height, self._ends[-1]
        if lines <= height:
            return Strip.blank(1, self.rich_style)
        length = max(1, height * height // lines)
        start = round((height - length) * self._top / (lines - height))
        mark = "▐" if start <= y < start + length else " "
        return Strip([Segment(mark, self._style(_BAR))], 1)

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(name)
        return self._styles[name]


def _strip(parts: Sequence[tuple[str, Style]], width: int, rest: Style) -> Strip:
    segments = [Segment(text, style) for text, style in parts if text]
    missing = width - sum(cell_len(segment.text) for segment in segments)
    return Strip([*segments, Segment(" " * max(0, missing), rest)], max(0, width))


def _wrapped(choice: Choice, width: int) -> list[tuple[str, str]]:
    """The lines of a choice: what of its label and of its detail stands on each."""
    label, detail = fit(choice.label, LONGEST), fit(choice.detail, LONGEST)
    if not detail and cell_len(label) <= width:
        return [(label, "")]
    if cell_len(label) + len(_GAP) + cell_len(detail) <= width:
        return [(label + _GAP, detail)]
    lines = [(line, "") for line in wrap(label, width, 2)]
    return [*lines, *(("", line) for line in wrap(detail, width, 2))] or [("", "")]
