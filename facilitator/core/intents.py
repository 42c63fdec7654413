"""What people ask for, in the imperative, each naming what it was aimed at.

*End turn 1042@k7f3*, not *next*: if that turn is over by then, nothing happens, so a key
pressed twice, or by two people, moves the circle once.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.agenda import Agenda
from facilitator.core.events import NOBODY, FactId, Hat, Outcome, PersonId, StepId, Text


class Intent(Struct, frozen=True):
    """Something that a person wants done."""


class Here(Struct, frozen=True):
    """Where and when an intent is sent.

    Attributes:
        now: UTC milliseconds.
        utc_offset: minutes east of UTC.
        terminal: which terminal it comes from.
        meeting: the meeting it is about, or empty.
        names: what everyone the group knows is called.
    """

    now: int
    terminal: str
    meeting: FactId = ""
    utc_offset: int = 0
    names: Mapping[PersonId, str] = {}


class Refusal(Struct, frozen=True):
    """Why nothing was done, in words for a person.

    Attributes:
        words: a sentence.
        already: what was asked for is done already, so that nobody need be told.
    """

    words: str
    already: bool = False


class CallMeeting(Intent, frozen=True):
    """Call a meeting on an agenda."""

    title: str
    agenda: Agenda


class AbandonMeeting(Intent, frozen=True):
    """Drop a meeting that was called and never opened."""


class Welcome(Intent, frozen=True):
    """Seat a person by name: someone the group knows, or someone new to it."""

    name: str
    newcomer: bool = False


class MarkNewcomer(Intent, frozen=True):
    """Mark a person as a newcomer, or as one no longer."""

    person: PersonId
    newcomer: bool


class TakeSeat(Intent, frozen=True):
    """Move a person to the seat after another; after ``NOBODY`` is the first seat."""

    person: PersonId
    after: PersonId


class Leave(Intent, frozen=True):
    """Someone goes away."""

    person: PersonId


class GiveHat(Intent, frozen=True):
    """Give a hat to a person; ``NOBODY`` takes it off."""

    hat: Hat
    person: PersonId


class OpenCircle(Intent, frozen=True):
    """Begin the circle with the agenda's first step."""


class GoToStep(Intent, frozen=True):
    """Leave one step for another."""

    leaving: StepId
    step: StepId


class BeginTurn(Intent, frozen=True):
    """Let a person speak who has not been heard in this round."""

    round: FactId
    person: PersonId


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


class PauseCircle(Intent, frozen=True):
    """Stop every clock."""

    reason: str = ""


class ResumeCircle(Intent, frozen=True):
    """Let the clocks go on."""


class TakeNote(Intent, frozen=True):
    """Write down what someone says at a step."""

    text: Text
    step: StepId
    person: PersonId = NOBODY


class RecordDecision(Intent, frozen=True):
    """Write down an agreed wording."""

    text: Text
    step: StepId


class Commit(Intent, frozen=True):
    """Write down a promise; the due date stays in the words that were used."""

    what: Text
    step: StepId
    owner: PersonId = NOBODY
    due: str = ""


class OfferRole(Intent, frozen=True):
    """Offer a role for claiming."""

    name: str
    step: StepId
    days: int = 14


class ClaimRole(Intent, frozen=True):
    """Take on a role for its term, from today."""

    role: FactId
    person: PersonId


class PlanNext(Intent, frozen=True):
    """Say when the circle meets again and who has which hat then; ``None`` leaves it as it is."""

    when: str | None = None
    facilitator: PersonId | None = None
    note_taker: PersonId | None = None


class CloseCircle(Intent, frozen=True):
    """End the circle."""


class Undo(Intent, frozen=True):
    """Take back everything that one action wrote; undoing an undoing brings it back."""

    action: FactId
