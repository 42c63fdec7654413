"""What minutes say of skills, as plain frozen values."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from facilitator.core.events import FactId, StepId
from facilitator.core.skill import Happening
from facilitator.minutes.model_of_people import Who


class SkillTold(Struct, frozen=True):
    """What somebody said of themselves and a skill, or that they learned it.

    Attributes:
        step: the identity of a stage of the minutes; ``None`` if it was said at none.
        skill: what it is called now.
        how: whether it was used, is wished for or taught, or was learned.
        teacher: who showed it, where it was learned and that is known.
    """

    id: FactId
    at: datetime
    step: StepId | None
    person: Who
    skill: str
    how: Happening
    teacher: Who | None


class Paired(Struct, frozen=True):
    """Two people who practice a skill together.

    Attributes:
        ended: the day on which it was over, an ISO date; empty while they practice.
        learned: whether it was over because the learner can do it.
    """

    id: FactId
    skill: str
    teacher: Who
    learner: Who
    ended: str
    learned: bool
