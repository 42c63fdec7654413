"""Rules for what is off the record: when that begins and ends, and what is refused meanwhile.

Clocks, turns, hands and steps go on. Whatever would leave words, or a decision, is not taken.
"""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.intents import Intent, Refusal
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.state import Meeting, State
from facilitator.core.vocabulary import FactId

STAYS_OFF = (
    "Somebody was given the word off the record, and that stays off it. "
    "End it instead of taking it back."
)


@rule(intents.GoOffRecord, Stage.LIVE)
def go_off_record(case: Case, intent: intents.GoOffRecord) -> Decision:
    """Anyone may ask for it, at any terminal; two who press at once begin one stretch."""
    stretches = case.meeting.off_record
    last = stretches[-1].id if stretches else ""
    if case.meeting.off is not None or intent.after != last:
        return Refusal("It is off the record already.", already=True)
    return [events.RecordStopped()]


@rule(intents.GoOnRecord, Stage.LIVE)
def go_on_record(case: Case, intent: intents.GoOnRecord) -> Decision:
    """It ends the stretch that was on the screen, and none that began since."""
    off = case.meeting.off
    if off is None or off.id != intent.stretch:
        return Refusal("It is on the record already.", already=True)
    return [events.RecordResumed()]


def turned(meeting: Meeting) -> Intent:
    """What one key asks for, as things stand on the screen: begin it, or end it."""
    if meeting.off is not None:
        return intents.GoOnRecord(meeting.off.id)
    return intents.GoOffRecord(meeting.off_record[-1].id if meeting.off_record else "")


def undoing_refused(state: State, meeting: FactId, action: FactId) -> str:
    """Why the beginning of a stretch can't be taken back, a sentence; nothing if it can.

    Taken back, it never was: whoever was given the word in it would be in the minutes. What was
    only begun by mistake is taken back like anything else.
    """
    found = state.meetings.get(meeting)
    if found is None:
        return ""
    begun = {
        fact.id
        for fact in state.facts
        if fact.action == action and isinstance(fact.body, events.RecordStopped)
    }
    spoken_in = {turn.off for turn in found.turns.values()}
    return STAYS_OFF if begun & spoken_in else ""
