"""Commitments as printed lines: whose, what, by when; what is due; what became of earlier ones."""

from __future__ import annotations

from facilitator.core.commitments.standing import Promise, promises
from facilitator.core.commitments.wording import (
    due_read_back,
    lineage_words,
    owner_words,
    promise_words,
    standing_words,
)
from facilitator.core.state import Commitment, Meeting, State
from facilitator.core.words import Names, plain, sentence
from facilitator.dates import asked_about as due_at
from facilitator.dates import dated


def read_back(promise: Commitment, names: Names, day: str) -> str:
    """``Chidi: borrow the PA, by friday (Fri 28 Nov)``, on an ISO date."""
    due = due_read_back(promise, day)
    told = f"{owner_words(promise, names)}: {plain(promise.what, names)}"
    return f"{told}, {due}" if due else told


def asked_about(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """What is due at a meeting on an ISO date, under a heading; ``due`` gives the numbers."""
    found = due_at(state.commitments.values(), day, meeting.id)
    told = [sentence(_standing(each, names, day)) for each in found]
    return ["Commitments to ask about:", *told] if told else []


def followed_up(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """What a meeting said of earlier commitments, under a heading."""
    found = state.followed_up(meeting.id)
    told = [
        f"{owner_words(each, names)}: {plain(each.what, names)}; {lineage_words(each, names, day)}"
        for each in found
    ]
    return [f"Earlier commitments: {len(found)}.", *told] if told else []


def every_promise(state: State, meeting: Meeting, day: str) -> list[Promise]:
    """Every commitment as it stands at a meeting on an ISO date, what is due first."""
    return promises(dated(state.commitments.values()), day, meeting.id)


def numbered(promise: Promise, number: int, names: Names, day: str) -> str:
    """``1 Ana: borrow the PA, by Fri 3 Oct; promised Fri 26 Sep, carried twice``."""
    commitment = promise.commitment
    told = promise_words(commitment, names, day)
    return f"{number} {told}; {lineage_words(commitment, names, day)}"


def _standing(promise: Promise, names: Names, day: str) -> str:
    commitment = promise.commitment
    stands = standing_words(commitment, promise.standing, day)
    return f"{owner_words(commitment, names)}: {plain(commitment.what, names)}, {stands}"
