"""When every clock stood still, and in which step that was."""

from __future__ import annotations

from facilitator.core.events import StepId, Stop
from facilitator.core.state import Meeting, Pause
from facilitator.core.timing import running
from facilitator.minutes.model_of_steps import Stopped
from facilitator.minutes.telling import Telling

NOT_COUNTED = (Stop.ASLEEP, Stop.LEFT)
"""Time in which nobody ran the circle; a break may lie in the same time."""


def stops(telling: Telling, meeting: Meeting) -> dict[StepId | None, list[Stopped]]:
    """The pauses of each step in order; those outside every step are under ``None``."""
    found: dict[StepId | None, list[Stopped]] = {}
    told: list[Pause] = []
    for pause in sorted(meeting.pauses, key=lambda each: each.stop in NOT_COUNTED):
        stopped = Stopped(
            began=telling.moment(pause.began),
            ended=None if pause.ended is None else telling.moment(pause.ended),
            seconds=running(pause, told, telling.ends) // 1000,
            stop=pause.stop,
            reason=telling.words(pause.reason),
        )
        found.setdefault(_step_at(meeting, pause.began), []).append(stopped)
        told.append(pause)
    for each in found.values():
        each.sort(key=lambda stopped: stopped.began)
    return found


def _step_at(meeting: Meeting, moment: int) -> StepId | None:
    """The step at which the circle was at some moment, or had been last."""
    visits = [visit for visit in meeting.visits if visit.span.began <= moment]
    return visits[-1].step if visits else None
