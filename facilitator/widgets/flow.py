"""How a list flows into columns of equal width, read downward; no Textual."""

from __future__ import annotations

from dataclasses import dataclass

_NARROWEST = 22  # of a column among others, in cells
_SHORTEST = 12  # of a column, in entries: fewer don't need another column


@dataclass(frozen=True, slots=True)
class Flow:
    """A number of entries in columns.

    Attributes:
        count: how many entries there are.
        columns: how many columns they stand in.
        rows: how many lines the longest column has.
        width: the cells of one column.
    """

    count: int = 0
    columns: int = 1
    rows: int = 0
    width: int = 1

    def row_of(self, index: int) -> int:
        """The line on which an entry stands."""
        return index % self.rows

    def at(self, x: int, row: int) -> int | None:
        """The entry at a cell, if there is one."""
        index = x // self.width * self.rows + row
        inside = 0 <= row < self.rows and 0 <= x < self.width * self.columns
        return index if inside and index < self.count else None

    def on(self, row: int) -> range:
        """The entries on a line, from left to right."""
        return range(row, self.count, self.rows) if 0 <= row < self.rows else range(0)


def flow(count: int, width: int, height: int) -> Flow:
    """Flow entries into as many columns as fit, but not more than help.

    Args:
        count: how many entries there are.
        width: the columns of cells there are.
        height: the lines that can be seen at once.
    """
    wanted = max(_quotient_up(count, max(1, height)), count // _SHORTEST)
    columns = max(1, min(width // _NARROWEST, wanted))
    rows = _quotient_up(count, columns)
    # Filling whole columns may leave the last one without anybody.
    columns = max(1, _quotient_up(count, max(1, rows)))
    return Flow(count, columns, rows, max(1, width // columns))


def _quotient_up(one: int, other: int) -> int:
    return -(-one // other)
