"""An agenda and its kinds of steps, as types. Reading and writing files is not here.

A kind of step is one class below: its fields are what an agenda file may say, and its
class attributes are what the rest of the program asks of it. Fields that are not known here
are passed over, since a journal may hold agendas of a newer version; whoever reads a file
that a person wrote tells them about it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta, Struct, field

MOST_MINUTES = 24 * 60
MOST_SECONDS_EACH = 60 * 60
MOST_ROLE_DAYS = 366

# A description and an example stand with each rule, for whoever has to explain it to a person.
Words = Annotated[str, Meta(min_length=1, max_length=10_000, pattern=r"\S")]
Minutes = Annotated[
    int,
    Meta(
        ge=0,
        le=MOST_MINUTES,
        description="a whole number of minutes",
        examples=[10],
        extra={"most": "24 hours"},
    ),
]
SecondsEach = Annotated[
    int,
    Meta(
        ge=5,
        le=MOST_SECONDS_EACH,
        description="a whole number of seconds",
        examples=[90],
        extra={"most": "one hour"},
    ),
]
RoleDays = Annotated[
    int,
    Meta(
        ge=1,
        le=MOST_ROLE_DAYS,
        description="a whole number of days",
        examples=[14],
        extra={"most": "a year"},
    ),
]


class ClockStyle(StrEnum):
    """How a step's clock is shown; some people freeze under a countdown."""

    DOWN = "down"
    UP = "up"
    HIDDEN = "hidden"


class Filing(StrEnum):
    """What the answers given in a round are filed as."""

    NOTE = "note"
    CHECK_IN = "check-in"
    WITNESSED = "witnessed"
    SKILL = "skill"
    BUILD = "build"
    CHECK_OUT = "check-out"


class RoleOpening(Struct, frozen=True):
    """A role that a step offers for claiming, and for how many days it is held."""

    name: Words
    purpose: str = ""
    days: RoleDays = 14


class Step(Struct, frozen=True, tag_field="kind", kw_only=True):
    """What every kind of step has.

    Attributes:
        title: its name on the agenda.
        minutes: the planned length; 0 means that no time is planned.
        clock: how the time is shown.
        script: words that the facilitator can read aloud.
        takes_turns: whether people speak one after the other, each with a turn's clock.
        label: the kind's name, as an agenda file says it.
    """

    takes_turns: ClassVar[bool] = False
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
    def filed_as(self) -> Filing:
        """What a note taken during the step is filed as."""
        return Filing.NOTE

    @property
    def turn_seconds(self) -> int:
        """Time for one turn, in seconds; 0 where the step has no turns."""
        return 0

    @property
    def offered(self) -> tuple[RoleOpening, ...]:
        """The roles that the step offers when it begins."""
        return ()


class Opening(Step, frozen=True, tag="opening", kw_only=True):
    """Welcome: a script to say and the agreements to read."""

    label: ClassVar[str] = "opening"

    agreements: tuple[Words, ...] = ()


class Round(Step, frozen=True, tag="round", kw_only=True):
    """A prompt, then each person in turn, the same time for each."""

    takes_turns: ClassVar[bool] = True
    label: ClassVar[str] = "round"

    prompt: Words
    seconds_each: SecondsEach = 120
    filing: Filing = Filing.NOTE

    @property
    def question(self) -> str:
        """The prompt."""
        return self.prompt

    @property
    def filed_as(self) -> Filing:
        """What the answers are filed as."""
        return self.filing

    @property
    def turn_seconds(self) -> int:
        """Time for each person, in seconds."""
        return self.seconds_each


class Roles(Step, frozen=True, tag="roles", kw_only=True):
    """Openings, each to be claimed by one person for a term."""

    label: ClassVar[str] = "roles"

    openings: tuple[RoleOpening, ...] = ()

    @property
    def offered(self) -> tuple[RoleOpening, ...]:
        """The openings."""
        return self.openings


class Commitments(Step, frozen=True, tag="commitments", kw_only=True):
    """The read-back of what was promised, before anyone leaves."""

    label: ClassVar[str] = "commitments"


class Break(Step, frozen=True, tag="break", kw_only=True):
    """A pause with tea."""

    label: ClassVar[str] = "break"


class Closing(Step, frozen=True, tag="closing", kw_only=True):
    """The end: next date, next hats, thanks."""

    label: ClassVar[str] = "closing"


AnyStep = Opening | Round | Roles | Commitments | Break | Closing


class Agenda(Struct, frozen=True, kw_only=True):
    """A meeting's plan.

    Attributes:
        title: what the meeting is called unless it is given a title of its own.
        purpose: one sentence on what it is for.
        steps: in order; at least one.
    """

    title: Words
    purpose: str = ""
    steps: Annotated[tuple[AnyStep, ...], Meta(min_length=1, max_length=200)] = field(name="step")

    @property
    def minutes(self) -> int:
        """The planned length of the whole meeting, in minutes."""
        return sum(step.minutes for step in self.steps)


STEP_KINDS: dict[str, type[Step]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (Opening, Round, Roles, Commitments, Break, Closing)
}


def decode_agenda(data: object) -> Agenda:
    """Turn plain data (as TOML gives it) into an agenda.

    Raises:
        msgspec.ValidationError: the data is not an agenda; the message names the path.
    """
    return msgspec.convert(data, Agenda)
