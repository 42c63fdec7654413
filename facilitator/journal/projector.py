"""Keeps the tables in step with the journal; nothing in them is the only copy of anything."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from facilitator.core.events import PersonId
from facilitator.core.facts import Fact
from facilitator.core.state import State
from facilitator.journal.slots import Row
from facilitator.journal.tables import TABLES, Slot, all_slots, differing, rows
from facilitator.journal.touches import touched


class Projector:
    """Writes rows inside a transaction that the journal has begun."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def project(self, facts: Sequence[Fact], before: State, after: State) -> None:
        """Bring the tables in step with what some facts have changed.

        Args:
            facts: what was just written.
            before: the state that they were folded onto. An undoing leaves it as it was;
                anything else may have made it the same object as ``after``.
            after: the state now.
        """
        if before is after:
            found: set[Slot] = set().union(*(touched(fact, after) for fact in facts))
            slots = {slot for slot in found if not self._came_before(slot)}
        else:
            slots = differing(before, after)
        self._write_anew(slots, after)

    def write_people(self, state: State, people: Iterable[PersonId]) -> None:
        """Write the rows of some people as a state of the whole group has them."""
        self._write_anew({("people", (person,)) for person in people}, state)

    def rebuild(self, state: State, progress: Callable[[int, int], None]) -> int:
        """Throw every row away and write those of a state.

        Args:
            state: folded from the whole journal.
            progress: told how many of how many slots are written.

        Returns:
            how many slots there are.
        """
        slots = list(all_slots(state))
        for name in TABLES:
            self._connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 - ours
        for place, slot in enumerate(slots, start=1):
            self._insert(slot[0], rows(state, slot))
            progress(place, len(slots))
        return len(slots)

    def _came_before(self, slot: Slot) -> bool:
        """Whether it is the row of a person who has one: it tells of their first meeting."""
        name, key = slot
        return name == "people" and bool(
            self._connection.execute("SELECT 1 FROM people WHERE id = ?", key).fetchone()
        )

    def _write_anew(self, slots: Iterable[Slot], state: State) -> None:
        """Write the rows of some slots as a state has them, table by table."""
        ordered = sorted(slots)
        # A row can go from one slot to another, as a term does when roles are merged: out first.
        for name, found in groupby(ordered, key=itemgetter(0)):
            where = " AND ".join(f'"{column}" = ?' for column in TABLES[name].key)
            self._connection.executemany(
                f'DELETE FROM "{name}" WHERE {where}',  # noqa: S608 - ours
                [key for _, key in found],
            )
        for name, found in groupby(ordered, key=itemgetter(0)):
            self._insert(name, (row for slot in found for row in rows(state, slot)))

    def _insert(self, name: str, found: Iterable[Row]) -> None:
        for columns, together in groupby(found, key=tuple):
            named, marks = '", "'.join(columns), ", ".join("?" * len(columns))
            into = f'INSERT INTO "{name}" ("{named}") VALUES ({marks})'  # noqa: S608 - ours
            self._connection.executemany(into, [tuple(row.values()) for row in together])
