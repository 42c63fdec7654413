"""Who speaks: rounds, turns, raised hands."""

from __future__ import annotations

from facilitator.core.intents.sent import Intent
from facilitator.core.vocabulary import (
    NOBODY,
    Direction,
    FactId,
    Floor,
    Outcome,
    PersonId,
    StepId,
    Wish,
)


class BeginRound(Intent, frozen=True):
    """Open another round on a step's prompt, from a person and in a direction, or as they vary."""

    step: StepId
    start: PersonId = NOBODY
    direction: Direction | None = None
    after: FactId = ""


class TurnRound(Intent, frozen=True):
    """Let a round start with somebody else, or go the other way."""

    round: FactId
    start: PersonId = NOBODY
    direction: Direction | None = None


class TimeRound(Intent, frozen=True):
    """Give each turn from here on so many seconds, or share so many minutes among who is left."""

    round: FactId
    seconds: int = 0
    share_minutes: int = 0


class AskAgain(Intent, frozen=True):
    """Ask those not yet heard in a round once more."""

    round: FactId


class GiveFloor(Intent, frozen=True):
    """Give the word by the round or by the stack from here on; the other keeps its place."""

    step: StepId
    floor: Floor


class BeginTurn(Intent, frozen=True):
    """Let a person speak who has not been heard in this round."""

    round: FactId
    person: PersonId


class CallOn(Intent, frozen=True):
    """Let a person speak now, whoever is next; the turn that runs, if it is this one, ends."""

    person: PersonId
    instead_of: FactId = ""


class EndTurn(Intent, frozen=True):
    """End a turn and let the next person speak."""

    turn: FactId
    outcome: Outcome = Outcome.HEARD


class PauseTurn(Intent, frozen=True):
    """Stop the clock of a turn."""

    turn: FactId


class ResumeTurn(Intent, frozen=True):
    """Let the clock of a paused turn go on."""

    turn: FactId


class ExtendTurn(Intent, frozen=True):
    """Give a turn more seconds."""

    turn: FactId
    seconds: int = 30


class RaiseHand(Intent, frozen=True):
    """Someone wants the word."""

    step: StepId
    person: PersonId
    wish: Wish = Wish.SPEAK


class LowerHand(Intent, frozen=True):
    """Someone does not want the word any more."""

    hand: FactId


class MoveHand(Intent, frozen=True):
    """Put a hand behind all others that are up for the same."""

    hand: FactId


class CallHand(Intent, frozen=True):
    """Give the word to a hand, also out of order; the turn that runs, if it is this one, ends."""

    hand: FactId
    instead_of: FactId = ""


class CloseStack(Intent, frozen=True):
    """Take no more hands at a step."""

    step: StepId


class ReopenStack(Intent, frozen=True):
    """Take hands again."""

    step: StepId
