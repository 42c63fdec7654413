"""TOML text cut into pieces, each with its line. What the pieces mean together is not here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t]+|\#[^\n]*)
    | (?P<newline>\r?\n)
    | (?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5})
    | (?P<open>\"{3}.* | '{3}.*)
    | (?P<line_text>\"(?:\\[^\n]|[^\"\\\n])*\" | '[^'\n]*')
    | (?P<line_open>["'][^\n]*)
    | (?P<mark>[\[\]{}=,.])
    | (?P<bare>[^\s\[\]{}=,."'\#]+ | .)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of the text: what it is, its letters, and the line that it begins on."""

    kind: str
    text: str
    line: int

    def as_key(self) -> str:
        """What the piece means where a key stands."""
        if self.kind == "bare":
            return self.text
        try:
            return str(tomllib.loads(f"key = {self.text}")["key"])
        except ValueError:
            return self.text[1:-1]


def tokens(text: str) -> Iterator[Token]:
    """Every piece but blanks and comments, then one of the kind `end`."""
    line = 1
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "bare", match.group()
        if kind != "space":
            yield Token(kind, piece, line)
        line += piece.count("\n")
    yield Token("end", "", line)
