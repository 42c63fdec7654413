"""From the state to the agenda as it is shown: where the circle is, and what each step took."""

from __future__ import annotations

from facilitator.core import timing
from facilitator.core.state import Meeting
from facilitator.core.words import minutes
from facilitator.ui.views import Mark, StepView


def step_views(meeting: Meeting, now: int) -> tuple[StepView, ...]:
    """The agenda with the time planned and the time taken."""
    visited = {visit.step for visit in meeting.visits}
    views = []
    for step_id in meeting.plan:
        step = meeting.steps[step_id]
        taken = timing.step_elapsed(meeting, step_id, now)
        here = step_id == meeting.step_id and meeting.closed is None
        mark = Mark.SPEAKING if here else Mark.HEARD if step_id in visited else Mark.WAITING
        planned = meeting.planned_minutes(step_id)
        views.append(
            StepView(
                mark.value,
                step.title,
                f"{planned} min" if planned else "",
                minutes(taken) if step_id in visited else "",
            )
        )
    return tuple(views)
