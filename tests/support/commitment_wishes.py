"""What people may ask for about commitments at some moment, sensible or not."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import NOBODY
from facilitator.core.intents import Intent
from facilitator.core.state import State

NOTHING = "99@none"


def commitment_wishes(state: State) -> list[Intent]:
    """Intents aimed at the latest commitments, and at one that never was."""
    someone = next(iter(state.people), NOTHING)
    known = [*[*state.commitments][-2:], NOTHING]
    return [
        *(intents.KeepCommitment(each) for each in known),
        *(intents.CarryCommitment(each) for each in known),
        *(intents.ReleaseCommitment(each, ("ill",)) for each in known),
        intents.ReleaseCommitment(known[0], ()),
        *(intents.RenegotiateCommitment(each, "2999-01-01", "2999-01-01") for each in known),
        intents.RenegotiateCommitment(known[0], "soon", what=("something else",)),
        intents.RenegotiateCommitment(known[0]),
        *(intents.CompleteCommitment(each, someone) for each in known),
        *(intents.CompleteCommitment(each, due="soon") for each in known),
        intents.CompleteCommitment(known[0], due="today", due_on="2999-01-01"),
        intents.CompleteCommitment(known[0]),
        intents.Commit(("Sweep",), "", NOBODY, "next meeting", others=(NOTHING,)),
    ]
