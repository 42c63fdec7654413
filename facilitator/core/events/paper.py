"""What is written down: notes, decisions, the next meeting."""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.agenda import Filing
from facilitator.core.events.body import Body
from facilitator.core.vocabulary import NOBODY, PersonId, StepId, Text


class NoteTaken(Body, frozen=True):
    """Something said was written down, under the step and the person who spoke."""

    kind = "note-taken"
    step: StepId
    person: PersonId
    text: Text
    filing: Filing = Filing.NOTE


class WordingReadBack(Body, frozen=True):
    """A wording is read back to the room before it counts as agreed; without words no longer."""

    kind = "wording-read-back"
    step: StepId
    text: Text = ()


class DecisionRecorded(Body, frozen=True):
    """The circle agreed on a wording."""

    kind = "decision-recorded"
    step: StepId
    text: Text


class NextMeetingPlanned(Body, frozen=True):
    """When the circle meets again, in the words that were used, and who has which hat.

    Attributes:
        on: the ISO date that the words meant when they were said; empty if they meant none, and in
            the first version.
    """

    kind = "next-meeting-planned"
    version: ClassVar[int] = 2
    when: str = ""
    facilitator: PersonId = NOBODY
    note_taker: PersonId = NOBODY
    on: str = ""
