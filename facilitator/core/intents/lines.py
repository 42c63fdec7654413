"""What is asked for about a line that was written down."""

from __future__ import annotations

from facilitator.core.intents.sent import Intent, Written
from facilitator.core.vocabulary import FactId, PersonId, StepId, Text


class MendLine(Written, frozen=True):
    """Give a line another wording."""

    line: FactId
    text: Text


class Substitute(Written, frozen=True):
    """Put other words in the place of some: in the last line that has them, or in all."""

    old: str
    new: str
    everywhere: bool = False


class StrikeLine(Intent, frozen=True):
    """Strike a line."""

    line: FactId


class MoveLine(Intent, frozen=True):
    """Say that a note belongs to another step or to another person's words."""

    line: FactId
    step: StepId
    person: PersonId
