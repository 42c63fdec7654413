"""What is written down, and undo."""

from __future__ import annotations

from facilitator.core.intents.sent import Intent, Written
from facilitator.core.step import Filing
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, StepId, Text


class TakeNote(Written, frozen=True):
    """Write down what someone says at a step; filed as its answers are, unless it says as what."""

    text: Text
    step: StepId
    person: PersonId = NOBODY
    filing: Filing | None = None


class ReadBack(Written, frozen=True):
    """Read a wording back to the room; without words, no longer."""

    step: StepId
    text: Text = ()

    @property
    def writes_down(self) -> bool:
        """To read no longer leaves no words."""
        return bool(self.text)


class RecordDecision(Written, frozen=True):
    """Write down an agreed wording."""

    text: Text
    step: StepId


class PlanNext(Written, frozen=True):
    """Say when the circle meets again and who has which hat then; ``None`` leaves it as it is.

    Attributes:
        on: the ISO date that the words mean; empty if they mean none.
    """

    when: str | None = None
    facilitator: PersonId | None = None
    note_taker: PersonId | None = None
    on: str = ""


class Undo(Intent, frozen=True):
    """Take back everything that one action wrote; undoing an undoing brings it back."""

    action: FactId
