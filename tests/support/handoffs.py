"""How a group trains the next one, step by step."""

from __future__ import annotations

from facilitator.core import intents
from support.group import Group


def claim(group: Group, role: str, name: str) -> None:
    group.do(intents.ClaimRole(group.role(role).id, group.who(name)))


def name_next(group: Group, role: str, name: str) -> None:
    group.do(intents.NameSuccessor(group.term(role).id, group.who(name)))


def shadow(group: Group, role: str) -> None:
    group.do(intents.BeginShadowing(group.term(role).id))


def lead(group: Group, role: str) -> None:
    group.do(intents.RecordLed(group.term(role).id))


def pass_on(group: Group, role: str) -> None:
    """Every skill of the list is ticked, unless it was brought along, and confirmed."""
    term = group.term(role)
    for skill in group.role(role).skills:
        if skill not in term.ticked:
            group.do(intents.TickSkill(term.id, skill))
        group.do(intents.ConfirmSkill(term.id, skill))


def train(group: Group, role: str, name: str) -> None:
    """Everything but the signatures."""
    name_next(group, role, name)
    shadow(group, role)
    lead(group, role)
    pass_on(group, role)


def sign(group: Group, role: str, name: str) -> None:
    group.do(intents.SignHandoff(group.term(role).id, group.who(name)))


def hand_over(group: Group, role: str, name: str) -> None:
    """The whole way from the holder to somebody else."""
    train(group, role, name)
    holder = group.names[group.term(role).person]
    sign(group, role, holder)
    sign(group, role, name)
