"""Whose hand goes up, and for what: a name, and a sign behind it."""

from __future__ import annotations

from facilitator.core.vocabulary import Wish
from facilitator.screens.picking import OneOf

SIGNS = {"?": Wish.QUESTION, "!": Wish.PROCESS, ">": Wish.RESPONSE, ".": Wish.LAST_WORD}
"""What a sign behind a name means; without one the person wants to speak."""


class HandUp(OneOf):
    """The people to pick from by typing; the sign behind the letters says what for."""

    keys = "then ? question · ! process · > response · . last · Esc no change"

    @property
    def wish(self) -> Wish:
        """What the hand is for; letters typed after it was raised change nothing."""
        return SIGNS.get(self.words.rstrip()[-1:], Wish.SPEAK)

    def looked_for(self, words: str) -> str:
        """The letters without the sign."""
        bare = words.rstrip()
        return bare[:-1] if bare[-1:] in SIGNS else bare
