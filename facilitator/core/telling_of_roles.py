"""What facts about roles say, in a few words."""

from __future__ import annotations

from facilitator.core import events
from facilitator.core.events import Body
from facilitator.core.teller import Teller, Telling
from facilitator.core.words import plain, short, short_date


def _described(tell: Teller, said: events.RoleDescribed) -> str:
    before = tell.role(said.role)
    name = short(said.name)
    return f"role {before} described" if name in before else f"{before} is “{name}” now"


def _released(tell: Teller, said: events.TermReleased) -> str:
    """How a term came to its end, and whose it was; the signature beside it says handed over."""
    why = f": {plain(said.reason, tell.names)}" if said.reason else ""
    role, holder = tell.term(said.term), tell.holder(said.term)
    if said.emergency:
        return f"{role} released by {holder} in an emergency{why}"
    signed = (each for each in tell.beside() if isinstance(each, events.HandoffSigned))
    if any(each.term == said.term for each in signed):
        return f"{role} handed over from {holder} to {tell.successor(said.term)}{why}"
    return f"{role} given back by {holder}{why}"


def _ticked(tell: Teller, said: events.SkillTicked) -> str:
    """What the learner said; or, as they were named, that they bring it along."""
    skill, who = f"“{said.skill}” of {tell.term(said.term)}", tell.successor(said.term)
    with_naming = any(isinstance(each, events.SuccessorNamed) for each in tell.beside())
    return f"{skill} ticked, since {who} has it already" if with_naming else f"{who} ticked {skill}"


TELLINGS_OF_ROLES: dict[type[Body], Telling] = {
    events.RoleOpened: lambda _, said: f"role “{short(said.name)}” offered",
    events.RoleOffered: lambda tell, said: f"role {tell.role(said.role)} on the list",
    events.RoleDescribed: _described,
    events.RoleMerged: lambda tell, said: (
        f"{tell.role(said.role)} is part of {tell.role(said.into)} now"
    ),
    events.RoleDropped: lambda tell, said: f"{tell.role(said.role)} not needed any more",
    events.BoundsChosen: lambda _, said: (
        f"terms: a micro-role {said.micro_days} days at most, "
        f"a stewardship {said.least_days} to {said.most_days}"
    ),
    events.RoleClaimed: lambda tell, said: (
        f"{tell.role(said.role)} claimed by {tell.who(said.person)}"
    ),
    events.RoleFilled: lambda tell, said: (
        f"{tell.who(said.person)} chosen for {tell.role(said.role)}"
    ),
    events.ClaimSettled: lambda tell, said: (
        f"the circle decided that {tell.holder(said.term)} has {tell.role(said.role)}"
    ),
    events.SuccessorNamed: lambda tell, said: (
        f"{tell.who(said.person) if said.person else 'nobody'} is next for {tell.term(said.term)}"
    ),
    events.ShadowingBegan: lambda tell, said: (
        f"{tell.successor(said.term)} shadows {tell.term(said.term)}"
    ),
    events.SuccessorLed: lambda tell, said: (
        f"{tell.successor(said.term)} led {tell.term(said.term)} once"
    ),
    events.SkillTicked: _ticked,
    events.SkillConfirmed: lambda tell, said: (
        f"{tell.holder(said.term)} confirmed “{said.skill}” of {tell.term(said.term)} "
        f"for {tell.successor(said.term)}"
    ),
    events.HandoffTold: lambda tell, said: f"handoff of {tell.term(said.term)} written down",
    events.HandoffSigned: lambda tell, said: (
        f"{tell.who(said.person)} signed for {tell.term(said.term)}"
    ),
    events.TermReleased: _released,
    events.PersonLeftGroup: lambda tell, said: (
        f"{tell.who(said.person)} left the group on {short_date(said.on)}"
    ),
    events.PersonRejoined: lambda tell, said: f"{tell.who(said.person)} is back in the group",
}
