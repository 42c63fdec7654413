"""When every clock stood still, and in which step that was."""

from __future__ import annotations

from facilitator.core.events import StepId, Stop
from facilitator.core.state import Meeting, Pause
from facilitator.core.timing import pauses_of, running, step_at
from facilitator.minutes.model_of_steps import Stopped
from facilitator.minutes.telling import Telling

NOT_COUNTED = (Stop.ASLEEP, Stop.LEFT)
"""Time in which nobody ran the circle; a break may lie in the same time."""


def stops(telling: Telling, meeting: Meeting) -> dict[StepId | None, list[Stopped]]:
    """The pauses of each step in order; those outside every step are under ``None``.

    A break that is a step of the agenda is told as that step, and not as a pause of it.
    """
    found: dict[StepId | None, list[Stopped]] = {}
    told: list[Pause] = []
    for pause in sorted(pauses_of(meeting), key=lambda each: each.stop in NOT_COUNTED):
        stopped = Stopped(
            began=telling.moment(pause.began),
            ended=None if pause.ended is None else telling.moment(pause.ended),
            seconds=running(pause, told, telling.ends) // 1000,
            stop=pause.stop,
            reason=telling.words(pause.reason),
        )
        found.setdefault(step_at(meeting, pause.began), []).append(stopped)
        told.append(pause)
    for each in found.values():
        each.sort(key=lambda stopped: stopped.began)
    return found
