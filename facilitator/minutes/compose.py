"""From the state to what the minutes say. Total: any meeting in any state has minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facilitator.core.events import Hat, PersonId
from facilitator.core.state import Meeting, Span, State
from facilitator.core.timing import pauses_of, running
from facilitator.minutes.handed import concerns, handed, roles_taken
from facilitator.minutes.hats import worn
from facilitator.minutes.model import (
    Attended,
    Decided,
    Minutes,
    Next,
    Stage,
    Status,
)
from facilitator.minutes.naming import called, everyone
from facilitator.minutes.outcomes import off_record
from facilitator.minutes.promised import followed_up, promised
from facilitator.minutes.skills import paired, skills_told
from facilitator.minutes.stages import home, stages
from facilitator.minutes.stops import stops
from facilitator.minutes.telling import Telling


def compose(state: State, meeting: Meeting, names: Mapping[PersonId, str], now: int) -> Minutes:
    """What the minutes of a meeting say.

    Args:
        state: everything that is known, for commitments, roles and people.
        meeting: the meeting.
        names: what people are called; whoever is missing becomes ``someone``.
        now: UTC milliseconds; how far a meeting that is still going on has got.
    """
    commitments = state.commitments_of(meeting.id)
    spoken_of = [*commitments, *state.followed_up(meeting.id)]
    roles = [role for role in state.roles.values() if concerns(role, meeting.id)]
    ends = now if meeting.closed is None else meeting.closed
    telling = Telling(
        called(everyone(state, meeting, spoken_of, roles), names), meeting.utc_offset, ends
    )
    start = meeting.gathered if meeting.opened is None else meeting.opened
    taken = tuple(one for each in roles for one in roles_taken(telling, meeting, each))
    at_steps = [each.step for each in meeting.decisions.values()]
    at_steps += [each.step for each in commitments]
    at_steps += [each.step for each in taken if each.step is not None and each.claim]
    steps = stages(telling, state, meeting, at_steps)
    return Minutes(
        meeting=meeting.id,
        title=telling.words(meeting.title),
        agenda=telling.words(meeting.agenda.title),
        status=_status(meeting),
        date=telling.moment(start).date().isoformat(),
        began=telling.moment(start),
        ended=None if meeting.closed is None else telling.moment(meeting.closed),
        so_far=telling.moment(ends),
        duration_seconds=0
        if meeting.opened is None
        else running(Span(start, ends), pauses_of(meeting), ends) // 1000,
        attendance=tuple(_attendance(telling, meeting)),
        hats={hat: telling.who(meeting.wore[hat]) for hat in Hat if meeting.wore.get(hat)},
        decisions=_decisions(telling, meeting),
        commitments=tuple(promised(telling, meeting, each) for each in commitments),
        roles=taken,
        next_meeting=_next_meeting(telling, meeting),
        steps=steps,
        not_reached=tuple(_not_reached(telling, meeting, steps)),
        worn=tuple(worn(telling, meeting)),
        deferred=tuple(_dropped(telling, meeting, deferred=True)),
        dropped=tuple(_dropped(telling, meeting, deferred=False)),
        pauses=tuple(stops(telling, meeting).get(None, [])),
        off_record=tuple(off_record(telling, meeting).get(None, [])),
        handed=tuple(handed(telling, state, meeting)),
        skills=tuple(skills_told(telling, state, meeting)),
        pairings=tuple(paired(telling, state, meeting)),
        followed_up=tuple(followed_up(telling, state, meeting)),
        imported_from=_imported_from(telling, meeting),
    )


def _status(meeting: Meeting) -> Status:
    if meeting.abandoned:
        return Status.ABANDONED
    if meeting.closed is not None:
        return Status.CLOSED
    return Status.GATHERING if meeting.opened is None else Status.OPEN


def _imported_from(telling: Telling, meeting: Meeting) -> str:
    """``flood-kitchen.log (MeetBot log)``; nothing if it was held with this program."""
    origin = meeting.imported
    return telling.words(f"{origin.file} ({origin.source})") if origin is not None else ""


def _attendance(telling: Telling, meeting: Meeting) -> Iterator[Attended]:
    for person in dict.fromkeys((*meeting.seats, *meeting.attendance)):
        attendance = meeting.attendance.get(person)
        if attendance is not None and attendance.spans:
            yield Attended(
                person=telling.who(person),
                newcomer=attendance.newcomer,
                present=any(_during(span, meeting, telling.ends) for span in attendance.spans),
                stretches=tuple(map(telling.stretch, attendance.spans)),
            )


def _during(span: Span, meeting: Meeting, ends: int) -> bool:
    """Whether someone was there between the opening and the close."""
    if meeting.opened is None:
        return True
    return span.began <= ends and (span.ended is None or span.ended > meeting.opened)


def _decisions(telling: Telling, meeting: Meeting) -> tuple[Decided, ...]:
    return tuple(
        Decided(
            id=each.id,
            at=telling.moment(each.at),
            step=home(meeting, each.step),
            text=telling.words(each.text),
            read_back=tuple(map(telling.words, each.before)),
        )
        for each in meeting.decisions.values()
    )


def _next_meeting(telling: Telling, meeting: Meeting) -> Next:
    planned = meeting.next_meeting
    return Next(
        when=telling.words(planned.when),
        facilitator=telling.anyone(planned.facilitator),
        note_taker=telling.anyone(planned.note_taker),
        on=planned.on,
    )


def _not_reached(telling: Telling, meeting: Meeting, shown: tuple[Stage, ...]) -> Iterator[str]:
    there = {stage.id for stage in shown}
    for step in dict.fromkeys(meeting.plan):
        if step in meeting.steps and step not in there:
            yield telling.words(meeting.steps[step].title)


def _dropped(telling: Telling, meeting: Meeting, *, deferred: bool) -> Iterator[str]:
    for step, put_off in meeting.dropped.items():
        if step in meeting.steps and put_off is deferred:
            yield telling.words(meeting.steps[step].title)
