"""The words that facts are made of: identities, texts with people in them, outcomes, hats.

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


class Mention(Struct, frozen=True):
    """A person named inside a text, kept as a reference so that they can be forgotten."""

    person: PersonId


Text: TypeAlias = tuple[str | Mention, ...]


class Outcome(StrEnum):
    """How a turn ended."""

    HEARD = "heard"
    PASSED = "passed"
    LATER = "later"


class Direction(StrEnum):
    """Which way a round goes: with the sun, or against it."""

    SUNWISE = "sunwise"
    COUNTER = "counter-sunwise"


class Hat(StrEnum):
    """A task that a person has for one meeting."""

    FACILITATOR = "facilitator"
    NOTE_TAKER = "note-taker"
    TIMEKEEPER = "timekeeper"
    GUARDIAN = "guardian"
    GREETER = "greeter"
