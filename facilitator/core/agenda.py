"""An agenda and its kinds of steps, as types. Reading and writing files is not here.

A kind of step is one class below: its fields are what an agenda file may say, and its
class attributes are what the rest of the program asks of it. Fields that are not known here
are passed over, since a journal may hold agendas of a newer version; whoever reads a file
that a person wrote tells them about it.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta, Struct, field

from facilitator.core.measures import RoleMonths, Rounds, SecondsEach, Words
from facilitator.core.step import ClockStyle, Filing, Occasion, RoleOpening, Step
from facilitator.core.terms import USUAL_MONTHS
from facilitator.core.vocabulary import Floor, RoleKind

__all__ = [
    "STEP_KINDS",
    "Agenda",
    "AnyStep",
    "Break",
    "ClockStyle",
    "Closing",
    "Commitments",
    "Discussion",
    "Filing",
    "Handoffs",
    "Muster",
    "Occasion",
    "Opening",
    "RoleOpening",
    "Roles",
    "Round",
    "Selection",
    "Step",
    "decode_agenda",
]


class Opening(Step, frozen=True, tag="opening", kw_only=True):
    """Welcome: a script to say and the agreements to read."""

    label: ClassVar[str] = "opening"

    agreements: tuple[Words, ...] = ()


class _Asking(Step, frozen=True, kw_only=True):
    """A prompt that people answer one after the other."""

    prompt: Words
    seconds_each: SecondsEach = 120
    filing: Filing = Filing.NOTE
    asks: bool | None = None

    @property
    def question(self) -> str:
        """The prompt."""
        return self.prompt

    @property
    def filed_as(self) -> Filing:
        """What is said is filed as."""
        return self.filing

    @property
    def closes_topic(self) -> bool:
        """What people only tell is no topic; what they want, or talk about, is."""
        return self.filing in (Filing.NOTE, Filing.BUILD) if self.asks is None else self.asks

    @property
    def turn_seconds(self) -> int:
        """Time for each turn, in seconds."""
        return self.seconds_each


class Round(_Asking, frozen=True, tag="round", kw_only=True):
    """A prompt, then each person in turn, the same time for each; several times over if wanted."""

    floor: ClassVar[Floor | None] = Floor.ROUND
    label: ClassVar[str] = "round"

    rounds: Rounds = 1

    @property
    def planned_rounds(self) -> int:
        """How many rounds are planned on the prompt."""
        return self.rounds


class Discussion(_Asking, frozen=True, tag="discussion", kw_only=True):
    """An open question; whoever raises a hand is put on the stack."""

    floor: ClassVar[Floor | None] = Floor.STACK
    label: ClassVar[str] = "discussion"


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


class Selection(Step, frozen=True, tag="selection", kw_only=True):
    """Someone is chosen for a role: nominations with reasons, a change round, consent."""

    floor: ClassVar[Floor | None] = Floor.ROUND
    label: ClassVar[str] = "selection"

    role: Words
    purpose: str = ""
    months: RoleMonths = USUAL_MONTHS
    weekly: tuple[Words, ...] = ()
    skills: tuple[Words, ...] = ()
    seconds_each: SecondsEach = 60

    @property
    def question(self) -> str:
        """What everyone is asked first."""
        return f"{self.role}: whom do you nominate, and why?"

    @property
    def turn_seconds(self) -> int:
        """Time for each person, in seconds."""
        return self.seconds_each

    @property
    def planned_rounds(self) -> int:
        """Nominations and changes; the round of consent begins with a proposal."""
        return 2

    @property
    def offered(self) -> tuple[RoleOpening, ...]:
        """The role that somebody is chosen for."""
        return (
            RoleOpening(
                self.role,
                self.purpose,
                months=self.months,
                role_kind=RoleKind.STEWARDSHIP if self.months else None,
                weekly=self.weekly,
                skills=self.skills,
            ),
        )


class Handoffs(Step, frozen=True, tag="handoffs", kw_only=True):
    """Roles change hands: what was done, what is left, what to know, who takes it, both sign."""

    label: ClassVar[str] = "handoffs"


class Commitments(Step, frozen=True, tag="commitments", kw_only=True):
    """The read-back of what was promised, before anyone leaves."""

    label: ClassVar[str] = "commitments"


class Break(Step, frozen=True, tag="break", kw_only=True):
    """A pause with tea."""

    label: ClassVar[str] = "break"


class Closing(Step, frozen=True, tag="closing", kw_only=True):
    """The end: next date, next hats, thanks."""

    label: ClassVar[str] = "closing"


AnyStep = (
    Opening
    | Round
    | Discussion
    | Muster
    | Roles
    | Selection
    | Handoffs
    | Commitments
    | Break
    | Closing
)

_KINDS: tuple[type[Step], ...] = (
    *(Opening, Round, Discussion, Muster, Roles, Selection, Handoffs, Commitments, Break, Closing),
)


class Agenda(Struct, frozen=True, kw_only=True):
    """A meeting's plan.

    Attributes:
        title: what the meeting is called unless it is given a title of its own.
        purpose: one sentence on what it is for.
        occasion: what a meeting on it is in the cycle from an action to a skill share, if it
            is anything there.
        steps: in order; at least one.
    """

    title: Words
    purpose: str = ""
    occasion: Occasion | None = None
    steps: Annotated[tuple[AnyStep, ...], Meta(min_length=1, max_length=200)] = field(name="step")

    @property
    def minutes(self) -> int:
        """The planned length of the whole meeting, in minutes."""
        return sum(step.minutes for step in self.steps)


STEP_KINDS: dict[str, type[Step]] = {str(kind.__struct_config__.tag): kind for kind in _KINDS}


def decode_agenda(data: object) -> Agenda:
    """Turn plain data (as TOML gives it) into an agenda.

    Raises:
        msgspec.ValidationError: the data is not an agenda; the message names the path.
    """
    return msgspec.convert(data, Agenda)
