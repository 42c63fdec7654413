"""The days on which commitments are due, read from the words that say when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from facilitator.core.commitment import Commitment
from facilitator.core.commitments.standing import Promise, asked_for, made_on
from facilitator.core.commitments.typed import when_and_why
from facilitator.core.intents import (
    Commit,
    CompleteCommitment,
    Intent,
    PlanNext,
    Refusal,
    RenegotiateCommitment,
    Rewrite,
)
from facilitator.core.mentions import with_mentions
from facilitator.core.terms import day_of
from facilitator.core.vocabulary import FactId
from facilitator.core.words import Names
from facilitator.dates.meaning import day_meant

Wish = TypeVar("Wish", bound=Intent | Refusal)


def due_on(words: str, said_on: str) -> str:
    """The ISO date that the words of a due date mean; empty if they mean none.

    Args:
        words: what was said: ``friday``, ``in two weeks``.
        said_on: the ISO date on which it was said.
    """
    said = day_of(said_on)
    day = day_meant(words, said) if words and said is not None else None
    return "" if day is None else day.isoformat()


def with_day(wish: Wish, said_on: str) -> Wish:
    """A wish on an ISO date; a commitment, or a plan, with the day that its words mean."""
    if isinstance(wish, PlanNext) and wish.when is not None:
        return replace(wish, on=due_on(wish.when, said_on))
    if isinstance(wish, Commit) and not wish.due_on:
        return replace(wish, due_on=due_on(wish.due, said_on))
    if isinstance(wish, Rewrite):
        return replace(wish, into=with_day(wish.into, said_on))
    return wish


def new_date(commitment: FactId, words: str, said_on: str, names: Names) -> RenegotiateCommitment:
    """What is asked for by words that say when, and behind a semicolon why."""
    when, why = when_and_why(words)
    reason = with_mentions(why, names) if why else ()
    return RenegotiateCommitment(commitment, when, due_on(when, said_on), reason=reason)


def completed_by(commitment: FactId, words: str, said_on: str) -> CompleteCommitment:
    """What is asked for by words that say, later, by when a promise is due."""
    when, _ = when_and_why(words)
    return CompleteCommitment(commitment, due=when, due_on=due_on(when, said_on))


def dated(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Commitments, each with its day: of those that were written down without, it is read now."""
    return [
        replace(each, due_on=due_on(each.due, made_on(each))) if each.day_unread else each
        for each in commitments
    ]


def asked_about(commitments: Iterable[Commitment], day: str, meeting: FactId) -> list[Promise]:
    """What is due or overdue at a meeting on an ISO date."""
    # In a group of ten years nearly all are over, and a key must not wait for those.
    return asked_for(dated(each for each in commitments if not each.over), day, meeting)
