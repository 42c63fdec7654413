"""Questions about the group across its meetings, answered from the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core.events import FactId, PersonId, Setting
from facilitator.core.facts import place
from facilitator.core.leftovers import Leftover
from facilitator.core.rota import Past
from facilitator.core.skills.sharing import Held
from facilitator.core.state import State
from facilitator.journal import group_memory
from facilitator.journal.problems import in_words
from facilitator.journal.slots import stamp

__all__ = [
    "Group",
    "MeetingSummary",
    "NextTime",
    "WaitingMeeting",
]


class MeetingSummary(Struct, frozen=True):
    """One meeting in a list. Moments are ISO 8601 in UTC, as the tables have them."""

    id: FactId
    title: str
    agenda: str
    gathered: str
    opened: str | None
    closed: str | None
    utc_offset: int
    people: int

    @property
    def status(self) -> str:
        """How far it is: ``gathering``, ``open`` or ``closed``."""
        if self.closed is not None:
            return "closed"
        return "open" if self.opened is not None else "gathering"

    @property
    def day(self) -> str:
        """The ISO date in the room on which it was called."""
        return group_memory.day(self.gathered, self.utc_offset)


class WaitingMeeting(MeetingSummary, frozen=True):
    """A meeting that can be resumed.

    Attributes:
        latest: the place in logical time of what happened there last.
        attended: whether a program is at it just now.
    """

    latest: int = 0
    attended: bool = False


class NextTime(Struct, frozen=True):
    """What the last closed meeting agreed about the next."""

    when: str | None
    facilitator: PersonId | None
    note_taker: PersonId | None
    meeting: FactId = ""
    gathered: str = ""
    utc_offset: int = 0

    @property
    def said_on(self) -> str:
        """The ISO date in the room on which it was agreed on."""
        return group_memory.day(self.gathered, self.utc_offset) if self.gathered else ""


_MEETINGS = """
SELECT id, title, agenda, gathered, opened, closed, utc_offset,
       (SELECT count(DISTINCT person) FROM attendance WHERE attendance.meeting = meetings.id)
       AS people
FROM meetings WHERE abandoned = 0
ORDER BY gathered DESC, CAST(id AS INTEGER) DESC LIMIT ?
"""
_WAITING = """
SELECT id, title, agenda, gathered, opened, closed, utc_offset,
       (SELECT count(DISTINCT person) FROM attendance WHERE attendance.meeting = meetings.id)
       AS people,
       (SELECT max(lamport) FROM event WHERE event.meeting = meetings.id) AS latest
FROM meetings WHERE abandoned = 0 AND closed IS NULL
ORDER BY latest DESC, id
"""
_NEXT = """
SELECT next_when, next_facilitator, next_note_taker, id, gathered, utc_offset FROM meetings
WHERE closed IS NOT NULL AND abandoned = 0 ORDER BY closed DESC, CAST(id AS INTEGER) DESC LIMIT ?
"""
_LAST_CLOSED = """
SELECT id FROM meetings WHERE closed IS NOT NULL AND abandoned = 0
ORDER BY closed DESC, CAST(id AS INTEGER) DESC LIMIT 1
"""
_COUNT = "SELECT count(*) FROM meetings WHERE closed IS NOT NULL AND abandoned = 0"


class Group:
    """What the group's memory says, as far as its tables tell.

    Everything here raises ``JournalError``, in words, if the file can't be read.

    Attributes:
        attended: the meetings at which a program is just now, as far as that is known.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.attended: Callable[[], frozenset[FactId]] = frozenset
        self._connection = connection
        self._path = path

    def meetings(self, most: int = 1000) -> list[MeetingSummary]:
        """Meetings that were called and not dropped, the latest first."""
        return [MeetingSummary(*row) for row in self._ask(_MEETINGS, most)]

    def waiting(self, most: int = 10) -> list[WaitingMeeting]:
        """Meetings that were called and not closed: they can be resumed.

        Those at which a program is just now come first, then those where something happened last.
        """
        attended = self.attended()
        found = [WaitingMeeting(*row) for row in self._ask(_WAITING)]
        found = [replace(each, attended=each.id in attended) for each in found]
        return sorted(found, key=lambda each: not each.attended)[:most]

    def for_the_room(self, here: State, shown: FactId) -> FactId:
        """The meeting to be shown to the room; empty if there is none.

        Of those at which a program is, the one that was opened last; where no program is at any,
        the one where something happened last. A circle that was closed stays until another one
        is called or opened after that, or goes on.

        Args:
            here: what is known of the meeting that is shown now.
            shown: its identity, or empty.
        """
        waiting = sorted(self.waiting(), key=_before_the_room, reverse=True)
        meeting = here.meetings.get(shown)
        if meeting is not None and meeting.closed is not None:
            closed, last = stamp(meeting.closed) or "", here.facts[-1].lamport
            waiting = [
                each
                for each in waiting
                if place(each.id) > last
                or (each.opened or "") > closed
                or (each.attended and each.latest > last)
            ]
        return waiting[0].id if waiting else shown

    def last_closed(self) -> FactId | None:
        """The meeting that was closed last."""
        found = self._ask(_LAST_CLOSED)
        return str(found[0][0]) if found else None

    def held(self) -> int:
        """How many meetings were closed."""
        return int(self._ask(_COUNT)[0][0])

    def next_time(self) -> NextTime | None:
        """What was agreed about the next meeting, if there was one before."""
        return next(iter(self.agreed(1)), None)

    def agreed(self, most: int = 1000) -> list[NextTime]:
        """What each closed meeting agreed about the next, the latest first."""
        return [NextTime(*row) for row in self._ask(_NEXT, most)]

    def history(self) -> list[Past]:
        """Every meeting that was closed, the oldest first, as the rota looks at it."""
        return group_memory.history(self._ask)

    def leftovers(self) -> list[Leftover]:
        """Steps of earlier meetings that wait for another one, the latest meeting's first."""
        return group_memory.leftovers(self._ask)

    def last_agenda(self) -> str:
        """The title of the agenda that the latest meeting went by, or nothing."""
        return group_memory.last_agenda(self._ask)

    def occasions(self) -> list[Held]:
        """The debriefs of an action and the skill shares that were closed, the oldest first."""
        return group_memory.occasions(self._ask)

    def newcomers(self) -> frozenset[PersonId]:
        """Everyone who was marked as a newcomer when they came last."""
        return group_memory.newcomers(self._ask)

    def settings(self) -> tuple[tuple[Setting, bool], ...]:
        """What the latest meeting had chosen about how circles are run."""
        return group_memory.settings(self._ask)

    def imported(self, digest: str) -> dict[int, FactId]:
        """The meetings that came from the log with a digest, by part; no dropped ones."""
        return group_memory.imported(self._ask, digest)

    def _ask(self, question: str, *values: object) -> list[sqlite3.Row]:
        with in_words(self._path):
            return self._connection.execute(question, values).fetchall()


def _before_the_room(meeting: WaitingMeeting) -> tuple[bool, str, int]:
    return meeting.attended, (meeting.opened or "") if meeting.attended else "", meeting.latest
