"""Rules for calling a meeting and for who is in the room: arrivals, seats, hats, departures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from facilitator.core import events, intents
from facilitator.core.events import NOBODY, Body, Outcome, PersonId
from facilitator.core.intents import Here, Refusal
from facilitator.core.rulebook import RULES, Case, Decision, Stage, rule
from facilitator.core.state import Meeting, State

NEWCOMER = "*"
"""Marks a newcomer, typed behind a name and shown there."""

_BULLET = re.compile(r"^\s*(?:[-*•·–]\s+|\d{1,3}[.)]\s+)")


def same_name(name: str) -> str:
    """A name as it is compared: case, spacing and Unicode form make no difference."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def split_names(text: str) -> list[str]:
    """The names in a typed or pasted list: one a line, or parted by commas or semicolons.

    Bullets and numbers at the start of a line are dropped; order is kept.
    """
    lines = (_BULLET.sub("", line) for line in text.splitlines())
    names = (" ".join(name.split()) for line in lines for name in re.split(r"[,;\t]", line))
    return [name for name in names if name]


def marked_name(words: str) -> tuple[str, bool]:
    """A typed name, and whether a ``*`` behind it marks a newcomer."""
    name = words.strip()
    if name.endswith(NEWCOMER):
        return name.removesuffix(NEWCOMER).rstrip(), True
    return name, False


def known_as(name: str, names: Mapping[PersonId, str]) -> list[PersonId]:
    """Everyone who goes by a name."""
    wanted = same_name(name)
    return [person for person, called in names.items() if same_name(called) == wanted]


def misnamed(
    meeting: Meeting | None, person: PersonId, name: str, names: Mapping[PersonId, str]
) -> Refusal | None:
    """Why a person can't be called so, or ``None``: a name is told apart from the others here."""
    if not name:
        return Refusal("Type a name first.")
    others = [one for one in known_as(name, names) if one != person]
    if meeting is not None and any(one in meeting.attendance for one in others):
        return _taken(name)
    return None


def call_meeting(_state: State, intent: intents.CallMeeting, here: Here) -> Decision:
    """A meeting keeps its agenda as it is now, whatever becomes of the file."""
    title = " ".join(intent.title.split()) or intent.agenda.title
    return [events.MeetingGathered(title, intent.agenda, here.utc_offset)]


RULES[intents.CallMeeting] = call_meeting


@rule(intents.AbandonMeeting, Stage.CALLED)
def abandon(_case: Case, _intent: intents.AbandonMeeting) -> Decision:
    """Only a circle that never began can be dropped."""
    return [events.MeetingAbandoned()]


@rule(intents.Welcome, Stage.UNTIL_CLOSED)
def welcome(case: Case, intent: intents.Welcome) -> Decision:
    """A known name brings that person back; an unknown one makes a person."""
    if not intent.name.strip():
        return Refusal("Type a name first.")
    known = known_as(intent.name, case.here.names)
    if any(map(case.is_here, known)):
        name = " ".join(intent.name.split())
        return _taken(name)
    was_here = [person for person in known if person in case.meeting.attendance]
    person = next(iter(was_here or known), events.THE_FACT_ITSELF)
    return [events.PersonArrived(person, intent.newcomer)]


@rule(intents.MarkNewcomer, Stage.UNTIL_CLOSED)
def mark_newcomer(case: Case, intent: intents.MarkNewcomer) -> Decision:
    """Newcomers are marked so that they are welcomed and paired."""
    attendance = case.meeting.attendance.get(intent.person)
    if attendance is None:
        return _not_here(case, intent.person)
    if attendance.newcomer == intent.newcomer:
        return Refusal("That is so already.", already=True)
    return [events.PersonMarked(intent.person, intent.newcomer)]


@rule(intents.TakeSeat, Stage.UNTIL_CLOSED)
def take_seat(case: Case, intent: intents.TakeSeat) -> Decision:
    """Seating order is the speaking order."""
    if intent.person not in case.meeting.attendance:
        return _not_here(case, intent.person)
    if intent.after != NOBODY and intent.after not in case.meeting.attendance:
        return _not_here(case, intent.after)
    place = case.meeting.seats.index(intent.person)
    sits_after = case.meeting.seats[place - 1] if place else NOBODY
    if intent.after in (intent.person, sits_after):
        return Refusal("That is their seat already.", already=True)
    return [events.PersonSeated(intent.person, intent.after)]


@rule(intents.Leave, Stage.UNTIL_CLOSED)
def leave(case: Case, intent: intents.Leave) -> Decision:
    """Someone who goes while speaking has been heard."""
    if not case.is_here(intent.person):
        return Refusal(f"{case.name(intent.person)} is not in the room.", already=True)
    gone: list[Body] = [events.PersonLeft(intent.person)]
    turn = case.meeting.turn
    if turn is not None and turn.person == intent.person:
        return [events.TurnEnded(turn.id, Outcome.HEARD), *gone]
    return gone


@rule(intents.GiveHat, Stage.UNTIL_CLOSED)
def give_hat(case: Case, intent: intents.GiveHat) -> Decision:
    """A hat is worn by someone who is in the room."""
    if case.meeting.hats.get(intent.hat, NOBODY) == intent.person:
        return Refusal("That is so already.", already=True)
    if intent.person != NOBODY and not case.is_here(intent.person):
        return _not_here(case, intent.person)
    return [events.HatGiven(intent.hat, intent.person)]


def _not_here(case: Case, person: PersonId) -> Refusal:
    return Refusal(f"{case.name(person)} is not in this circle. Add them first.")


def _taken(name: str) -> Refusal:
    return Refusal(f"{name} is here already. For another one, add a letter: {name} B.")
