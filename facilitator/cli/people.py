"""Lists of people from a file or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from facilitator.cli.problems import Sentence
from facilitator.core.gathering import names_in_list

MOST_BYTES = 1_000_000
STANDARD_INPUT = "-"


def read_people(source: str) -> list[str]:
    """The names in a file, or in standard input for ``-``.

    Raises:
        Sentence: the file can't be read, is no list of names, or is empty.
    """
    called = "standard input" if source == STANDARD_INPUT else source
    try:
        if source == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
        else:
            with Path(source).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise Sentence(f"{source}: there is no such file.") from None
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Sentence(f"{called}: can't be read ({reason}).") from None
    if len(data) > MOST_BYTES:
        raise Sentence(f"{called}: too long for a list of names (more than 1 MB).")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Sentence(f"{called}:{line}: not UTF-8. Save the list as UTF-8.") from None
    names = names_in_list(text.splitlines())
    if not names:
        raise Sentence(f"{called}: there are no names in it. Write one on each line.")
    return names
