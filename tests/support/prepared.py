"""What happened at a session before the program was opened, to be put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from facilitator.core import intents
from facilitator.core.agenda import Agenda
from facilitator.session import Session
from support.agendas import DEBRIEF
from support.files import do

Prepare: TypeAlias = Callable[[Session], None]


def nothing(_: Session) -> None:
    """An empty file."""


def resumed(session: Session) -> None:
    """At the latest meeting of the file, as it was left."""
    session.enter(session.group.meetings(1)[0].id)


def all_of(*steps: Prepare) -> Prepare:
    """One thing after the other."""

    def prepare(session: Session) -> None:
        for step in steps:
            step(session)

    return prepare


def gathered(*people: str, agenda: Agenda = DEBRIEF, title: str = "") -> Prepare:
    """A meeting was called, and these people sit there."""
    wanted = [intents.CallMeeting(title, agenda), *(intents.Welcome(name) for name in people)]
    return lambda session: do(session, *wanted)


def opened(*people: str, agenda: Agenda = DEBRIEF, title: str = "") -> Prepare:
    """The circle has begun with its first step."""
    return all_of(gathered(*people, agenda=agenda, title=title), sending(intents.OpenCircle()))


def sending(*wanted: intents.Intent) -> Prepare:
    """Intents that must not be refused."""
    return lambda session: do(session, *wanted)


def going_to(place: int) -> Prepare:
    """The circle goes to a step, counted from 1."""

    def prepare(session: Session) -> None:
        here = session.meeting.step_id if session.meeting is not None else None
        assert here is not None
        do(session, intents.GoToStep(here, f"step-{place}"))

    return prepare


def speaking(session: Session) -> None:
    """The first of the round speaks."""
    assert session.meeting is not None
    going = session.meeting.round
    assert going is not None
    do(session, intents.BeginTurn(going.id, going.start))


def in_round(*people: str) -> Prepare:
    """At the debrief's first round, before anybody speaks."""
    return all_of(opened(*people), going_to(2))


def turn(*people: str) -> Prepare:
    """The first person of the debrief's first round speaks, for 90 seconds."""
    return all_of(in_round(*people), speaking)
