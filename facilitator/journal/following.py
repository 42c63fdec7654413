"""One meeting of a journal, folded, and kept in step with what is written by anyone.

What outlasts every meeting (roles, skills) is always part of it; without a meeting it is all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from facilitator.core.events import Body, FactId
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.state import Meeting, State
from facilitator.journal.store import Journal


class Following:
    """What a journal says about one meeting, so far as it was read.

    Everything that reads or writes raises ``JournalError``, in words, if the file can't be used.

    Attributes:
        meeting: the meeting's identity, or empty.
        entered: whether anything was gone to yet; until then nothing is read.
        state: what its facts add up to.
    """

    def __init__(self, journal: Journal) -> None:
        self.meeting: FactId = ""
        self.state = State()
        self.entered = False
        self._journal = journal
        self._seen_version = journal.data_version()
        self._together: list[Fact] | None = None

    @property
    def found(self) -> Meeting | None:
        """The meeting, if there is one."""
        return self.state.meetings.get(self.meeting)

    def enter(self, meeting: FactId) -> None:
        """Go to a meeting, or, with none, to what outlasts them."""
        self.state = self._of(meeting)
        self.meeting = meeting
        self.entered = True

    def begin(self) -> None:
        """Be ready for the call of a new meeting; if that fails, ``reload`` goes back."""
        self.state = self._of("")

    def reload(self) -> None:
        """Go back to what is on disk."""
        self.state = self._of(self.meeting) if self.entered else State()

    def take_in(self) -> bool:
        """Read what other programs have written since; whether they have written at all."""
        version = self._journal.data_version()
        if version == self._seen_version:
            return False
        self._read_on()
        self._seen_version = version
        return True

    def write(
        self, bodies: list[Body], *, at: int, terminal: str, action: FactId = ""
    ) -> list[Fact]:
        """Append facts, inside a transaction; a call goes to the new meeting."""
        facts = self._journal.append(
            bodies, at=at, terminal=terminal, meeting=self.meeting, action=action
        )
        self.entered = True
        before = self.state
        self.state = fold(facts, onto=before)
        if self._together is not None and before is self.state:
            self._together += facts
        else:
            self._journal.project(facts, before, self.state)
        self.meeting = facts[0].meeting
        return facts

    @contextmanager
    def together(self) -> Iterator[None]:
        """Bring the tables in step once, after many facts, all inside one transaction."""
        self._together = []
        try:
            yield
            self._journal.project(self._together, self.state, self.state)
        finally:
            self._together = None

    def _read_on(self) -> None:
        if not self.entered:
            return
        known = self.state.facts
        last = (known[-1].lamport, known[-1].replica) if known else (0, "")
        facts = self._journal.facts_of(self.meeting, last)
        if self._journal.count_of(self.meeting) != len(known) + len(facts):
            # Something came in from another copy, with a place among what is known already.
            self.state = self._of(self.meeting)
        elif facts:
            self.state = fold(facts, onto=self.state)

    def _of(self, meeting: FactId) -> State:
        return fold(self._journal.facts_of(meeting))
