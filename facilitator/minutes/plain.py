"""Minutes as plain text for a mail: what the Markdown says, without its signs, in short lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from facilitator.core.visible import visible
from facilitator.minutes.markdown import body
from facilitator.minutes.model import Minutes

_LONG_DASH = "–"
WIDTH = 78
"""Columns; an address on the web is never parted, and can be longer."""

_ADDRESS = re.compile(r"\w{2,8}://")
_UNDERLINED = {"h1": "=", "h2": "-"}


def plain_text(minutes: Minutes) -> str:
    """The minutes as plain text, wrapped, with nothing in it that acts on a terminal."""
    tokens = MarkdownIt("commonmark").parse(body(minutes))
    lines: list[str] = []
    for block in _blocks(tokens):
        if lines and not (block.item and lines[-1] and block.follows_item):
            lines.append("")
        lines += block.lines
    return "\n".join(lines) + "\n"


class _Block:
    """A heading, a paragraph or an item of a list, as lines."""

    def __init__(self, lines: list[str], *, item: bool, follows_item: bool) -> None:
        self.lines = lines
        self.item = item
        self.follows_item = follows_item


def _blocks(tokens: Iterable[Token]) -> Iterator[_Block]:
    depth, first, after_item, heading = 0, False, False, ""
    for token in tokens:
        if token.type == "bullet_list_open":
            depth += 1
        elif token.type == "bullet_list_close":
            depth -= 1
        elif token.type == "list_item_open":
            first = True
        elif token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "inline":
            words = _words(token)
            if heading:
                yield _Block(_heading(words, heading), item=False, follows_item=False)
            else:
                indent = "  " * max(0, depth - 1)
                begin = f"{indent}- " if first else ("  " * depth)
                yield _Block(
                    wrapped(words, WIDTH, begin, "  " * depth),
                    item=depth > 0,
                    follows_item=after_item,
                )
            after_item, first = depth > 0, False


def _heading(words: str, tag: str) -> list[str]:
    lines = wrapped(words, WIDTH, "", "   ")
    sign = _UNDERLINED.get(tag, "")
    longest = max(map(cells, lines), default=0)
    return [*lines, sign * min(WIDTH, longest)] if sign else lines


def _words(token: Token) -> str:
    """What is written, without the signs that make it strong or a link."""
    parts = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        else:
            parts.append(child.content)
    return visible("".join(parts))


def wrapped(words: str, width: int, begin: str = "", after: str = "") -> list[str]:
    """Words in lines of so many columns: the first with a beginning, the others with another.

    A word that is longer than a line is parted, but for an address on the web. A dash with which
    a line would go on is a long one: it begins no item of a list.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in words.split():
        for piece in _pieces(word, width - max(len(begin), len(after))):
            size = cells(piece)
            indent = after if lines else begin
            if line and len(indent) + used + 1 + size > width:
                lines.append(indent + line)
                line, used = (_LONG_DASH if piece == "-" else piece), size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    if line or not lines:
        lines.append(((after if lines else begin) + line).rstrip())
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    if cells(word) <= width or _ADDRESS.match(word):
        yield word
        return
    piece: list[str] = []
    used = 0
    for letter in word:
        size = _cells_of(letter)
        if piece and size and used + size > width:
            yield "".join(piece)
            piece, used = [], 0
        piece.append(letter)
        used += size
    yield "".join(piece)


def cells(words: str) -> int:
    """How many columns words take."""
    return len(words) if words.isascii() else sum(map(_cells_of, words))


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
