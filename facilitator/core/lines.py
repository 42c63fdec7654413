"""The lines of a meeting: whatever was written down, in the order in which it was."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge

from msgspec import Struct

from facilitator.core import events
from facilitator.core.facts import place
from facilitator.core.forms import Kind
from facilitator.core.letters import plain_letters
from facilitator.core.mending import Mending
from facilitator.core.mentions import somebody, with_mentions
from facilitator.core.state import Meeting, State
from facilitator.core.vocabulary import NOBODY, FactId, Mention, PersonId, StepId, Text
from facilitator.core.words import NAMELESS, Names


class Line(Struct, frozen=True):
    """A line that was written down.

    Attributes:
        kind: a note, a decision or a commitment.
        person: whose words or whose promise it is.
    """

    id: FactId
    kind: Kind
    step: StepId
    person: PersonId
    text: Text


def lines_of(state: State, meeting: Meeting) -> list[Line]:
    """The lines of a meeting, the first one first."""
    return [*latest_lines(state, meeting)][::-1]


def latest_lines(state: State, meeting: Meeting) -> Iterator[Line]:
    """The lines of a meeting, the latest one first; each is looked for when it is asked for."""
    commitments = (
        Line(each.id, Kind.COMMITMENT, each.step, each.owner, each.what)
        for each in reversed(state.commitments.values())
        if each.meeting == meeting.id
    )
    decisions = (
        Line(each.id, Kind.DECISION, each.step, NOBODY, each.text)
        for each in reversed(meeting.decisions.values())
    )
    notes = (
        Line(each.id, Kind.NOTE, each.step, each.person, each.text)
        for each in reversed(meeting.notes.values())
    )
    # Each kind stands in its order already.
    yield from merge(commitments, decisions, notes, key=lambda line: place(line.id), reverse=True)


def line_of(state: State, meeting: Meeting, line: FactId) -> Line | None:
    """A line of a meeting, unless it was struck or never was."""
    return next((each for each in latest_lines(state, meeting) if each.id == line), None)


def wordings(state: State, line: FactId) -> list[Text]:
    """Every wording that a line has had and that was not undone, the first one first."""
    found: list[Text] = []
    for fact in state.happened:
        if fact.action in state.struck:
            continue
        body = fact.body
        if fact.id == line and isinstance(body, events.NoteTaken | events.DecisionRecorded):
            found.append(body.text)
        elif fact.id == line and isinstance(body, events.CommitmentMade):
            found.append(body.what)
        elif isinstance(body, events.LineMended) and body.line == line:
            found.append(body.text)
    return found


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
