"""User text with everything invisible or active in it shown; knows no terminal and no format."""

from __future__ import annotations

import re
from unicodedata import category, combining

_JOINER = "\u200d"
_NON_JOINER = "\u200c"

# Written as ranges, because asking unicodedata about every code point costs 0.1 s at import;
# a test compares them with unicodedata. Variation selectors are here for their context only.
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e01ef]"
)
_EMOJI_ENDS = frozenset("\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_VIRAMA = 9  # the canonical combining class of viramas (Unicode, UAX #44)


def visible(text: str) -> str:
    """Text in which everything that could act on a terminal is shown instead.

    Control characters become their pictures (``␛``, ``␤``), a tab a space, and what has no
    picture its number (``‹U+202E›``). Joiners and variation selectors stay where they belong:
    inside an emoji or a letter cluster. The result has no line breaks; doing it twice changes
    nothing.
    """
    return _SUSPECT.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    """What stands for a suspect character, which may be itself."""
    character, code = match.group(), ord(match.group())
    if character == "\t":
        return " "
    if character == "\n":
        return "␤"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    # Two characters are enough, and a slice from the start would make this quadratic.
    before = match.string[max(0, match.start() - 2) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return character if _belongs(character, before, after) else f"‹U+{code:04X}›"


def _belongs(character: str, before: str, after: str) -> bool:
    """Whether a joiner or variation selector has the neighbors that give it a meaning.

    Args:
        character: the one in question.
        before: up to two characters before it.
        after: the character after it, or nothing.
    """
    previous = _kind(before[-1:])
    if _is_selector(character):
        return previous[0] in "LMNPS"
    if character == _NON_JOINER:
        return previous[0] in "LM" and _kind(after)[0] in "LM"
    if character != _JOINER:
        return False
    if previous[0] == "M" and combining(before[-1]) == _VIRAMA:
        return _kind(after)[0] == "L"
    # An emoji may carry a selector or a skin tone before the joiner.
    emoji = before[:-1] if before[-1:] in _EMOJI_ENDS else before
    return _kind(emoji[-1:]) == "So" and _kind(after) in {"So", "Sm"}


def _kind(character: str) -> str:
    """The character's general category; a space's where there is none, or a selector."""
    return category(" " if not character or _is_selector(character) else character)


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
