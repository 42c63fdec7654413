"""Where a line that is written down belongs: its step, whose words they are, what is sent."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from facilitator.core.capture import Captured
from facilitator.core.events import NOBODY, PersonId, Sense, StepId
from facilitator.core.forms import Kind
from facilitator.core.intents import (
    Commit,
    FileSkill,
    Intent,
    RecordDecision,
    Refusal,
    Substitute,
    TakeNote,
)
from facilitator.core.roles.meant import wanted
from facilitator.core.state import Meeting, State
from facilitator.core.step import Filing
from facilitator.core.words import Names


class Place(Struct, frozen=True):
    """Where and with whom a line was begun; that is where it belongs, whoever speaks by then.

    Attributes:
        filing: what is said at the step is filed as.
        said_last: whose words the last note has.
    """

    step: StepId
    person: PersonId
    filing: Filing = Filing.NOTE
    said_last: PersonId = NOBODY


def here_and_now(meeting: Meeting) -> Place:
    """The step, and who speaks or spoke last in it: words are written a moment later."""
    person = NOBODY
    if meeting.turn is not None:
        person = meeting.turn.person
    elif meeting.turns:
        last = next(reversed(meeting.turns.values()))
        person = last.person if last.step == meeting.step_id else NOBODY
    filing = meeting.step.filed_as if meeting.step is not None else Filing.NOTE
    said = next(reversed(meeting.notes.values()), None)
    said_last = said.person if said is not None else person
    return Place(meeting.step_id or "", person, filing, said_last)


def kept(place: Place) -> str:
    """A place as a text, to be kept with what is being typed."""
    return msgspec.json.encode(place).decode()


def taken_up(text: str) -> Place | None:
    """The place that was kept as a text; ``None`` if it is none."""
    try:
        return msgspec.json.decode(text, type=Place)
    except msgspec.DecodeError:
        return None


def owner(captured: Captured, place: Place) -> PersonId:
    """Whose a line is: who is named in it; else the speaker, unless somebody unknown is."""
    return captured.owner or (NOBODY if captured.stranger else place.person)


def speaker(captured: Captured, place: Place) -> PersonId:
    """Whose words a note has: theirs whom it names, the speaker's; a topic is nobody's.

    What goes on with the last note has the words of whoever said that.
    """
    if captured.kind in (Kind.TOPIC, Kind.LINK):
        return NOBODY
    if captured.continues:
        return place.said_last
    return captured.owner or place.person


def filed(captured: Captured) -> Filing | None:
    """What a note is filed as, where its own beginning says so."""
    return _FILED.get(captured.kind)


_FILED = {
    Kind.IDEA: Filing.BUILD,
    Kind.QUESTION: Filing.QUESTION,
    Kind.LINK: Filing.LINK,
    Kind.TOPIC: Filing.TOPIC,
}


def sense(captured: Captured, place: Place) -> Sense:
    """What a line says of a skill; at a step that asks what people teach, ``+`` is an offer."""
    if captured.sense is Sense.USED and place.filing is Filing.TEACH:
        return Sense.TEACHES
    return captured.sense


def asked(captured: Captured, place: Place, state: State, names: Names) -> Intent | Refusal:
    """What a line asks for, at its place; or why that is not clear yet.

    Args:
        captured: the line.
        place: where it was begun.
        state: the roles of the group.
        names: what people are called.
    """
    if captured.kind is Kind.ROLE:
        return wanted(captured, place.person, state, names).intent(place.step)
    return intent_for(captured, place)


def intent_for(captured: Captured, place: Place) -> Intent:
    """What a line asks for that is about no role, at its place."""
    if captured.mends is not None:
        mends = captured.mends
        return Substitute(mends.old, mends.new, mends.everywhere)
    if captured.kind is Kind.COMMITMENT:
        whose = owner(captured, place)
        return Commit(captured.text, place.step, whose, captured.due, others=captured.others)
    if captured.kind is Kind.DECISION:
        return RecordDecision(captured.text, place.step)
    if captured.kind is Kind.SKILL:
        said = sense(captured, place)
        return FileSkill(owner(captured, place), captured.skills, said, place.step)
    return TakeNote(captured.text, place.step, speaker(captured, place), filed(captured))
