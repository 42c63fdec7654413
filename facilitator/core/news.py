"""What others did that somebody at this terminal is told of: it was theirs, or is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitator.core import events
from facilitator.core.events import PersonId, Undone
from facilitator.core.facts import Fact
from facilitator.core.state import State
from facilitator.core.telling import told
from facilitator.core.writing import Seat

SEAT_IS_HERE = "This terminal has the facilitator's seat now"


def news(
    facts: Iterable[Fact], state: State, names: Mapping[PersonId, str], here: Seat
) -> list[str]:
    """What is said of facts that came in: what of this terminal's was taken back, and the seat.

    Args:
        facts: what came in, in order.
        state: what all facts add up to.
        names: what everyone is called.
        here: this copy and this terminal.
    """
    found = []
    for fact in facts:
        elsewhere = (fact.replica, fact.terminal) != here and fact.action not in state.struck
        match fact.body:
            case Undone(target=target) if elsewhere and _done_at(here, target, state):
                found.append(f"{fact.terminal} took back: {told(target, state, names)}")
            case events.SeatGiven(terminal=terminal, replica=replica) if elsewhere:
                if (replica or fact.replica, terminal) == here:
                    found.append(f"{SEAT_IS_HERE}: {fact.terminal} passed it on.")
            case _:
                pass
    return found


def _done_at(here: Seat, action: str, state: State) -> bool:
    return any(
        fact.action == action and (fact.replica, fact.terminal) == here for fact in state.facts
    )
