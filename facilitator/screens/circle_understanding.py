"""What the words in the line of the circle will become: said behind them while they are typed."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.core.capture import Captured, understand
from facilitator.core.commitments.wording import when_read
from facilitator.core.events import PersonId
from facilitator.core.forms import Kind
from facilitator.core.placing import Place, here_and_now
from facilitator.dates import due_on
from facilitator.screens.circle_off_record import LineOffRecord
from facilitator.screens.circle_unwritten import CircleUnwritten
from facilitator.ui.chips import (
    known_roles,
    known_skills,
    mending_chips,
    note_chips,
    placeholder,
    promise_chips,
    role_chips,
    skill_chips,
)
from facilitator.ui.off_record import IN_THE_LINE, NOT_KEPT
from facilitator.widgets.capture import CaptureLine


class CircleUnderstanding(LineOffRecord, CircleUnwritten):
    """Says where a line belongs, who can be meant in it, and what will come of it."""

    _begun_at: Place | None = None
    dated = True
    """Whether words at the end of what is typed can say by when."""

    @property
    def place(self) -> Place:
        """Where the line that is typed belongs."""
        return self._begun_at or here_and_now(self.meeting)

    def begin_anew(self) -> None:
        """The next letter begins another line."""
        self._begun_at = None

    def _read(self, words: str) -> Captured:
        return understand(words, self.people_meant(), dated=self.dated)

    def people_meant(self) -> Mapping[PersonId, str]:
        """Who can be meant in what is typed."""
        return self.those_here()

    def understand(self, words: str, state: str = "") -> None:
        """Say behind the words what they will become."""
        state = f"{self.waits} · {state}" if self.waits else state
        chips = state + self._chips(self._read(words)) if words.strip() else self.waits
        if words.strip() and self.meeting.off is not None:
            chips = NOT_KEPT
        self.query_one(CaptureLine).chips = chips

    def _chips(self, captured: Captured) -> str:
        """What the words will become, for example ``! commitment · Chidi · by friday``."""
        place, names = self.place, self.session.names
        match captured.kind:
            case Kind.COMMITMENT:
                today = self.session.today
                when = when_read(captured.due, self.day_meant(captured.due), today)
                return promise_chips(captured, place, self.meeting, names, when)
            case Kind.DECISION:
                return "= decision"
            case Kind.SKILL:
                return skill_chips(captured, place, self.session.state, names)
            case Kind.MENDING:
                return mending_chips(captured, self.session.state, self.meeting, names)
            case Kind.ROLE:
                return role_chips(captured, place, self.session.state, names)
            case _:
                return note_chips(captured, place, self.meeting.steps.get(place.step), names)

    def day_meant(self, due: str) -> str:
        """The ISO date that words mean in what is typed, if they mean one."""
        return due_on(due, self.session.today)

    def show_line(self) -> None:
        """What the line asks for at this step, what it completes, what its words will become."""
        meeting = self.meeting
        capture = self.query_one(CaptureLine)
        state = self.session.state
        capture.complete_with(self.those_here(), known_skills(state), known_roles(state))
        asks_for = placeholder(here_and_now(meeting), meeting.step)
        capture.field.placeholder = IN_THE_LINE if meeting.off is not None else asks_for
        self.understand(capture.words)
