"""On which line of a TOML text a table, key or list item stands. What the values are is not here.

`tomllib` reads the values but forgets where they stood. The scan below only knows the shape of
TOML; it is right for every text that `tomllib` reads, and it goes on after a mistake in others.
"""

from __future__ import annotations

from msgspec import Struct

from facilitator.agendas.tokens import Token, tokens

Place = tuple[str | int, ...]
"""The way to a value: `("step", 0, "title")` is the title of the first step."""

DEEPEST = 40
"""More levels than this are refused; an agenda has five."""

_VALUE_WORDS = frozenset({"true", "false", "inf", "nan"})


class TooDeep(Exception):
    """The text nests deeper than any agenda does."""

    def __init__(self, line: int) -> None:
        super().__init__(f"nested too deeply in line {line}")
        self.line = line


class Statement(Struct, frozen=True):
    """A header or a `key = value`, and the lines that it takes up.

    Attributes:
        first: its first line.
        last: its last line.
        table: the table that it belongs to or begins.
        header: the keys between the brackets, if it is a header.
        brackets: 2 for `[[step]]`, 1 for `[step]`, 0 for a `key = value`.
        whole: whether every list and text that it begins also ends.
    """

    first: int
    last: int
    table: Place
    header: tuple[str, ...]
    brackets: int
    whole: bool


class Layout(Struct, frozen=True):
    """Where everything in a text stands."""

    lines: dict[Place, int]
    statements: list[Statement]

    def line_of(self, place: Place) -> int:
        """The line on which a value's key stands, or else that of the table around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def statement_at(self, line: int) -> Statement | None:
        """The statement that a mistake in this line belongs to: it or an unfinished one before."""
        for statement in self.statements:
            if statement.first <= line and (statement.last >= line or not statement.whole):
                return statement
        return None


def lay_out(text: str) -> Layout:
    """Find the line of every table, key and list item.

    Raises:
        TooDeep: lists, tables or keys are nested more than `DEEPEST` levels.
    """
    return _Scan(text).layout()


class _Scan:
    """One walk over the tokens of a text."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._at = 0
        self._lines: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}
        self._whole = True

    def layout(self) -> Layout:
        statements: list[Statement] = []
        table: Place = ()
        while self._here.kind != "end":
            if self._here.kind == "newline":
                self._at += 1
                continue
            start, first, self._whole = self._at, self._here.line, True
            header: tuple[str, ...] = ()
            brackets = 0
            if self._here.text == "[":
                header, brackets = self._header()
                table = self._enter(header, brackets, first)
            else:
                self._pair(table, 1)
            self._finish_line(start)
            last = max(first, self._tokens[self._at - 1].line + self._height(self._at - 1))
            statements.append(Statement(first, last, table, header, brackets, self._whole))
        return Layout(self._lines, statements)

    @property
    def _here(self) -> Token:
        return self._tokens[self._at]

    def _height(self, at: int) -> int:
        token = self._tokens[at]
        return 0 if token.kind == "newline" else token.text.count("\n")

    def _finish_line(self, start: int) -> None:
        if self._at > start and self._tokens[self._at - 1].kind == "newline":
            return  # an unfinished list gave up at the start of a line
        while self._here.kind not in {"newline", "end"}:
            self._whole = self._whole and self._here.kind != "open"
            self._at += 1

    def _header(self) -> tuple[tuple[str, ...], int]:
        brackets = 2 if self._tokens[self._at + 1].text == "[" else 1
        self._at += brackets
        return self._keys(), brackets

    def _enter(self, header: tuple[str, ...], brackets: int, line: int) -> Place:
        place: Place = ()
        for key in header[:-1]:
            place = self._note((*place, key), line)
            if place in self._counts:
                place = (*place, self._counts[place] - 1)
        place = self._note((*place, *header[-1:]), line)
        if brackets == 2:
            count = self._counts[place] = self._counts.get(place, 0) + 1
            place = self._note((*place, count - 1), line)
        return place

    def _note(self, place: Place, line: int) -> Place:
        self._lines.setdefault(place, line)
        return place

    def _keys(self) -> tuple[str, ...]:
        keys: list[str] = []
        while self._here.kind in {"bare", "line_text"}:
            keys.append(self._here.as_key())
            if len(keys) > DEEPEST:
                raise TooDeep(self._here.line)
            self._at += 1
            if self._here.text != ".":
                break
            self._at += 1
        return tuple(keys)

    def _pair(self, table: Place, depth: int) -> None:
        line, place = self._here.line, table
        for key in self._keys():
            place = self._note((*place, key), line)
        if self._here.text == "=":
            self._at += 1
            self._value(place, depth)

    def _value(self, place: Place, depth: int) -> None:
        if depth > DEEPEST:
            raise TooDeep(self._here.line)
        match self._here.text:
            case "[":
                self._list(place, depth)
            case "{":
                self._table(place, depth)
            case _:
                while self._here.kind not in {"newline", "end"} and self._here.text not in {*",]}"}:
                    self._whole = self._whole and self._here.kind != "open"
                    self._at += 1

    def _list(self, place: Place, depth: int) -> None:
        self._at += 1
        item = 0
        while self._inside("]") and not self._looks_like_a_pair():
            self._note((*place, item), self._here.line)
            before = self._at
            self._value((*place, item), depth + 1)
            self._step_over(before)
            item += 1
        self._end("]")

    def _table(self, place: Place, depth: int) -> None:
        self._at += 1
        while self._inside("}"):
            before = self._at
            self._pair(place, depth + 1)
            self._step_over(before)
        self._end("}")

    def _inside(self, end: str) -> bool:
        """Skip empty lines; whether the list or table goes on here."""
        while self._here.kind == "newline":
            self._at += 1
        return self._here.text != end and self._here.kind != "end" and not self._is_header()

    def _step_over(self, before: int) -> None:
        while self._here.kind == "newline":
            self._at += 1
        if self._here.text == "," or self._at == before:
            self._at += self._here.kind != "end"

    def _end(self, end: str) -> None:
        if self._here.text == end and self._whole:
            self._at += 1
        else:
            self._whole = False

    def _starts_a_line(self) -> bool:
        return self._at > 0 and self._tokens[self._at - 1].kind == "newline"

    def _is_header(self) -> bool:
        """Whether this is `[word]` on a line of its own, which is never part of a value."""
        if not self._starts_a_line() or self._here.text != "[":
            return False
        word = self._tokens[self._at + (2 if self._tokens[self._at + 1].text == "[" else 1)]
        return (
            word.kind == "bare"
            and (word.text[0].isalpha() or word.text[0] == "_")
            and word.text not in _VALUE_WORDS
        )

    def _looks_like_a_pair(self) -> bool:
        """Whether this is `word =` at the start of a line, which no list can hold."""
        if not self._starts_a_line():
            return False
        at = self._at
        while self._tokens[at].kind in {"bare", "line_text"}:
            if self._tokens[at + 1].text != ".":
                return self._tokens[at + 1].text == "="
            at += 2
        return False
