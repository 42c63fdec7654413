"""Commitments in words: whose, what, by when, and the lineage: *promised 3 Oct, carried twice*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from facilitator.core.commitment import Change, Commitment, Fate
from facilitator.core.commitments.standing import Promise, Standing, made_on, says_next_meeting
from facilitator.core.words import Names, by, called, date_beside, number, plain

NOBODY_YET = "nobody yet"
NO_DATE = "no date"


def owner_words(commitment: Commitment, names: Names) -> str:
    """Whose it is."""
    return called(commitment.owner, names) if commitment.owner else NOBODY_YET


def due_words(commitment: Commitment, day: str) -> str:
    """``by Fri 3 Oct``; ``by the weekend`` where the words mean no day; nothing from nothing."""
    if commitment.due_on:
        return f"by {date_beside(commitment.due_on, day)}"
    return by(commitment.due)


def due_read_back(commitment: Commitment, day: str) -> str:
    """``by friday (Fri 28 Nov)``: the words, and the day that was understood, to be checked."""
    return when_read(commitment.due, commitment.due_on, day)


def when_read(due: str, due_on: str, day: str) -> str:
    """The same of words that say when, and of the ISO date that they mean, if they mean one."""
    said = by(due)
    read = date_beside(due_on, day) if due_on else ""
    # A date that was typed as one needs no reading: 2025-11-28.
    if not read or due == due_on:
        return by(read) or said
    return said if read.casefold() in said.casefold() else f"{said} ({read})"


def promise_words(commitment: Commitment, names: Names, day: str) -> str:
    """``Chidi: borrow the PA, by Fri 3 Oct``."""
    due = due_words(commitment, day)
    what = plain(commitment.what, names)
    return f"{owner_words(commitment, names)}: {what}{f', {due}' if due else ''}"


def standing_words(commitment: Commitment, standing: Standing, day: str) -> str:
    """``overdue, by Fri 3 Oct``; ``kept Sat 4 Oct``: how it stands on an ISO date."""
    if standing.over:
        return f"{standing.value} {date_beside(commitment.over_on, day)}"
    due = due_words(commitment, day)
    if standing is Standing.OPEN:
        return due or NO_DATE
    if not commitment.due_on and says_next_meeting(commitment.due):
        return standing.value
    return f"{standing.value}, {due}" if due else standing.value


def count_words(found: Sequence[Promise]) -> str:
    """``2 overdue, 1 due at the next meeting``: how many are to be asked about, and how so."""
    counts = [
        (sum(each.standing is stands for each in found), stands.value)
        for stands in (Standing.OVERDUE, Standing.DUE, Standing.NEXT)
    ]
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def lineage_words(commitment: Commitment, names: Names, day: str) -> str:
    """``promised Fri 3 Oct, carried twice, kept Fri 17 Oct``: all that became of it, in order.

    Args:
        commitment: the commitment.
        names: what people are called.
        day: the ISO date of today; years are left out where they are the same.
    """
    words = [f"promised {date_beside(made_on(commitment), day)}"]
    for fate, changes in groupby(commitment.lineage[1:], key=lambda each: each.fate):
        if fate is Fate.CARRIED:
            words.append(f"carried {_times(len([*changes]))}")
        else:
            words += [_told(each, names, day) for each in changes]
    return ", ".join(words)


def _told(change: Change, names: Names, day: str) -> str:
    why = plain(change.reason, names).strip()
    told = f"{change.fate.value} {date_beside(change.on, day)}"
    return f"{told} ({why})" if why else told


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")
