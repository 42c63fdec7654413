"""Line mode from the first line to the last: read one, do it, tell what else happened."""

from __future__ import annotations

import sys
from typing import Protocol

from facilitator.clock import Clock
from facilitator.core.telling import unread_words
from facilitator.core.visible import visible
from facilitator.journal.problems import JournalError
from facilitator.line import (
    agenda,
    choosing,
    helping,
    leaving,
    mending,
    promising,
    raising,
    remembering,
    roles,
    seating,
    skilling,
    timing,
    topics,
    turning,
    writing,
)
from facilitator.line.desk import Desk, Staying
from facilitator.line.handling import HANDLERS, carry_out
from facilitator.line.listing import seated
from facilitator.line.noticing import Noticing, look_back
from facilitator.line.orders import LineError, understood
from facilitator.line.paper_roll import PaperRoll
from facilitator.line.reading import Ended, Line
from facilitator.line.standing import step_heading

__all__ = [
    "HANDLERS",
    "Running",
    "agenda",
    "choosing",
    "helping",
    "leaving",
    "mending",
    "promising",
    "raising",
    "remembering",
    "roles",
    "seating",
    "skilling",
    "timing",
    "topics",
    "turning",
    "writing",
]

MENDING = "note, ! and = add to its minutes; undo reopens it, or history and its number."
FIRST_WORDS = "arrive NAME seats somebody; begin begins; help lists the words."
POLL_SECONDS = 0.25
UNDERSTOOD, TROUBLE, WRONG = 0, 1, 2
"""Exit statuses."""


class Source(Protocol):
    """Where lines come from."""

    def next(self, seconds: float) -> Line | Ended | None:
        """The next line, or the end, or nothing if none comes within some seconds."""
        ...


class Running:
    """One terminal in line mode.

    Attributes:
        status: 0 if every line was understood, 2 if not, 1 after trouble with the journal.
    """

    def __init__(
        self,
        desk: Desk,
        lines: Source,
        clock: Clock,
        roll: PaperRoll,
        source: str,
    ) -> None:
        self.status = UNDERSTOOD
        self._desk = desk
        self._lines = lines
        self._source = source
        self._roll = roll
        self._noticing = Noticing(desk, clock)
        self._trouble = ""

    def run(self) -> int:
        """Take lines until there are no more, or until somebody leaves; the exit status."""
        desk = self._desk
        if words := unread_words(desk.session.state):
            desk.say(words)
        tell = look_back(desk)
        self._say_where()
        tell()
        # Ctrl-C leaves, as the end of the lines does: what was typed before is on disk.
        try:
            while desk.staying is Staying.ON:
                self._roll.prompt()
                self._step()
        except KeyboardInterrupt:
            if not desk.by_hand:
                self.complain(desk.at_line, "Interrupted behind this line.", TROUBLE)
        self._end()
        return self.status

    def _step(self) -> None:
        """Take a line if there is one, and look around."""
        item = self._lines.next(POLL_SECONDS)
        if isinstance(item, Ended):
            self._desk.staying = Staying.OVER
            if item.trouble:
                self.complain(self._desk.at_line, f"can't be read on: {item.trouble}.", TROUBLE)
            return
        if item is not None:
            self._roll.typed()
            self.take(item)
        self.look_around()

    def _say_where(self) -> None:
        """Say which circle this is, and how it stands."""
        desk = self._desk
        meeting = desk.meeting
        if meeting.opened is None:
            desk.say(f"{meeting.title}: {seated(meeting, desk.names)}")
            desk.say(*remembering.brought(desk))
            if desk.by_hand:
                desk.say(FIRST_WORDS)
            return
        if meeting.closed is not None:
            desk.say(meeting.title)
            desk.say_standing()
            leaving.say_minutes(desk)
            desk.say(MENDING)
            return
        day = desk.session.today
        desk.say(meeting.title, *step_heading(desk.session.state, meeting, desk.names, day))
        desk.say_standing()

    def take(self, line: Line) -> None:
        """Do what a line says; complain if it says nothing that can be done."""
        desk = self._desk
        desk.at_line = line.number
        try:
            order = understood(line.text)
            if order is not None:
                carry_out(desk, order)
                desk.look_after_questions()
            elif desk.by_hand and not line.text.strip():
                desk.say_standing()
        except LineError as error:
            self.complain(line.number, str(error))
        except JournalError as error:
            self.complain(line.number, str(error), TROUBLE)
            if not desk.by_hand:
                self.complain(line.number, "Stopped: neither this line nor any behind it is done.")
                desk.staying = Staying.OVER
        self._complain_of_earlier_lines()

    def look_around(self) -> None:
        """Follow other terminals, and the time. Trouble is told once."""
        desk = self._desk
        try:
            if desk.session.catch_up():
                desk.tell_others()
                desk.look_after_questions()
                self._complain_of_earlier_lines()
            self._trouble = ""
        except JournalError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                desk.say(self._trouble)
        if self._noticing.look():
            self._roll.ring()

    def complain(self, line: int, words: str, status: int = WRONG) -> None:
        """Say what is wrong with a line: where, on standard error; at a terminal just what."""
        if self._desk.by_hand:
            self._desk.say(words)
            return
        self.status = TROUBLE if TROUBLE in (status, self.status) else status
        place = f"{self._source}:{line}: " if line else f"{self._source}: "
        print(visible(f"{place}{words}"), file=sys.stderr, flush=True)

    def _complain_of_earlier_lines(self) -> None:
        for line, words in self._desk.complaints:
            self.complain(line, words)
        self._desk.complaints.clear()

    def _end(self) -> None:
        self._desk.look_after_questions(over=True)
        self._complain_of_earlier_lines()
        try:
            leaving.stop_clocks(self._desk)
        except (JournalError, LineError) as error:
            self.complain(self._desk.at_line, str(error), TROUBLE)
