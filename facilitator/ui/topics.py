"""What is asked when a step is left: what came of it, whose it is, by when; loads no Textual."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from facilitator.core.events import Lacking
from facilitator.core.outcomes import Lack
from facilitator.core.outcomes_told import asked_in_words, topic_words
from facilitator.core.state import Meeting, State
from facilitator.core.words import Names
from facilitator.ui.text import fit

LONGEST, LONGEST_TITLE = 300, 34
"""Cells of a wording that are shown, and of a step's title on the edge of a box."""


class Answer(StrEnum):
    """An answer; the value is its key."""

    DECISION = "d"
    COMMITMENT = "c"
    WHOSE = "w"
    WHEN = "b"
    NOTHING = "n"
    MEANWHILE = "meanwhile"
    """nobody's answer: what was asked about is not lacking any more"""


class TopicQuestion(Struct, frozen=True):
    """A question, and what can be answered besides *stay*.

    Attributes:
        title: where, and what is asked.
        words: what it is about, or nothing.
        answers: each with what it is called.
    """

    title: str
    words: str
    answers: tuple[tuple[Answer, str], ...]

    @property
    def nothing(self) -> str:
        """What it is called that nothing is added."""
        return self.answers[-1][1]


_ANSWERS = {
    Lacking.OUTCOME: (
        (Answer.DECISION, "a decision"),
        (Answer.COMMITMENT, "a commitment"),
        (Answer.NOTHING, "nothing; that is a good answer too"),
    ),
    Lacking.PROMISE: (
        (Answer.COMMITMENT, "a commitment: whose, what, by when"),
        (Answer.NOTHING, "nothing has to be promised for it"),
    ),
    Lacking.OWNER: (
        (Answer.WHOSE, "whose it is"),
        (Answer.NOTHING, "leave it so"),
    ),
    Lacking.DATE: (
        (Answer.WHEN, "by when"),
        (Answer.NOTHING, "leave it so"),
    ),
}


def topic_question(
    lack: Lack, state: State, meeting: Meeting, names: Names, day: str
) -> TopicQuestion:
    """What is asked on leaving the step that the circle is at, on an ISO date."""
    title = fit(meeting.step.title if meeting.step is not None else "", LONGEST_TITLE)
    return TopicQuestion(
        f"Leaving “{title}”: {asked_in_words(lack.lacking)}",
        fit(topic_words(lack, state, meeting, names, day), LONGEST),
        _ANSWERS[lack.lacking],
    )
