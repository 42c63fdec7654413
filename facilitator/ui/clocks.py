"""Clocks as people read them: a turn's, a stopwatch's, and what it says while all stand still."""

from __future__ import annotations

from facilitator.core import timing
from facilitator.core.agenda import ClockStyle
from facilitator.core.events import Setting, Stop
from facilitator.core.state import Meeting
from facilitator.core.words import span, time_of_day
from facilitator.ui.text import fit
from facilitator.ui.views import Phase

_PHASES = {
    timing.Phase.CALM: Phase.CALM,
    timing.Phase.WARNING: Phase.WARNING,
    timing.Phase.OVER: Phase.OVER,
}

STILL_SECONDS = 10
"""In stillness clocks move when so many seconds are full, on every display."""

LONGEST_REASON = 48
"""Cells of a reason that are shown, so that the key that ends the silence is seen behind it."""

GOES_ON = {
    Stop.SILENCE: "silence · g ends it",
    Stop.CATCHING_UP: "waiting for the notes · w goes on",
}


def turn_clock(meeting: Meeting, now: int) -> tuple[str, float | None, Phase]:
    """The turn's clock: its reading, the share that is left by the second, its phase."""
    turn = meeting.turn
    if turn is None:
        return "", None, _phase_between(meeting, now)
    reading = timing.turn_reading(meeting, turn, now)
    phase = Phase.PAUSED if turn.paused or meeting.paused else _PHASES[reading.phase]
    style = timing.clock_style(meeting, turn)
    if style is ClockStyle.HIDDEN:
        return "", None, Phase.PAUSED if phase is Phase.PAUSED else Phase.CALM
    seconds = max(0, -(-reading.left // 1000))
    left = seconds / (reading.given / 1000) if reading.given else 0.0
    return reading_text(reading, style), min(1.0, left), phase


def _phase_between(meeting: Meeting, now: int) -> Phase:
    """The phase while nobody speaks: a break can be over as well."""
    if not meeting.paused:
        return Phase.IDLE
    left = timing.break_clock(meeting, now)
    return Phase.OVER if left is not None and left <= 0 else Phase.PAUSED


def stopwatch(meeting: Meeting, now: int) -> tuple[str, float | None, Phase]:
    """A muster's clock: what is gone of the planned minutes; after them, how long it is over."""
    step_id = meeting.step_id or ""
    given = meeting.planned_minutes(step_id) * 60_000 if step_id in meeting.steps else 0
    reading = timing.Reading(timing.step_elapsed(meeting, step_id, now), given)
    phase = _PHASES[reading.phase] if given else Phase.CALM
    left = min(1.0, max(0, reading.left) // 1000 / (given / 1000)) if given else None
    shown = span(reading.left) if phase is Phase.OVER else span(max(1, reading.elapsed))
    return shown, left, Phase.PAUSED if meeting.paused else phase


def reading_text(reading: timing.Reading, style: ClockStyle) -> str:
    """A clock's reading as the step wants it shown; past the end always as ``+0:12``."""
    if style is ClockStyle.HIDDEN:
        return ""
    if style is ClockStyle.UP and reading.left > 0:
        return span(max(1, reading.elapsed))
    return span(reading.left)


def standing_still(meeting: Meeting, now: int) -> str:
    """What is said while every clock stands still; nothing while they go."""
    pause, left = meeting.pause, timing.break_clock(meeting, now)
    if pause is None:
        return ""
    if left is not None and left <= 0:
        return f"break is over · {span(left)}"
    if pause.stop is Stop.BREAK:
        back = f"back at {time_of_day(pause.until, meeting.utc_offset)}" if pause.until else ""
        return " · ".join(filter(None, ("break", back)))
    if pause.stop is Stop.SILENCE and pause.reason:
        return f"silence: {fit(pause.reason, LONGEST_REASON)} · g ends it"
    return GOES_ON.get(pause.stop, "paused · space goes on")


def step_line(meeting: Meeting, now: int) -> str:
    """How long a step has taken: ``2:10``, or of what was planned ``2:10 of 20:00``.

    In the last fifth ``! 16:40 of 20:00``, and after it ``+5:08 over 20 min``.
    """
    step_id = meeting.step_id
    if step_id not in meeting.steps or timing.clock_style(meeting) is ClockStyle.HIDDEN:
        return ""
    reading = timing.step_reading(meeting, now)
    if reading is None:
        return span(max(1, timing.step_elapsed(meeting, step_id, now)))
    if reading.phase is timing.Phase.OVER:
        return f"{span(reading.left)} over {reading.given // 60_000} min"
    mark = "! " if reading.phase is timing.Phase.WARNING else ""
    return f"{mark}{span(max(1, reading.elapsed))} of {span(reading.given)}"


def holds_still(meeting: Meeting, now: int) -> bool:
    """Whether moving clocks are left as they are drawn, since the group wants stillness.

    A change of phase is drawn nevertheless.
    """
    return meeting.chosen(Setting.STILL) and now // 1000 % STILL_SECONDS != 0
