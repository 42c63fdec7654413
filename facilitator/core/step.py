"""What every kind of step has, and a role that a step offers."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct, field

from facilitator.core.measures import Minutes, RoleDays, RoleMonths, Words
from facilitator.core.tenure import MICRO_DAYS
from facilitator.core.terms import usual_length
from facilitator.core.vocabulary import Floor, RoleKind


class ClockStyle(StrEnum):
    """How a step's clock is shown; some people freeze under a countdown."""

    DOWN = "down"
    UP = "up"
    HIDDEN = "hidden"


class Filing(StrEnum):
    """What the answers given at a step are filed as; under ``pair`` people find each other.

    An open question, a link and a topic are typed as such, at whatever step.
    """

    NOTE = "note"
    CHECK_IN = "check-in"
    WITNESSED = "witnessed"
    SKILL = "skill"
    TEACH = "teach"
    WISH = "wish"
    PAIR = "pair"
    BUILD = "build"
    CHECK_OUT = "check-out"
    QUESTION = "question"
    LINK = "link"
    TOPIC = "topic"


class Occasion(StrEnum):
    """What a meeting is in the cycle from an action over its debrief to a skill share."""

    DEBRIEF = "debrief"
    SKILL_SHARE = "skill-share"


class RoleOpening(Struct, frozen=True):
    """A role that a step offers for claiming.

    Attributes:
        name: what it is called.
        purpose: what it is for.
        days: how long it is held, unless that is said in months.
        months: how many calendar months it is held; 0 leaves it to the days.
        role_kind: how long it binds; without one, the length says which kind it is.
        weekly: what is done week by week.
        skills: what whoever has it needs to know, and passes on.
    """

    name: Words
    purpose: str = ""
    days: RoleDays = MICRO_DAYS
    months: RoleMonths = 0
    role_kind: RoleKind | None = field(default=None, name="kind")
    weekly: tuple[Words, ...] = ()
    skills: tuple[Words, ...] = ()

    @property
    def length(self) -> tuple[int, int]:
        """The days and the months of a term; where neither is said, what is usual."""
        if self.months:
            return 0, self.months
        if self.role_kind is not None and self.days == MICRO_DAYS:
            return usual_length(self.role_kind)
        return self.days, 0


class Step(Struct, frozen=True, tag_field="kind", kw_only=True):
    """What every kind of step has.

    Attributes:
        title: its name on the agenda.
        minutes: the planned length; 0 means that no time is planned.
        clock: how the time is shown.
        script: words that the facilitator can read aloud.
        floor: how the word is given, where people speak one after the other.
        closes_topic: whether leaving it asks what came of it.
        musters: whether people are ticked off against a stopwatch.
        label: the kind's name, as an agenda file says it.
    """

    floor: ClassVar[Floor | None] = None
    musters: ClassVar[bool] = False
    label: ClassVar[str] = "step"

    title: Words
    minutes: Minutes = 0
    clock: ClockStyle = ClockStyle.DOWN
    script: str = ""

    @property
    def question(self) -> str:
        """The words that the room sees during this step."""
        return self.title

    @property
    def closes_topic(self) -> bool:
        """Whether it is talked about until something comes of it, which leaving it asks for."""
        return False

    @property
    def filed_as(self) -> Filing:
        """What a note taken during the step is filed as."""
        return Filing.NOTE

    @property
    def turn_seconds(self) -> int:
        """Time for one turn, in seconds; 0 where the step has no turns."""
        return 0

    @property
    def planned_rounds(self) -> int:
        """How many rounds are planned on the prompt."""
        return 1 if self.floor is Floor.ROUND else 0

    @property
    def offered(self) -> tuple[RoleOpening, ...]:
        """The roles that the step offers when it begins."""
        return ()
