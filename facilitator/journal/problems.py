"""What can go wrong with the file, in sentences that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WRONG_INPUT, TROUBLE = 2, 1

_BUSY = ("locked", "busy")

_SENTENCES: tuple[tuple[tuple[str, ...], int, str], ...] = (
    (
        ("readonly", "read-only", "permission denied", "not permitted"),
        TROUBLE,
        "{path} can't be written. Copy it to a folder of yours, or ask for write access.",
    ),
    (
        _BUSY,
        TROUBLE,
        "{path} is in use by another program just now. Nothing is lost: wait and try again.",
    ),
    (
        ("full", "no space"),
        TROUBLE,
        "The disk that holds {path} is full. Free some space and try again: "
        "everything up to here is saved.",
    ),
    (
        ("disk i/o error", "file too large"),
        TROUBLE,
        "{path} can't be written: its disk may be full or failing. Free some space, or check the "
        "disk, and try again: everything up to here is saved.",
    ),
    (
        ("name too long",),
        WRONG_INPUT,
        "{path} is too long for the name of a file. Name another file with --db.",
    ),
    (
        ("not a database",),
        WRONG_INPUT,
        "{path} is not a journal of this program. Name another file with --db.",
    ),
    (
        ("malformed", "corrupt"),
        TROUBLE,
        "{path} is damaged. Keep it as it is, and go on with your latest good copy.",
    ),
    (
        ("unable to open", "no such file", "not a directory", "is a directory", "file exists"),
        WRONG_INPUT,
        "{path} can't be opened. Check that its folder exists, and that both are yours.",
    ),
)


class JournalError(Exception):
    """The journal can't be used as asked; the message is a sentence that says what to do.

    Attributes:
        status: the exit status for a command: 2 for wrong input, 1 for trouble.
        busy: whether another program has the file just now, so that it can be tried again.
    """

    def __init__(self, sentence: str, status: int = TROUBLE, *, busy: bool = False) -> None:
        super().__init__(sentence)
        self.status = status
        self.busy = busy


def explained(error: Exception, path: Path) -> JournalError:
    """An error of SQLite or of the file system, in words for a person."""
    if isinstance(error, UnicodeEncodeError):
        return JournalError("These letters can't be stored.", WRONG_INPUT)
    # Without the file's name, in which any of these words may occur.
    said = str(getattr(error, "strerror", None) or error).lower()
    for needles, status, sentence in _SENTENCES:
        if any(needle in said for needle in needles):
            return JournalError(sentence.format(path=path), status, busy=needles is _BUSY)
    return JournalError(f"{path} can't be used: {error}.")


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the file system into ``JournalError``."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeEncodeError, OverflowError) as error:
        raise explained(error, path) from error
