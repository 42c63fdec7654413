"""A line turned into another kind: a note into a commitment, a decision into a question."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.core.capture import understand
from facilitator.core.forms import FORMS, NOTE_SIGN, Kind
from facilitator.core.intents import Refusal, Rewrite
from facilitator.core.lines import Line
from facilitator.core.state import Meeting
from facilitator.core.step import Filing
from facilitator.core.typed_again import anew, meant_in, spoken
from facilitator.core.vocabulary import PersonId
from facilitator.core.words import Names, by

_SIGNS = {form.kind: form.sign for form in FORMS if form.sign}
_SORTS = {
    Filing.BUILD: Kind.IDEA,
    Filing.QUESTION: Kind.QUESTION,
    Filing.LINK: Kind.LINK,
    Filing.TOPIC: Kind.TOPIC,
}

TURNS_INTO = {
    Kind.NOTE: "note",
    Kind.COMMITMENT: "commitment",
    Kind.DECISION: "decision",
    Kind.IDEA: "idea",
    Kind.QUESTION: "question left open",
}
"""What any line can be turned into, in words."""


def sort_of(line: Line) -> Kind:
    """What a line is; of a note more exactly."""
    return _SORTS.get(line.filing, Kind.NOTE) if line.kind is Kind.NOTE else line.kind


def turned(
    line: Line, kind: Kind, meeting: Meeting, here: Mapping[PersonId, str], names: Names
) -> Rewrite | Refusal:
    """What is asked for by turning a line into another kind: by its words behind another sign.

    Args:
        line: what was written down.
        kind: one of those that it can be turned into.
        meeting: where.
        here: who can be meant.
        names: what everyone is called.
    """
    people = meant_in(line, here, names)
    words = spoken(line, people) + (f" {by(line.due)}" if line.due else "")
    typed = f"{_SIGNS.get(kind, '')} {words}".strip()
    captured = understand(typed, people)
    if kind is Kind.NOTE and (captured.kind is not kind or captured.owner or captured.continues):
        captured = understand(f"{NOTE_SIGN}{words}", people)
    return anew(captured, line, meeting)
