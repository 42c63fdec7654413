"""Commitments in lines that long words do not fill: whose, what, how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.commands.command import key_name
from facilitator.commands.paper import FOLLOW_UP
from facilitator.core.commitments.standing import Promise, Standing
from facilitator.core.commitments.wording import owner_words, standing_words
from facilitator.core.words import Names, plain
from facilitator.ui.text import fit
from facilitator.ui.views import Paragraph, Tone

LONGEST_NAME, LONGEST = 40, 300
"""Cells of a name, and of what was promised."""

GLYPHS = {
    Standing.OVERDUE: "▲",
    Standing.DUE: "△",
    Standing.NEXT: "›",
    Standing.OPEN: "!",
    Standing.KEPT: "✓",
    Standing.RELEASED: "○",
}
"""How a commitment stands, as a glyph; the word stands with it."""

HEADING = "Commitments to ask about"


def promise_said(promise: Promise, names: Names, most: int = LONGEST) -> str:
    """``Ana: borrow the PA``."""
    owner = fit(owner_words(promise.commitment, names), LONGEST_NAME)
    return f"{owner}: {fit(plain(promise.commitment.what, names), most)}"


def commitment_line(promise: Promise, names: Names, day: str) -> str:
    """``▲ Ana: borrow the PA · overdue, by Fri 28 Nov``, safe for a terminal."""
    stands = fit(standing_words(promise.commitment, promise.standing, day), LONGEST)
    return f"{GLYPHS[promise.standing]} {promise_said(promise, names)} · {stands}"


def asked_paragraphs(promises: Sequence[Promise], names: Names, day: str) -> list[Paragraph]:
    """What the opening asks about on an ISO date; nothing, if nothing is due."""
    if not promises:
        return []
    items = [
        Paragraph(Tone.ITEM, line[2:], line[0])
        for line in (commitment_line(each, names, day) for each in promises)
    ]
    hint = f"{key_name(FOLLOW_UP.key)} asks about each: kept, a new date, released, carried"
    return [Paragraph(Tone.HEADING, HEADING), *items, Paragraph(Tone.HINT, hint)]
