"""Who was there when a step or a round was left, and had not been heard."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from facilitator.core.events import Floor, PersonId, StepId
from facilitator.core.state import Meeting, Turn
from facilitator.minutes.model import Who
from facilitator.minutes.model_of_steps import WentRound
from facilitator.minutes.telling import Telling


def there(meeting: Meeting, moment: int) -> list[PersonId]:
    """Who took part at a moment, in seating order; someone out for a moment still does."""
    return [
        person
        for person in dict.fromkeys(meeting.seats)
        if person in meeting.attendance
        and any(
            span.began <= moment and (span.ended is None or moment <= span.ended)
            for span in meeting.attendance[person].spans
        )
    ]


def going_on(meeting: Meeting, step: StepId) -> bool:
    """Whether the circle is at a step."""
    return meeting.closed is None and step == meeting.step_id


def left_at(telling: Telling, meeting: Meeting, step: StepId) -> int | None:
    """When the circle left a step for the last time; if it is there, how far it has got."""
    ends = [visit.span.ended for visit in meeting.visits if visit.step == step]
    return max((telling.ends if end is None else end for end in ends), default=None)


def unheard(telling: Telling, meeting: Meeting, step: StepId, turns: list[Turn]) -> Iterator[Who]:
    """Who had no turn at a step where everyone is heard, once it was left."""
    plan = meeting.steps.get(step)
    if plan is not None and plan.floor is Floor.ROUND:
        yield from _without_turn(telling, meeting, step, turns)


def went_round(
    telling: Telling, meeting: Meeting, step: StepId, turns: list[Turn]
) -> Iterator[WentRound]:
    """The rounds of a step in which somebody had a turn."""
    by_round: dict[str, list[Turn]] = {}
    for turn in turns:
        if turn.round in meeting.rounds:
            by_round.setdefault(turn.round, []).append(turn)
    # A round ends when the next one begins to be spoken in.
    ends = [turns[0].span.began for turns in by_round.values()]
    for place, (identity, taken) in enumerate(by_round.items(), start=1):
        going, end = meeting.rounds[identity], ends[place] if place < len(ends) else None
        yield WentRound(
            id=identity,
            start=telling.anyone(going.start),
            direction=going.direction,
            unheard=tuple(_without_turn(telling, meeting, step, taken, end)),
        )


def hands_up(telling: Telling, meeting: Meeting, step: StepId) -> Iterator[Who]:
    """Whose hands were still up when a step was left."""
    waiting = {hand.person for hand in meeting.hands.values() if hand.up and hand.step == step}
    yield from _those(telling, meeting, step, waiting)


def _without_turn(
    telling: Telling,
    meeting: Meeting,
    step: StepId,
    turns: list[Turn],
    end: int | None = None,
) -> Iterator[Who]:
    spoke = {turn.person for turn in turns}
    yield from _those(telling, meeting, step, set(meeting.seats) - spoke, end)


def _those(
    telling: Telling,
    meeting: Meeting,
    step: StepId,
    people: Collection[PersonId],
    end: int | None = None,
) -> Iterator[Who]:
    """Those of some people who were there at the end of a step, or of a part of it."""
    if end is None and not going_on(meeting, step):
        end = left_at(telling, meeting, step)
    if end is not None:
        yield from (telling.who(person) for person in there(meeting, end) if person in people)
