"""The steps of a meeting as rows: where each stands, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from facilitator.core.state import Meeting
from facilitator.journal.slots import Row


def step_rows(meeting: Meeting) -> list[Row]:
    """A row for each step that is or was on the agenda; ``plan`` is the step as JSON."""
    return [
        {
            "meeting": meeting.id,
            "step": step_id,
            "place": place,
            "kind": meeting.steps[step_id].label,
            "title": meeting.steps[step_id].title,
            "minutes": meeting.planned_minutes(step_id),
            "fate": fate,
            "from_meeting": meeting.taken_up.get(step_id, ("", ""))[0] or None,
            "from_step": meeting.taken_up.get(step_id, ("", ""))[1] or None,
            "plan": msgspec.json.encode(meeting.steps[step_id]).decode(),
        }
        for place, step_id, fate in _fates(meeting)
    ]


def _fates(meeting: Meeting) -> Iterator[tuple[int, str, str]]:
    """Every step with its place and what became of it; one that was taken off has the place 0."""
    visited = {visit.step for visit in meeting.visits}
    for place, step_id in enumerate(meeting.plan, start=1):
        fate = "reached" if step_id in visited else "planned"
        yield place, step_id, "deferred" if meeting.dropped.get(step_id) else fate
    for step_id, deferred in meeting.dropped.items():
        if step_id not in meeting.plan and step_id in meeting.steps:
            yield 0, step_id, "deferred" if deferred else "dropped"
