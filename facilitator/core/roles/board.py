"""The roles of a group side by side: how each stands, and its terms as bars on a line of days."""

from __future__ import annotations

from msgspec import Struct

from facilitator.core.letters import plain_letters
from facilitator.core.roles.concerns import Concern, concerns
from facilitator.core.roles.standing import Standing, missing, standing
from facilitator.core.state import State
from facilitator.core.tenure import Role, Term
from facilitator.core.vocabulary import FactId
from facilitator.core.words import Names


class Place(Struct, frozen=True):
    """One role on the board.

    Attributes:
        held: the terms in force; none if it is open, several if several claim it.
        lacks: what its handoff lacks, a few words each; only of a stewardship with a holder.
        concerns: what about it the group should look at.
    """

    role: Role
    standing: Standing
    held: tuple[Term, ...]
    lacks: tuple[str, ...]
    concerns: tuple[Concern, ...]


ORDER = (
    Standing.CONTESTED,
    Standing.OPEN,
    Standing.CLAIMED,
    Standing.NAMED,
    Standing.SHADOWING,
    Standing.LED,
    Standing.SIGNED,
    Standing.OVER,
    Standing.DROPPED,
)
"""The order in which the board shows how roles stand: what needs somebody first."""


def board(state: State, day: str, names: Names) -> list[Place]:
    """Every role on an ISO date, by how it stands, then by its name.

    One that became part of another has no place of its own.
    """
    worries: dict[FactId, list[Concern]] = {}
    for each in concerns(state, day):
        worries.setdefault(each.role, []).append(each)
    places = [
        _place(role, day, names, tuple(worries.get(role.id, ())))
        for role in state.roles.values()
        if not role.merged_into
    ]
    return sorted(
        places,
        key=lambda each: (
            ORDER.index(each.standing),
            plain_letters(each.role.name),
            each.role.id,
        ),
    )


def _place(role: Role, day: str, names: Names, worries: tuple[Concern, ...]) -> Place:
    held = role.held_on(day) if role.needed else ()
    lacks = missing(role, held[0], names) if len(held) == 1 and role.kind.handed_over else []
    return Place(role, standing(role, day), held, tuple(lacks), worries)
