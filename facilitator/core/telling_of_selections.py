"""What the facts of a selection say, in a few words."""

from __future__ import annotations

from facilitator.core import events
from facilitator.core.events import Body, FactId
from facilitator.core.teller import Teller, Telling


def _candidate(tell: Teller, proposal_id: FactId) -> str:
    proposal = tell.meeting.proposals.get(proposal_id) if tell.meeting is not None else None
    return tell.who(proposal.person) if proposal is not None else "someone"


def _objector(tell: Teller, objection_id: FactId) -> str:
    objection = tell.meeting.objections.get(objection_id) if tell.meeting is not None else None
    return tell.who(objection.person) if objection is not None else "someone"


TELLINGS_OF_SELECTIONS: dict[type[Body], Telling] = {
    events.Nominated: lambda tell, said: (
        f"{tell.who(said.by)} nominates {tell.who(said.person)}"
        f"{f': {tell.quoted(said.reason)}' if said.reason else ''}"
    ),
    events.Proposed: lambda tell, said: f"{tell.who(said.person)} is proposed",
    events.ProposalAgreed: lambda tell, said: (
        f"nothing stands in the way of {_candidate(tell, said.proposal)}"
    ),
    events.Objected: lambda tell, said: (
        f"{tell.who(said.person)} objects: {tell.quoted(said.reason)}"
    ),
    events.ObjectionIntegrated: lambda tell, said: (
        f"the objection of {_objector(tell, said.objection)} is taken care of"
        f"{f': {tell.quoted(said.how)}' if said.how else ''}"
    ),
}
