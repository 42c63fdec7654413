"""Who speaks next in a round: questions asked of the state, answered without changing it."""

from __future__ import annotations

from facilitator.core.events import Direction, Outcome, PersonId
from facilitator.core.state import Meeting, Round, Turn


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

    The circle goes on from the seat of the last speaker, so that someone who sat down
    behind it is reached when it comes round; those to come back to are last, in the order
    in which they asked.
    """
    said = outcomes(meeting, going)
    speaking = meeting.turn.person if meeting.turn is not None else None
    places = order(meeting, going)
    reached = _last_in_passing(meeting, going)
    if reached is not None and reached in meeting.attendance:
        places = _from(places, reached)
    first = [
        person
        for person in places
        if person not in said and person != speaking and meeting.attendance[person].here
    ]
    again = [
        person
        for person, outcome in said.items()
        if outcome is Outcome.LATER
        and person != speaking
        and person in meeting.attendance
        and meeting.attendance[person].here
    ]
    return first + again


def _last_in_passing(meeting: Meeting, going: Round) -> PersonId | None:
    """The last person whom the round reached at their seat, rather than came back to."""
    seen: set[PersonId] = set()
    last = None
    for turn in turns(meeting, going):
        if turn.person not in seen:
            seen.add(turn.person)
            last = turn.person
    return last


def _from(people: list[PersonId], start: PersonId) -> list[PersonId]:
    if start not in people:
        return list(people)
    place = people.index(start)
    return people[place:] + people[:place]
