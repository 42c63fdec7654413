"""A commitment over all the meetings that it lives through: how it stands, and how that came."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core.vocabulary import FactId, PersonId, StepId, Text


class Fate(StrEnum):
    """What became of a commitment, at the latest; it has exactly one."""

    OPEN = "open"
    RENEGOTIATED = "renegotiated"
    CARRIED = "carried"
    KEPT = "kept"
    RELEASED = "released"

    @property
    def over(self) -> bool:
        """Whether nothing is left to do about it."""
        return self in (Fate.KEPT, Fate.RELEASED)


class Change(Struct, frozen=True):
    """That a commitment was made, or what became of it.

    Attributes:
        on: the ISO date in the room.
        meeting: where it was said; empty between meetings.
        what: what is promised from then on.
        due: by when from then on, in the words that were used.
        due_on: the day that they mean, an ISO date; empty if they mean none.
        reason: why, if that was said.
    """

    id: FactId
    fate: Fate
    on: str
    meeting: FactId
    what: Text
    due: str
    due_on: str
    reason: Text = ()


class Commitment(Struct, frozen=True):
    """A promise as it is now: whose, what, and by when in the words that were used.

    Attributes:
        meeting: where it was made; empty between meetings.
        at: when it was written down (UTC milliseconds).
        due_on: the ISO date that the words mean; empty if they mean none.
        on: the ISO date in the room on which it was made; empty if that was not written down.
        lineage: that it was made, and all that became of it, in order.
    """

    id: FactId
    meeting: FactId
    at: int
    step: StepId
    owner: PersonId
    what: Text
    due: str
    due_on: str = ""
    on: str = ""
    lineage: tuple[Change, ...] = ()

    @property
    def fate(self) -> Fate:
        """What became of it, at the latest."""
        return self.lineage[-1].fate if self.lineage else Fate.OPEN

    @property
    def over(self) -> bool:
        """Whether it was kept, or released."""
        return self.fate.over

    @property
    def over_on(self) -> str:
        """The ISO date on which it was kept or released; empty as long as it was not."""
        return self.lineage[-1].on if self.over else ""

    @property
    def day_unread(self) -> bool:
        """Whether its words were written down when nobody looked yet for the day in them."""
        if self.on or self.due_on or not self.due:
            return False
        return all(each.fate is not Fate.RENEGOTIATED for each in self.lineage)

    def as_of(self, meeting: FactId) -> Commitment:
        """As a meeting left it; as it is, if nothing of it was said there, or nothing since."""
        places = [place for place, each in enumerate(self.lineage) if each.meeting == meeting]
        if not places or places[-1] == len(self.lineage) - 1:
            return self
        then = self.lineage[places[-1]]
        lineage = self.lineage[: places[-1] + 1]
        return replace(self, what=then.what, due=then.due, due_on=then.due_on, lineage=lineage)
