"""Roles: openings, what each is, claims, and who left the group."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import on
from facilitator.core.facts import Fact
from facilitator.core.state import State
from facilitator.core.tenure import Ending, Role, Term, kind_by_length
from facilitator.core.terms import Bounds
from facilitator.core.vocabulary import JUST_OPENED, FactId


@on(events.RoleOpened)
def _opened(state: State, fact: Fact, body: events.RoleOpened) -> None:
    state.roles[fact.id] = Role(
        id=fact.id,
        meeting=fact.meeting,
        step=body.step,
        name=body.name,
        purpose=body.purpose,
        days=body.days,
        months=body.months,
        kind=body.role_kind or kind_by_length(body.days, body.months),
        weekly=body.weekly,
        skills=body.skills,
        source=body.source,
    )


@on(events.RoleOffered)
def _offered(state: State, fact: Fact, body: events.RoleOffered) -> None:
    role = state.roles.get(body.role)
    if role is not None and fact.meeting:
        offered = {**role.offered, fact.meeting: body.step}
        role = _lapsed(role, body.on)
        state.roles[role.id] = replace(role, offered=offered, open_again=not role.running)


@on(events.RoleDescribed)
def _described(state: State, _fact: Fact, body: events.RoleDescribed) -> None:
    role = state.roles.get(body.role)
    if role is None:
        return
    before = role.called_before
    if body.name != role.name:
        before = (*(each for each in before if each != body.name), role.name)
    state.roles[role.id] = replace(
        role,
        name=body.name,
        purpose=body.purpose,
        days=body.days,
        months=body.months,
        kind=body.role_kind or kind_by_length(body.days, body.months),
        weekly=body.weekly,
        skills=body.skills,
        called_before=before,
    )


@on(events.RoleMerged)
def _merged(state: State, _fact: Fact, body: events.RoleMerged) -> None:
    role, into = state.roles.get(body.role), state.roles.get(body.into)
    if role is None or into is None or role is into or role.merged_into:
        return
    if _leads_to(state, into, role.id):
        return
    terms = sorted((*into.terms, *role.terms), key=lambda term: (term.starts, term.ends))
    state.roles[into.id] = replace(
        into,
        terms=tuple(terms),
        weekly=tuple(dict.fromkeys((*into.weekly, *role.weekly))),
        skills=tuple(dict.fromkeys((*into.skills, *role.skills))),
        called_before=tuple(dict.fromkeys((*into.called_before, *role.called_before, role.name))),
    )
    state.roles[role.id] = replace(role, merged_into=into.id, terms=())
    state.role_of_term.update((term.id, into.id) for term in role.terms)


def _leads_to(state: State, role: Role, wanted: FactId) -> bool:
    """Whether a role became part of another one, over however many others."""
    seen: set[FactId] = set()
    while role.merged_into and role.id not in seen:
        seen.add(role.id)
        if role.merged_into == wanted:
            return True
        role = state.roles[role.merged_into]
    return False


@on(events.RoleDropped)
def _dropped(state: State, _fact: Fact, body: events.RoleDropped) -> None:
    role = state.roles.get(body.role)
    if role is not None and not role.dropped_on:
        state.roles[role.id] = replace(role, dropped_on=body.on, dropped_why=body.reason)


@on(events.BoundsChosen)
def _bounds(state: State, _fact: Fact, body: events.BoundsChosen) -> None:
    state.bounds = Bounds(body.micro_days, body.least_days, body.most_days)


@on(events.RoleClaimed)
def _claimed(state: State, fact: Fact, body: events.RoleClaimed) -> None:
    term = Term(
        fact.id,
        fact.meeting,
        body.person,
        body.starts,
        body.ends,
        renews=body.renews,
        takes_over=body.takes_over,
    )
    _add_term(state, fact.action if body.role == JUST_OPENED else body.role, term)


@on(events.RoleFilled)
def _filled(state: State, fact: Fact, body: events.RoleFilled) -> None:
    term = Term(
        fact.id,
        fact.meeting,
        body.person,
        body.starts,
        body.ends,
        reasons=body.reasons,
        selected=True,
    )
    _add_term(state, body.role, term)


def _add_term(state: State, role_id: FactId, term: Term) -> None:
    role = state.roles.get(role_id)
    while role is not None and role.merged_into:
        role = state.roles.get(role.merged_into)
    if role is None:
        return
    role = _lapsed(role, term.starts)
    terms, term = role.terms, replace(term, skills=role.skills)
    if term.renews:
        terms = tuple(
            replace(each, over_on=term.starts, ending=Ending.RENEWED)
            if each.id == term.renews and each.runs
            else each
            for each in terms
        )
    state.roles[role.id] = replace(
        role, terms=(*terms, term), open_again=False, dropped_on="", dropped_why=()
    )
    state.role_of_term[term.id] = role.id


def _lapsed(role: Role, day: str) -> Role:
    """The role with every term over that is not handed over and whose end has come by a day."""
    # Most roles have none such, and years of terms: those are not made anew.
    if role.kind.handed_over or not any(
        term.ending is None and term.ends <= day for term in role.terms
    ):
        return role
    terms = tuple(
        replace(term, over_on=term.ends, ending=Ending.LAPSED)
        if term.runs and term.ends <= day
        else term
        for term in role.terms
    )
    return replace(role, terms=terms)


@on(events.ClaimSettled)
def _settled(state: State, _fact: Fact, body: events.ClaimSettled) -> None:
    found = state.term(body.term)
    if found is None:
        return
    role, chosen = found
    terms = tuple(
        replace(term, over_on=body.on, ending=Ending.NOT_CHOSEN)
        if term.runs and term.id != chosen.id
        else term
        for term in role.terms
    )
    state.roles[role.id] = replace(role, terms=terms)


@on(events.PersonLeftGroup)
def _left_group(state: State, _fact: Fact, body: events.PersonLeftGroup) -> None:
    state.departed.setdefault(body.person, body.on)


@on(events.PersonRejoined)
def _rejoined(state: State, _fact: Fact, body: events.PersonRejoined) -> None:
    state.departed.pop(body.person, None)
