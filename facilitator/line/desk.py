"""Somebody at a circle with a line to type in: what handlers send, say and ask with."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from facilitator.core.events import FactId
from facilitator.core.facts import Fact
from facilitator.core.intents import Intent, Refusal
from facilitator.core.outcomes import Lack
from facilitator.core.selection import question_of
from facilitator.core.state import Meeting
from facilitator.core.visible import visible
from facilitator.core.words import sentence
from facilitator.journal.problems import JournalError
from facilitator.keeper import MinutesKeeper
from facilitator.line.finding import Names
from facilitator.line.orders import LineError
from facilitator.line.questions import Questions
from facilitator.line.standing import standing, step_heading
from facilitator.session import Session

Say = Callable[[str], object]
"""Puts out a line."""


_NOTHING_LISTED: tuple[FactId, ...] = ()


class Staying(Enum):
    """Whether more lines are read."""

    ON = auto()
    OVER = auto()


class Desk(Questions):
    """One terminal at one circle, in lines.

    Attributes:
        keeper: writes its minutes.
        by_hand: whether a person types at a terminal, and is told what comes by itself.
        staying: whether more lines are read.
        asked_on_leaving: what was asked about already when a step was left.
        listed, lines: the commitments, and the lines, whose numbers were told last, in order.
    """

    def __init__(
        self, session: Session, keeper: MinutesKeeper, say: Say, *, by_hand: bool = False
    ) -> None:
        super().__init__(session)
        self.keeper = keeper
        self.by_hand = by_hand
        self.staying = Staying.ON
        self.listed, self.lines = _NOTHING_LISTED, _NOTHING_LISTED
        self.asked_on_leaving: set[Lack] = set()
        self._say = say
        self._known: set[FactId] = {fact.id for fact in session.state.facts}

    @property
    def meeting(self) -> Meeting:
        """The circle."""
        meeting = self.session.meeting
        if meeting is None:
            raise LineError("There is no circle here.")
        return meeting

    @property
    def names(self) -> Names:
        """What everyone is called."""
        return self.session.names

    def enter(self, meeting: FactId) -> None:
        """Go to a circle; what happened in it before is no news."""
        self.session.enter(meeting)
        self._known = {fact.id for fact in self.session.state.facts}

    def say(self, *lines: str) -> None:
        """Print lines; nothing in them acts on the terminal."""
        for line in lines:
            self._say(visible(line))

    def send(self, intent: Intent) -> bool:
        """Send an intent; whether anything came of it. What is done already is told.

        Raises:
            LineError: it is refused, in words.
            JournalError: the journal can't be written.
        """
        return self.taken(self.session.send(intent))

    def taken(self, refusal: Refusal | None) -> bool:
        """Whether there is no refusal; as ``send``."""
        if refusal is None:
            return True
        self.look_for_trouble(refusal)
        if not refusal.already:
            raise LineError(refusal.words)
        self.say(refusal.words)
        return False

    def look_for_trouble(self, refusal: Refusal) -> None:
        """Tell a file that can't be written from a rule: each sentence about it names the file.

        Raises:
            JournalError: the journal can't be written.
        """
        if str(self.session.journal.path) in refusal.words:
            raise JournalError(refusal.words)

    def do(self, intent: Intent) -> bool:
        """Send an intent, and tell what it did; whether anything came of it."""
        if not self.send(intent):
            return False
        self.tell_own()
        return True

    def tell_own(self) -> None:
        """Tell what was just done here, after what others did meanwhile."""
        own = self.tell_others()
        self.say(*(sentence(self.session.told(action)) for action in own))

    def move(self, intent: Intent) -> None:
        """Send an intent that moves the circle, and tell where it has come to."""
        visits, asked = len(self.meeting.visits), question_of(self.meeting, self.names)
        self.send(intent)
        self.tell_others()
        if len(self.meeting.visits) == visits and question_of(self.meeting, self.names) != asked:
            self.say(f"Question: {question_of(self.meeting, self.names)}")
        if len(self.meeting.visits) > visits:
            day = self.session.today
            self.say(*step_heading(self.session.state, self.meeting, self.names, day))
            step = self.meeting.step
            goes = step is not None and (step.floor is not None or step.musters)
            if not goes and not self.meeting.paused:
                return
        self.say_standing()

    def say_standing(self) -> None:
        """Say how things stand, in a line."""
        self.say(standing(self.meeting, self.names, self.session.now()))

    def tell_others(self) -> list[FactId]:
        """Tell what was done at other terminals since; the actions that were done at this one."""
        here = (self.session.journal.replica, self.session.terminal)
        own: list[FactId] = []
        for fact in self._new():
            if (fact.replica, fact.terminal) == here:
                own.append(fact.action)
            elif fact.id == fact.action:
                self.say(f"{self.session.told(fact.action)} (terminal {fact.terminal})")
        return list(dict.fromkeys(own))

    def _new(self) -> list[Fact]:
        facts = self.session.state.facts
        if len(facts) == len(self._known):
            return []
        new = [fact for fact in facts if fact.id not in self._known]
        self._known.update(fact.id for fact in new)
        return new
