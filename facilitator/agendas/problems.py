"""What is said about a mistake in an agenda file. Finding the mistakes is not here."""

from __future__ import annotations

import datetime
import json

from msgspec import Struct

_LONGEST_SHOWN = 60
_LONGEST_NUMBER = 10**20
_KINDS: tuple[tuple[type, str], ...] = (
    (list, "a list"),
    (dict, "a table"),
    (datetime.date, "a date"),
    (datetime.time, "a time of day"),
)


class Problem(Struct, frozen=True, order=True):
    """One mistake in one file; as text it is `FILE:LINE: what is wrong and what would be right`.

    Attributes:
        file: the file's name, as it was given.
        line: the line of the mistake; the first line is 1.
        text: a sentence for a person.
    """

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{escaped(self.file)}:{self.line}: {self.text}"


class AgendaError(Exception):
    """What was asked for cannot be done as it was asked; as text it is words for a person."""


class UnknownAgenda(AgendaError):
    """There is no agenda of this name."""


class BadAgenda(AgendaError):
    """The file is not an agenda.

    Attributes:
        problems: every mistake that was found, in the order of the file's lines.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def escaped(text: str) -> str:
    """Text on one line, with the code of each character that cannot be seen in its place."""
    return "".join(
        letter
        if letter.isprintable()
        else letter.encode("unicode_escape", "surrogatepass").decode("ascii")
        for letter in text
    )


def quoted(text: str) -> str:
    """Words from a file as a message shows them: in quotes, visible, and not too long."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return escaped(json.dumps(cut, ensure_ascii=False))


def shown(value: object) -> str:
    """A value from a TOML file as a message shows it: `"ten"`, `-5`, `a list`."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= _LONGEST_NUMBER:
        return "a number of more than 20 digits"
    if isinstance(value, int | float):
        return str(value)
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "something else")
