"""When every clock stands still, and when a clock was wrong."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import in_meeting, on
from facilitator.core.events import Stop
from facilitator.core.facts import Fact
from facilitator.core.spans import ended, shifted
from facilitator.core.state import Meeting, Pause, State

COME_BACK_TO = (Stop.PAUSE, Stop.SILENCE, Stop.CATCHING_UP, Stop.BREAK)


@in_meeting(events.CirclePaused)
def _paused(meeting: Meeting, fact: Fact, body: events.CirclePaused) -> None:
    interrupted = _come_back_to(meeting, body.stop)
    if meeting.paused:
        _resumed(meeting, fact, body)
    meeting.interrupted = interrupted
    meeting.pauses.append(
        Pause(fact.at, stop=body.stop, reason=body.reason, until=max(0, body.until))
    )
    if body.stop is events.Stop.BREAK:
        meeting.break_planned = 0


def _come_back_to(meeting: Meeting, stop: Stop) -> list[Pause]:
    """The stops that one which begins interrupts; one that was interrupted itself goes on again.

    A break comes in place of all others. A circle that was left is not come back to: whoever
    stops it for something else is there.
    """
    before = meeting.pause
    if before is None or stop is Stop.BREAK:
        return []
    stood = [*meeting.interrupted, *([before] if before.stop in COME_BACK_TO else [])]
    kinds = [each.stop for each in stood]
    return stood[: kinds.index(stop)] if stop in kinds else stood


@in_meeting(events.CircleResumed)
def _resumed(meeting: Meeting, fact: Fact, _body: object) -> None:
    meeting.interrupted = []
    if meeting.paused:
        meeting.pauses[-1:] = ended((meeting.pauses[-1],), fact.at)


@in_meeting(events.BreakPlanned)
def _break_planned(meeting: Meeting, _fact: Fact, body: events.BreakPlanned) -> None:
    meeting.break_planned = max(0, body.minutes)


@in_meeting(events.TimeLeftOut)
def _left_out(meeting: Meeting, _fact: Fact, body: events.TimeLeftOut) -> None:
    if body.began < body.ended:
        gone = Pause(body.began, body.ended, stop=events.Stop.ASLEEP)
        # What goes on stays last.
        meeting.pauses.insert(len(meeting.pauses) - meeting.paused, gone)


@on(events.ClockSetBack)
def _set_back(state: State, fact: Fact, body: events.ClockSetBack) -> None:
    """All that was so far was so much earlier by the clock as it is now.

    All of it: where only what goes on were moved, a pause could come to lie in somebody
    else's turn, and a turn beside its own pauses.
    """
    by = -body.by
    if by >= 0 or not fact.meeting:
        return
    # Commitments are read without their meeting too, and have to be the same there.
    _shift_moments(state.commitments, by, fact.meeting)
    meeting = state.meetings.get(fact.meeting)
    if meeting is None or meeting.closed is not None:
        return
    _shift_spans(meeting, by)
    meeting.gathered += by
    if meeting.opened is not None:
        meeting.opened += by
    meeting.hat_changes = [replace(each, at=each.at + by) for each in meeting.hat_changes]
    meeting.mustered = {
        step: {person: at + by for person, at in people.items()}
        for step, people in meeting.mustered.items()
    }
    selected = (meeting.nominations, meeting.proposals, meeting.objections)
    for written in (meeting.hands, meeting.notes, meeting.decisions, *selected):
        _shift_moments(written, by)


def _shift_spans(meeting: Meeting, by: int) -> None:
    meeting.visits = [replace(each, span=shifted(each.span, by)) for each in meeting.visits]
    meeting.pauses = [_shifted_pause(each, by) for each in meeting.pauses]
    meeting.interrupted = [_shifted_pause(each, by) for each in meeting.interrupted]
    meeting.off_record = [shifted(each, by) for each in meeting.off_record]
    for turn in meeting.turns.values():
        pauses = tuple(shifted(pause, by) for pause in turn.pauses)
        meeting.turns[turn.id] = replace(turn, span=shifted(turn.span, by), pauses=pauses)
    for attendance in meeting.attendance.values():
        spans = tuple(shifted(span, by) for span in attendance.spans)
        meeting.attendance[attendance.person] = replace(attendance, spans=spans)


def _shifted_pause(pause: Pause, by: int) -> Pause:
    return replace(shifted(pause, by), until=max(0, pause.until + by) if pause.until else 0)


def _shift_moments(written: dict[str, Any], by: int, meeting: str = "") -> None:
    for key, each in written.items():
        if not meeting or each.meeting == meeting:
            written[key] = replace(each, at=each.at + by)
