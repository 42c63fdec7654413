"""User text made safe for a terminal, and cut or wrapped to a width in cells; loads no Textual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import category

from rich.cells import cell_len, get_character_cell_size

from facilitator.core.visible import visible

__all__ = ["ELLIPSIS", "column", "fit", "visible", "wrap"]

ELLIPSIS = "…"

_JOINER = "\u200d"
_NON_JOINER = "\u200c"

_LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def fit(text: str, cells: int) -> str:
    """The text made visible and, if it is wider than that many cells, cut with ``…``.

    Never cuts a grapheme cluster (an emoji sequence, a letter and its accents) in half.
    """
    if cells <= 0:
        return ""
    safe = visible(text)
    if len(safe) <= cells and safe.isascii():
        return safe
    used = end = kept = 0
    for cluster, width in _clusters(safe):
        used += width
        end += len(cluster)
        if used > cells:
            return _trimmed(safe[:kept]) + ELLIPSIS
        if used < cells:
            kept = end
    return safe


def column(text: str, cells: int) -> str:
    """The text made visible, cut or filled up to exactly that many cells, for a column of a list.

    Cells are counted, as a terminal does, and not characters: an emoji takes two, an accent none.
    """
    fitted = fit(text, cells)
    return fitted + " " * max(0, cells - cell_len(fitted))


def wrap(text: str, cells: int, lines: int) -> list[str]:
    """The text made visible, in at most that many lines of at most that many cells.

    Breaks at spaces, and inside a word only when the word alone is too wide. Line breaks in
    the text are kept, empty lines and repeated spaces are not. When something is left over,
    the last line ends in ``…``.
    """
    if cells <= 0 or lines <= 0:
        return []
    flow = (line for part in _LINE_BREAK.split(text) for line in _flow(visible(part), cells))
    found = list(islice(flow, lines + 1))
    if len(found) > lines:
        found[lines - 1 :] = [fit(found[lines - 1] + ELLIPSIS, cells)]
    return found


def _trimmed(text: str) -> str:
    """A cut text without the space, or the joiner with nothing left to part, at its end."""
    return text.rstrip().rstrip(_NON_JOINER)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """The grapheme clusters of a text with their widths, which add up to the text's width.

    Stricter than ``rich.cells.split_graphemes``, which parts flags and spacing vowel signs,
    and lazy, so that a short cut from a long text costs little.
    """
    start = flags = 0
    for index, character in enumerate(text):
        flags = flags + 1 if "\U0001f1e6" <= character <= "\U0001f1ff" else 0
        if index and not _joins(text[index - 1], character, flags):
            yield text[start:index], cell_len(text[start:index])
            start = index
    if text:
        yield text[start:], cell_len(text[start:])


def _joins(before: str, character: str, flags: int) -> bool:
    """Whether a character belongs to the cluster of the one before it.

    Args:
        before: the character before it.
        character: the one in question.
        flags: how many regional indicators stand in a row, this one included.
    """
    if character.isascii():
        return before == _JOINER
    return (
        before == _JOINER
        or (flags > 0 and flags % 2 == 0)
        or get_character_cell_size(character) == 0
        or category(character)[0] == "M"
    )


def _flow(text: str, cells: int) -> Iterator[str]:
    """One paragraph's lines, lazily."""
    line: list[str] = []
    used = 0
    for word in filter(None, text.split(" ")):
        width = cell_len(word)
        if line and used + 1 + width <= cells:
            line.append(word)
            used += 1 + width
            continue
        for piece in (word,) if width <= cells else _pieces(word, cells):
            if line:
                yield " ".join(line)
            line = [piece]
            used = cell_len(piece)
    if line:
        yield " ".join(line)


def _pieces(word: str, cells: int) -> Iterator[str]:
    """A word that is too wide, in pieces that are not, lazily."""
    start = end = used = 0
    for cluster, width in _clusters(word):
        if end > start and used + width > cells:
            yield _trimmed(word[start:end])
            start, used = end, 0
        end += len(cluster)
        if width > cells:
            yield ELLIPSIS
            start = end
        else:
            used += width
    if end > start:
        yield word[start:end]
