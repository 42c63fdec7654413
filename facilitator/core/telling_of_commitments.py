"""What facts about commitments say, in a few words."""

from __future__ import annotations

from facilitator.core import events
from facilitator.core.events import Body
from facilitator.core.teller import Teller, Telling
from facilitator.core.words import by, plain, short_date


def _renegotiated(tell: Teller, said: events.CommitmentRenegotiated) -> str:
    due = f"by {short_date(said.due_on)}" if said.due_on else by(said.due)
    return f"renegotiated {tell.quoted(said.what)}{f': {due}' if due else ''}"


def _completed(tell: Teller, said: events.CommitmentCompleted) -> str:
    due = f"by {short_date(said.due_on)}" if said.due_on else by(said.due)
    who = tell.who(said.owner) if said.owner else ""
    return f"{tell.commitment(said.commitment)}: {', '.join(filter(None, (who, due)))}"


TELLINGS_OF_COMMITMENTS: dict[type[Body], Telling] = {
    events.CommitmentMade: lambda tell, said: f"commitment {tell.quoted(said.what)}",
    events.CommitmentCompleted: _completed,
    events.CommitmentKept: lambda tell, said: f"{tell.commitment(said.commitment)} kept",
    events.CommitmentRenegotiated: _renegotiated,
    events.CommitmentReleased: lambda tell, said: (
        f"{tell.commitment(said.commitment)} released: {plain(said.reason, tell.names)}"
    ),
    events.CommitmentCarried: lambda tell, said: (
        f"{tell.commitment(said.commitment)} carried to the next meeting"
    ),
}
