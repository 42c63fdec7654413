"""What is asked for about a line that was written down."""

from __future__ import annotations

from facilitator.core.intents.commitments import Commit
from facilitator.core.intents.sent import Intent, Written
from facilitator.core.intents.writing import RecordDecision, TakeNote
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
    """Say that a line belongs to another step, or that it is another person's."""

    line: FactId
    step: StepId
    person: PersonId


class Rewrite(Written, frozen=True):
    """Say anew what a line is, the whole of it; if it is gone meanwhile, it is written anew."""

    line: FactId
    into: TakeNote | RecordDecision | Commit
