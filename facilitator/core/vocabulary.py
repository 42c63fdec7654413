"""The words that facts are made of: identities, texts with people in them, outcomes, hats, hands.

An identity is ``lamport@replica`` (``1042@k7f3``), see ``core.facts``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

FactId: TypeAlias = str
PersonId: TypeAlias = str
StepId: TypeAlias = str

THE_FACT_ITSELF: PersonId = ""
NOBODY: PersonId = ""
JUST_OPENED: FactId = ""


class Mention(Struct, frozen=True):
    """A person named inside a text, kept as a reference so that they can be forgotten."""

    person: PersonId


Text: TypeAlias = tuple[str | Mention, ...]


class Outcome(StrEnum):
    """How a turn ended."""

    HEARD = "heard"
    PASSED = "passed"
    LATER = "later"

    @property
    def spoke(self) -> bool:
        """Whether the person was heard."""
        return self is Outcome.HEARD


class Direction(StrEnum):
    """Which way a round goes: with the sun, or against it."""

    SUNWISE = "sunwise"
    COUNTER = "counter-sunwise"

    @property
    def other(self) -> Direction:
        """The way back."""
        return Direction.COUNTER if self is Direction.SUNWISE else Direction.SUNWISE


class Floor(StrEnum):
    """Who is given the word next: everyone in turn, or whoever raised a hand."""

    ROUND = "round"
    STACK = "stack"


class Wish(StrEnum):
    """What a raised hand is for, in the order in which the stack hears them."""

    PROCESS = "process"
    RESPONSE = "response"
    QUESTION = "question"
    SPEAK = "speak"
    LAST_WORD = "last word"

    @property
    def rank(self) -> int:
        """Lower ranks are heard first."""
        return _RANKS[self]


_RANKS = {wish: rank for rank, wish in enumerate(Wish)}


class Stop(StrEnum):
    """Why every clock stands still."""

    PAUSE = "pause"
    SILENCE = "silence"
    CATCHING_UP = "catching up"
    BREAK = "break"
    LEFT = "left"
    ASLEEP = "asleep"


class Lacking(StrEnum):
    """What can be lacking when a topic is left: anything at all, a promise, whose it is, a date."""

    OUTCOME = "outcome"
    PROMISE = "promise"
    OWNER = "owner"
    DATE = "date"


class Setting(StrEnum):
    """What a group can choose about how its circles are run."""

    BELL = "bell"
    STILL = "still"
    ROOM_BALANCE = "balance in the room"
    ROOM_NOTES = "notes in the room"
    OUTCOMES = "what came of it"

    @property
    def default(self) -> bool:
        """What holds until the group chooses."""
        return self in (Setting.BELL, Setting.OUTCOMES)


class RoleKind(StrEnum):
    """How long a role binds whoever takes it, the shortest first."""

    HAT = "hat"
    MICRO = "micro-role"
    STEWARDSHIP = "stewardship"

    @property
    def handed_over(self) -> bool:
        """Whether its holder trains the next one, and cannot step down before."""
        return self is RoleKind.STEWARDSHIP


class Sense(StrEnum):
    """What somebody said of themselves and a skill."""

    USED = "used"
    WISHED = "wished for"
    TEACHES = "teaches"


class SkillSort(StrEnum):
    """Which of two sorts a skill is of; skill shares alternate between them."""

    PRACTICAL = "practical"
    STRATEGIC = "strategic"

    @property
    def other(self) -> SkillSort:
        """The sort that is next."""
        return SkillSort.STRATEGIC if self is SkillSort.PRACTICAL else SkillSort.PRACTICAL


class Hat(StrEnum):
    """A task that a person has for one meeting."""

    FACILITATOR = "facilitator"
    NOTE_TAKER = "note-taker"
    TIMEKEEPER = "timekeeper"
    GUARDIAN = "guardian"
    GREETER = "greeter"
