"""Words in the largest letters that an area has room for; no Textual.

Letters are put together from ``widgets.alphabet`` and painted in quarters of cells, so that they
grow in steps of half a cell. At larger sizes slanted strokes are cut straight. A text with any
character that has no shape stays a plain text: nobody's name loses a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple
from unicodedata import category, normalize

from facilitator.ui.text import wrap
from facilitator.widgets.alphabet import ABOVE, BASE, BELOW, BESIDE, DOTLESS, INSTEAD, LETTERS
from facilitator.widgets.ink import Size, painted

_GAP = 1  # between two letters
_SPACE = 5  # between two words
_NARROWEST = 0.66  # a dot's width by its height, below which letters look squeezed

# Between which rows there is ink: two marks over a capital letter, one under a tail.
_HIGHEST, _LOWEST = -8, BASE + 5

_BREAK = re.compile("\r\n|[\n\r]| +")
_HYPHEN = re.compile(r"(?<=\w[-\u2010])(?=\w)")


class Shape(NamedTuple):
    """A letter with its marks: how many dots wide, and where there is ink (row, column)."""

    width: int
    ink: frozenset[tuple[int, int]]


class _Word(NamedTuple):
    """Letters that stay together; ``space`` says whether a space parts them from those before."""

    shapes: tuple[Shape, ...]
    space: bool

    @property
    def width(self) -> int:
        return sum(shape.width + _GAP for shape in self.shapes) - _GAP

    @property
    def before(self) -> int:
        """How far it stands from the word before it on the same line."""
        return _SPACE if self.space else _GAP


_Lines = list[list[_Word]]


def lettered(text: str, width: int, height: int, *, like: str = "") -> tuple[str, ...]:
    """The text in the largest letters that fit; where none do, the plain text.

    Args:
        text: the words; line breaks count as spaces.
        width: of the area, in cells.
        height: of the area, in lines.
        like: letters are no larger than would fit this text, so that a clock keeps its size.

    Returns:
        ``enlarged``, or else what ``ui.text.wrap`` gives, cut with ``…`` if it has to be.
    """
    return enlarged(text, width, height, like=like) or tuple(wrap(text, width, height))


@lru_cache(256)
def enlarged(text: str, width: int, height: int, *, like: str = "") -> tuple[str, ...]:
    """The text in the largest letters that fit, wrapped between words.

    Returns:
        Lines of one width with every letter of the text; nothing if the area is too small or a
        letter has no shape.
    """
    words, model = _words(text, width * height), _words(like, width * height)
    for size in _sizes(height) if words else ():
        lines = _set(words, size, width, height)
        if lines and (not model or _set(model, size, width, height)):
            return _drawn(lines, size)
    return ()


@lru_cache(512)
def shape(letter: str) -> Shape | None:
    """A letter's shape, its marks included; ``None`` if it can't be drawn.

    Args:
        letter: one letter, and the combining marks that belong to it (NFD).
    """
    base, marks = letter[0], [INSTEAD.get(letter[0] + mark, mark) for mark in letter[1:]]
    if any(mark in ABOVE for mark in marks):
        base = DOTLESS.get(base, base)
    if base not in LETTERS or (marks and base.isspace()):
        return None
    drawn = LETTERS[base]
    widths = [len((ABOVE | BELOW)[mark][0]) for mark in marks if mark in ABOVE or mark in BELOW]
    width = max(len(drawn[0]), *widths, 0)
    ink = _ink(drawn, 0, (width - len(drawn[0])) // 2)
    for mark in marks:
        top, bottom = min(ink)[0], max(ink)[0]
        if mark in ABOVE:
            rows = ABOVE[mark]
            ink |= _ink(rows, top - 1 - len(rows), (width - len(rows[0])) // 2)
        elif mark in BELOW:
            rows = BELOW[mark]
            spare = width - len(rows[0])
            ink |= _ink(rows, bottom + 1, spare if mark == "\u0328" else spare // 2)
        elif mark in BESIDE:
            ink |= _ink(BESIDE[mark], top - 1, width)
            width += len(BESIDE[mark][0])
        else:
            return None
    inside = all(_HIGHEST <= row < _LOWEST for row, _ in ink)
    return Shape(width, frozenset(ink)) if inside else None


def _ink(rows: Sequence[str], down: int, across: int) -> set[tuple[int, int]]:
    return {
        (down + y, across + x)
        for y, row in enumerate(rows)
        for x, dot in enumerate(row)
        if dot == "#"
    }


def _words(text: str, most: int) -> list[_Word]:
    """The text's words; none if there are more letters than that, or one that has no shape."""
    if len(text) > most:
        return []
    words: list[_Word] = []
    for word in filter(None, _BREAK.split(normalize("NFD", text))):
        for index, part in enumerate(_HYPHEN.split(word)):
            shapes = [shape(letter) for letter in _letters(part)]
            drawn = tuple(found for found in shapes if found)
            if len(drawn) < len(shapes):
                return []
            words.append(_Word(drawn, space=index == 0))
    return words


