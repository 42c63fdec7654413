"""Rules for what roles there are: opened, described, merged, dropped, and how long they last."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.agenda import RoleOpening
from facilitator.core.events import Body, StepId
from facilitator.core.intents import Refusal
from facilitator.core.roles.standing import Standing, role_called, standing
from facilitator.core.rulebook import Decision, GroupCase, group_rule
from facilitator.core.state import Meeting, State
from facilitator.core.tenure import Role, kind_by_length
from facilitator.core.terms import MOST_DAYS_EVER, Bounds, length_refused, usual_length
from facilitator.core.vocabulary import RoleKind
from facilitator.core.words import short_date

NO_ROLE = Refusal("That role is not on the list any more.")


@group_rule(intents.OfferRole)
def offer_role(case: GroupCase, intent: intents.OfferRole) -> Decision:
    """A role is offered once in a meeting; one that the group has keeps its history."""
    name = " ".join(intent.name.split())
    if not name:
        return Refusal("Type what the role is called.")
    known = role_called(case.state, name)
    if known is not None:
        return _offer_again(case, known, intent.step)
    kind, days, months = _length(intent)
    refused = length_refused(kind, days, months, case.state.bounds)
    if refused:
        return Refusal(refused)
    return [
        events.RoleOpened(
            intent.step,
            name,
            intent.purpose,
            days,
            months,
            kind,
            _tidy(intent.weekly),
            _tidy(intent.skills),
            intent.source,
        )
    ]


def _offer_again(case: GroupCase, role: Role, step: StepId) -> Decision:
    today = case.today.isoformat()
    if case.meeting is None or role.offered_in(case.meeting.id) is not None:
        held = role.held_on(today)
        if held:
            holder, until = case.name(held[0].person), short_date(held[0].ends)
            return Refusal(f"{role.name} is {holder}'s until {until}.")
        if case.meeting is not None or standing(role, today) is Standing.OPEN:
            return Refusal(f"{role.name} is on the list already.")
    return [events.RoleOffered(role.id, step, today)]


def _length(intent: intents.OfferRole) -> tuple[RoleKind, int, int]:
    """The kind, days and months of a new role, with what is usual where nothing is said."""
    kind, days, months = intent.role_kind, intent.days, intent.months
    if kind is None:
        kind = kind_by_length(days, months)
    if not days and not months:
        days, months = usual_length(kind)
    return kind, days, months


def _tidy(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines without what is blank or said twice."""
    return tuple(dict.fromkeys(filter(None, (" ".join(line.split()) for line in lines))))


@group_rule(intents.DescribeRole)
def describe_role(case: GroupCase, intent: intents.DescribeRole) -> Decision:
    """A role can be called and described anew; its history stays."""
    role = case.state.roles.get(intent.role)
    if role is None or role.merged_into:
        return NO_ROLE
    name = role.name if intent.name is None else " ".join(intent.name.split())
    if not name:
        return Refusal("Type what the role is called.")
    other = role_called(case.state, name)
    if other is not None and other.id != role.id:
        return Refusal(
            f"There is a role {other.name} already. Merge the two, or find another name."
        )
    kind = intent.role_kind or role.kind
    held = role.held_on(case.today.isoformat())
    if kind.handed_over is not role.kind.handed_over and held:
        return Refusal(
            f"{case.name(held[0].person)} has {role.name} as a {role.kind.value}. "
            "What kind it is changes when nobody has it."
        )
    days, months = _new_length(role, intent, kind)
    refused = length_refused(kind, days, months, case.state.bounds)
    if refused:
        return Refusal(refused)
    described = events.RoleDescribed(
        role.id,
        name,
        role.purpose if intent.purpose is None else intent.purpose.strip(),
        days,
        months,
        kind,
        role.weekly if intent.weekly is None else _tidy(intent.weekly),
        role.skills if intent.skills is None else _tidy(intent.skills),
    )
    return [described] if _differs(role, described) else _already()


def _new_length(role: Role, intent: intents.DescribeRole, kind: RoleKind) -> tuple[int, int]:
    if intent.months:
        return 0, intent.months
    if intent.days:
        return intent.days, 0
    return (role.days, role.months) if kind is role.kind else usual_length(kind)


