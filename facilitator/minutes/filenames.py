"""File names for minutes that every system takes, and that a person can read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

from facilitator.core.events import FactId

EXTENSION = ".md"
EDITED = "edited by hand"

MOST_BYTES = 100
"""The longest name, in bytes of UTF-8: file systems take 255, some archives and copies less."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_KEPT = "-_,."
# Invisible, although they count as letters or marks.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]")


def file_name(date: str, title: str) -> str:
    """``2026-11-27 Flood kitchen.md``.

    The title is kept as a person would read it, in its own script and with its spaces: these
    files are looked at in a file manager more often than typed in a shell. Only letters, marks,
    digits and ``- _ , .`` are kept, the last four inside or between words. The date comes first,
    so that names sort by it, and never begin with a dot or a dash or are reserved on Windows.

    Args:
        date: the day, an ISO date; anything else gives ``undated``.
        title: what the meeting is called.
    """
    return _named(date, title, "")


def candidates(date: str, title: str, meeting: FactId) -> Iterator[str]:
    """Names for a meeting's minutes, the best first; the later ones hold the meeting's identity."""
    yield file_name(date, title)
    identity = _words(meeting.replace("@", "-")) or "meeting"
    yield _named(date, title, f" ({_cut(identity, 30)})")
    for number in count(2):
        yield _named(date, title, f" ({_cut(identity, 30)}, {number})")


def edited_candidates(name: str) -> Iterator[str]:
    """Names for the copy of minutes that were changed by hand."""
    stem = name.removesuffix(EXTENSION)
    for number in count(1):
        mark = f" ({EDITED})" if number == 1 else f" ({EDITED} {number})"
        yield _cut(stem, MOST_BYTES - len((mark + EXTENSION).encode())) + mark + EXTENSION


def is_edited(name: str) -> bool:
    """Whether a name is one for minutes that were changed by hand."""
    return f" ({EDITED}" in name


def same_name_key(name: str) -> str:
    """Equal for names that some system takes for the same (letter case, composed accents)."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return unicodedata.normalize("NFC", folded)


def _named(date: str, title: str, mark: str) -> str:
    day = date if _DATE.fullmatch(date) else "undated"
    ending = mark + EXTENSION
    words = _words(title) or "Meeting"
    return _cut(f"{day} {words}", MOST_BYTES - len(ending.encode())) + ending


def _words(text: str) -> str:
    """The words of a text, with nothing that a file system or a shell could take amiss."""
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    kept = "".join(map(_kept, composed))
    words = (_trimmed(word) for word in kept.split())
    return unicodedata.normalize("NFC", " ".join(filter(None, words))).rstrip(_KEPT)


def _kept(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    # An unassigned letter of a newer Unicode may be anything: it is left out.
    return character if kind[0] in "LMN" or character in _KEPT else " "


def _trimmed(word: str) -> str:
    """A word without the signs, and accents on nothing, at its ends; a comma may follow it."""
    comma = "," if word.endswith(",") else ""
    word = word.strip(_KEPT)
    while word and unicodedata.category(word[0])[0] == "M":
        word = word[1:].lstrip(_KEPT)
    return re.sub(r"\.{2,}", ".", word) + comma if word else ""


def _cut(text: str, size: int) -> str:
    """The text, cut to so many bytes of UTF-8, without half a character or a loose end."""
    return text.encode()[:size].decode(errors="ignore").rstrip(" " + _KEPT)
