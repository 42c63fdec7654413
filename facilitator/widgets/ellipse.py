"""Where things stand on an ellipse of terminal cells: labels around it; no Textual, no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil, cos, sin, sqrt, tau

# A cell is twice as high as wide: 2.0 would be a circle, the ring may be a little flatter or
# taller than that before it stops to look like a table that people sit around.
_FLATTEST = 3.0
_TALLEST = 1.8

_SMALLEST_HALF_HEIGHT = 2.5
_SMALLEST_HALF_WIDTH = 7.0


class Side(Enum):
    """Which part of the ring a label stands on, and so how it is aligned to its place."""

    LEFT = auto()
    RIGHT = auto()
    CENTER = auto()


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse on a grid of cells.

    Attributes:
        column: the center, in cells from the left edge of the grid to the center's middle.
        row: the row whose middle is the center.
        half_width: from the center to the outer edge, in columns.
        half_height: from the center to the outer edge, in rows.
    """

    column: float
    row: int
    half_width: float
    half_height: float

    def reach(self, rows: float) -> float:
        """How far it extends to either side, in columns, so many rows above or below its center.

        Zero where it doesn't extend at all.
        """
        height = abs(rows) / self.half_height
        return self.half_width * sqrt(1 - height * height) if height < 1 else 0.0

    def reach_in(self, row: int) -> float:
        """The farthest it extends to either side, in columns, anywhere in a row of cells."""
        return self.reach(max(0.0, abs(row - self.row) - 0.5))


@dataclass(frozen=True, slots=True)
class Place:
    """The cells that are one label's own."""

    row: int
    column: int
    cells: int
    side: Side


@dataclass(frozen=True, slots=True)
class Plan:
    """Who sits where.

    Attributes:
        arc: the outer edge of the arc, or ``None`` when there is no room for one.
        places: one for each label, or none at all when they don't all fit.
    """

    arc: Ellipse | None
    places: tuple[Place, ...]


def plan_ring(width: int, height: int, wants: Sequence[int]) -> Plan:
    """Lay a ring of labels and the arc inside it into an area.

    The labels stand clockwise from the top. No two of them share a cell, none leaves the area
    or touches the arc; a label gets fewer cells than it wants where there is no room for more.

    Args:
        width: columns of the area.
        height: rows of the area.
        wants: the cells that each label would like to have.
    """
    # An odd number of rows has a middle one, so that both halves mirror each other.
    rows = height if height % 2 else height - 1
    radius = rows // 2 - min(2, max(0, (height - 14) // 10))
    gap_rows = min(3, max(1, rows // 11))
    gap_columns = min(8, max(3, width // 14))
    widest = max(10, width // 5)
    side = min(max(wants, default=0), widest)

    half_height = radius - 0.5 - gap_rows
    half_width = width / 2 - side - gap_columns - 1
    half_width = min(half_width, half_height * _FLATTEST)
    half_height = min(half_height, half_width / _TALLEST)
    if half_height < _SMALLEST_HALF_HEIGHT or half_width < _SMALLEST_HALF_WIDTH:
        return Plan(None, ())

    arc = Ellipse(width / 2, rows // 2, half_width, half_height)
    radius = min(radius, round(half_height + 0.5 + gap_rows))
    offsets = _offsets(len(wants), radius)
    if offsets is None:
        return Plan(arc, ())
    most = max(widest, width // 3)
    places: list[Place] = []
    for index, (want, offset) in enumerate(zip(wants, offsets, strict=True)):
        turn, row = index / len(wants), arc.row + offset
        # The same number for both halves, so that rounding can't part them.
        along = sin(tau * min(index, len(wants) - index) / len(wants)) * (half_width + gap_columns)
        start = ceil(arc.column + max(along, arc.reach_in(row) + 1))
        places.append(_place(turn, row, start, min(want, most), width))
    return Plan(arc, tuple(places))


def _place(turn: float, row: int, start: int, want: int, width: int) -> Place:
    """The place of one label.

    Args:
        turn: how far round it is, clockwise from the top.
        row: its row.
        start: the first column it may use on the right half; the left half mirrors it.
        want: the cells that it would like to have.
        width: the columns of the area.
    """
    if turn in {0.0, 0.5}:
        return Place(row, (width - want) // 2, want, Side.CENTER)
    cells = min(want, width - start)
    if turn < 0.5:
        return Place(row, start, cells, Side.RIGHT)
    return Place(row, width - start - cells, cells, Side.LEFT)


def _offsets(count: int, radius: int) -> list[int] | None:
    """Each label's row as an offset from the center's, or ``None`` when they don't all fit.

    On each side every label has a row of its own, as near as can be to where the angle puts it;
    the left side mirrors the right.
    """
    if count == 0:
        return []
    ideal = [-radius * cos(tau * index / count) for index in range(1, (count + 1) // 2)]
    if count % 2:
        right = _apart(ideal, -radius + 1, radius)
        return None if right is None else [-radius, *right, *reversed(right)]
    half = len(ideal) // 2
    upper = _apart(ideal[:half], -radius + 1, -1)
    if upper is None:
        return None
    middle = [0] * (len(ideal) % 2)
    right = [*upper, *middle, *(-row for row in reversed(upper))]
    return [-radius, *right, radius, *reversed(right)]


def _apart(ideal: Sequence[float], first: int, last: int) -> list[int] | None:
    """Strictly rising whole numbers near the ideal ones, from first to last, if there are any."""
    if len(ideal) > last - first + 1:
        return None
    rows = [max(round(row), first + number) for number, row in enumerate(ideal)]
    for number in range(1, len(rows) + 1):
        below = rows[-number + 1] - 1 if number > 1 else last
        rows[-number] = min(rows[-number], below)
    return rows
