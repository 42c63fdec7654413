"""Rows of dots painted in quarters of terminal cells, at any size; knows no letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

# Which quarters have ink (upper left, upper right, lower left, lower right) to their block.
_QUARTERS = dict(zip(product(".#", repeat=4), " ▗▖▄▝▐▞▟▘▚▌▙▀▜▛█", strict=True))

# The corners of a dot, as steps down and across to the neighbor there.
_CORNERS = ((-1, -1), (-1, 1), (1, -1), (1, 1))


class Size(NamedTuple):
    """How large a dot is: in half cells across, and in half lines down."""

    across: int
    down: int


def painted(blocks: list[list[str]], size: Size, leading: int) -> tuple[str, ...]:
    """Lines of cells, all of one width, with each block in the middle.

    Args:
        blocks: rows of dots (``#`` is ink), one block for each line of writing.
        size: how large a dot is.
        leading: how many rows of dots part two blocks.
    """
    wide = max(len(rows[0]) for rows in blocks) * size.across
    wide += wide % 2
    fine: list[str] = []
    for rows in blocks:
        if fine:
            fine += ["." * wide] * (leading * size.down)
        fine += (row.center(wide, ".") for row in _enlarged(rows, size))
    if len(fine) % 2:
        fine.append("." * wide)
    return tuple(
        "".join(
            _QUARTERS[quarters]
            for quarters in zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
        )
        for upper, lower in zip(fine[::2], fine[1::2], strict=True)
    )


def _enlarged(rows: list[str], size: Size) -> Iterator[str]:
    """The rows of half cells that the dots become."""
    blank = "." * (len(rows[0]) + 2)
    framed = [blank, *(f".{row}." for row in rows), blank]
    for y in range(1, len(framed) - 1):
        dots = [_dot(framed[y][x], _turned(framed, y, x), size) for x in range(1, len(blank) - 1)]
        yield from ("".join(parts) for parts in zip(*dots, strict=True))


def _turned(rows: list[str], y: int, x: int) -> tuple[bool, ...]:
    """At which corners a dot is the opposite of itself, so that slanted strokes run straight."""
    ink = rows[y][x] == "#"
    found = []
    for down, across in _CORNERS:
        above, beside = rows[y + down][x] == "#", rows[y][x + across] == "#"
        beyond = rows[y + down][x + across] == "#"
        if ink:
            # The outer side of a stroke that goes on slanting to one side or the other.
            slants = (rows[y + down][x - across] == "#" and rows[y][x - across] == ".") or (
                rows[y - down][x + across] == "#" and rows[y - down][x] == "."
            )
            found.append(not (above or beside or beyond) and slants)
        else:
            found.append(above and beside and not beyond)
    return tuple(found)


@lru_cache(4096)
def _dot(ink: str, turned: tuple[bool, ...], size: Size) -> tuple[str, ...]:
    """One dot enlarged: rows of half cells, with the corners turned that should be."""
    other = "." if ink == "#" else "#"
    return tuple(
        "".join(
            other
            if any(
                turn and _near(x, size.across, right) + _near(y, size.down, low) < 0.5
                for turn, (low, right) in zip(turned, _CORNERS, strict=True)
            )
            else ink
            for x in range(size.across)
        )
        for y in range(size.down)
    )


def _near(step: int, steps: int, side: int) -> float:
    """How far the middle of a step is from one side of a dot, as a share of the dot."""
    share = (step + 0.5) / steps
    return share if side < 0 else 1 - share
