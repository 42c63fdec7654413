"""Commitments: made, and what became of them. What is kept or released never comes back."""

from __future__ import annotations

from typing import TypeAlias

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.commitment import Change, Commitment, Fate
from facilitator.core.effects import on
from facilitator.core.facts import Fact
from facilitator.core.state import State
from facilitator.core.vocabulary import Text

Said: TypeAlias = (
    events.CommitmentKept
    | events.CommitmentRenegotiated
    | events.CommitmentReleased
    | events.CommitmentCarried
)


@on(events.CommitmentMade)
def _made(state: State, fact: Fact, body: events.CommitmentMade) -> None:
    made = Change(fact.id, Fate.OPEN, body.on, fact.meeting, body.what, body.due, body.due_on)
    state.commitments[fact.id] = Commitment(
        fact.id,
        fact.meeting,
        fact.at,
        body.step,
        body.owner,
        body.what,
        body.due,
        body.due_on,
        body.on,
        (made,),
    )


@on(events.CommitmentCompleted)
def _completed(state: State, _fact: Fact, body: events.CommitmentCompleted) -> None:
    """What is said later is as if it had been said at first: it is no change of a promise."""
    found = state.commitments.get(body.commitment)
    if found is None or found.over:
        return
    owner = found.owner or body.owner
    due, due_on = (found.due, found.due_on) if found.due else (body.due, body.due_on)
    lineage = (*found.lineage[:-1], replace(found.lineage[-1], due=due, due_on=due_on))
    state.commitments[found.id] = replace(
        found, owner=owner, due=due, due_on=due_on, lineage=lineage
    )


@on(events.CommitmentKept)
def _kept(state: State, fact: Fact, body: events.CommitmentKept) -> None:
    _became(state, fact, body, Fate.KEPT)


@on(events.CommitmentReleased)
def _released(state: State, fact: Fact, body: events.CommitmentReleased) -> None:
    _became(state, fact, body, Fate.RELEASED, body.reason)


@on(events.CommitmentCarried)
def _carried(state: State, fact: Fact, body: events.CommitmentCarried) -> None:
    _became(state, fact, body, Fate.CARRIED)


@on(events.CommitmentRenegotiated)
def _renegotiated(state: State, fact: Fact, body: events.CommitmentRenegotiated) -> None:
    found = state.commitments.get(body.commitment)
    if found is not None and not found.over:
        anew = replace(found, what=body.what, due=body.due, due_on=body.due_on)
        state.commitments[found.id] = anew
        _became(state, fact, body, Fate.RENEGOTIATED, body.reason)


def _became(state: State, fact: Fact, body: Said, fate: Fate, reason: Text = ()) -> None:
    found = state.commitments.get(body.commitment)
    if found is None or found.over:
        return
    change = Change(
        fact.id, fate, body.on, fact.meeting, found.what, found.due, found.due_on, reason
    )
    state.commitments[found.id] = replace(found, lineage=(*found.lineage, change))
