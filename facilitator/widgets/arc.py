"""An ellipse's outline in braille dots, of which a share is lit; no Textual."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, ceil, floor, sqrt, tau

from facilitator.widgets.ellipse import Ellipse

# Two dots across and four down make a cell; their bits in the order of Unicode's braille block.
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BRAILLE = 0x2800

STROKE = 3
"""How thick the lit part is, in dots; the unlit part is one dot, so that it needs no color."""


@dataclass(frozen=True, slots=True)
class ArcCell:
    """One cell of the outline.

    Attributes:
        row: in cells from the top.
        column: in cells from the left.
        dots: for each dot, how far round it stands (0.0 to 1.0, clockwise from the top), its
            bit when lit, and its bit when unlit (0 when it is not part of the thin line).
    """

    row: int
    column: int
    dots: tuple[tuple[float, int, int], ...]

    @property
    def first(self) -> float:
        """How far round its first dot stands."""
        return self.dots[0][0]

    @property
    def last(self) -> float:
        """How far round its last dot stands."""
        return self.dots[-1][0]

    def drawn(self, left: float) -> tuple[str, bool]:
        """Its character when that share of the ring is lit, and whether any of it is."""
        lit = sum(bit for share, bit, _ in self.dots if share < left)
        unlit = sum(bit for share, _, bit in self.dots if share >= left)
        return chr(_BRAILLE + lit + unlit) if lit or unlit else " ", lit > 0


class Arc:
    """The outline of an ellipse: draws any part of it, knows what a change of share touches."""

    def __init__(self, ellipse: Ellipse) -> None:
        cells: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
        for x, y, share, thin in _dots(ellipse):
            bit = _BITS[y % 4][x % 2]
            cells[y // 4, x // 2].append((share, bit, bit if thin else 0))
        self.rows: dict[int, list[ArcCell]] = defaultdict(list)
        for (row, column), dots in sorted(cells.items()):
            self.rows[row].append(ArcCell(row, column, tuple(sorted(dots))))

    def between(self, one: float, other: float) -> Iterator[ArcCell]:
        """The cells that look different with one share lit and with the other."""
        low, high = min(one, other), max(one, other)
        for cells in self.rows.values():
            for cell in cells:
                reached = cell.first < high and cell.last >= low
                if reached and cell.drawn(low) != cell.drawn(high):
                    yield cell


def _dots(ellipse: Ellipse) -> Iterator[tuple[int, int, float, bool]]:
    """The outline's dots: column, row, how far round, and whether it is in the thin line."""
    middle_x, middle_y = round(ellipse.column * 2), ellipse.row * 4 + 2
    wide, high = round(ellipse.half_width * 2), round(ellipse.half_height * 4)
    for y in range(high):
        # Dots have their middles at half numbers, which makes the four quarters mirror images.
        edges = [_edge(wide - inset, high - inset, y + 0.5) for inset in range(STROKE + 1)]
        for x in range(max(0, ceil(edges[STROKE] - 0.5)), floor(edges[0] - 0.5) + 1):
            thin = edges[2] < x + 0.5 <= edges[1]
            turn = atan2((x + 0.5) / wide, (y + 0.5) / high) / tau
            yield middle_x + x, middle_y - 1 - y, turn, thin
            yield middle_x + x, middle_y + y, 0.5 - turn, thin
            yield middle_x - 1 - x, middle_y + y, 0.5 + turn, thin
            yield middle_x - 1 - x, middle_y - 1 - y, 1 - turn, thin


def _edge(wide: int, high: int, y: float) -> float:
    """How far a quarter's edge extends at a height, in dots; below zero when not at all."""
    return wide * sqrt(1 - (y / high) ** 2) if y < high else -1.0
