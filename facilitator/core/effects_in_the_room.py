"""Who is there: meetings that are called, people, seats, hats, settings."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import in_meeting, on
from facilitator.core.events import NOBODY, THE_FACT_ITSELF, Direction, PersonId
from facilitator.core.facts import Fact
from facilitator.core.spans import ended
from facilitator.core.state import Attendance, HatChange, Meeting, Person, Span, State


@on(events.MeetingGathered)
def _gathered(state: State, fact: Fact, body: events.MeetingGathered) -> None:
    steps = {f"step-{place}": step for place, step in enumerate(body.agenda.steps, start=1)}
    state.meetings[fact.id] = Meeting(
        id=fact.id,
        title=body.title,
        agenda=body.agenda,
        utc_offset=body.utc_offset,
        gathered=fact.at,
        plan=list(steps),
        steps=dict(steps),
    )


@in_meeting(events.MeetingImported)
def _imported(meeting: Meeting, _fact: Fact, body: events.MeetingImported) -> None:
    meeting.imported = body


@in_meeting(events.MeetingTitled)
def _titled(meeting: Meeting, _fact: Fact, body: events.MeetingTitled) -> None:
    meeting.title = body.title


@in_meeting(events.MeetingAbandoned)
def _abandoned(meeting: Meeting, _fact: Fact, _body: events.MeetingAbandoned) -> None:
    meeting.abandoned = True


@on(events.PersonArrived)
def _arrived(state: State, fact: Fact, body: events.PersonArrived) -> None:
    person = fact.id if body.person == THE_FACT_ITSELF else body.person
    # Someone whose first arrival was taken back is new to the group when they arrive again.
    if body.person == THE_FACT_ITSELF or (person in state.struck and person not in state.people):
        state.people[person] = Person(person, fact.at, fact.meeting)
    meeting = state.meetings.get(fact.meeting)
    if meeting is None:
        return
    before = meeting.attendance.get(person)
    if before is None:
        before = Attendance(person)
        meeting.seats.append(person)
    if not before.here:
        before = replace(before, spans=(*before.spans, Span(fact.at)))
    meeting.attendance[person] = replace(
        before, newcomer=before.newcomer or body.newcomer, out=False
    )


@in_meeting(events.PersonMarked)
def _marked(meeting: Meeting, _fact: Fact, body: events.PersonMarked) -> None:
    attendance = meeting.attendance.get(body.person)
    if attendance is not None:
        meeting.attendance[body.person] = replace(attendance, newcomer=body.newcomer)


@in_meeting(events.PersonSeated)
def _seated(meeting: Meeting, _fact: Fact, body: events.PersonSeated) -> None:
    if body.person not in meeting.attendance or body.person == body.after:
        return
    if body.after != NOBODY and body.after not in meeting.attendance:
        return
    _stay_where_they_were(meeting, body.person)
    meeting.seats.remove(body.person)
    place = 0 if body.after == NOBODY else meeting.seats.index(body.after) + 1
    meeting.seats.insert(place, body.person)


def _stay_where_they_were(meeting: Meeting, person: PersonId) -> None:
    """A round that has reached someone does not go with them when they sit down elsewhere."""
    for going in meeting.rounds.values():
        if going.reached == person:
            back = -1 if going.direction is Direction.SUNWISE else 1
            place = (meeting.seats.index(person) + back) % len(meeting.seats)
            meeting.rounds[going.id] = replace(going, reached=meeting.seats[place])


@in_meeting(events.SeatsSwapped)
def _swapped(meeting: Meeting, _fact: Fact, body: events.SeatsSwapped) -> None:
    if body.one in meeting.attendance and body.other in meeting.attendance:
        one, other = meeting.seats.index(body.one), meeting.seats.index(body.other)
        meeting.seats[one], meeting.seats[other] = body.other, body.one
        swapped = {body.one: body.other, body.other: body.one}
        for going in meeting.rounds.values():
            reached = swapped.get(going.reached, going.reached)
            meeting.rounds[going.id] = replace(going, reached=reached)


@in_meeting(events.PersonLeft)
def _left(meeting: Meeting, fact: Fact, body: events.PersonLeft) -> None:
    attendance = meeting.attendance.get(body.person)
    if attendance is None or not attendance.here:
        return
    if meeting.opened is None:
        # Nothing has been said yet: a name that is taken off the list was never there.
        del meeting.attendance[body.person]
        meeting.seats.remove(body.person)
        meeting.hats = {hat: one for hat, one in meeting.hats.items() if one != body.person}
        meeting.wore = {hat: one for hat, one in meeting.wore.items() if one != body.person}
        return
    spans = ended(attendance.spans, fact.at)
    meeting.attendance[body.person] = replace(attendance, spans=spans, out=False)


@in_meeting(events.PersonSteppedOut)
def _stepped_out(meeting: Meeting, _fact: Fact, body: events.PersonSteppedOut) -> None:
    _mark_out(meeting, body.person, out=True)


@in_meeting(events.PersonCameBack)
def _came_back(meeting: Meeting, _fact: Fact, body: events.PersonCameBack) -> None:
    _mark_out(meeting, body.person, out=False)


def _mark_out(meeting: Meeting, person: PersonId, *, out: bool) -> None:
    attendance = meeting.attendance.get(person)
    if attendance is not None and attendance.here:
        meeting.attendance[person] = replace(attendance, out=out)


@in_meeting(events.CategoryTaken)
def _category(meeting: Meeting, _fact: Fact, body: events.CategoryTaken) -> None:
    meeting.categories.pop(body.person, None)
    if body.category:
        meeting.categories[body.person] = body.category


@in_meeting(events.HatGiven)
def _hat(meeting: Meeting, fact: Fact, body: events.HatGiven) -> None:
    meeting.hats.pop(body.hat, None)
    meeting.hat_changes.append(HatChange(fact.at, body.hat, body.person))
    if body.person != NOBODY:
        meeting.hats[body.hat] = meeting.wore[body.hat] = body.person
    elif meeting.opened is None:
        meeting.wore.pop(body.hat, None)
    if meeting.swapped.get(body.hat) == body.person:
        del meeting.swapped[body.hat]


@in_meeting(events.RotaSkipped)
def _skipped(meeting: Meeting, _fact: Fact, body: events.RotaSkipped) -> None:
    meeting.skipped.add((body.hat, body.person))


@in_meeting(events.TurnsSwapped)
def _turns_swapped(meeting: Meeting, _fact: Fact, body: events.TurnsSwapped) -> None:
    meeting.swapped[body.hat] = body.person


@in_meeting(events.SeatGiven)
def _seat(meeting: Meeting, fact: Fact, body: events.SeatGiven) -> None:
    # A copy of the journal has no name of its own before it has written something.
    meeting.seat = (body.replica or fact.replica, body.terminal)


@in_meeting(events.SettingChosen)
def _setting(meeting: Meeting, _fact: Fact, body: events.SettingChosen) -> None:
    meeting.settings[body.setting] = body.on
