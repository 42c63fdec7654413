"""The glyphs of what people do with skills, the same everywhere, each with its word."""

from __future__ import annotations

from enum import StrEnum

ALONE = "!"
"""Marks what only one person has, or nobody, although it is wanted; a word goes with it."""


class Glyph(StrEnum):
    """What somebody does with a skill; the signs of *has* and *wishes* are those that are typed."""

    TEACHES = "★"
    HAS = "+"
    LEARNS = "◐"
    WISHES = "?"

    @property
    def word(self) -> str:
        """The same in a word."""
        return {
            Glyph.TEACHES: "teaches",
            Glyph.HAS: "has",
            Glyph.LEARNS: "learns",
            Glyph.WISHES: "wishes",
        }[self]


LEGEND = "   ".join(
    [*(f"{glyph.value} {glyph.word}" for glyph in Glyph), f"{ALONE} only one, or nobody, has it"]
)
"""What each of them means."""
