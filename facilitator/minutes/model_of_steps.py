"""What minutes say about the steps of a meeting and what happened in them, as frozen values."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from facilitator.core.agenda import Filing
from facilitator.core.events import Direction, FactId, Outcome, StepId, Stop, Wish
from facilitator.minutes.model_of_people import Stretch, Who


class Spoke(Struct, frozen=True):
    """A turn: the seconds that were given and taken, and how it ended.

    Attributes:
        id: the turn's identity.
        round: the identity of the round that it was in; empty for a turn from the stack.
        wish: what the hand was raised for that led to it, if one did.
        answers: the identity of the turn that it was a direct response to, if any.
    """

    id: FactId
    person: Who
    began: datetime
    given_seconds: int
    taken_seconds: int
    outcome: Outcome | None
    round: FactId = ""
    wish: Wish | None = None
    answers: FactId = ""


class WentRound(Struct, frozen=True):
    """A round in which somebody had a turn.

    Attributes:
        id: the round's identity.
        start: who began it, if that is known.
        direction: which way it went.
        unheard: who was there when it ended and had no turn in it; nobody while it goes on.
    """

    id: FactId
    start: Who | None
    direction: Direction
    unheard: tuple[Who, ...]


class Stopped(Struct, frozen=True):
    """A stretch in which every clock stood still, so that nobody was charged for it.

    Attributes:
        began: when it began.
        ended: when it ended; ``None`` while it goes on.
        seconds: its length, without what a pause around it or before it holds already.
        stop: what kind of pause it was.
        reason: why, in the words that were used, if any were.
    """

    began: datetime
    ended: datetime | None
    seconds: int
    stop: Stop
    reason: str


class OffRecord(Struct, frozen=True):
    """A stretch of which nothing is told but that it was; ``ended`` is ``None`` while it goes on.

    ``seconds`` is its length by the clock on the wall, pauses and all.
    """

    began: datetime
    ended: datetime | None
    seconds: int


class Ticked(Struct, frozen=True):
    """Someone who was ticked off at a muster, and how far the stopwatch was."""

    person: Who
    after_seconds: int


class Mustering(Struct, frozen=True):
    """A muster, by a stopwatch that stood still in pauses.

    Attributes:
        elapsed_seconds: what the stopwatch showed in the end, or shows.
        planned_seconds: the time in which everyone was to be there; 0 if none was planned.
        in_time: whether everyone was; ``None`` while that is open, or if no time was planned.
        ticked: who was ticked off, in order.
        missing: who took part at the end (or does by now) and was not ticked off.
    """

    elapsed_seconds: int
    planned_seconds: int
    in_time: bool | None
    ticked: tuple[Ticked, ...]
    missing: tuple[Who, ...]


class Said(Struct, frozen=True):
    """Something that was written down, and who said it, if anyone in particular.

    ``marked`` is what it was typed as where that is no usual answer at its step: an idea, an
    open question.
    """

    id: FactId
    at: datetime
    person: Who | None
    text: str
    filing: Filing
    marked: str = ""


class Stage(Struct, frozen=True):
    """A step, with what happened in it.

    Attributes:
        id: the step's identity; empty for what belongs to no step that is known.
        number: its place on the agenda, from 1.
        kind: what kind of step it is, as an agenda file says it.
        title: its name on the agenda.
        question: the words that the room saw.
        planned_minutes: the length on the agenda; 0 means that no time was planned.
        taken_seconds: how long the circle was there, without pauses; ``None`` if it never was.
        unheard: where everyone speaks in turn, who was there at the end and had no turn.
        agreed_minutes: what the room agreed to add to the plan, or to take from it.
        agreed_at: when it did, as far as that is known.
        visits: when the circle was there.
        added: when it came onto the agenda, if that was during the meeting.
        carried_over: whether it comes from an earlier meeting.
        deferred: whether it, or the rest of it, was put off until the next meeting.
        rounds: the rounds in which somebody had a turn, in order.
        hands_up: whose hands were up when the circle left, and had not been heard.
        pauses: when every clock stood still, in order.
        muster: who was ticked off, if anyone was to be.
        off_record: the stretches off the record that began here, in order. Who was given the
            word in them is not among the turns.
        nothing_came: what it was asked for, and did not come to: ``decided or promised``, or
            ``promised``; empty where that was not asked, or where something came of it later.
    """

    id: StepId
    number: int | None
    kind: str
    title: str
    question: str
    planned_minutes: int
    taken_seconds: int | None
    turns: tuple[Spoke, ...]
    notes: tuple[Said, ...]
    unheard: tuple[Who, ...] = ()
    agreed_minutes: int = 0
    agreed_at: tuple[datetime, ...] = ()
    visits: tuple[Stretch, ...] = ()
    added: datetime | None = None
    carried_over: bool = False
    deferred: bool = False
    rounds: tuple[WentRound, ...] = ()
    hands_up: tuple[Who, ...] = ()
    pauses: tuple[Stopped, ...] = ()
    muster: Mustering | None = None
    off_record: tuple[OffRecord, ...] = ()
    nothing_came: str = ""
