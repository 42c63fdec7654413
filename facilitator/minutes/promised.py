"""What a meeting promised, and what it said of earlier promises, as it left them."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.commitment import Commitment
from facilitator.core.commitments.standing import made_on
from facilitator.core.commitments.wording import lineage_words
from facilitator.core.state import Meeting, State
from facilitator.minutes.model_of_commitments import FollowedUp, Promised
from facilitator.minutes.stages import home
from facilitator.minutes.telling import Telling


def promised(telling: Telling, meeting: Meeting, made: Commitment) -> Promised:
    """A commitment as the meeting at which it was made left it."""
    left = made.as_of(meeting.id)
    return Promised(
        id=left.id,
        at=telling.moment(left.at),
        step=home(meeting, left.step),
        owner=telling.anyone(left.owner),
        what=telling.words(left.what),
        due=telling.words(left.due),
        due_on=telling.words(left.due_on),
        state=left.fate.value,
        reason=_reason(telling, left),
    )


def followed_up(telling: Telling, state: State, meeting: Meeting) -> Iterator[FollowedUp]:
    """What was said of each earlier commitment."""
    day = telling.moment(telling.ends).date().isoformat()
    for left in state.followed_up(meeting.id):
        yield FollowedUp(
            id=left.id,
            owner=telling.anyone(left.owner),
            what=telling.words(left.what),
            due=telling.words(left.due),
            due_on=telling.words(left.due_on),
            state=left.fate.value,
            reason=_reason(telling, left),
            promised=telling.words(made_on(left)),
            lineage=telling.words(lineage_words(left, telling.names, day)),
        )


def _reason(telling: Telling, left: Commitment) -> str:
    return telling.words(left.lineage[-1].reason) if left.lineage else ""
