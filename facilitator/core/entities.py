"""What facts describe, each as a frozen value."""

from __future__ import annotations

from msgspec import Struct

from facilitator.core.agenda import Filing
from facilitator.core.vocabulary import (
    NOBODY,
    Direction,
    FactId,
    Hat,
    Outcome,
    PersonId,
    StepId,
    Stop,
    Text,
    Wish,
)


class Span(Struct, frozen=True):
    """A stretch of time in UTC milliseconds; an end of ``None`` is still going on."""

    began: int
    ended: int | None = None


class Person(Struct, frozen=True):
    """Someone the group knows; the name is kept elsewhere."""

    id: PersonId
    since: int
    meeting: FactId


class Pause(Span, frozen=True):
    """A stretch in which every clock stood still, and why; a break ends at ``until``."""

    stop: Stop = Stop.PAUSE
    reason: str = ""
    until: int = 0


class OffRecord(Span, frozen=True):
    """A stretch off the record; its identity is that of the fact that began it."""

    id: FactId = ""


class Attendance(Struct, frozen=True):
    """When a person was in the room; ``out`` is for a moment only."""

    person: PersonId
    spans: tuple[Span, ...] = ()
    newcomer: bool = False
    out: bool = False

    @property
    def here(self) -> bool:
        """Whether the person takes part, be it that they are out for a moment."""
        return bool(self.spans) and self.spans[-1].ended is None

    @property
    def in_room(self) -> bool:
        """Whether the person is in the room just now."""
        return self.here and not self.out


class HatChange(Struct, frozen=True):
    """When a hat changed heads, and who has it since then."""

    at: int
    hat: Hat
    person: PersonId


class StepVisit(Struct, frozen=True):
    """A stretch of the meeting spent on one step."""

    id: FactId
    step: StepId
    span: Span


class Round(Struct, frozen=True):
    """One going-round on a step's prompt.

    Attributes:
        seconds: time for each turn; 0 leaves it to the step.
        asked_again: whether those not yet heard were asked once more.
        reached: who sits where the round has got to; nobody before it has started.
    """

    id: FactId
    step: StepId
    start: PersonId
    direction: Direction
    seconds: int = 0
    asked_again: bool = False
    reached: PersonId = NOBODY


class Turn(Struct, frozen=True):
    """One person's time to speak: in a round, or with a hand that was raised.

    Attributes:
        round: the round, or nothing.
        seconds: what was given at first.
        extended: what was given since then, or taken.
        hand: the hand, or nothing.
        called: whether the person was called out of order.
        off: the stretch off the record in which it began, or nothing.
    """

    id: FactId
    person: PersonId
    round: FactId
    step: StepId
    span: Span
    seconds: int
    extended: int = 0
    pauses: tuple[Span, ...] = ()
    outcome: Outcome | None = None
    hand: FactId = ""
    called: bool = False
    off: FactId = ""

    @property
    def paused(self) -> bool:
        """Whether the turn is interrupted."""
        return bool(self.pauses) and self.pauses[-1].ended is None


class Hand(Struct, frozen=True):
    """Someone's wish to speak.

    Attributes:
        place: where it stands among those that are up for the same: a place in logical time.
        answers: the turn that it answers, or nothing.
        lowered: whether it went down without having had the word.
        turn: the turn that it led to, or nothing.
    """

    id: FactId
    at: int
    step: StepId
    person: PersonId
    wish: Wish
    place: int
    answers: FactId = ""
    lowered: bool = False
    turn: FactId = ""

    @property
    def up(self) -> bool:
        """Whether the person still waits for the word."""
        return not self.lowered and not self.turn


class Note(Struct, frozen=True):
    """Something said, written down."""

    id: FactId
    at: int
    step: StepId
    person: PersonId
    text: Text
    filing: Filing


class Decision(Struct, frozen=True):
    """A wording that the circle agreed on, and those that were read back at its step before it."""

    id: FactId
    at: int
    step: StepId
    text: Text
    before: tuple[Text, ...] = ()


class Nomination(Struct, frozen=True):
    """Whom somebody would like to have a role, and why."""

    id: FactId
    at: int
    step: StepId
    by: PersonId
    person: PersonId
    reason: Text


class Proposal(Struct, frozen=True):
    """Who is proposed for a role; ``filled`` once nothing stands against it, and ``filled_at``.

    ``round`` is the one in which everyone is asked for consent.
    """

    id: FactId
    at: int
    step: StepId
    person: PersonId
    round: FactId = ""
    filled: bool = False
    filled_at: int = 0


class Objection(Struct, frozen=True):
    """What harm a proposal would do; ``how`` it was taken care of, once it is integrated."""

    id: FactId
    at: int
    proposal: FactId
    person: PersonId
    reason: Text
    integrated: bool = False
    how: Text = ()


class NextMeeting(Struct, frozen=True):
    """When the circle meets again, in words, and who has which hat; ``on``, the day they mean."""

    when: str = ""
    facilitator: PersonId = NOBODY
    note_taker: PersonId = NOBODY
    on: str = ""
