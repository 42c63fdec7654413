"""Commitments as lines of text and as plain data; whose they are is said, and nobody is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from facilitator.core.commitment import Change
from facilitator.core.commitments.standing import Promise, Standing, made_on
from facilitator.core.commitments.wording import lineage_words, promise_words
from facilitator.core.events import NOBODY, PersonId
from facilitator.core.words import Names, called, plain
from facilitator.ui.text import visible

MOST_OVER = 10
"""So many of what was kept, and of what was released, are listed unless all are asked for."""


class Asked(Struct, frozen=True):
    """Which commitments are asked for.

    Attributes:
        owner: whose; of nobody, everybody's.
        due: only what is overdue, due, or due at the next meeting.
        all: also what was kept or released long ago.
    """

    owner: PersonId = NOBODY
    due: bool = False
    all: bool = False

    def fits(self, promise: Promise) -> bool:
        """Whether a commitment is asked for."""
        if self.owner and promise.commitment.owner != self.owner:
            return False
        return not self.due or promise.standing.asks or promise.standing is Standing.NEXT


def lines(promises: Sequence[Promise], asked: Asked, names: Names, day: str) -> Iterator[str]:
    """Commitments under how they stand, each with the number by which a command means it."""
    found = [(at, each) for at, each in enumerate(promises, start=1) if asked.fits(each)]
    for stands in Standing:
        these = [(at, each) for at, each in found if each.standing is stands]
        shown = these if asked.all or not stands.over else these[:MOST_OVER]
        if shown:
            yield stands.value.capitalize()
        for at, each in shown:
            yield f"{at:>4} {visible(_row(each, names, day))}"
        if more := len(these) - len(shown):
            yield f"     and {more} more: --all"


def _row(promise: Promise, names: Names, day: str) -> str:
    commitment = promise.commitment
    lineage = lineage_words(commitment, names, day)
    return f"{promise_words(commitment, names, day)} ({lineage})"


def data(promise: Promise, number: int, names: Names, day: str) -> dict[str, Any]:
    """One commitment as plain data; people by name, dates as ISO dates."""
    commitment = promise.commitment
    return {
        "id": commitment.id,
        "number": number,
        "owner": called(commitment.owner, names) if commitment.owner else None,
        "what": plain(commitment.what, names),
        "due": commitment.due or None,
        "due_on": commitment.due_on or None,
        "standing": promise.standing.value,
        "state": commitment.fate.value,
        "promised": made_on(commitment),
        "over": commitment.over_on or None,
        "words": lineage_words(commitment, names, day),
        "lineage": [_change(each, names) for each in commitment.lineage],
    }


def _change(change: Change, names: Names) -> dict[str, Any]:
    return {
        "state": change.fate.value,
        "on": change.on or None,
        "what": plain(change.what, names),
        "due": change.due or None,
        "due_on": change.due_on or None,
        "reason": plain(change.reason, names) or None,
    }
