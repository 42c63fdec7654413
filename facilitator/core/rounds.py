"""Who speaks next in a round: questions asked of the state, answered without changing it."""

from __future__ import annotations

from facilitator.core.events import NOBODY, Direction, Hat, Outcome, PersonId
from facilitator.core.state import Meeting, Round, Turn

OPEN_FLOOR_SECONDS = 120
"""Time for a turn at a step that plans none."""


def order(meeting: Meeting, going: Round) -> list[PersonId]:
    """Everyone with a seat, in the order in which the round reaches them."""
    seats = meeting.seats if going.direction is Direction.SUNWISE else meeting.seats[::-1]
    return _from(seats, going.start)


def turns(meeting: Meeting, going: Round) -> list[Turn]:
    """The turns of a round, in the order in which they began."""
    return [meeting.turns[turn] for turn in meeting.turns_in.get(going.id, ())]


def outcomes(meeting: Meeting, going: Round) -> dict[PersonId, Outcome]:
    """How each person's latest ended turn in the round came out, latest last."""
    result: dict[PersonId, Outcome] = {}
    for turn in turns(meeting, going):
        if turn.outcome is not None:
            result.pop(turn.person, None)
            result[turn.person] = turn.outcome
    return result


def waiting(meeting: Meeting, going: Round) -> list[PersonId]:
    """Who in the room is still to be heard, in order.

    The circle goes on from the seat that it has reached, so that someone who sat down
    there or before it is reached when it comes round; those to come back to are last, in the order
    in which they asked. Who speaks with a raised hand keeps their place.
    """
    said = outcomes(meeting, going)
    turn = meeting.turn
    speaking = turn.person if turn is not None and turn.round == going.id else None
    places = order(meeting, going)
    if going.reached in meeting.attendance:
        passed, *ahead = _from(places, going.reached)
        places = [*ahead, passed]
    first = [
        person
        for person in places
        if person not in said and person != speaking and meeting.attendance[person].in_room
    ]
    again = [
        person
        for person, outcome in said.items()
        if outcome is Outcome.LATER
        and person != speaking
        and person in meeting.attendance
        and meeting.attendance[person].in_room
    ]
    return first + again


def not_yet_heard(meeting: Meeting, going: Round) -> list[PersonId]:
    """Whom to ask once more before a round ends: who passed, and who is out for a moment."""
    said = outcomes(meeting, going)
    return [
        person
        for person in order(meeting, going)
        if meeting.attendance[person].here
        and (
            said.get(person) is Outcome.PASSED
            or (meeting.attendance[person].out and said.get(person) is not Outcome.HEARD)
        )
    ]


def first_speaker(meeting: Meeting, direction: Direction) -> PersonId:
    """Who starts the next round: a third of the circle on from the last start.

    The facilitator is neither first nor last by habit, where there are enough people.
    """
    people = [person for person in meeting.present if meeting.attendance[person].in_room]
    if not people:
        return NOBODY
    starts = [going.start for going in meeting.rounds.values() if going.start in people]
    place = people.index(starts[-1]) + max(1, len(people) // 3) if starts else 0
    last = -1 if direction is Direction.SUNWISE else 1
    for step in range(len(people)):
        start = (place + step) % len(people)
        first_and_last = (people[start], people[(start + last) % len(people)])
        if len(people) < 3 or meeting.hats.get(Hat.FACILITATOR, NOBODY) not in first_and_last:
            return people[start]
    return people[place % len(people)]


def next_direction(meeting: Meeting) -> Direction:
    """The way the next round goes: the other way than the last one."""
    last = next(reversed(meeting.rounds.values()), None)
    return last.direction.other if last is not None else Direction.SUNWISE


def turn_seconds(meeting: Meeting) -> int:
    """Time for a turn at the step that the circle is at, in seconds."""
    going, step = meeting.round, meeting.step
    agreed = going.seconds if going is not None else 0
    return agreed or (step.turn_seconds if step is not None else 0) or OPEN_FLOOR_SECONDS


def _from(people: list[PersonId], start: PersonId) -> list[PersonId]:
    if start not in people:
        return list(people)
    place = people.index(start)
    return people[place:] + people[:place]
