"""Clocks as people read them: a turn's, a stopwatch's, and what it says while all stand still."""

from __future__ import annotations

from facilitator.core import timing
from facilitator.core.agenda import ClockStyle
from facilitator.core.events import Stop
from facilitator.core.state import Meeting
from facilitator.core.words import span, time_of_day
from facilitator.ui.text import fit
from facilitator.ui.views import Phase

_PHASES = {
    timing.Phase.CALM: Phase.CALM,
    timing.Phase.WARNING: Phase.WARNING,
    timing.Phase.OVER: Phase.OVER,
}

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
        return "", None, Phase.PAUSED if meeting.paused else Phase.IDLE
    reading = timing.turn_reading(meeting, turn, now)
    phase = Phase.PAUSED if turn.paused or meeting.paused else _PHASES[reading.phase]
    style = timing.clock_style(meeting, turn)
    if style is ClockStyle.HIDDEN:
        return "", None, Phase.PAUSED if phase is Phase.PAUSED else Phase.CALM
    seconds = max(0, -(-reading.left // 1000))
    left = seconds / (reading.given / 1000) if reading.given else 0.0
    return reading_text(reading, style), min(1.0, left), phase


def stopwatch(meeting: Meeting, now: int) -> tuple[str, float | None, Phase]:
    """A muster's clock: what is gone, against the planned minutes."""
    step_id = meeting.step_id or ""
    given = meeting.planned_minutes(step_id) * 60_000 if step_id in meeting.steps else 0
    reading = timing.Reading(timing.step_elapsed(meeting, step_id, now), given)
    phase = _PHASES[reading.phase] if given else Phase.CALM
    left = min(1.0, max(0, reading.left) // 1000 / (given / 1000)) if given else None
    paused = Phase.PAUSED if meeting.paused else phase
    return span(max(1, reading.elapsed)), left, paused


def reading_text(reading: timing.Reading, style: ClockStyle) -> str:
    """A clock's reading as the step wants it shown; past the end always as ``+0:12``."""
    if style is ClockStyle.HIDDEN:
        return ""
    if style is ClockStyle.UP and reading.left > 0:
        return span(max(1, reading.elapsed))
    return span(reading.left)


def standing_still(meeting: Meeting) -> str:
    """What is said while every clock stands still; nothing while they go."""
    if not meeting.paused:
        return ""
    pause = meeting.pauses[-1]
    if pause.stop is Stop.BREAK:
        back = f"back at {time_of_day(pause.until, meeting.utc_offset)}" if pause.until else ""
        return " · ".join(filter(None, ("break", back)))
    if pause.stop is Stop.SILENCE and pause.reason:
        return f"silence: {fit(pause.reason, LONGEST_REASON)} · g ends it"
    return GOES_ON.get(pause.stop, "paused · space goes on")


def step_line(meeting: Meeting, now: int) -> str:
    """How long a step has taken, of how long it was planned."""
    step, step_id = meeting.step, meeting.step_id
    if step is None or step_id is None:
        return ""
    if timing.clock_style(meeting) is ClockStyle.HIDDEN:
        return ""
    taken = span(max(1, timing.step_elapsed(meeting, step_id, now)))
    planned = meeting.planned_minutes(step_id)
    return f"{taken} of {planned}:00" if planned else taken
