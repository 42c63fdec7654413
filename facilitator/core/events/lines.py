"""What is done later with a line that was written down: a note, a decision, a commitment."""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.events.body import Body
from facilitator.core.forms import Kind
from facilitator.core.step import Filing
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, StepId, Text


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


class LineTurned(Body, frozen=True):
    """A line is something else from then on: the whole of it, as it holds.

    It is a note that was a commitment, or a commitment that is somebody else's. Whoever reads it
    may not have read the line itself: a promise outlasts its meeting, and a note does not.

    Attributes:
        into: a note, a decision or a commitment.
        origin: the action that wrote the line down at first; taken back, there is no such line.
        at: when it was written down at first (UTC milliseconds).
        on: the ISO date of that in the room; of a commitment.
        person: whose words, or whose promise.
        filing: what a note is filed as.
    """

    kind = "line-turned"
    lasts: ClassVar[bool] = True
    line: FactId
    into: Kind
    origin: FactId
    at: int
    step: StepId
    text: Text
    person: PersonId = NOBODY
    filing: Filing = Filing.NOTE
    due: str = ""
    due_on: str = ""
    on: str = ""
