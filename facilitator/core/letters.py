"""How names and words are compared when people type them quickly: without case and accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NOT_DECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
    | dict.fromkeys("'’ʼ`´", "")
)


@lru_cache(maxsize=2048)
def plain_letters(words: str) -> str:
    """Words in small letters without accents and apostrophes: ``O’Łée`` becomes ``olee``."""
    parted = unicodedata.normalize("NFKD", words.casefold()).translate(_NOT_DECOMPOSED)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
