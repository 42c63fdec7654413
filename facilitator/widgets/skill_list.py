"""The skills screen's matrix: a line for each skill with its people, or for each person."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from facilitator.ui.skill_glyphs import ALONE, Glyph
from facilitator.ui.skills import SkillLine
from facilitator.ui.text import fit
from facilitator.widgets.aimed_list import AimedList

COUNTS = (Glyph.HAS, Glyph.TEACHES, Glyph.LEARNS, Glyph.WISHES)
COUNT_CELLS = 4
MOST_NAME_CELLS = 34
DETAIL_CELLS = 11
DETAIL_FROM = 100
"""The narrowest list, in cells, that has room for the sort of a skill."""
SLIDE_CELLS = 16
LONGEST = 4000
"""So many characters of who does what can be scrolled to; the skill itself shows everyone."""


class SkillList(AimedList):
    """Draws lines with a cursor on one of them."""

    QUIET = "skills--quiet"
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

    slid: reactive[int] = reactive(0, repaint=False)
    """How many cells of who does what are out of sight to the left."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # as Textual calls it
        self._name_cells = 12
        self._places: dict[str, int] = {}
        super().__init__(id=id)

    def watch_lines(self, old: tuple[SkillLine, ...], new: tuple[SkillLine, ...]) -> None:
        """Lay out anew."""
        self._places = {line.id: place for place, line in enumerate(new)}
        self.keep_aim([line.id for line in old])

    def watch_slid(self) -> None:
        """Draw other parts of the lines."""
        self._strips.clear()
        self.refresh()

    def slide(self, steps: int) -> None:
        """See more of long lines, or their beginning again."""
        longest = max((_length(line) for line in self._in_view()), default=0)
        most = max(0, longest + len(self.head) + 2 - self.virtual_size.width)
        self.slid = max(0, min(most, self.slid + steps * SLIDE_CELLS))

    def _aims(self) -> list[str]:
        return [line.id for line in self.lines]

    def _row_of(self, aim: str) -> int | None:
        return self._places.get(aim)

    def _aim_in(self, row: int) -> str:
        return self.lines[row].id if 0 <= row < len(self.lines) else ""

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

    def _draw(self, row: int) -> Strip:
        width, blank = self.virtual_size.width, self.rich_style
        if row >= len(self.lines):
            return self._nothing(row, indent=2, listed=bool(self.lines))
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
