"""TOML text read into plain data, past as many broken lines as can be got over.

What the data must say to be an agenda is not here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable

from msgspec import Struct

from facilitator.agendas.layout import Layout, Place, Statement, TooDeep, lay_out
from facilitator.agendas.problems import escaped, quoted

MOST_BROKEN_LINES = 20
"""After this many the file is something else, and more of the same helps nobody."""

_REPEATED = {("step",): "[[step]]", ("step", "openings"): "[[step.openings]]"}
_POSITION = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)\s*$")
_KEY = re.compile(r"\s*(?P<key>[^=\n]*?)\s*=")
_LONG_NUMBER = re.compile(r"[0-9_]{4000}")
_CURLY = re.compile("[“”„‟«»‘’‚‛]")


class Mistake(Struct, frozen=True, order=True):
    """A line of the text and what is wrong in it."""

    line: int
    text: str


class Reading(Struct, frozen=True):
    """What could be read of a text.

    Attributes:
        data: the tables and values; None if nothing could be made of the text.
        layout: on which lines they stand.
        mistakes: the lines that are not TOML, or not as an agenda writes it.
        torn: the tables from which a broken line was left out.
    """

    data: dict[str, object] | None
    layout: Layout
    mistakes: list[Mistake]
    torn: frozenset[Place]


def read_toml(text: str) -> Reading:
    """Read a text, leaving out what is broken."""
    return _Mending(text).reading()


class _Mending:
    """Takes out one broken statement after another until the rest can be read."""

    def __init__(self, text: str) -> None:
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._layout = Layout({}, [])
        self._mistakes: list[Mistake] = []
        self._torn: set[Place] = set()

    def reading(self) -> Reading:
        data: dict[str, object] | None = None
        try:
            self._lay_out()
            self._double_the_brackets()
            data = self._parse()
            self._lay_out()
        except TooDeep as deep:
            self._say(deep.line, "this is nested too deeply; an agenda has steps and openings")
        return Reading(data, self._layout, self._mistakes, frozenset(self._torn))

    @property
    def _text(self) -> str:
        return "\n".join(self._lines)

    def _say(self, line: int, text: str) -> None:
        self._mistakes.append(Mistake(line, text))

    def _lay_out(self) -> None:
        self._layout = lay_out(self._text)

    def _double_the_brackets(self) -> None:
        for statement in self._layout.statements:
            right = _REPEATED.get(statement.header)
            if right and statement.brackets == 1 and statement.whole:
                wrong = right[1:-1]
                self._say(statement.first, f"{wrong} needs double brackets here: {right}")
                self._lines[statement.first - 1] = right

    def _parse(self) -> dict[str, object] | None:
        self._lay_out()
        for _ in range(MOST_BROKEN_LINES):
            try:
                return tomllib.loads(self._text)
            except RecursionError:
                raise TooDeep(1) from None
            except ValueError as error:
                if not self._take_out(str(error)):
                    return None
        return None

    def _take_out(self, message: str) -> bool:
        """Report a mistake and remove it; False when it cannot be removed."""
        position = _POSITION.search(message)
        if position is None:  # Python refuses to read so long a number, and names no line
            return self._take_out_the_long_number()
        end = len(self._lines)
        line = min(int(position["line"] or end + 1), end + 1)
        statement = self._layout.statement_at(line) or self._layout.statement_at(end)
        line = line if statement and not statement.whole else min(line, end)
        reason = message[: position.start()]
        if statement is None:
            self._say(line, _explain(reason, self._lines[line - 1]))
            was_there = bool(self._lines[line - 1])
            self._lines[line - 1] = ""
            return was_there
        self._report(reason, line, statement)
        return self._mend_header(statement) if statement.brackets else self._blank(statement)

    def _take_out_the_long_number(self) -> bool:
        for number, line in enumerate(self._lines, 1):
            statement = self._layout.statement_at(number)
            if statement and _LONG_NUMBER.search(line):
                self._say(number, "the number here is far too long")
                return self._blank(statement)
        return False

    def _report(self, reason: str, line: int, statement: Statement) -> None:
        first = self._lines[statement.first - 1]
        if not statement.whole and line > statement.last:
            self._say(statement.first, _unfinished(first))
        elif reason.startswith(("Cannot", "Duplicate")):
            self._say(statement.first, _given_twice(first))
        else:
            self._say(line, _explain(reason, self._lines[line - 1]))

    def _blank(self, statement: Statement) -> bool:
        lines = slice(statement.first - 1, statement.last)
        if not any(self._lines[lines]):
            return False
        self._lines[lines] = [""] * len(self._lines[lines])
        self._torn.add(statement.table)
        if not statement.whole:
            self._lay_out()  # what followed was taken for a part of it
        return True

    def _mend_header(self, statement: Statement) -> bool:
        line = self._lines[statement.first - 1]
        for word in ("openings", "step"):
            right = "[[step.openings]]" if word == "openings" else "[[step]]"
            if word in line and line.strip() != right:
                self._lines[statement.first - 1] = right
                self._lay_out()
                return True
        return False


def _key(line: str) -> str:
    match = _KEY.match(line)
    return quoted(match["key"].strip("\"' ")) if match else quoted(line.strip())


def _given_twice(line: str) -> str:
    if line.lstrip().startswith("["):
        return f"{quoted(line.strip())} clashes with something above it; keep one of the two"
    return f"{_key(line)} is given twice; keep one of the two"


def _unfinished(line: str) -> str:
    for opening, closing, what in (
        ('"""', '"""', "the text"),
        ("'''", "'''", "the text"),
        ("[", "]", "the list"),
        ("{", "}", "the table"),
    ):
        if opening in line:
            return f"{what} that begins here with {opening} never ends: add its {closing}"
    return "what begins here never ends: a closing bracket or quote is missing"


def _value_hint(line: str) -> str:
    if _CURLY.search(line):
        return 'there are curly quotes here; use straight ones, such as title = "Welcome"'
    if not line.partition("=")[2].strip():
        return f"{_key(line)} has no value; write one after the =, or delete the line"
    return 'this is not a value; words need quotes, such as title = "Welcome"'


def _statement_hint(line: str) -> str:
    if _CURLY.search(line):
        return "there are curly quotes here; keys need none, and values need straight ones"
    return "this is neither key = value, nor [[step]], nor a # comment"


def _line_end_hint(line: str) -> str:
    if "\r" in line:
        return "a line end is damaged here; save the file with ordinary line ends"
    return "there is something left over after the value; words need quotes, numbers no unit"


def _character_hint(reason: str) -> str:
    if r"'\n'" in reason:
        return 'the words here lack their closing quote "; longer texts stand between """ and """'
    return f"the character {reason.rpartition('character ')[2]} cannot stand here; delete it"


def _backslash(_line: str) -> str:
    return r"a backslash here must be doubled: \\ stands for one"


_EXPLAINED: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("Invalid value", _value_hint),
    ("Expected '='", lambda _: "an = is missing: a line is key = value, such as minutes = 10"),
    ("Expected newline", _line_end_hint),
    ("Invalid statement", _statement_hint),
    ("Expected ']", lambda _: "a closing bracket is missing; a step begins with [[step]]"),
    ("Unclosed array", lambda _: "the list lacks a comma here, or its closing ] before this"),
    ("Unclosed inline", lambda _: "the table lacks a comma here, or its closing }"),
    ("Unterminated", _unfinished),
    ('Expected "', _unfinished),
    ("Unescaped", _backslash),
    ("Invalid hex", _backslash),
    ("Escaped character", _backslash),
    ("Invalid date", lambda _: "there is no such date; words need quotes"),
    ("Invalid initial", lambda _: "a key is missing or misspelled: letters, digits and - only"),
)


def _explain(reason: str, line: str) -> str:
    """What `tomllib` says about a line, in words that say what would be right."""
    if "character '" in reason:
        return _character_hint(reason)
    for beginning, hint in _EXPLAINED:
        if reason.startswith(beginning):
            return hint(line)
    return f"this is not TOML: {escaped(reason)}"
