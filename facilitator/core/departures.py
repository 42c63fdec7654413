"""Who has left the group, as the journal is or would be, and what of that can't be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from facilitator.core.events import FactId, PersonId, PersonLeftGroup, PersonRejoined, Undone
from facilitator.core.facts import Fact
from facilitator.core.fold import taken_back
from facilitator.core.state import State

NO_RETURN = (
    "Somebody who left with that was forgotten for good, and is not brought back without a name. "
    "Whoever comes anew is seated as new."
)


def undoing_refused(state: State, action: FactId, known: Collection[PersonId]) -> str:
    """Why an action can't be taken back, a sentence: somebody would be back who was forgotten.

    Nothing if it can.

    Args:
        state: what the group is.
        action: what is to be taken back; be it an undoing, which is to do it again.
        known: everyone who has a name. Whoever is forgotten left the group with it, for good: the
            roles that they had would have a holder whom nobody can name or ask.
    """
    last = state.facts[-1]
    undoing = Fact("", last.lamport + 1, last.replica, last.at, "", "", "", Undone(action))
    nameless = state.departed.keys() - known
    if not nameless:
        return ""
    after = _departed(state.facts, taken_back([*state.facts, undoing]))
    return "" if nameless <= after else NO_RETURN


def _departed(facts: Iterable[Fact], struck: Collection[FactId]) -> set[PersonId]:
    gone: set[PersonId] = set()
    for fact in facts:
        if fact.action in struck:
            continue
        if isinstance(fact.body, PersonLeftGroup):
            gone.add(fact.body.person)
        elif isinstance(fact.body, PersonRejoined):
            gone.discard(fact.body.person)
    return gone
