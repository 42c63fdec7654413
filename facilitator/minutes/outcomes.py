"""What a step leaves besides words: what was off the record, and that nothing came of it."""

from __future__ import annotations

from facilitator.core.events import Lacking, StepId
from facilitator.core.outcomes import decided_at, promised_at
from facilitator.core.state import Meeting, State
from facilitator.core.timing import length, step_at
from facilitator.minutes.model_of_steps import OffRecord
from facilitator.minutes.telling import Telling


def off_record(telling: Telling, meeting: Meeting) -> dict[StepId | None, list[OffRecord]]:
    """The stretches off the record by the step in which each began; under ``None`` in none."""
    found: dict[StepId | None, list[OffRecord]] = {}
    for each in meeting.off_record:
        told = OffRecord(
            began=telling.moment(each.began),
            ended=None if each.ended is None else telling.moment(each.ended),
            seconds=length(each, telling.ends) // 1000,
        )
        found.setdefault(step_at(meeting, each.began), []).append(told)
    return found


def nothing_came(state: State, meeting: Meeting, step: StepId) -> str:
    """What a step was asked for and did not come to, as the minutes are told now.

    What was written down since, by whoever corrects them, goes before the answer of then.
    """
    asked = {each.lacking for each in meeting.nothing_came if each.step == step}
    if promised_at(state, meeting, step):
        return ""
    if decided_at(meeting, step):
        return "promised" if Lacking.PROMISE in asked else ""
    return "decided or promised" if asked & {Lacking.OUTCOME, Lacking.PROMISE} else ""
