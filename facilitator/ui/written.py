"""From the state to the notes as they are taken: a line for each thing that is written down."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Protocol, TypeVar

from msgspec.structs import replace

from facilitator.core.entities import Nomination, Note, Objection
from facilitator.core.events import FactId, PersonId, StepId
from facilitator.core.facts import place
from facilitator.core.forms import IDEA_SIGN, QUESTION_SIGN
from facilitator.core.state import Meeting, State
from facilitator.core.step import Filing
from facilitator.core.words import Names, by, called, plain, time_of_day
from facilitator.ui.skill_notes import said_of_skills
from facilitator.ui.views import NoteView

_Written = TypeVar("_Written")


class Placed(Protocol):
    """What was written down at a moment (UTC milliseconds), at a place in the journal."""

    @property
    def id(self) -> FactId:
        """The fact that wrote it down."""

    @property
    def at(self) -> int:
        """When."""


def note_views(
    state: State, meeting: Meeting, names: Names, most: int | None = None
) -> tuple[NoteView, ...]:
    """What is written down in a meeting, in the order in which it was.

    Args:
        state: what happened.
        meeting: which.
        names: what people are called.
        most: how many of the latest lines are wanted; without it all are.
    """
    written = sorted(_Paper(state, meeting, names, most).lines(), key=lambda each: each[0])
    return tuple(view for _, view in written[-most if most else 0 :])


def written_count(state: State, meeting: Meeting) -> int:
    """How many lines are written down in a meeting, but for those about skills."""
    said = len(meeting.notes) + len(meeting.nominations) + len(meeting.objections)
    return said + len(meeting.decisions) + len(state.commitments_of(meeting.id))


class _Paper:
    """What is written down in a meeting, kind by kind, each with its place in the journal."""

    def __init__(self, state: State, meeting: Meeting, names: Names, most: int | None) -> None:
        self._state = state
        self._meeting = meeting
        self._names = names
        self._most = most

    def lines(self) -> Iterator[tuple[int, NoteView]]:
        """The latest of each kind."""
        meeting, names, who = self._meeting, self._names, self._who
        for note in self._latest(meeting.notes.values()):
            sign, words = sign_of(note, meeting), plain(note.text, names)
            yield self._line(note, note.step, NoteView("", sign, who(note.person), words))
        for each in self._latest(meeting.decisions.values()):
            yield self._line(each, each.step, NoteView("", "=", "", plain(each.text, names)))
        for promise in self._latest(self._state.commitments_of(meeting.id)):
            owner, what = who(promise.owner) or "nobody yet", plain(promise.what, names)
            due = by(promise.due)
            yield self._line(promise, promise.step, NoteView("", "!", owner, what, due))
        for voice in self._latest(meeting.nominations.values()):
            words = _nominated(voice, names)
            yield self._line(voice, voice.step, NoteView("", "%", who(voice.by), words))
        for stand in self._latest(meeting.objections.values()):
            words = _objected(stand, names)
            yield self._line(stand, "", NoteView("", "≠", who(stand.person), words))
        for first, sign, words in said_of_skills(meeting, names):
            yield self._line(first, first.step, NoteView("", sign, who(first.person), words))

    def _line(self, written: Placed, step: StepId, view: NoteView) -> tuple[int, NoteView]:
        """A line with when and at which step it was written down, behind its place."""
        title = self._meeting.steps[step].title if step in self._meeting.steps else ""
        time = time_of_day(written.at, self._meeting.utc_offset)
        return place(written.id), replace(view, time=time, step=title)

    def _who(self, person: PersonId) -> str:
        return called(person, self._names) if person else ""

    def _latest(self, written: Collection[_Written]) -> Iterable[_Written]:
        """The end of what was written down, which stands in the order in which it was."""
        if self._most is None or len(written) <= self._most:
            return written
        return islice(written, len(written) - self._most, None)


def sign_of(note: Note, meeting: Meeting) -> str:
    """The sign of a note that was typed as more than that: ``??`` a question that was left open."""
    step = meeting.steps.get(note.step)
    usual = step.filed_as if step is not None else Filing.NOTE
    return "" if note.filing is usual else NOTE_SIGNS.get(note.filing, "")


NOTE_SIGNS = {
    Filing.BUILD: IDEA_SIGN,
    Filing.QUESTION: QUESTION_SIGN,
    Filing.LINK: "→",
    Filing.TOPIC: "§",
}
"""What stands before notes of a kind of their own."""


def _nominated(each: Nomination, names: Names) -> str:
    why = plain(each.reason, names)
    return f"nominates {called(each.person, names)}{f': {why}' if why else ''}"


def _objected(each: Objection, names: Names) -> str:
    how = plain(each.how, names)
    done = f" → {how or 'integrated'}" if each.integrated else ""
    return f"objects: {plain(each.reason, names)}{done}"
