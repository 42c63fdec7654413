"""The lines of a meeting: whatever was written down, in the order in which it was."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge

from msgspec import Struct

from facilitator.core.facts import place
from facilitator.core.forms import Kind
from facilitator.core.letters import plain_letters
from facilitator.core.mending import Mending
from facilitator.core.mentions import somebody, with_mentions
from facilitator.core.state import Commitment, Decision, Meeting, Note, State
from facilitator.core.step import Filing
from facilitator.core.vocabulary import NOBODY, FactId, Mention, PersonId, StepId, Text
from facilitator.core.words import NAMELESS, Names


class Line(Struct, frozen=True):
    """A line that was written down.

    Attributes:
        kind: a note, a decision or a commitment.
        person: whose words or whose promise it is.
        at: when it was written down (UTC milliseconds).
        filing: what a note is filed as.
        due: by when, in the words that were typed.
        due_on: the ISO date that they mean, if they mean one.
    """

    id: FactId
    kind: Kind
    step: StepId
    person: PersonId
    text: Text
    at: int = 0
    filing: Filing = Filing.NOTE
    due: str = ""
    due_on: str = ""


def lines_of(state: State, meeting: Meeting) -> list[Line]:
    """The lines of a meeting, the first one first."""
    return [*latest_lines(state, meeting)][::-1]


def latest_lines(state: State, meeting: Meeting) -> Iterator[Line]:
    """The lines of a meeting, the latest one first; each is looked for when it is asked for."""
    promises = (each for each in reversed(state.commitments.values()) if each.meeting == meeting.id)
    # Each kind stands in its order already.
    yield from merge(
        map(_promised, promises),
        map(_decided, reversed(meeting.decisions.values())),
        map(_noted, reversed(meeting.notes.values())),
        key=lambda line: place(line.id),
        reverse=True,
    )


def line_of(state: State, meeting: Meeting, line: FactId) -> Line | None:
    """A line of a meeting, unless it was struck or never was."""
    if line in meeting.notes:
        return _noted(meeting.notes[line])
    if line in meeting.decisions:
        return _decided(meeting.decisions[line])
    promise = state.commitments.get(line)
    return _promised(promise) if promise is not None and promise.meeting == meeting.id else None


def _noted(note: Note) -> Line:
    return Line(note.id, Kind.NOTE, note.step, note.person, note.text, note.at, note.filing)


def _decided(each: Decision) -> Line:
    return Line(each.id, Kind.DECISION, each.step, NOBODY, each.text, each.at)


def _promised(each: Commitment) -> Line:
    return Line(
        each.id,
        Kind.COMMITMENT,
        each.step,
        each.owner,
        each.what,
        each.at,
        due=each.due,
        due_on=each.due_on,
    )


def substituted(text: Text, mending: Mending, names: Names) -> Text | None:
    """A text with the new words in the place of the old; ``None`` if they are not in it.

    A person who is named in it can be replaced by another one, by name.

    Args:
        text: a line's.
        mending: what takes the place of what.
        names: the people who can be named.
    """
    parts: list[str | Mention] = []
    done = False
    for part in text:
        if (done and not mending.everywhere) or not _has(part, mending.old, names):
            parts.append(part)
            continue
        done = True
        if isinstance(part, Mention):
            parts += with_mentions(_marked(mending.new, names), names)
        else:
            parts += with_mentions(mending.mended(part), names)
    return tuple(part for part in parts if part != "") or ("",) if done else None


def _has(part: str | Mention, old: str, names: Names) -> bool:
    if isinstance(part, str):
        return old in part
    called = names.get(part.person, NAMELESS)
    return plain_letters(old.removeprefix("@")) == plain_letters(called)


def _marked(words: str, names: Names) -> str:
    """A name as it is typed to mean a person; other words as they are."""
    bare = words.removeprefix("@")
    return f"@{bare}" if somebody(bare, names) else words
