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

from facilitator.core.measures import (
    Minutes,
    RoleDays,
    Rounds,
    SecondsEach,
    Words,
)
from facilitator.core.vocabulary import Floor


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
        floor: how the word is given, where people speak one after the other.
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


class Opening(Step, frozen=True, tag="opening", kw_only=True):
    """Welcome: a script to say and the agreements to read."""

    label: ClassVar[str] = "opening"

    agreements: tuple[Words, ...] = ()


class Round(Step, frozen=True, tag="round", kw_only=True):
    """A prompt, then each person in turn, the same time for each; several times over if wanted."""

    floor: ClassVar[Floor | None] = Floor.ROUND
    label: ClassVar[str] = "round"

    prompt: Words
    seconds_each: SecondsEach = 120
    rounds: Rounds = 1
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

    @property
    def planned_rounds(self) -> int:
        """How many rounds are planned on the prompt."""
        return self.rounds


class Discussion(Step, frozen=True, tag="discussion", kw_only=True):
    """An open question; whoever raises a hand is put on the stack."""

    floor: ClassVar[Floor | None] = Floor.STACK
    label: ClassVar[str] = "discussion"

    prompt: Words
    seconds_each: SecondsEach = 120

    @property
    def question(self) -> str:
        """The prompt."""
        return self.prompt

    @property
    def turn_seconds(self) -> int:
        """Time for each hand, in seconds."""
        return self.seconds_each


class Muster(Step, frozen=True, tag="muster", kw_only=True):
    """A stopwatch against the planned minutes: everyone who has arrived is ticked off."""

    musters: ClassVar[bool] = True
    label: ClassVar[str] = "muster"

    prompt: Words

    @property
    def question(self) -> str:
        """The prompt."""
        return self.prompt


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


AnyStep = Opening | Round | Discussion | Muster | Roles | Commitments | Break | Closing


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
    for kind in (Opening, Round, Discussion, Muster, Roles, Commitments, Break, Closing)
}


def decode_agenda(data: object) -> Agenda:
    """Turn plain data (as TOML gives it) into an agenda.

    Raises:
        msgspec.ValidationError: the data is not an agenda; the message names the path.
    """
    return msgspec.convert(data, Agenda)
