"""The circle as a ring: people around it, the turn's time as an arc, the question inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.ui.views import CircleView, Phase, SeatView
from facilitator.widgets.arc import Arc
from facilitator.widgets.ellipse import Plan, Side, plan_ring
from facilitator.widgets.hub import Part, hub_lines, inside_area, inside_of
from facilitator.widgets.seats import SEAT_CLASSES, label_of, name_of, seat_rules

_PHASE_CLASSES = {phase: f"ring--{phase}" for phase in Phase}
_TRACK = "ring--track"
_PART_CLASSES = {part: f"ring--{part.name.lower()}" for part in Part}


class _Piece(NamedTuple):
    """Some text at a place in a row."""

    column: int
    text: str
    cells: int
    style: str
    """Component classes, with spaces between them."""


_Rows = dict[int, list[_Piece]]


class Ring(Widget, can_focus=False):
    """Draws a ``CircleView`` as a ring.

    A change of the view repaints only the cells that look different.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        _TRACK,
        *_PART_CLASSES.values(),
        *_PHASE_CLASSES.values(),
        *SEAT_CLASSES.values(),
    }

    DEFAULT_CSS = """
        Ring { width: 1fr; height: 1fr; }
        Ring > .ring--track { color: $foreground 30%; }
        Ring > .ring--question { color: $text; text-style: bold; }
        Ring > .ring--clock { text-style: bold; }
        Ring > .ring--caption { color: $text-muted; }
        Ring > .ring--off { color: $text-warning; text-style: bold; }
        Ring > .ring--idle { color: $text-muted; }
        Ring > .ring--calm { color: $text-success; }
        Ring > .ring--warning { color: $text-warning; }
        Ring > .ring--over { color: $text-error; }
        Ring > .ring--paused { color: $text-muted; }
        """ + seat_rules("Ring")

    view: reactive[CircleView] = reactive(CircleView(), repaint=False)
    """What to draw."""

    def __init__(
        self,
        view: CircleView | None = None,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  # the name Textual's widgets give it
        classes: str | None = None,
    ) -> None:
        self._laid_out: tuple[Size, tuple[tuple[str, bool], ...]] | None = None
        self._plan = Plan(None, ())
        self._arc: Arc | None = None
        self._names: tuple[str, ...] = ()
        self._pieces: _Rows = {}
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        super().__init__(name=name, id=id, classes=classes)
        if view is not None:
            self.set_reactive(Ring.view, view)

    @classmethod
    def seats_fit(cls, count: int, size: Size) -> bool:
        """Whether that many people have a place around a ring of that size."""
        plan = plan_ring(size.width, size.height, [12] * count)
        return plan.arc is not None and len(plan.places) == count

    def watch_view(self, old: CircleView, new: CircleView) -> None:
        """Repaint what differs."""
        if self._laid_out is None:
            return
        if self._laid_out != (self.size, _who(new.seats)):
            self._lay_out()
            self.refresh()
            return
        pieces = self._arrange(new)
        regions = list(_differences(self._pieces, pieces))
        self._pieces = pieces
        if self._arc is not None:
            regions += self._arc_differences(self._arc, old, new)
        for region in regions:
            self._strips.pop(region.y, None)
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Lay everything out again."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colors."""
        self._strips.clear()
        self._styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the ring."""
        if self._laid_out is None or self._laid_out[0] != self.size:
            self._lay_out()
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._draw(y)
        return strip

    def _lay_out(self) -> None:
        """Find a place for everything in the widget's size."""
        seats, (width, height) = self.view.seats, self.size
        self._laid_out = (self.size, _who(seats))
        self._strips.clear()
        longest = max(width, 1)
        wants = [cell_len(label_of(seat.mark, name_of(seat, longest))) for seat in seats]
        before = self._plan.arc
        self._plan = plan_ring(width, height, wants)
        if self._plan.arc is None:
            self._arc = None
        elif self._arc is None or self._plan.arc != before:
            self._arc = Arc(self._plan.arc)
        self._names = tuple(
            name_of(seat, place.cells)
            for seat, place in zip(seats, self._plan.places, strict=False)
        )
        self._pieces = self._arrange(self.view)

    def _arrange(self, view: CircleView) -> _Rows:
        """The labels and the lines inside the ring, by row."""
        width, height = self.size
        rows: _Rows = defaultdict(list)
        for place, seat, name in zip(self._plan.places, view.seats, self._names, strict=False):
            text = label_of(seat.mark, name)
            cells = cell_len(text)
            spare = {Side.LEFT: 1.0, Side.RIGHT: 0.0, Side.CENTER: 0.5}[place.side]
            column = place.column + int((place.cells - cells) * spare)
            rows[place.row].append(_Piece(column, text, cells, SEAT_CLASSES[seat.mark]))
        arc = self._plan.arc
        inside = inside_area(width, height) if arc is None else inside_of(arc)
        for line in hub_lines(view, inside):
            style = _PART_CLASSES[line.part]
            if line.part is Part.CLOCK:
                style = f"{_PHASE_CLASSES[view.phase]} {style}"
            cells = cell_len(line.text)
            rows[line.row].append(_Piece((width - cells) // 2, line.text, cells, style))
        return rows

    def _arc_differences(self, arc: Arc, old: CircleView, new: CircleView) -> Iterable[Region]:
        """The regions where the arc looks different."""
        if _stroke(old) != _stroke(new):
            return [
                Region(cells[0].column, row, cells[-1].column - cells[0].column + 1, 1)
                for row, cells in arc.rows.items()
            ]
        changed = arc.between(old.left or 0.0, new.left or 0.0)
        return [Region(cell.column, cell.row, 1, 1) for cell in changed]

    def _draw(self, y: int) -> Strip:
        """A row's pieces from left to right, with blanks between them."""
        pieces = sorted([*self._pieces.get(y, ()), *self._arc_pieces(y)])
        blank = self._blank
        segments: list[Segment] = []
        column = 0
        for piece in pieces:
            if piece.column > column:
                segments.append(Segment(" " * (piece.column - column), blank))
            segments.append(Segment(piece.text, self._style(piece.style)))
            column = piece.column + piece.cells
        if column < self.size.width:
            segments.append(Segment(" " * (self.size.width - column), blank))
        return Strip(segments, max(column, self.size.width))

    def _arc_pieces(self, y: int) -> Iterable[_Piece]:
        """The arc's cells in a row, neighbors of one style together."""
        if self._arc is None:
            return
        lit_style, track_style = _stroke(self.view)
        left = self.view.left or 0.0
        drawn = [(cell.column, *cell.drawn(left)) for cell in self._arc.rows.get(y, ())]
        # Neighbors share the difference between their column and their number.
        runs = groupby(enumerate(drawn), lambda item: (item[1][0] - item[0], item[1][2]))
        for (_, lit), run in runs:
            cells = [cell for _, cell in run]
            text = "".join(character for _, character, _ in cells)
            yield _Piece(cells[0][0], text, len(text), lit_style if lit else track_style)

    @property
    def _blank(self) -> Style:
        """The style where nothing is drawn."""
        if "" not in self._styles:
            self._styles[""] = self.rich_style
        return self._styles[""]

    def _style(self, names: str) -> Style:
        """The style of component classes, given with spaces between them."""
        if names not in self._styles:
            first, *others = names.split()
            style = self.get_component_rich_style(first)
            for other in others:
                style += self.get_component_rich_style(other, partial=True)
            self._styles[names] = style
        return self._styles[names]


def _who(seats: Iterable[SeatView]) -> tuple[tuple[str, bool], ...]:
    """What of the seats decides where labels stand."""
    return tuple((seat.name, seat.newcomer) for seat in seats)


def _stroke(view: CircleView) -> tuple[str, str]:
    """The styles of the arc's lit and unlit part.

    A pause leaves the arc as it is: the clock says it, and the ring is not drawn again.
    """
    lit = _PHASE_CLASSES[Phase.CALM if view.phase is Phase.PAUSED else view.phase]
    over = view.phase is Phase.OVER and view.left is not None
    return lit, lit if over else _TRACK


def _differences(old: _Rows, new: _Rows) -> Iterable[Region]:
    """The regions that hold what is only in one of them."""
    for row in old.keys() | new.keys():
        changed = set(old.get(row, ())) ^ set(new.get(row, ()))
        if changed:
            start = min(piece.column for piece in changed)
            end = max(piece.column + piece.cells for piece in changed)
            yield Region(start, row, end - start, 1)
