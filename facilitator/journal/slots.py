"""The kinds of tables that are computed from the state, and how values are written in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from msgspec import Struct

from facilitator.core.events import Mention, Text
from facilitator.core.state import Meeting, State
from facilitator.core.timing import local

Key: TypeAlias = tuple[str, ...]
Slot: TypeAlias = tuple[str, Key]
Row: TypeAlias = dict[str, Any]


class TableOfRows(Struct, frozen=True):
    """A table: the columns of a slot's key, all slots of a state, and the rows of one."""

    key: tuple[str, ...]
    keys: Callable[[State], Iterable[Key]]
    rows: Callable[[State, Key], list[Row]]


@lru_cache(maxsize=1024)
def stamp(at: int | None) -> str | None:
    """A moment for a table: ISO 8601 in UTC, to the millisecond."""
    if at is None:
        return None
    return local(at, 0).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at % 1000:03d}Z"


def stored(text: Text) -> str:
    """A text for a table, where people are identities: names live elsewhere."""
    return "".join(f"@[{part.person}]" if isinstance(part, Mention) else part for part in text)


def of_meetings(
    rows_of: Callable[[Meeting], list[Row]],
) -> TableOfRows:
    """A table whose rows are written together for each meeting."""

    def rows(state: State, key: Key) -> list[Row]:
        meeting = state.meetings.get(key[0])
        return rows_of(meeting) if meeting is not None else []

    return TableOfRows(("meeting",), lambda state: ((each,) for each in state.meetings), rows)


def each_in_meetings(
    collection: Callable[[Meeting], Mapping[str, Any]],
    row: Callable[[Meeting, Any], Row],
    told: Callable[[Meeting, str], bool] = lambda _, __: True,
) -> TableOfRows:
    """A table with one row for each thing that happened in a meeting and is told."""

    def keys(state: State) -> Iterator[Key]:
        for meeting in state.meetings.values():
            yield from ((each, meeting.id) for each in collection(meeting) if told(meeting, each))

    def rows(state: State, key: Key) -> list[Row]:
        meeting = state.meetings.get(key[1])
        thing = collection(meeting).get(key[0]) if meeting is not None else None
        if meeting is None or thing is None or not told(meeting, key[0]):
            return []
        return [row(meeting, thing)]

    return TableOfRows(("id", "meeting"), keys, rows)


def each(
    collection: Callable[[State], Mapping[str, Any]], row: Callable[[Any], Row]
) -> TableOfRows:
    """A table with one row for each thing that belongs to the group."""

    def rows(state: State, key: Key) -> list[Row]:
        thing = collection(state).get(key[0])
        return [row(thing)] if thing is not None else []

    return TableOfRows(("id",), lambda state: ((each,) for each in collection(state)), rows)
