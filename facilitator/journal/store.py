"""One journal file: facts are appended and read, and everything beside them is kept in step."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from facilitator.core.events import Body, FactId, MeetingGathered, ReplicaTaken
from facilitator.core.facts import LASTING, Fact, identity
from facilitator.core.fold import fold
from facilitator.core.state import State
from facilitator.journal import opening, replica
from facilitator.journal.beside import Drafts, Identities
from facilitator.journal.opening import open_to_read, open_to_write
from facilitator.journal.problems import in_words
from facilitator.journal.projector import Projector
from facilitator.journal.records import fact_of, facts_of_action, row_of

_INSERT = """
INSERT INTO event (lamport, replica, at, terminal, action, meeting, kind, version, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_COLUMNS = "lamport, replica, at, terminal, action, meeting, kind, version, CAST(body AS BLOB)"
_LASTING = f"kind IN ({', '.join('?' * len(LASTING))})"
# Two questions of one index each, rather than one OR that reads all.
_SELECT_OF_MEETING = f"""
SELECT {_COLUMNS} FROM event WHERE meeting = ? AND (lamport, replica) > (?, ?)
UNION ALL
SELECT {_COLUMNS} FROM event WHERE meeting <> ? AND (lamport, replica) > (?, ?) AND {_LASTING}
ORDER BY lamport, replica
"""  # noqa: S608 - made of nothing but the columns and question marks above
_SELECT_LASTING = f"""
SELECT {_COLUMNS} FROM event WHERE {_LASTING} AND (lamport, replica) > (?, ?)
ORDER BY lamport, replica
"""  # noqa: S608
_COUNT_OF_MEETING = f"""
SELECT (SELECT count(*) FROM event WHERE meeting = ?)
     + (SELECT count(*) FROM event WHERE meeting <> ? AND {_LASTING})
"""  # noqa: S608
_COUNT_LASTING = f"SELECT count(*) FROM event WHERE {_LASTING}"  # noqa: S608
_SELECT_ALL = f"SELECT {_COLUMNS} FROM event ORDER BY lamport, replica"  # noqa: S608


class Journal:
    """A group's memory in one file. Belongs to the thread that opened it.

    Attributes:
        path: where the file is.
        people: what people are called.
        drafts: text being typed.
        tables: rows that can be queried.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.connection = connection
        self.people = Identities(connection)
        self.drafts = Drafts(connection)
        self.tables = Projector(connection)
        self._replica: str | None = None

    @classmethod
    def open(cls, path: Path) -> Journal:
        """Open a journal to write in it; the file is made if there is none.

        Raises:
            JournalError: the file can't be used, in words.
        """
        return cls(open_to_write(path), path)

    @classmethod
    def read(cls, path: Path) -> Journal:
        """Open a journal only to read it.

        Raises:
            JournalError: the file is not there or can't be used, in words.
        """
        return cls(open_to_read(path), path)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn what goes wrong into words.

        Raises:
            JournalError: the file can't be read, in words.
        """
        with in_words(self.path):
            yield

    @contextmanager
    def writing(self, *, patient: bool = True) -> Iterator[None]:
        """One transaction: everything in it is written, or nothing.

        Args:
            patient: wait for a while if another program writes.

        Raises:
            JournalError: the file can't be written just now, in words.
        """
        with in_words(self.path):
            with (
                nullcontext() if patient else _waiting(self.connection, opening.BRIEF_MILLISECONDS)
            ):
                self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                self._replica = None
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """A small write that does not wait for others: it is done now, or not.

        Raises:
            JournalError: not now, in words.
        """
        with in_words(self.path), _waiting(self.connection, 0):
            yield

    def facts_of(self, meeting: FactId, after: tuple[int, str] = (0, "")) -> list[Fact]:
        """The facts of one meeting in order, those after a place in logical time.

        What outlasts every meeting is among them; with no meeting, it is all there is.
        """
        with self.reading():
            found = (
                self.connection.execute(
                    _SELECT_OF_MEETING, (meeting, *after, meeting, *after, *LASTING)
                )
                if meeting
                else self.connection.execute(_SELECT_LASTING, (*LASTING, *after))
            )
            return [fact_of(row) for row in found]

    def count_of(self, meeting: FactId) -> int:
        """How many facts ``facts_of`` gives for a meeting."""
        with self.reading():
            found = (
                self.connection.execute(_COUNT_OF_MEETING, (meeting, meeting, *LASTING))
                if meeting
                else self.connection.execute(_COUNT_LASTING, LASTING)
            )
            return int(found.fetchone()[0])

    @property
    def replica(self) -> str:
        """The name that this copy writes under; empty until it has written where it is."""
        if self._replica is None:
            with self.reading():
                known = replica.known(self.connection)
            here = known is not None and known[1] == replica.fingerprint(self.path)
            return known[0] if known is not None and here else ""
        return self._replica

    def facts(self) -> list[Fact]:
        """Every fact in order."""
        with self.reading():
            return [fact_of(row) for row in self.connection.execute(_SELECT_ALL)]

    def append(
        self, bodies: Sequence[Body], *, at: int, terminal: str, meeting: FactId, action: str = ""
    ) -> list[Fact]:
        """Write what one action did. Only inside ``writing()``.

        Args:
            bodies: what happened, in order.
            at: UTC milliseconds.
            terminal: where it was done.
            meeting: the meeting it belongs to; a gathered meeting belongs to itself.
            action: the action of this copy that it goes on with; it is a new one without.
        """
        name, taken = self._writes_as()
        lamport = self.last_lamport() + 1
        if taken is not None:
            self._insert(facts_of_action([taken], (lamport, name), (at, terminal), ""))
            lamport += 1
        if isinstance(bodies[0], MeetingGathered):
            meeting = identity(lamport, name)
        facts = facts_of_action(bodies, (lamport, name), (at, terminal), meeting, action)
        self._insert(facts)
        return facts

    def project(self, facts: Sequence[Fact], before: State, after: State) -> None:
        """Bring the tables in step with one meeting's state. Only inside ``writing()``.

        A person whose arrival was taken back may have been at other meetings too: then what is
        known of them is folded from everything.
        """
        self.tables.project(facts, before, after)
        if before is not after and before.people.keys() != after.people.keys():
            self.tables.write_people(fold(self.facts()), before.people.keys() ^ after.people.keys())

    def rebuild(self, progress: Callable[[int, int], None]) -> int:
        """Throw the tables away and make them again from the facts.

        Args:
            progress: told how many of how many slots are written.

        Returns:
            how many slots there are.

        Raises:
            JournalError: the file can't be written just now, in words.
        """
        with self.writing():
            return self.tables.rebuild(fold(self.facts()), progress)

    def data_version(self) -> int:
        """A number that changes when another program has written to the file."""
        with self.reading():
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def _writes_as(self) -> tuple[str, ReplicaTaken | None]:
        if self._replica is not None:
            return self._replica, None
        where, known = replica.fingerprint(self.path), replica.known(self.connection)
        if known is not None and known[1] == where:
            self._replica = known[0]
            return known[0], None
        name = replica.new_name()
        replica.remember(self.connection, name, where)
        self._replica = name
        return name, ReplicaTaken(name, known[0] if known is not None else "")

    def last_lamport(self) -> int:
        """How far the journal is in logical time; 0 for an empty one."""
        found = self.connection.execute("SELECT ifnull(max(lamport), 0) FROM event")
        return int(found.fetchone()[0])

    def _insert(self, facts: Sequence[Fact]) -> None:
        self.connection.executemany(_INSERT, [row_of(fact) for fact in facts])


@contextmanager
def _waiting(connection: sqlite3.Connection, milliseconds: int) -> Iterator[None]:
    """For once wait so long for other programs."""
    connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {opening.BUSY_MILLISECONDS}")
