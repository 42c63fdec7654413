"""Rules for what is written down: notes, decisions, the next meeting, undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from facilitator.core import departures, events, intents, off_record
from facilitator.core.agenda import Filing
from facilitator.core.events import NOBODY, FactId, Undone
from facilitator.core.facts import Fact
from facilitator.core.intents import Here, Refusal
from facilitator.core.roles import handed_over
from facilitator.core.rulebook import RULES, Case, Decision, Stage, rule
from facilitator.core.state import Meeting, State
from facilitator.core.words import blank

MOVES = (events.StepBegan, events.RoundBegan, events.TurnBegan, events.FloorGiven)
"""What moves the circle on."""

FROM_THE_SEAT = (
    *MOVES,
    events.TurnEnded,
    events.SeatGiven,
    events.MeetingOpened,
    events.MeetingClosed,
)
"""What is taken back only where the facilitator's seat is."""

Seat: TypeAlias = tuple[str, str]
"""A terminal of a copy: the copy's name and the terminal's."""


@rule(intents.TakeNote, Stage.HELD)
def take_note(case: Case, intent: intents.TakeNote) -> Decision:
    """A note is filed the way the step's answers are, unless it says as what."""
    if blank(intent.text):
        return Refusal("There are no words to write down yet.")
    filing = filed_by(case.meeting, intent)
    return [events.NoteTaken(intent.step, intent.person, intent.text, filing)]


def filed_by(meeting: Meeting, note: intents.TakeNote) -> Filing:
    """What a note is filed as: what it says, or else what its step's answers are."""
    step = meeting.steps.get(note.step)
    usual = step.filed_as if step is not None else Filing.NOTE
    return usual if note.filing is None else note.filing


@rule(intents.ReadBack, Stage.LIVE)
def read_back(case: Case, intent: intents.ReadBack) -> Decision:
    """A wording is read back, large, before it counts as agreed."""
    text = () if blank(intent.text) else intent.text
    if text == (case.meeting.read_back.text if case.meeting.read_back is not None else ()):
        return Refusal("That is so already.", already=True)
    return [events.WordingReadBack(intent.step, text)]


@rule(intents.RecordDecision, Stage.HELD)
def record_decision(_case: Case, intent: intents.RecordDecision) -> Decision:
    """An agreed wording needs words."""
    if blank(intent.text):
        return Refusal("What was agreed? Type the wording after the =.")
    return [events.DecisionRecorded(intent.step, intent.text)]


@rule(intents.PlanNext, Stage.HELD)
def plan_next(case: Case, intent: intents.PlanNext) -> Decision:
    """The next date, and whose turn it is; each can be said alone."""
    before = case.meeting.next_meeting
    when = before.when if intent.when is None else " ".join(intent.when.split())
    on = before.on if intent.when is None else intent.on
    hats = [
        was if person is None else person
        for person, was in (
            (intent.facilitator, before.facilitator),
            (intent.note_taker, before.note_taker),
        )
    ]
    if any(person != NOBODY and person not in case.here.names for person in hats):
        return Refusal("That person is not known to the group.")
    if (when, on, *hats) == (before.when, before.on, before.facilitator, before.note_taker):
        return Refusal("That is so already.", already=True)
    facilitator, note_taker = hats
    return [events.NextMeetingPlanned(when, facilitator, note_taker, on)]


def undo(state: State, intent: intents.Undo, here: Here) -> Decision:
    """What was done can be taken back, but for the call of the meeting itself.

    What moved the circle is taken back where its seat is; or by whoever did it there, as long as
    ``last_done`` reaches it. What a handover that stands rests on is taken back after it, and that
    somebody left the group who was forgotten since is not taken back at all.
    """
    facts = [fact for fact in reversed(state.facts) if fact.action == intent.action]
    if not facts or intent.action in state.struck:
        return Refusal("That was taken back already.", already=True)
    if any(isinstance(fact.body, events.MeetingGathered) for fact in facts):
        return Refusal("There is nothing left to undo here.")
    meeting, own = state.meetings.get(here.meeting), (here.replica, here.terminal)
    if meeting is not None and intent.action not in (
        last_done(state, own),
        last_undone(state, own),
    ):
        case = Case(state, meeting, here)
        held = here.alive and not case.has_seat and not case.seat_is_silent
        if held and any(isinstance(each.body, FROM_THE_SEAT) for each in _followed(state, facts)):
            return Refusal("That moved the circle: it is taken back where the seat is.")
    refused = departures.undoing_refused(state, intent.action, here.names)
    refused = refused or off_record.undoing_refused(state, here.meeting, intent.action)
    if refused := refused or handed_over.undoing_refused(state, intent.action, here.names):
        return Refusal(refused)
    return [Undone(intent.action)]


def _followed(state: State, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of an action; of one that takes another back, that one's as well."""
    yield from facts
    for fact in facts:
        if isinstance(fact.body, Undone):
            target = fact.body.target
            yield from _followed(state, [each for each in state.facts if each.action == target])


RULES[intents.Undo] = undo


def last_done(state: State, seat: Seat) -> FactId | None:
    """The action that *undo* at a terminal takes back: the latest one still in force there.

    What lies before a close made elsewhere is not reached: it is for whoever closed to reopen.
    Neither is a move of the circle, once it was moved on from another seat: a note-taker who
    had the seat before would pull the circle from under whoever has it now.
    """
    moved_on = False
    for fact in reversed(state.happened):
        if fact.action in state.struck:
            continue
        if (fact.replica, fact.terminal) != seat:
            if isinstance(fact.body, events.MeetingClosed):
                return None
            moved_on = moved_on or isinstance(fact.body, MOVES)
        elif isinstance(fact.body, events.MeetingGathered):
            return None
        elif not isinstance(fact.body, Undone):
            under_whoever_has_it = moved_on and _moves_from_elsewhere(state, fact, seat)
            return None if under_whoever_has_it else fact.action
    return None


def _moves_from_elsewhere(state: State, fact: Fact, seat: Seat) -> bool:
    """Whether the action of a fact moved the circle, or its seat, which is another one's by now."""
    meeting = state.meetings.get(fact.meeting)
    if meeting is None or meeting.seat in (None, seat):
        return False
    return any(
        isinstance(each.body, (*MOVES, events.SeatGiven))
        for each in state.facts
        if each.action == fact.action
    )


def last_by_hand(state: State, replica: str) -> FactId | None:
    """The latest action in force that this copy wrote down between meetings, at any terminal."""
    for fact in reversed(state.facts):
        by_hand = fact.replica == replica and not fact.meeting
        if by_hand and fact.action not in state.struck and not isinstance(fact.body, Undone):
            return fact.action
    return None


def last_undone(state: State, seat: Seat) -> FactId | None:
    """The undoing that *redo* at a terminal takes back, unless something was done since."""
    undoings = {fact.action for fact in state.facts if isinstance(fact.body, Undone)}
    for fact in reversed(state.happened):
        if (fact.replica, fact.terminal) != seat or fact.action in state.struck:
            continue
        if not isinstance(fact.body, Undone):
            return None
        if fact.body.target not in undoings:
            return fact.action
    return None
