"""Rules for a selection: who nominates, who is proposed, who objects, and the result."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.entities import Proposal
from facilitator.core.events import Body, Direction, PersonId
from facilitator.core.intents import Refusal
from facilitator.core.roles.standing import role_called
from facilitator.core.roles.succession import named
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.selection import (
    Asking,
    asking,
    consent_is_asked,
    nominations,
    proposed,
    selection_here,
    standing_objections,
)
from facilitator.core.state import Meeting
from facilitator.core.tenure import Role
from facilitator.core.terms import term_ends
from facilitator.core.timing import local_date
from facilitator.core.turns import end_running

NO_SELECTION = Refusal("Nobody is chosen at this step.")
NO_PROPOSAL = Refusal("That proposal is not asked about any more.", already=True)


@rule(intents.Nominate, Stage.LIVE)
def nominate(case: Case, intent: intents.Nominate) -> Decision:
    """Each says whom and why, oneself too; until somebody is proposed it can be changed."""
    meeting = case.meeting
    if meeting.step_id != intent.step or selection_here(meeting) is None:
        return NO_SELECTION
    if asking(meeting, intent.step) in (Asking.CONSENT, Asking.CHOSEN):
        return Refusal("Somebody is proposed already. Say what stands against it, if anything.")
    for person in (intent.by, intent.person):
        if not case.is_here(person):
            return Refusal(f"{case.name(person)} is not in the circle.")
    before = nominations(meeting, intent.step).get(intent.by)
    if before is not None and (before.person, before.reason) == (intent.person, intent.reason):
        return Refusal("That is so already.", already=True)
    return [events.Nominated(intent.step, intent.by, intent.person, intent.reason)]


@rule(intents.Propose, Stage.LIVE, seat=True)
def propose(case: Case, intent: intents.Propose) -> Decision:
    """The facilitator proposes one; everyone is asked, the candidate last."""
    meeting = case.meeting
    if meeting.step_id != intent.step or selection_here(meeting) is None:
        return NO_SELECTION
    now = proposed(meeting, intent.step)
    if (now.id if now is not None else "") != intent.instead_of:
        return NO_PROPOSAL
    if now is not None and now.filled:
        return Refusal(f"{case.name(now.person)} is chosen already.", already=True)
    if not case.is_here(intent.person):
        return Refusal(f"{case.name(intent.person)} is not in the circle.")
    began = events.RoundBegan(intent.step, _asked_first(meeting, intent.person), Direction.SUNWISE)
    return [*end_running(meeting), events.Proposed(intent.step, intent.person), began]


def _asked_first(meeting: Meeting, candidate: PersonId) -> PersonId:
    """Who sits behind the candidate: going sunwise from there, the candidate comes last."""
    people = meeting.present
    return people[(people.index(candidate) + 1) % len(people)]


@rule(intents.Object, Stage.LIVE)
def object_to(case: Case, intent: intents.Object) -> Decision:
    """An objection says what harm would be done; it is a gift to the circle."""
    proposal = case.meeting.proposals.get(intent.proposal)
    if proposal is None or proposal.filled or proposed(case.meeting, proposal.step) != proposal:
        return NO_PROPOSAL
    if not case.is_here(intent.person):
        return Refusal(f"{case.name(intent.person)} is not in the circle.")
    if not any(not isinstance(part, str) or part.strip() for part in intent.reason):
        return Refusal("What harm would it do? An objection has a reason.")
    return [events.Objected(proposal.id, intent.person, intent.reason)]


@rule(intents.IntegrateObjection, Stage.LIVE)
def integrate(case: Case, intent: intents.IntegrateObjection) -> Decision:
    """An objection stands until something is found that takes care of it."""
    objection = case.meeting.objections.get(intent.objection)
    if objection is None or objection.integrated:
        return Refusal("That does not stand in the way any more.", already=True)
    return [events.ObjectionIntegrated(objection.id, intent.how)]


@rule(intents.FillRole, Stage.LIVE, seat=True)
def fill_role(case: Case, intent: intents.FillRole) -> Decision:
    """Nobody objects: a dated term with its reasons; where somebody has the role, the successor."""
    meeting = case.meeting
    proposal = meeting.proposals.get(intent.proposal)
    if proposal is None or proposed(meeting, proposal.step) != proposal:
        return NO_PROPOSAL
    if proposal.filled:
        return Refusal(f"{case.name(proposal.person)} is chosen already.", already=True)
    if not consent_is_asked(meeting, proposal):
        return Refusal("Not everyone was asked for their consent yet.")
    against = standing_objections(meeting, proposal)
    if against:
        return Refusal(
            f"{case.name(against[0].person)} objects. Integrate it, or propose somebody else."
        )
    selection = selection_here(meeting)
    role = role_called(case.state, selection.role) if selection is not None else None
    if role is None:
        return Refusal("That role is not on the list any more.")
    return _result(case, role, proposal)


def _result(case: Case, role: Role, proposal: Proposal) -> Decision:
    person, step = proposal.person, proposal.step
    today = local_date(case.here.now, case.meeting.utc_offset)
    held = role.held_on(today.isoformat())
    said = nominations(case.meeting, step).values()
    reasons = tuple(each.reason for each in said if each.person == person and each.reason)
    if len(held) > 1:
        return Refusal(f"Several claim {role.name}. The circle decides between them first.")
    chosen: list[Body]
    if held and held[0].person == person:
        return Refusal(f"{case.name(person)} has {role.name} now. The successor is somebody else.")
    if held:
        chosen = named(case.state, role, held[0], person, today.isoformat())
    else:
        ends = term_ends(role, today, case.state.bounds)
        chosen = [
            events.RoleFilled(role.id, person, today.isoformat(), ends.isoformat(), step, reasons)
        ]
    return [*end_running(case.meeting), events.ProposalAgreed(proposal.id), *chosen]
