"""The skills screen's matrix: a line for each skill with its people, or for each person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.ui.skill_glyphs import ALONE, Glyph
from facilitator.ui.skills import SkillLine
from facilitator.ui.text import fit, wrap

COUNTS = (Glyph.HAS, Glyph.TEACHES, Glyph.LEARNS, Glyph.WISHES)
COUNT_CELLS = 4
MOST_NAME_CELLS = 34
DETAIL_CELLS = 11
DETAIL_FROM = 100
"""The narrowest list, in cells, that has room for the sort of a skill."""
SLIDE_CELLS = 16
LONGEST = 4000
"""So many characters of who does what can be scrolled to; the skill itself shows everyone."""


class SkillList(ScrollView):
    """Draws lines with a cursor on one of them; it stays on what it is on when lines move."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "skills--cursor",
        "skills--quiet",
        "skills--alone",
        "skills--glyph",
    }
    DEFAULT_CSS = """
    SkillList {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    SkillList > .skills--cursor { color: $accent; background: $foreground 12%; }
    SkillList > .skills--quiet { color: $foreground 65%; }
    SkillList > .skills--alone { color: $warning; text-style: bold; }
    SkillList > .skills--glyph { color: $secondary; text-style: bold; }
    """

    lines: reactive[tuple[SkillLine, ...]] = reactive((), repaint=False)
    """What to draw."""

    cursor: reactive[str] = reactive("", repaint=False)
    """The line under the cursor, by its id; empty if there is none."""

    slid: reactive[int] = reactive(0, repaint=False)
    """How many cells of who does what are out of sight to the left."""

    empty: reactive[str] = reactive("", repaint=False)
    """What is said when there are no lines."""

    @dataclass
    class Pointed(Message):
        """The cursor is on another line."""

        line: str

    @dataclass
    class Picked(Message):
        """A line was clicked."""

        line: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        self._name_cells = 12
        self._places: dict[str, int] = {}
        super().__init__(id=id)
        self.can_focus = False

    def watch_lines(self, _old: tuple[SkillLine, ...], new: tuple[SkillLine, ...]) -> None:
        """Lay out anew; the cursor stays on its line, or goes to what stands in its place."""
        before = self._places.get(self.cursor, 0)
        self._places = {line.id: place for place, line in enumerate(new)}
        if self.cursor not in self._places:
            self.cursor = new[min(before, len(new) - 1)].id if new else ""
        self._lay_out()
        self._show_cursor()

    def watch_empty(self) -> None:
        """Say something else."""
        self._lay_out()

    def watch_slid(self) -> None:
        """Draw other parts of the lines."""
        self._strips.clear()
        self.refresh()

    def watch_cursor(self, old: str, new: str) -> None:
        """Move the cursor's line, and bring it into view."""
        for line in (old, new):
            row = self._places.get(line)
            if row is not None:
                self._strips.pop(row, None)
                self.refresh_line(row)
        self._show_cursor()
        self.post_message(self.Pointed(new))

    def on_resize(self) -> None:
        """Lay the columns out again."""
        self._lay_out()
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colors."""
        self._strips.clear()
        self._styles.clear()
        super().notify_style_update()

    def move(self, places: int) -> None:
        """Go so many lines down, or up, and stay inside."""
        if self.lines:
            target = self._places.get(self.cursor, 0) + places
            self.cursor = self.lines[max(0, min(len(self.lines) - 1, target))].id

    def slide(self, steps: int) -> None:
        """See more of long lines, or their beginning again."""
        longest = max((_length(line) for line in self._in_view()), default=0)
        most = max(0, longest + len(self.head) + 2 - self.virtual_size.width)
        self.slid = max(0, min(most, self.slid + steps * SLIDE_CELLS))

    def on_click(self, event: Click) -> None:
        """Pick the line that was clicked."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        if 0 <= row < len(self.lines):
            self.cursor = self.lines[row].id
            self.post_message(self.Picked(self.cursor))

    def render_line(self, y: int) -> Strip:
        """One line of the matrix as it is scrolled now."""
        row = y + self.scroll_offset.y
        if row not in self._strips:
            self._strips[row] = self._draw(row)
        return self._strips[row]

    @property
    def head(self) -> str:
        """The line above the counts, as wide as what stands before who does what."""
        counts = "".join(f"{glyph.value:>{COUNT_CELLS}}" for glyph in COUNTS)
        return " " * (3 + self._name_cells + self._detail_cells) + counts

    @property
    def _detail_cells(self) -> int:
        wide = self.scrollable_content_region.width >= DETAIL_FROM
        return DETAIL_CELLS if wide and any(line.detail for line in self.lines) else 0

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        longest = max((cell_len(line.name[:MOST_NAME_CELLS]) for line in self.lines), default=0)
        self._name_cells = max(8, min(longest, MOST_NAME_CELLS, width // 3))
        self._strips.clear()
        self.virtual_size = Size(width, len(self.lines))
        self.refresh()

    def _in_view(self) -> tuple[SkillLine, ...]:
        top = self.scroll_offset.y
        return self.lines[top : top + self.scrollable_content_region.height]

    def _show_cursor(self) -> None:
        row, height = self._places.get(self.cursor), self.scrollable_content_region.height
        if row is None or height <= 0:
            return
        top, margin = self.scroll_offset.y, 1 if height > 4 else 0
        target = min(max(top, row + margin - height + 1), max(0, row - margin))
        if target != top:
            self.scroll_to(y=target, animate=False, force=True)

    def _draw(self, row: int) -> Strip:
        width, blank = self.virtual_size.width, self.rich_style
        if row >= len(self.lines):
            said = wrap(self.empty, width - 4, 8) if not self.lines else []
            words = said[row - 1] if 0 < row <= len(said) else ""
            return Strip([Segment(f"  {words}", self._style("skills--quiet"))]).adjust_cell_length(
                width, blank
            )
        line = self.lines[row]
        here = line.id == self.cursor
        ground = self._style("skills--cursor") if here else blank
        before = [
            Segment("▌" if here else " ", ground),
            Segment(ALONE if line.alone else " ", self._on(ground, "skills--alone")),
            Segment(_padded(fit(line.name, self._name_cells), self._name_cells + 1), ground),
        ]
        if self._detail_cells:
            detail = _padded(fit(line.detail, self._detail_cells - 1), self._detail_cells)
            before.append(Segment(detail, self._on(ground, "skills--quiet")))
        counts = "".join(f"{count or '·':>{COUNT_CELLS}}" for count in line.counts)
        before.append(Segment(f"{counts} {'‹' if self.slid else ' '}", ground))
        behind = Strip(
            Segment(fit(text, LONGEST), self._on(ground, style) if style else ground)
            for text, style in _pieces(line)
        )
        whole = Strip([*before, *behind.crop(self.slid)])
        if whole.cell_length > width:
            whole = Strip([*whole.crop(0, width - 1), Segment("…", ground)])
        return whole.adjust_cell_length(width, ground)

    def _on(self, ground: Style, name: str) -> Style:
        """A component's style on the ground of the line."""
        return self._style(name) + Style(bgcolor=ground.bgcolor)

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(name)
        return self._styles[name]


def _pieces(line: SkillLine) -> list[tuple[str, str]]:
    """Who does what, in pieces with the style of each."""
    pieces = [(f"{line.alone}  ", "skills--alone")] if line.alone else []
    for group in line.groups:
        pieces += [(f"{group.glyph} ", "skills--glyph"), (f"{group.words}  ", "")]
    return pieces


def _length(line: SkillLine) -> int:
    return sum(cell_len(text[:LONGEST]) for text, _ in _pieces(line))


def _padded(text: str, cells: int) -> str:
    return text + " " * max(0, cells - cell_len(text))
