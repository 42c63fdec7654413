"""Rules for commitments: made, kept, renegotiated, released with a reason, carried.

Anybody may say what became of one; nobody is counted or ranked by it.
"""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.commitment import Commitment, Fate
from facilitator.core.commitments.standing import Standing, standing
from facilitator.core.intents import Refusal
from facilitator.core.rulebook import Decision, GroupCase, group_rule
from facilitator.core.terms import day_of
from facilitator.core.vocabulary import FactId
from facilitator.core.words import blank, date_beside


@group_rule(intents.Commit)
def commit(case: GroupCase, intent: intents.Commit) -> Decision:
    """A promise needs words; whose it is can be said later. Several people promise each for one."""
    if blank(intent.what):
        return Refusal("What was promised? Type it after the !, as in: ! @name borrow the PA.")
    today = case.today.isoformat()
    due = " ".join(intent.due.split())
    return [
        events.CommitmentMade(intent.step, owner, intent.what, due, intent.due_on, today)
        for owner in dict.fromkeys((intent.owner, *intent.others))
    ]


@group_rule(intents.CompleteCommitment)
def complete(case: GroupCase, intent: intents.CompleteCommitment) -> Decision:
    """What was left open when it was promised can be said later: whose it is, or by when."""
    found = _to_be_done(case, intent.commitment)
    if isinstance(found, Refusal):
        return found
    due = " ".join(intent.due.split())
    if (intent.owner and found.owner) or (due and found.due):
        return Refusal("That was said already, and is not lacking any more.", already=True)
    if not intent.owner and not due:
        return Refusal("Whose is it, or by when will it be done? Say one of them.")
    if intent.owner and intent.owner not in case.here.names:
        return Refusal("That person is not known to the group.")
    today, due_on = case.today.isoformat(), intent.due_on if due else ""
    if refusal := _gone_by(case, due_on):
        return refusal
    return [events.CommitmentCompleted(found.id, today, intent.owner, due, due_on)]


@group_rule(intents.KeepCommitment)
def keep(case: GroupCase, intent: intents.KeepCommitment) -> Decision:
    """A promise is kept once."""
    found = _to_be_done(case, intent.commitment, Fate.KEPT)
    if isinstance(found, Refusal):
        return found
    return [events.CommitmentKept(found.id, case.today.isoformat())]


@group_rule(intents.RenegotiateCommitment)
def renegotiate(case: GroupCase, intent: intents.RenegotiateCommitment) -> Decision:
    """A new date or new words, as often as it takes; the date is one that is still to come."""
    found = _to_be_done(case, intent.commitment)
    if isinstance(found, Refusal):
        return found
    due, due_on = found.due, found.due_on
    if intent.due is not None:
        due, due_on = " ".join(intent.due.split()), intent.due_on
    what = found.what if intent.what is None or blank(intent.what) else intent.what
    if not due and what == found.what:
        return Refusal("By when now? Say a new date, or what is promised in other words.")
    if (what, due, due_on) == (found.what, found.due, found.due_on):
        return Refusal("That is so already.", already=True)
    today = case.today.isoformat()
    if intent.due is not None and (refusal := _gone_by(case, due_on)):
        return refusal
    return [events.CommitmentRenegotiated(found.id, today, what, due, due_on, intent.reason)]


@group_rule(intents.ReleaseCommitment)
def release(case: GroupCase, intent: intents.ReleaseCommitment) -> Decision:
    """Nobody is held to what can't be done; the group hears why."""
    found = _to_be_done(case, intent.commitment, Fate.RELEASED)
    if isinstance(found, Refusal):
        return found
    if blank(intent.reason):
        return Refusal("Why is it released? A few words are enough.")
    return [events.CommitmentReleased(found.id, case.today.isoformat(), intent.reason)]


@group_rule(intents.CarryCommitment)
def carry(case: GroupCase, intent: intents.CarryCommitment) -> Decision:
    """What waits for the next meeting already is carried once."""
    found = _to_be_done(case, intent.commitment)
    if isinstance(found, Refusal):
        return found
    today, here = case.today.isoformat(), case.meeting.id if case.meeting is not None else ""
    if found.fate is Fate.CARRIED and standing(found, today, here) is Standing.NEXT:
        return Refusal("It waits for the next meeting already.", already=True)
    return [events.CommitmentCarried(found.id, today)]


def _gone_by(case: GroupCase, due_on: str) -> Refusal | None:
    """Why a promise can't be due on an ISO date: it is before today."""
    ahead = day_of(due_on)
    if ahead is None or ahead >= case.today:
        return None
    day = date_beside(due_on, case.today.isoformat())
    return Refusal(f"{day} has gone by. Say a date that is to come.")


def _to_be_done(
    case: GroupCase, commitment: FactId, wanted: Fate | None = None
) -> Commitment | Refusal:
    """A commitment of which something is left to do; or why there is nothing."""
    found = case.state.commitments.get(commitment)
    if found is None:
        return Refusal("That commitment is not on the list any more.")
    today = case.today.isoformat()
    if found.over:
        when = date_beside(found.over_on, today)
        words = f"That commitment was {found.fate.value} already, on {when}."
        return Refusal(words, already=found.fate is wanted)
    last = found.lineage[-1].on
    if case.meeting is None and today < last:
        then, latest = date_beside(today, last), date_beside(last, today)
        return Refusal(f"{then} is too early: of this commitment, {latest} is written down.")
    return found
