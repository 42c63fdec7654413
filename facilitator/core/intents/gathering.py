"""Calling a meeting, people, seats, hats, settings."""

from __future__ import annotations

from facilitator.core.agenda import Agenda
from facilitator.core.events import MeetingImported
from facilitator.core.intents.sent import Intent
from facilitator.core.vocabulary import Hat, PersonId, Setting


class CallMeeting(Intent, frozen=True):
    """Call a meeting on an agenda.

    Attributes:
        imported: which log it comes from, if it was held elsewhere.
    """

    title: str
    agenda: Agenda
    settings: tuple[tuple[Setting, bool], ...] = ()
    imported: MeetingImported | None = None


class GiveTitle(Intent, frozen=True):
    """Give the meeting a title of its own."""

    title: str


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


class SwapSeats(Intent, frozen=True):
    """Let two people change places with each other."""

    one: PersonId
    other: PersonId


class Leave(Intent, frozen=True):
    """Someone goes away."""

    person: PersonId


class StepOut(Intent, frozen=True):
    """Someone goes out for a moment, and is not forgotten."""

    person: PersonId


class ComeBack(Intent, frozen=True):
    """Someone who had stepped out is back."""

    person: PersonId


class TakeCategory(Intent, frozen=True):
    """Someone names themselves with a word, for the balance; no word takes it away."""

    person: PersonId
    category: str


class GiveHat(Intent, frozen=True):
    """Give a hat to a person; ``NOBODY`` takes it off."""

    hat: Hat
    person: PersonId


class SkipInRota(Intent, frozen=True):
    """Someone does not take a hat this time."""

    hat: Hat
    person: PersonId


class SwapTurns(Intent, frozen=True):
    """Let another person have a hat this time, and the one whose turn it is the next time."""

    hat: Hat
    person: PersonId
    other: PersonId


class PassSeat(Intent, frozen=True):
    """Give the facilitator's seat to another terminal of this copy."""

    terminal: str


class TakeSeatOver(Intent, frozen=True):
    """Take the facilitator's seat to this terminal, when the one that had it is silent."""


class Choose(Intent, frozen=True):
    """Choose how circles are run."""

    setting: Setting
    on: bool
