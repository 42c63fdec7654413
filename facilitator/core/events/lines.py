"""What is done later with a line that was written down: a note, a decision, a commitment."""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import FactId, PersonId, StepId, Text


class LineMended(Body, frozen=True):
    """A line has another wording; the earlier ones stay in the journal."""

    kind = "line-mended"
    lasts: ClassVar[bool] = True
    line: FactId
    text: Text


class LineStruck(Body, frozen=True):
    """A line is no part of the minutes any more."""

    kind = "line-struck"
    lasts: ClassVar[bool] = True
    line: FactId


class LineMoved(Body, frozen=True):
    """A note belongs to another step, or to another person's words."""

    kind = "line-moved"
    line: FactId
    step: StepId
    person: PersonId
