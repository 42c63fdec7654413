"""Two terminals at one file, for state machines: the seat, silence, sleep, a clock set back."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from facilitator.core import intents
from facilitator.core.events import ClockSetBack
from facilitator.journal.store import Journal
from facilitator.session import Session
from support.clock import HandClock
from support.files import begun

TERMINALS = st.sampled_from(("t1", "t2"))


class AtTwoTerminals(RuleBasedStateMachine):
    """What moves between two terminals.

    Attributes:
        at: the terminals at which the program runs.
        meeting: the identity of the meeting that both are at, or empty.
        unnoticed: the clock was set back, and the circle was not told.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "circle.db"
        self.clock = HandClock()
        self.at: dict[str, Session] = {}
        self.meeting = ""
        self.unnoticed = False

    def opened(self, terminal: str) -> Session:
        if terminal not in self.at:
            opened = Journal.open(begun(self.path))
            self.at[terminal] = Session(opened, self.clock, terminal, lambda: frozenset(self.at))
            if self.meeting:
                self.at[terminal].enter(self.meeting)
        return self.at[terminal]

    def has_seat(self, here: Session) -> bool:
        assert here.meeting is not None
        return here.meeting.seat in (None, (here.journal.replica, here.terminal))

    @rule(terminal=TERMINALS)
    def pass_the_seat(self, terminal: str) -> None:
        here, there = self.opened(terminal), self.opened("t1" if terminal == "t2" else "t2")
        here.catch_up()
        had = self.has_seat(here)
        refused = here.send(intents.PassSeat(there.terminal))
        there.catch_up()
        if refused is None:
            assert had
            assert self.has_seat(there)
            assert not self.has_seat(here)
        elif not refused.already and had:
            assert here.meeting is not None
            assert here.meeting.abandoned or here.meeting.closed is not None

    @rule(terminal=TERMINALS)
    def go_silent_and_be_taken_over_from(self, terminal: str) -> None:
        self.opened(terminal).journal.close()
        del self.at[terminal]
        there = self.opened("t1" if terminal == "t2" else "t2")
        there.catch_up()
        refused = there.send(intents.TakeSeatOver())
        assert there.meeting is not None
        if refused is None or refused.already:
            assert self.has_seat(there)
            assert there.meeting.seat == (there.journal.replica, there.terminal)
        else:
            assert there.meeting.abandoned or there.meeting.closed is not None

    @rule(terminal=TERMINALS, minutes=st.integers(1, 90))
    def sleep(self, terminal: str, minutes: int) -> None:
        slept = self.clock.now()
        self.clock.sleep(minutes * 60_000)
        self.opened(terminal).send(intents.LeaveOut(slept, self.clock.now()))

    @rule(terminal=TERMINALS, seconds=st.integers(2, 4_000))
    def set_the_clock_back(self, terminal: str, seconds: int) -> None:
        self.clock.jump(-seconds * 1_000)
        refused = self.opened(terminal).send(intents.SetClockBack(seconds * 1_000))
        self.unnoticed = self.unnoticed or refused is not None

    def time_is_known(self, here: Session) -> bool:
        """Whether the circle knows of each time that its clock was set back."""
        taken_back = (
            isinstance(fact.body, ClockSetBack) and fact.action in here.state.struck
            for fact in here.state.facts
        )
        return not (self.unnoticed or any(taken_back))
