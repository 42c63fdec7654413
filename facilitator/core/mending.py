"""``s/old/new/``: a line that mends an earlier one, as note-takers on IRC are used to."""

from __future__ import annotations

import re

from msgspec import Struct

_MENDS = re.compile(r"s(?P<mark>[/|#,!])(?P<rest>.*)", re.DOTALL)
_ALL = {"": False, "g": True, "G": True}


class Mending(Struct, frozen=True):
    """What is put in the place of what.

    Attributes:
        old: the words that are wrong, as they stand in a line.
        new: what is right; empty to take the old ones out.
        everywhere: in every place of every line, instead of the first place of the last line.
    """

    old: str
    new: str
    everywhere: bool = False

    def mended(self, words: str) -> str:
        """Words with the new in the place of the old; the same words if it is not in them."""
        return words.replace(self.old, self.new, -1 if self.everywhere else 1)


def mending(line: str) -> Mending | None:
    r"""What a line mends; ``None`` if it is any other line.

    Another mark than ``/`` parts it as well (``s|old|new|``), a backslash before the mark makes
    it a letter, and the last mark may be left out.
    """
    found = _MENDS.fullmatch(line.strip())
    if found is None:
        return None
    parts = _parted(found["rest"], found["mark"])
    if len(parts) not in (2, 3) or not parts[0] or parts[1:] == [""]:
        return None
    flags = parts[2].strip() if len(parts) == 3 else ""
    if flags not in _ALL:
        return None
    return Mending(parts[0], parts[1], _ALL[flags])


def _parted(words: str, mark: str) -> list[str]:
    """Words between marks; a backslash before one keeps it."""
    parts = re.split(rf"(?<!\\){re.escape(mark)}", words)
    return [part.replace(f"\\{mark}", mark) for part in parts]
