"""A selection as it stands: nominations, a change round, a proposal, consent. Asked, not changed.

Nominate (each says whom and why), change round, propose, consent round with the candidate asked
last, a dated term (PRACTICE: roles, terms, succession).
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from facilitator.core.agenda import Selection
from facilitator.core.entities import Nomination, Objection, Proposal
from facilitator.core.intents import FillRole, Intent, Propose
from facilitator.core.rounds import waiting
from facilitator.core.state import Meeting
from facilitator.core.vocabulary import NOBODY, PersonId, StepId
from facilitator.core.words import Names, called


class Asking(StrEnum):
    """How far a selection is."""

    NOMINATE = "nominate"
    CHANGE = "change"
    CONSENT = "consent"
    CHOSEN = "chosen"


def selection_here(meeting: Meeting) -> Selection | None:
    """The plan of the selection that the circle is at, if it is at one."""
    return meeting.step if isinstance(meeting.step, Selection) else None


def asking(meeting: Meeting, step: StepId) -> Asking:
    """How far the selection of a step is."""
    proposal = proposed(meeting, step)
    if proposal is not None:
        return Asking.CHOSEN if proposal.filled else Asking.CONSENT
    return Asking.NOMINATE if len(meeting.rounds_of(step)) < 2 else Asking.CHANGE


def proposed(meeting: Meeting, step: StepId) -> Proposal | None:
    """Who is proposed: the latest proposal of a step."""
    found = [each for each in meeting.proposals.values() if each.step == step]
    return found[-1] if found else None


def nominations(meeting: Meeting, step: StepId) -> dict[PersonId, Nomination]:
    """Whom each person nominates, as they said it last."""
    return {each.by: each for each in meeting.nominations.values() if each.step == step}


def leading(meeting: Meeting, step: StepId) -> PersonId:
    """Whom most nominate of those who are there; of several, who was nominated first."""
    counted = Counter(
        each.person
        for each in nominations(meeting, step).values()
        if each.person in meeting.attendance and meeting.attendance[each.person].here
    )
    return counted.most_common(1)[0][0] if counted else NOBODY


def standing_objections(meeting: Meeting, proposal: Proposal) -> list[Objection]:
    """What stands against a proposal."""
    return [
        each
        for each in meeting.objections.values()
        if each.proposal == proposal.id and not each.integrated
    ]


def objected(meeting: Meeting) -> bool:
    """Whether something stands against who is proposed where the circle is."""
    step = meeting.step_id
    proposal = proposed(meeting, step) if step is not None else None
    return proposal is not None and bool(standing_objections(meeting, proposal))


def selection_next(meeting: Meeting) -> Intent | None:
    """What a selection asks for when nobody waits in its round: a proposal, then the result."""
    step = meeting.step_id
    if step is None or selection_here(meeting) is None:
        return None
    proposal = proposed(meeting, step)
    if proposal is None:
        candidate = leading(meeting, step)
        return Propose(step, candidate) if candidate else None
    if proposal.filled or standing_objections(meeting, proposal):
        return None
    return FillRole(proposal.id)


def consent_is_asked(meeting: Meeting, proposal: Proposal) -> bool:
    """Whether everyone was asked for their consent to a proposal."""
    last = meeting.last_round
    return last is not None and last.id == proposal.round and not waiting(meeting, last)


def question_of(meeting: Meeting, names: Names) -> str:
    """What the circle is asked at this moment."""
    step = meeting.step
    if step is None:
        return meeting.title
    who = called(candidate_of(meeting), names)
    if not isinstance(step, Selection) or meeting.step_id is None:
        return step.question
    match asking(meeting, meeting.step_id):
        case Asking.NOMINATE:
            return step.question
        case Asking.CHANGE:
            return f"{step.role}: having heard that, do you change your nomination?"
        case Asking.CONSENT:
            return f"{who} for {step.role}: do you consent?"
        case Asking.CHOSEN:
            return f"{who} is chosen for {step.role}."


def candidate_of(meeting: Meeting) -> PersonId:
    """Who is proposed at the step that the circle is at, if anybody is."""
    proposal = proposed(meeting, meeting.step_id) if meeting.step_id is not None else None
    return proposal.person if proposal is not None else NOBODY
