"""An agenda file read from disk: into an `Agenda`, or into a list of what is wrong with it."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from facilitator.agendas.checking import find_mistakes
from facilitator.agendas.problems import AgendaError, BadAgenda, Problem
from facilitator.agendas.syntax import Mistake, read_toml
from facilitator.core.agenda import Agenda, decode_agenda

LARGEST_FILE = 1_000_000
"""Bytes. An agenda has a few thousand."""

_SAVE_AS_UTF_8 = "in your editor, save the file with the encoding UTF-8"

FileName = str | os.PathLike[str]


class Unreadable(AgendaError):
    """There is no text to check: the file is missing, is not a file, or is far too large."""


def check(file: FileName) -> list[Problem]:
    """Every mistake in a file, in the order of its lines; none for a good agenda.

    A file that is missing or cannot be read is one problem, in line 1.
    """
    return _read(file)[1]


def load(file: FileName) -> Agenda:
    """Read an agenda.

    Raises:
        BadAgenda: the file is not one; it carries every mistake with its line.
    """
    agenda, problems = _read(file)
    if agenda is None:
        raise BadAgenda(problems)
    return agenda


def _read(file: FileName) -> tuple[Agenda | None, list[Problem]]:
    try:
        agenda, mistakes = _understand(_bytes_of(Path(file)))
    except Unreadable as reason:
        agenda, mistakes = None, [Mistake(1, str(reason))]
    return agenda, [Problem(os.fspath(file), mistake.line, mistake.text) for mistake in mistakes]


def _bytes_of(path: Path) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise Unreadable("this is a folder; name one of the files in it")
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("this is not a file; an agenda is a text file that ends with .toml")
        with path.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        missing = "there is no such file; `facilitator agendas list` shows the agendas there are"
        raise Unreadable(missing) from None
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Unreadable(f"the file cannot be read: {reason}") from None
    except ValueError:
        raise Unreadable("this cannot be the name of a file") from None
    if len(content) > LARGEST_FILE:
        raise Unreadable("the file is larger than 1 MB; an agenda is a page or two of text")
    return content


def _understand(content: bytes) -> tuple[Agenda | None, list[Mistake]]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [Mistake(1, f"the file is UTF-16, not UTF-8; {_SAVE_AS_UTF_8}")]
    content = content.removeprefix(codecs.BOM_UTF8)
    nul = content.find(b"\0")
    if nul >= 0:
        what = "there is a NUL byte here, so this is not a text file"
        return None, [Mistake(_line_at(content, nul), f"{what}; {_SAVE_AS_UTF_8}")]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, _mistakes_around(content, error.start)
    reading = read_toml(text)
    mistakes = find_mistakes(reading)
    return (None if mistakes else decode_agenda(reading.data)), mistakes


def _mistakes_around(content: bytes, bad: int) -> list[Mistake]:
    """What is wrong in a file that is not UTF-8, with the rest checked where it can be read."""
    what = f"the byte 0x{content[bad]:02X} here is not UTF-8"
    first = Mistake(_line_at(content, bad), f"{what}; {_SAVE_AS_UTF_8}")
    reading = read_toml(content.decode("utf-8", "replace"))
    others = [] if reading.mistakes else find_mistakes(reading)
    return sorted([first, *(other for other in others if other.line != first.line)])


def _line_at(content: bytes, offset: int) -> int:
    return content.count(b"\n", 0, offset) + 1
