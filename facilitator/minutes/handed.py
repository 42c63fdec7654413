"""What one meeting changed about roles: who has them, who learns them, what was handed over."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core import events
from facilitator.core.events import FactId
from facilitator.core.facts import Fact, place
from facilitator.core.state import Meeting, Role, State, Term
from facilitator.core.telling import described
from facilitator.core.telling_of_roles import TELLINGS_OF_ROLES
from facilitator.core.tenure import Ending
from facilitator.core.words import short
from facilitator.minutes.model import Handed, RoleTaken
from facilitator.minutes.stages import home
from facilitator.minutes.telling import Telling

TOLD_ELSEWHERE = (
    events.RoleOpened,
    events.RoleOffered,
    events.RoleClaimed,
    events.RoleFilled,
    events.HandoffTold,
)
"""What stands in the list of roles already, or with the handoff that it belongs to."""


def claims_in(role: Role, meeting: FactId) -> list[Term]:
    """The terms in a role that began in a meeting, as far as its list of roles tells them.

    Each that was handed over there, or that the circle chose somebody for, and the latest. A claim
    that was not chosen, or was given back before another one, is told of among what was done.
    """
    found = [
        term
        for term in role.terms
        if term.meeting == meeting and term.ending is not Ending.NOT_CHOSEN
    ]
    passed_on = [
        term for term in found[:-1] if not term.runs and (_next(found, term) or term.selected)
    ]
    return [*passed_on, *found[-1:]]


def _next(terms: list[Term], term: Term) -> Term | None:
    """The one of some terms that another was handed over to."""
    return next((each for each in terms if each.takes_over == term.id), None)


def concerns(role: Role, meeting: FactId) -> bool:
    """Whether a role was claimed in a meeting, or stood open on its list."""
    if claims_in(role, meeting):
        return True
    if not role.needed or role.offered_in(meeting) is None:
        return False
    return all(term.meeting != meeting for term in role.terms) and not _held_then(role, meeting)


def _held_then(role: Role, meeting: FactId) -> bool:
    """Whether a role that was put on the list had a holder already, from before."""
    return role.meeting != meeting and any(_came_before(term, meeting) for term in role.running)


def _came_before(term: Term, meeting: FactId) -> bool:
    return place(term.meeting) < place(meeting)


def roles_taken(telling: Telling, meeting: Meeting, role: Role) -> Iterator[RoleTaken]:
    """A role as one meeting's minutes have it: each claim there, or that it is still open."""
    claims = claims_in(role, meeting.id)
    for term in claims:
        yield _claimed(telling, meeting, role, term, last=term is claims[-1])
    if not claims:
        name, purpose = telling.words(role.name), telling.words(role.purpose)
        yield RoleTaken(role.id, name, purpose, role.days, months=role.months)


def _claimed(
    telling: Telling, meeting: Meeting, role: Role, term: Term, *, last: bool
) -> RoleTaken:
    """One claim; before the last one its term was over in the meeting already."""
    step = role.offered_in(meeting.id)
    rivals = [
        each
        for each in role.terms
        if each.meeting == meeting.id and each.id != term.id and each.runs and term.runs
    ]
    followed = _next([each for each in role.terms if each.meeting == meeting.id], term)
    return RoleTaken(
        id=role.id,
        name=telling.words(role.name),
        purpose=telling.words(role.purpose),
        days=role.days,
        holder=telling.anyone(term.person),
        starts=telling.words(term.starts),
        ends=telling.words(term.ends),
        claim=term.id,
        step=home(meeting, step) if step is not None else None,
        months=role.months,
        kind=role.kind.value,
        chosen=term.selected,
        reasons=tuple(telling.words(each) for each in term.reasons),
        also=tuple(telling.who(each.person) for each in rivals),
        ended="" if last or term.ending is None else term.ending.value,
        handed_to=telling.who(followed.person) if followed is not None else None,
    )


def handed(telling: Telling, state: State, meeting: Meeting) -> Iterator[Handed]:
    """What else was done about roles in a meeting, in order, as far as it is in force."""
    for fact in state.facts:
        about_roles = type(fact.body) in TELLINGS_OF_ROLES
        if fact.meeting != meeting.id or fact.action in state.struck or not about_roles:
            continue
        if isinstance(fact.body, events.HandoffTold):
            yield from _words(telling, state, fact, fact.body)
        elif not isinstance(fact.body, TOLD_ELSEWHERE):
            told = described(fact, state, telling.names)
            yield Handed(fact.id, telling.moment(fact.at), telling.words(told))


def _words(
    telling: Telling, state: State, fact: Fact, said: events.HandoffTold
) -> Iterator[Handed]:
    role = state.roles.get(state.role_of_term.get(said.term, ""))
    name = short(telling.words(role.name)) if role is not None else "a role"
    for what, text in (("done", said.done), ("left", said.left), ("to know", said.know)):
        if words := telling.words(text).strip():
            yield Handed(fact.id, telling.moment(fact.at), f"{name}, {what}: {words}")
