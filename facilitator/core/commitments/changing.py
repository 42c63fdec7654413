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
    ahead = day_of(due_on)
    if intent.due is not None and ahead is not None and ahead < case.today:
        return Refusal(f"{date_beside(due_on, today)} has gone by. Say a date that is to come.")
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
