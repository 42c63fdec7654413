"""Who speaks: rounds, turns, raised hands."""

from __future__ import annotations

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import Direction, FactId, Floor, Outcome, PersonId, StepId, Wish


class FloorGiven(Body, frozen=True):
    """From here on the word is given by the round, or by the stack; the other keeps its place."""

    kind = "floor-given"
    step: StepId
    floor: Floor


class RoundBegan(Body, frozen=True):
    """A round was opened: who starts, and which way it goes."""

    kind = "round-began"
    step: StepId
    start: PersonId
    direction: Direction = Direction.SUNWISE


class RoundTurned(Body, frozen=True):
    """A round was given another start, or another direction."""

    kind = "round-turned"
    round: FactId
    start: PersonId
    direction: Direction


class RoundTimed(Body, frozen=True):
    """From here on a turn in the round has so many seconds."""

    kind = "round-timed"
    round: FactId
    seconds: int


class AskedAgain(Body, frozen=True):
    """Those not yet heard in a round were asked once more."""

    kind = "asked-again"
    round: FactId


class TurnBegan(Body, frozen=True):
    """Someone began to speak at a step, with so many seconds.

    In a round, or with a raised hand. Whoever is ``called`` out of order leaves it as it was.
    """

    kind = "turn-began"
    person: PersonId
    round: FactId
    step: StepId
    seconds: int
    hand: FactId = ""
    called: bool = False


class TurnEnded(Body, frozen=True):
    """A turn was over."""

    kind = "turn-ended"
    turn: FactId
    outcome: Outcome


class TurnPaused(Body, frozen=True):
    """A turn was interrupted; the time is not charged to the speaker."""

    kind = "turn-paused"
    turn: FactId


class TurnResumed(Body, frozen=True):
    """An interrupted turn went on."""

    kind = "turn-resumed"
    turn: FactId


class TurnExtended(Body, frozen=True):
    """A turn got so many seconds more (or fewer)."""

    kind = "turn-extended"
    turn: FactId
    seconds: int


class HandRaised(Body, frozen=True):
    """Someone asked for the word; an answer names the turn that it answers."""

    kind = "hand-raised"
    step: StepId
    person: PersonId
    wish: Wish = Wish.SPEAK
    turn: FactId = ""


class HandLowered(Body, frozen=True):
    """A hand went down without having had the word."""

    kind = "hand-lowered"
    hand: FactId


class HandMoved(Body, frozen=True):
    """A hand went behind all others that are up for the same."""

    kind = "hand-moved"
    hand: FactId


class StackClosed(Body, frozen=True):
    """No more hands are taken at a step, but for a last word."""

    kind = "stack-closed"
    step: StepId


class StackReopened(Body, frozen=True):
    """Hands are taken again."""

    kind = "stack-reopened"
    step: StepId
