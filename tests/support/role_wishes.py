"""What people may ask for about roles, sensible or not."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import NOBODY, PersonId, RoleKind
from facilitator.core.intents import Intent
from facilitator.core.state import Meeting, State

NOTHING = "99@none"


def role_wishes(state: State, people: list[PersonId], step: str) -> list[Intent]:
    """Intents aimed at roles that are, were and never were; never empty, always in one order."""
    return [
        *_offering(state, step),
        *_claiming(state, people, step),
        *_handing_over(state, people),
    ]


def _offering(state: State, step: str) -> list[Intent]:
    roles = [*[*state.roles][-3:], NOTHING]
    return [
        intents.OfferRole("Printer", step, 10),
        intents.OfferRole("Printer", step, 999),
        intents.OfferRole(
            "Pantry", step, months=2, role_kind=RoleKind.STEWARDSHIP, skills=("Keys", "Ordering")
        ),
        intents.OfferRole("Door", step, role_kind=RoleKind.HAT),
        intents.DescribeRole(roles[0], name="Larder", skills=("Keys",)),
        intents.DescribeRole(roles[-2] if len(roles) > 1 else NOTHING, months=1),
        *(intents.MergeRoles(role, roles[0]) for role in roles),
        *(intents.DropRole(role, ("not needed",)) for role in roles),
        intents.ChooseBounds(micro_days=7),
        intents.ChooseBounds(most_days=200),
        intents.ChooseBounds(least_days=400),
    ]


def _claiming(state: State, people: list[PersonId], step: str) -> list[Intent]:
    terms = [term.id for role in state.roles.values() for term in role.running]
    return [
        *(intents.ClaimRole(role, who) for role in state.roles for who in people),
        intents.ClaimRole(NOTHING, next(iter(people), NOTHING)),
        *(intents.TakeOnRole("Van", who, step) for who in (*people[:2], NOTHING)),
        intents.TakeOnRole("Garden", next(iter(people), NOTHING), step, months=2),
        intents.TakeOnRole("Attic", next(iter(people), NOTHING), step, months=20),
        *(intents.SettleClaim(term) for term in (*terms, NOTHING)),
        *(intents.LeaveGroup(person) for person in (*people[:1], NOTHING)),
        *(intents.RejoinGroup(person) for person in (*people[:1], NOTHING)),
    ]


def _handing_over(state: State, people: list[PersonId]) -> list[Intent]:
    terms = [(role, term) for role in state.roles.values() for term in role.running]
    wished: list[Intent] = []
    for role, term in terms[-3:]:
        skills = (*role.skills, "Juggling")
        wished += [
            *(intents.NameSuccessor(term.id, person) for person in (*people, NOBODY)),
            intents.BeginShadowing(term.id),
            intents.RecordLed(term.id),
            *(intents.TickSkill(term.id, skill) for skill in skills),
            *(intents.ConfirmSkill(term.id, skill) for skill in skills),
            intents.TellHandoff(term.id, done=("shelves",), know=("the key sticks",)),
            *(intents.SignHandoff(term.id, who) for who in (term.person, term.successor, "")),
            intents.ReleaseTerm(term.id),
            intents.ReleaseTerm(term.id, ("ill",), emergency=True),
        ]
    return [
        *wished,
        intents.NameSuccessor(NOTHING),
        intents.BeginShadowing(NOTHING),
        intents.RecordLed(NOTHING),
        intents.TickSkill(NOTHING, "Keys"),
        intents.ConfirmSkill(NOTHING, "Keys"),
        intents.TellHandoff(NOTHING),
        intents.SignHandoff(NOTHING, NOBODY),
        intents.ReleaseTerm(NOTHING),
    ]


def selection_wishes(meeting: Meeting) -> list[Intent]:
    """Intents of a selection, at one or not."""
    step, people = meeting.step_id or "", [*meeting.attendance, NOTHING]
    proposals = [*[*meeting.proposals][-1:], NOTHING]
    return [
        *(intents.Nominate(step, by, people[0], ("calm",)) for by in people),
        intents.Nominate(step, people[0], people[-1]),
        *(intents.Propose(step, person) for person in people[:2]),
        *(intents.Propose(step, people[0], proposal) for proposal in proposals),
        *(intents.Object(each, people[0], ("no evenings free",)) for each in proposals),
        *(intents.IntegrateObjection(each) for each in (*meeting.objections, NOTHING)),
        *(intents.FillRole(each) for each in proposals),
    ]
