"""Commitments and what became of them as rows; dates are ISO dates in the room."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.commitment import Change, Commitment
from facilitator.core.state import State
from facilitator.journal.slots import Key, Row, TableOfRows, each, stamp, stored


def _commitment_row(commitment: Commitment) -> Row:
    return {
        "id": commitment.id,
        "meeting": commitment.meeting or None,
        "step": commitment.step or None,
        "at": stamp(commitment.at),
        "owner": commitment.owner or None,
        "what": stored(commitment.what),
        "due": commitment.due or None,
        "due_on": commitment.due_on or None,
        "state": commitment.fate.value,
        "over": commitment.over_on or None,
    }


def _change_row(commitment: Commitment, change: Change) -> Row:
    return {
        "id": change.id,
        "commitment": commitment.id,
        "meeting": change.meeting or None,
        "state": change.fate.value,
        "day": change.on or None,
        "what": stored(change.what),
        "due": change.due or None,
        "due_on": change.due_on or None,
        "reason": stored(change.reason) or None,
    }


def _keys(state: State) -> Iterator[Key]:
    return ((commitment,) for commitment in state.commitments)


def _changes(state: State, key: Key) -> list[Row]:
    commitment = state.commitments.get(key[0])
    if commitment is None:
        return []
    return [_change_row(commitment, change) for change in commitment.lineage]


TABLES_OF_COMMITMENTS: dict[str, TableOfRows] = {
    "commitments": each(lambda state: state.commitments, _commitment_row),
    "commitment_changes": TableOfRows(("commitment",), _keys, _changes),
}