def _differs(role: Role, said: events.RoleDescribed) -> bool:
    now = (role.name, role.purpose, role.days, role.months, role.kind, role.weekly, role.skills)
    then = (said.name, said.purpose, said.days, said.months, said.role_kind, said.weekly)
    return now != (*then, said.skills)


def _already() -> Refusal:
    return Refusal("That is so already.", already=True)


@group_rule(intents.MergeRoles)
def merge_roles(case: GroupCase, intent: intents.MergeRoles) -> Decision:
    """Two roles become one; where both have a holder, the circle decides between them."""
    role, into = case.state.roles.get(intent.role), case.state.roles.get(intent.into)
    if role is None or into is None or into.merged_into:
        return NO_ROLE
    if role is into:
        return Refusal("A role can't become part of itself.")
    if role.merged_into:
        return Refusal(f"{role.name} is part of another role already.", already=True)
    held = role.held_on(case.today.isoformat())
    if held and role.kind.handed_over is not into.kind.handed_over:
        return Refusal(
            f"{case.name(held[0].person)} has {role.name} as a {role.kind.value}, and {into.name} "
            f"is a {into.kind.value}. Merge them when nobody has it."
        )
    return [events.RoleMerged(role.id, into.id)]


@group_rule(intents.DropRole)
def drop_role(case: GroupCase, intent: intents.DropRole) -> Decision:
    """A role that nobody has can be let go; whoever has it is asked first."""
    role = case.state.roles.get(intent.role)
    if role is None or role.merged_into:
        return NO_ROLE
    if role.dropped_on:
        return Refusal(f"{role.name} is not needed already.", already=True)
    held = role.held_on(case.today.isoformat())
    if held:
        return Refusal(f"{case.name(held[0].person)} has {role.name}. Release the term first.")
    return [events.RoleDropped(role.id, case.today.isoformat(), intent.reason)]


@group_rule(intents.ChooseBounds)
def choose_bounds(case: GroupCase, intent: intents.ChooseBounds) -> Decision:
    """A group sets its own bounds, within a year: every term has an end in sight."""
    now = case.state.bounds
    new = Bounds(
        now.micro_days if intent.micro_days is None else intent.micro_days,
        now.least_days if intent.least_days is None else intent.least_days,
        now.most_days if intent.most_days is None else intent.most_days,
    )
    if not 1 <= new.micro_days <= MOST_DAYS_EVER or not 1 <= new.most_days <= MOST_DAYS_EVER:
        return Refusal(f"A term lasts between 1 and {MOST_DAYS_EVER} days.")
    if not 1 <= new.least_days <= new.most_days:
        return Refusal(
            "The shortest stewardship is no longer than the longest, and a day at least."
        )
    if new == now:
        return _already()
    return [events.BoundsChosen(new.micro_days, new.least_days, new.most_days)]


def _opened(step: StepId, opening: RoleOpening) -> events.RoleOpened:
    return events.RoleOpened(
        step,
        opening.name,
        opening.purpose,
        *opening.length,
        opening.role_kind,
        opening.weekly,
        opening.skills,
    )


def openings_of_step(state: State, meeting: Meeting, step: StepId, today: str) -> list[Body]:
    """What the start of a step puts on the list of a meeting.

    The agenda's openings, where the group has no role of that name yet; those that it has; and
    what else nobody has, so that no vacancy is out of sight.
    """
    offered = meeting.steps[step].offered
    if not offered and meeting.steps[step].label != "roles":
        return []
    begun: dict[str, Body] = {}
    again: dict[str, Role] = {}
    for opening in offered:
        known = role_called(state, opening.name)
        if known is not None:
            again[known.id] = known
        else:
            begun.setdefault(opening.name, _opened(step, opening))
    for role in state.roles.values():
        if standing(role, today) in (Standing.OPEN, Standing.CONTESTED):
            again.setdefault(role.id, role)
    listed = (role for role in again.values() if role.offered_in(meeting.id) is None)
    return [*begun.values(), *(events.RoleOffered(role.id, step, today) for role in listed)]