def _letters(word: str) -> Iterator[str]:
    """The letters of a decomposed word, each with its marks."""
    start = 0
    for index in range(1, len(word)):
        if category(word[index])[0] != "M":
            yield word[start:index]
            start = index
    yield word[start:]


def _sizes(height: int) -> Iterator[Size]:
    """The sizes that may fit that many lines, the largest first."""
    for down in range(height * 2 // BASE, 1, -1):
        yield from (
            Size(across, down) for across in range(down * 2, ceil(down * 2 * _NARROWEST) - 1, -1)
        )
    # The smallest is half as wide as it should be: it is for long questions.
    yield from (Size(2, 1), Size(1, 1))


def _set(words: list[_Word], size: Size, width: int, height: int) -> _Lines:
    """The words in about equal lines that fit the area; nothing if they don't fit."""
    limit = width * 2 // size.across
    lines = _wrapped(words, limit)
    top, bottom = _extent(words)
    rows = len(lines) * (bottom - top) + (len(lines) - 1) * _leading(words)
    if rows * size.down > height * 2:
        return []
    narrow = 0
    while lines and limit - narrow > 1:
        middle = (narrow + limit) // 2
        tighter = _wrapped(words, middle)
        if tighter and len(tighter) == len(lines):
            limit, lines = middle, tighter
        else:
            narrow = middle
    return lines


def _wrapped(words: list[_Word], limit: int) -> _Lines:
    """The words in lines of at most that many dots; nothing if a word alone is longer."""
    lines: _Lines = []
    used = 0
    for word in words:
        if word.width > limit:
            return []
        if lines and used + word.before + word.width <= limit:
            lines[-1].append(word)
            used += word.before + word.width
        else:
            lines.append([word])
            used = word.width
    return lines


def _extent(words: list[_Word]) -> tuple[int, int]:
    """The first row with ink and the one behind the last; room for a capital in any case."""
    rows = [row for word in words for found in word.shapes for row, _ in found.ink]
    return min(0, *rows, 0), max(BASE - 1, *rows, 0) + 1


def _leading(words: list[_Word]) -> int:
    """How many rows part two lines: one where tails and marks do so already."""
    return 2 if _extent(words) == (0, BASE) else 1


def _drawn(lines: _Lines, size: Size) -> tuple[str, ...]:
    """The lines painted, each in the middle."""
    words = [word for line in lines for word in line]
    (top, bottom), leading = _extent(words), _leading(words)
    return painted([_dots(line, top, bottom) for line in lines], size, leading)


def _dots(line: list[_Word], top: int, bottom: int) -> list[str]:
    """One line of words as rows of dots."""
    rows = [""] * (bottom - top)
    for index, word in enumerate(line):
        for place, found in enumerate(word.shapes):
            gap = _GAP if place else word.before if index else 0
            for row in range(top, bottom):
                cells = ("#" if (row, x) in found.ink else "." for x in range(found.width))
                rows[row - top] += "." * gap + "".join(cells)
    return rows
