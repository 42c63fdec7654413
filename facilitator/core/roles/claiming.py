"""Rules for who takes a role on: claims, several at once, and who leaves the group."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.core import events, intents
from facilitator.core.events import JUST_OPENED, NOBODY, Body, FactId, PersonId
from facilitator.core.intents import Refusal
from facilitator.core.roles.opening import NO_ROLE, offer_role
from facilitator.core.roles.standing import followed, role_called
from facilitator.core.rulebook import Decision, GroupCase, group_rule
from facilitator.core.tenure import Role, Term, kind_by_length
from facilitator.core.terms import day_of, term_ends
from facilitator.core.words import short_date

SOON_DAYS = 14
"""Two weeks before a term ends everyone is told that it does, and it can be renewed."""

RENEWED_IN_LAST = 4
"""A term so short that two weeks are most of it can be renewed in its last quarter."""

NO_TERM = Refusal("That term is over already.", already=True)


@group_rule(intents.ClaimRole)
def claim_role(case: GroupCase, intent: intents.ClaimRole) -> Decision:
    """A role is claimed by one person, who is there, for a term that has an end.

    Where two say "I'll do it" on the same day, both are written down, and the circle decides.
    Whoever has the role can go on for another term when theirs runs out.
    """
    role = followed(case.state, intent.role)
    if role is None:
        return NO_ROLE
    absent = case.absent(intent.person)
    if absent is not None:
        return absent
    held = role.held_on(case.today.isoformat())
    own = next((term for term in held if term.person == intent.person), None)
    if own is not None:
        return _renewed(case, role, own)
    here = case.meeting.id if case.meeting is not None else ""
    if not may_be_claimed(role, here, case.today.isoformat()):
        return _taken(case, role, held[0])
    return [claimed(case, role, intent.person)]


@group_rule(intents.TakeOnRole)
def take_on_role(case: GroupCase, intent: intents.TakeOnRole) -> Decision:
    """What nobody had thought of is opened and claimed in one action, and so is taken back."""
    known = role_called(case.state, intent.name)
    if known is not None:
        return claim_role(case, intents.ClaimRole(known.id, intent.person))
    absent = case.absent(intent.person)
    if absent is not None:
        return absent
    wanted = intents.OfferRole(intent.name, intent.step, intent.days, intent.months)
    decided = offer_role(case, wanted)
    if isinstance(decided, Refusal):
        return decided
    opened = [_just_opened(fact) for fact in decided if isinstance(fact, events.RoleOpened)]
    return [*decided, *(claimed(case, role, intent.person) for role in opened)]


def _just_opened(fact: events.RoleOpened) -> Role:
    kind = fact.role_kind or kind_by_length(fact.days, fact.months)
    return Role(JUST_OPENED, "", fact.step, fact.name, "", fact.days, months=fact.months, kind=kind)


def may_be_claimed(role: Role, meeting: FactId, today: str) -> bool:
    """Whether a role is to be had by somebody else than those who have it, on an ISO date.

    Nobody has it; or those who do have just said so, in the same meeting and on the same day.
    """
    return all(
        term.meeting == meeting
        and term.starts == today
        and not (term.selected or term.takes_over or term.renews or term.successor)
        for term in role.held_on(today)
    )


def _taken(case: GroupCase, role: Role, term: Term) -> Refusal:
    holder, until = case.name(term.person), short_date(term.ends)
    if not role.kind.handed_over:
        return Refusal(f"{role.name} is {holder}'s until {until}. It can be given back before.")
    return Refusal(
        f"{role.name} is {holder}'s until {until}. "
        f"{holder} names a successor, trains them, and both sign."
    )


def _renewed(case: GroupCase, role: Role, own: Term) -> Decision:
    if len(role.held_on(case.today.isoformat())) > 1:
        return Refusal(f"{case.name(own.person)} claims it already.", already=True)
    from_day = _renewed_from(own)
    if from_day is not None and case.today < from_day:
        until = short_date(own.ends)
        return Refusal(
            f"{role.name} is {case.name(own.person)}'s until {until}. "
            f"For another term, ask again from {short_date(from_day.isoformat())} on.",
            already=True,
        )
    return [claimed(case, role, own.person, renews=own.id)]


def _renewed_from(term: Term) -> date | None:
    """The first day on which a term can be followed by another one of the same person."""
    starts, ends = day_of(term.starts), day_of(term.ends)
    if starts is None or ends is None or ends <= starts:
        return None
    before = min(SOON_DAYS, max(1, (ends - starts).days // RENEWED_IN_LAST))
    # Never on its first day, as short as it may be: said twice, a claim counts once.
    return max(ends - timedelta(days=before), starts + timedelta(days=1))


def claimed(
    case: GroupCase,
    role: Role,
    person: PersonId,
    *,
    renews: FactId = "",
    takes_over: FactId = "",
) -> Body:
    """A term from today, for as long as the role and the group let it be."""
    ends = term_ends(role, case.today, case.state.bounds)
    return events.RoleClaimed(
        role.id, person, case.today.isoformat(), ends.isoformat(), renews, takes_over
    )


@group_rule(intents.SettleClaim)
def settle_claim(case: GroupCase, intent: intents.SettleClaim) -> Decision:
    """The circle decides for one of several; the others were not chosen."""
    found = case.state.term(intent.term)
    if found is None or not found[1].runs:
        return NO_TERM
    role, term = found
    today = case.today.isoformat()
    if len(role.held_on(today)) < 2:
        return Refusal(f"Nobody else claims {role.name}.", already=True)
    return [events.ClaimSettled(role.id, term.id, today)]


@group_rule(intents.LeaveGroup)
def leave_group(case: GroupCase, intent: intents.LeaveGroup) -> Decision:
    """What somebody held is released in an emergency; where they were to be next, nobody is."""
    person, today = intent.person, case.today.isoformat()
    if person not in case.here.names:
        return Refusal("That person is not known to the group.")
    if person in case.state.departed:
        return Refusal(f"{case.name(person)} has left the group already.", already=True)
    return [events.PersonLeftGroup(person, today), *_let_go(case, person, today)]


def _let_go(case: GroupCase, person: PersonId, today: str) -> list[Body]:
    facts: list[Body] = []
    for role in case.state.roles.values():
        for term in role.running:
            if term.person == person:
                why = ("left the group",)
                emergency = role.kind.handed_over
                facts.append(events.TermReleased(term.id, today, why, emergency))
            elif term.successor == person:
                facts.append(events.SuccessorNamed(term.id, NOBODY, today))
    return facts


@group_rule(intents.RejoinGroup)
def rejoin_group(case: GroupCase, intent: intents.RejoinGroup) -> Decision:
    """Whoever comes back is part of the group again, without what they held before."""
    if intent.person not in case.state.departed:
        return Refusal(f"{case.name(intent.person)} is part of the group.", already=True)
    return [events.PersonRejoined(intent.person)]
