"""How commitments stand on a day: overdue, due, to be done later, kept, released."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from facilitator.core.commitment import Commitment, Fate
from facilitator.core.facts import place
from facilitator.core.timing import local_date
from facilitator.core.vocabulary import FactId


class Standing(StrEnum):
    """How a commitment stands on a day, what waits for somebody first."""

    OVERDUE = "overdue"
    DUE = "due"
    NEXT = "due at the next meeting"
    OPEN = "open"
    KEPT = "kept"
    RELEASED = "released"

    @property
    def asks(self) -> bool:
        """Whether it is to be spoken of now."""
        return self in (Standing.OVERDUE, Standing.DUE)

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self in (Standing.KEPT, Standing.RELEASED)


ORDER = tuple(Standing)


class Promise(Struct, frozen=True):
    """A commitment, and how it stands on a day."""

    commitment: Commitment
    standing: Standing


_NEXT_TIME = {"meeting", "circle", "assembly", "time"}
_BEFORE_IT = {"at", "before", "by", "due", "on", "our", "the", "till", "until"}


def made_on(commitment: Commitment) -> str:
    """The ISO date on which it was made; of one whose day was not written down, in UTC."""
    return commitment.on or local_date(commitment.at, 0).isoformat()


def says_next_meeting(due: str) -> bool:
    """Whether words such as *before the next meeting* leave it to the meeting to ask."""
    *before, last = [word.strip(".,") for word in due.casefold().split()[:6]] or [""]
    return last in _NEXT_TIME and before[-1:] == ["next"] and set(before[:-1]) <= _BEFORE_IT


def standing(commitment: Commitment, day: str, meeting: FactId = "") -> Standing:
    """How a commitment stands on an ISO date, at a meeting or between meetings.

    What was carried to the next meeting, or promised for it, is due at every meeting but the one
    at which that was said.
    """
    match commitment.fate:
        case Fate.KEPT:
            return Standing.KEPT
        case Fate.RELEASED:
            return Standing.RELEASED
        case Fate.CARRIED:
            waits = True
        case _:
            waits = not commitment.due_on and says_next_meeting(commitment.due)
    if waits:
        said_at = commitment.lineage[-1].meeting if commitment.lineage else commitment.meeting
        return Standing.DUE if meeting and meeting != said_at else Standing.NEXT
    if not commitment.due_on or commitment.due_on > day:
        return Standing.OPEN
    return Standing.OVERDUE if commitment.due_on < day else Standing.DUE


def promises(commitments: Iterable[Commitment], day: str, meeting: FactId = "") -> list[Promise]:
    """Commitments by how they stand on an ISO date: what is overdue first, what is over last.

    Of what is still to be done, the earliest due comes first; of what is over, the latest.
    """
    found = [Promise(each, standing(each, day, meeting)) for each in commitments]
    ahead = [each for each in found if not each.standing.over]
    ahead.sort(key=lambda each: (ORDER.index(each.standing), *_due(each.commitment)))
    over = [each for each in found if each.standing.over]
    over.sort(key=lambda each: place(each.commitment.lineage[-1].id), reverse=True)
    over.sort(key=lambda each: ORDER.index(each.standing))
    return [*ahead, *over]


def _due(commitment: Commitment) -> tuple[bool, str, int, str]:
    day = commitment.due_on
    return not day, day, place(commitment.id), commitment.id


def asked_for(commitments: Iterable[Commitment], day: str, meeting: FactId = "") -> list[Promise]:
    """What is due or overdue on an ISO date, to be spoken of at a meeting."""
    ahead = (each for each in commitments if not each.over)
    return [each for each in promises(ahead, day, meeting) if each.standing.asks]
