"""Journals to measure on, made by the session as people would make them."""

from __future__ import annotations

import time
from pathlib import Path

from facilitator.clock import Clock, SystemClock
from facilitator.core import intents
from facilitator.core.agenda import (
    Agenda,
    Closing,
    Discussion,
    Opening,
    RoleOpening,
    Roles,
    Round,
)
from facilitator.core.events import Hat
from facilitator.core.state import Meeting
from facilitator.core.walking import what_next
from facilitator.journal.store import Journal
from facilitator.session import Session

WEEK = 7 * 24 * 60 * 60 * 1000
NAMES = (
    "Ana",
    "Bo",
    "Chidi",
    "Dee",
    "Eli",
    "Fatima",
    "Goran",
    "Hui",
    "Ines",
    "Jo",
    "Kofi",
    "Lúcia",
)

_WEEKLY = Agenda(
    title="Weekly circle",
    purpose="Hear everyone, share out what there is to do",
    steps=(
        Opening(title="Welcome", minutes=5, agreements=("One person speaks at a time.",)),
        Round(title="Check-in", minutes=10, prompt="How are you?", seconds_each=45),
        Roles(title="Roles", minutes=10, openings=(RoleOpening("Pots"), RoleOpening("Room"))),
        Closing(title="Close", minutes=3),
    ),
)
_ROUNDS = Agenda(
    title="Many rounds",
    purpose="Measure",
    steps=tuple(
        Round(
            title=f"Round {place}",
            minutes=60,
            prompt="What skill did you use, or wish you had?",
            seconds_each=900,
        )
        for place in range(1, 13)
    ),
)
_ASSEMBLY = Agenda(
    title="Assembly",
    purpose="Measure",
    steps=(
        Opening(title="Welcome", minutes=5),
        Discussion(title="The square", minutes=200, prompt="What happens next?", seconds_each=60),
        Closing(title="Close", minutes=3),
    ),
)


class PastClock:
    """A clock that is set to the past, and moved on by whoever makes history."""

    def __init__(self, at: int) -> None:
        self.at = at

    def now(self) -> int:
        """UTC wall time, in milliseconds since 1970."""
        return self.at

    def steady(self) -> int:
        """The same: it is never set, and nobody sleeps."""
        return self.at

    def utc_offset(self) -> int:
        """None."""
        return 0


def write_closed_meetings(path: Path, count: int) -> None:
    """A group of twelve that met each week, up to a week ago, and always closed its circle."""
    journal = Journal.open(path)
    journal.connection.execute("PRAGMA synchronous = OFF")
    now = time.time_ns() // 1_000_000
    for weeks_ago in range(count, 0, -1):
        _hold(Session(journal, PastClock(now - weeks_ago * WEEK), "t1"), count - weeks_ago)
    journal.close()


def write_running_circle(path: Path, people: int) -> None:
    """A circle that has just begun: the first of so many people speaks."""
    journal = Journal.open(path)
    journal.connection.execute("PRAGMA synchronous = OFF")
    session = Session(journal, SystemClock(), "t1")
    do(session, intents.CallMeeting("", _ROUNDS))
    for place in range(people):
        lap = place // len(NAMES)
        do(session, intents.Welcome(NAMES[place % len(NAMES)] + (f" {lap}" if lap else "")))
    do(session, intents.OpenCircle())
    take_next(session)
    journal.close()


def write_long_meeting(path: Path, people: int, notes: int) -> None:
    """An assembly in whose first step so much was written down; somebody speaks."""
    write_assembly(path, people, hands=0)
    journal = Journal.open(path)
    session = Session(journal, SystemClock(), "t1")
    session.enter(session.group.waiting()[0].id)
    step, seats = meeting_of(session).step_id or "", meeting_of(session).seats
    session.send_all(
        [
            intents.TakeNote((f"what was said, number {place}",), step, seats[place % people])
            for place in range(notes)
        ]
    )
    journal.close()


def write_assembly(path: Path, people: int, hands: int, clock: Clock | None = None) -> None:
    """An assembly that has just begun to talk: somebody speaks, and so many hands are up."""
    journal = Journal.open(path)
    journal.connection.execute("PRAGMA synchronous = OFF")
    session = Session(journal, clock if clock is not None else SystemClock(), "t1")
    do(session, intents.CallMeeting("", _ASSEMBLY))
    names = [name_in_assembly(place) for place in range(people)]
    refusals = session.send_all([intents.Welcome(name) for name in names])
    if any(refusals):
        raise RuntimeError("somebody found no seat")
    do(session, intents.OpenCircle())
    take_next(session)
    step, seats = meeting_of(session).step_id or "", meeting_of(session).seats
    session.send_all([intents.RaiseHand(step, person) for person in seats[: hands + 1]])
    take_next(session)
    journal.close()


def name_in_assembly(place: int) -> str:
    """What somebody in an assembly is called: ``Bo 101``, with a number that only they have."""
    return f"{NAMES[place % len(NAMES)]} {place + 100}"


def meeting_of(session: Session) -> Meeting:
    """The meeting that a session is at.

    Raises:
        LookupError: it is at none.
    """
    if session.meeting is None:
        raise LookupError("the session is at no meeting")
    return session.meeting


def _hold(session: Session, week: int) -> None:
    clock = session.clock
    if not isinstance(clock, PastClock):
        raise TypeError("history is made with a clock that can be moved")
    do(session, intents.CallMeeting("", _WEEKLY))
    for name in NAMES:
        do(session, intents.Welcome(name))
    seats = meeting_of(session).seats
    do(session, intents.GiveHat(Hat.FACILITATOR, seats[0]))
    do(session, intents.OpenCircle())
    while what_next(meeting_of(session)) is not None:
        take_next(session)
        clock.at += 40_000
        turn = meeting_of(session).turn
        if turn is not None and len(meeting_of(session).turns) % 3 == 0:
            note = "The kitchen ran out of gas, and nobody knew whom to call"
            do(session, intents.TakeNote((note,), turn.step, turn.person))
    step = meeting_of(session).step_id or ""
    if week % 2 == 0:  # a term has two weeks
        hands = seats[week % 11 :]
        for role, person in zip(
            session.state.roles_of(meeting_of(session).id), hands, strict=False
        ):
            do(session, intents.ClaimRole(role.id, person))
    do(session, intents.RecordDecision(("Doors open at five",), step))
    do(session, intents.Commit(("Borrow the loudspeaker",), step, seats[2], "friday"))
    do(session, intents.PlanNext("Tuesday at seven", seats[1], seats[2]))
    do(session, intents.CloseCircle())


def take_next(session: Session) -> None:
    """Do the next thing."""
    aimed = what_next(meeting_of(session))
    if aimed is not None:
        do(session, aimed)


def do(session: Session, intent: intents.Intent) -> None:
    """Send an intent that is not refused.

    Raises:
        RuntimeError: it was.
    """
    refusal = session.send(intent)
    if refusal is not None:
        raise RuntimeError(f"{intent} was refused: {refusal.words}")
