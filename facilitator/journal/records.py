"""Facts as rows of the journal, and rows as facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from facilitator.core.events import Body, FactId
from facilitator.core.facts import Fact, decode, encode, identity


def facts_of_action(
    bodies: Sequence[Body],
    first: tuple[int, str],
    when: tuple[int, str],
    meeting: FactId,
    action: FactId = "",
) -> list[Fact]:
    """The facts of one action, from the place of the first in logical time.

    Args:
        bodies: what happened.
        first: the place of the first fact, and the copy that writes it.
        when: UTC milliseconds, and where it was done.
        meeting: the meeting it belongs to.
        action: the action of this copy that it is a part of; a new one without.
    """
    lamport, name = first
    return [
        Fact(
            id=identity(place, name),
            lamport=place,
            replica=name,
            at=when[0],
            terminal=when[1],
            action=action or identity(lamport, name),
            meeting=meeting,
            body=body,
        )
        for place, body in enumerate(bodies, start=lamport)
    ]


def row_of(fact: Fact) -> tuple[object, ...]:
    """The row that holds a fact, in the order of the journal's columns."""
    return (
        fact.lamport,
        fact.replica,
        fact.at,
        fact.terminal,
        int(fact.action.partition("@")[0]),
        fact.meeting,
        fact.body.kind,
        fact.body.version,
        encode(fact.body).decode("utf-8"),
    )


def fact_of(row: sqlite3.Row) -> Fact:
    """The fact that a row holds."""
    lamport, name, at, terminal, action, meeting, kind, version, body = row
    return Fact(
        id=identity(lamport, name),
        lamport=lamport,
        replica=name,
        at=at,
        terminal=terminal,
        action=identity(action, name),
        meeting=meeting,
        body=decode(kind, version, body),
    )
