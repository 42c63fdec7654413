"""Where a session stands: which meeting, whose seat, what day it is, who is called what."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.clock import Clock
from facilitator.core.events import FactId
from facilitator.core.fold import fold
from facilitator.core.intents import Here
from facilitator.core.rulebook import Case
from facilitator.core.state import Meeting, State
from facilitator.core.timing import local_date
from facilitator.journal.following import Following
from facilitator.journal.namebook import NameBook
from facilitator.journal.store import Journal


class Standpoint:
    """What can be seen from one terminal at one journal; it changes nothing.

    Attributes:
        terminal: which terminal this is; undo takes back what was done here.
        names: what everyone whom the group knows is called.
    """

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        terminal: str,
        alive: Callable[[], frozenset[str]],
    ) -> None:
        self.journal = journal
        self.clock = clock
        self.terminal = terminal
        self._alive = alive
        self._around: frozenset[str] | None = None
        self._followed = Following(journal)
        self._book = NameBook(journal)
        self.names = self._book.names

    @property
    def alive(self) -> Callable[[], frozenset[str]]:
        """Tells at which terminals the program is at this meeting just now, this one among them.

        Where nothing is known of others the facilitator's seat is not asked for.
        """
        return self._alive

    @alive.setter
    def alive(self, alive: Callable[[], frozenset[str]]) -> None:
        self._alive = alive
        self._look_around()

    @property
    def state(self) -> State:
        """What the facts of the meeting add up to."""
        return self._followed.state

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that this terminal is at."""
        return self._followed.found

    @property
    def at(self) -> FactId:
        """The identity of that meeting, or empty."""
        return self._followed.meeting

    @property
    def has_seat(self) -> bool:
        """Whether this terminal may move the circle: it has the seat, or nobody has."""
        meeting = self.meeting
        here = self._here()
        return meeting is None or not here.alive or Case(self.state, meeting, here).has_seat

    @property
    def seat_is_silent(self) -> bool:
        """Whether no program runs at the terminal that has the seat."""
        meeting = self.meeting
        return meeting is not None and Case(self.state, meeting, self._here()).seat_is_silent

    def now(self) -> int:
        """The clock's time: UTC milliseconds."""
        return self.clock.now()

    @property
    def today(self) -> str:
        """The ISO date in the room of the meeting; with none, where the program runs."""
        meeting = self.meeting
        offset = self.clock.utc_offset() if meeting is None else meeting.utc_offset
        return local_date(self.now(), offset).isoformat()

    @property
    def day_here(self) -> str:
        """The ISO date where the program runs, at whatever meeting."""
        return local_date(self.now(), self.clock.utc_offset()).isoformat()

    def lasting(self) -> State:
        """What outlasts meetings, as the file says it now, at whatever meeting.

        Raises:
            JournalError: the file can't be read, in words.
        """
        return fold(self.journal.facts_of(""))

    def _look_around(self) -> None:
        """See anew who else is at this meeting: files are looked at, so not at every question."""
        self._around = None

    def _here(self) -> Here:
        if self._around is None:
            self._around = self.alive()
        return Here(
            now=self.now(),
            terminal=self.terminal,
            meeting=self._followed.meeting,
            utc_offset=self.clock.utc_offset(),
            names=self.names,
            replica=self.journal.replica,
            alive=self._around,
        )
