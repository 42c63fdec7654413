"""Selections: nominations, proposals, objections, and their result."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import in_meeting
from facilitator.core.entities import Nomination, Objection, Proposal
from facilitator.core.facts import Fact
from facilitator.core.state import Meeting


@in_meeting(events.Nominated)
def _nominated(meeting: Meeting, fact: Fact, body: events.Nominated) -> None:
    meeting.nominations[fact.id] = Nomination(
        fact.id, fact.at, body.step, body.by, body.person, body.reason
    )


@in_meeting(events.Proposed)
def _proposed(meeting: Meeting, fact: Fact, body: events.Proposed) -> None:
    meeting.proposals[fact.id] = Proposal(fact.id, fact.at, body.step, body.person)


@in_meeting(events.ProposalAgreed)
def _agreed(meeting: Meeting, fact: Fact, body: events.ProposalAgreed) -> None:
    proposal = meeting.proposals.get(body.proposal)
    if proposal is not None:
        meeting.proposals[proposal.id] = replace(proposal, filled=True, filled_at=fact.at)


@in_meeting(events.Objected)
def _objected(meeting: Meeting, fact: Fact, body: events.Objected) -> None:
    meeting.objections[fact.id] = Objection(
        fact.id, fact.at, body.proposal, body.person, body.reason
    )


@in_meeting(events.ObjectionIntegrated)
def _integrated(meeting: Meeting, _fact: Fact, body: events.ObjectionIntegrated) -> None:
    objection = meeting.objections.get(body.objection)
    if objection is not None:
        meeting.objections[objection.id] = replace(objection, integrated=True, how=body.how)
