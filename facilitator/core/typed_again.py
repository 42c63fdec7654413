"""A line that was written down, as it could be typed; and what is asked for by typing it anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from facilitator.core.capture import Captured, understand
from facilitator.core.forms import IDEA_SIGN, NOTE_SIGN, QUESTION_SIGN, Kind
from facilitator.core.intents import Commit, Intent, RecordDecision, Refusal, Rewrite, TakeNote
from facilitator.core.letters import plain_letters
from facilitator.core.lines import Line
from facilitator.core.placing import Place, filed, intent_for
from facilitator.core.state import Meeting
from facilitator.core.step import Filing
from facilitator.core.vocabulary import NOBODY, Mention, PersonId
from facilitator.core.words import Names, by, called

OTHERWISE = Refusal("A line does not become that. Strike it, and type this as a new one.")

SIGNS = {
    Filing.BUILD: (IDEA_SIGN + " ",),
    Filing.QUESTION: (QUESTION_SIGN + " ",),
    Filing.LINK: ("", "#link "),
    Filing.TOPIC: ("TOPIC: ",),
}
"""How a note can begin that is filed as something else than the answers at its step are."""


class Typed(Struct, frozen=True):
    """Words as they could be typed; whether those at their end say by when."""

    words: str
    dated: bool = True


def place_of(line: Line, meeting: Meeting) -> Place:
    """Where a line belongs: what is typed instead of it belongs there too."""
    return Place(line.step, line.person, usual(line, meeting), line.person)


def usual(line: Line, meeting: Meeting) -> Filing:
    """What the answers at a line's step are filed as."""
    step = meeting.steps.get(line.step)
    return step.filed_as if step is not None else Filing.NOTE


def meant_in(line: Line, here: Mapping[PersonId, str], names: Names) -> dict[PersonId, str]:
    """Who can be meant while a line is typed anew: those here, and above all those in it."""
    inside = [part.person for part in line.text if isinstance(part, Mention)]
    named = {one: called(one, names) for one in (line.person, *inside) if one}
    taken = {plain_letters(name) for name in named.values()}
    others = {one: name for one, name in here.items() if plain_letters(name) not in taken}
    return {**others, **named}


def typed_again(line: Line, meeting: Meeting, people: Names, speaks: PersonId = NOBODY) -> Typed:
    """A line as it could be typed, so that it is understood as what it is.

    Args:
        line: what was written down.
        meeting: where.
        people: who can be meant.
        speaks: whose words need no name before them.
    """
    said = spoken(line, people)
    ways = [
        Typed(words, dated)
        for dated in (True, False)
        for words in _ways(line, said, meeting, people, speaks)
    ]
    for way in ways:
        captured = understand(way.words, people, dated=way.dated)
        if _holds(anew(captured, line, meeting), line, meeting):
            return way
    return ways[0]


def anew(captured: Captured, line: Line, meeting: Meeting) -> Rewrite | Refusal:
    """What is asked for by typing something instead of a line."""
    place = place_of(line, meeting)
    if captured.kind in (Kind.SKILL, Kind.ROLE, Kind.MENDING):
        return OTHERWISE
    match intent_for(captured, place):
        case TakeNote() as note:
            return Rewrite(line.id, _note(captured, note, line, meeting))
        case Commit() as promise:
            return Rewrite(line.id, _promise(promise, line))
        case RecordDecision() as decision:
            return Rewrite(line.id, decision)
    return OTHERWISE


def _note(captured: Captured, note: TakeNote, line: Line, meeting: Meeting) -> TakeNote:
    """A note; filed as it was before, where nothing that is typed could say so."""
    filing, person = filed(captured), note.person
    unsaid = line.kind is Kind.NOTE and line.filing not in SIGNS
    if filing is None and (unsaid or line.filing is usual(line, meeting)):
        filing = line.filing if line.kind is Kind.NOTE else None
    if filing is line.filing and not captured.owner:
        person = line.person
    return TakeNote(note.text, note.step, person, filing)


def _promise(promise: Commit, line: Line) -> Commit:
    """A commitment; the same words mean the day that they meant."""
    day = line.due_on if promise.due == line.due else ""
    return Commit(
        promise.what, promise.step, promise.owner, promise.due, day, others=promise.others
    )


def _holds(wish: Intent | Refusal, line: Line, meeting: Meeting) -> bool:
    """Whether what is asked for is the line as it is."""
    match wish:
        case Rewrite(into=TakeNote(text=text, person=person, filing=filing)):
            filing = usual(line, meeting) if filing is None else filing
            same = (text, person, filing) == (line.text, line.person, line.filing)
            return same and line.kind is Kind.NOTE
        case Rewrite(into=Commit() as said):
            parts = (said.what, said.owner, said.due, said.others)
            return line.kind is Kind.COMMITMENT and parts == (
                *(line.text, line.person, line.due),
                (),
            )
        case Rewrite(into=RecordDecision(text=text)):
            return line.kind is Kind.DECISION and text == line.text
    return False


def spoken(line: Line, people: Names) -> str:
    """The words of a line, people in them as they are typed."""
    return "".join(
        f"@{called(part.person, people)}" if isinstance(part, Mention) else part
        for part in line.text
    )


def _ways(
    line: Line, said: str, meeting: Meeting, people: Names, speaks: PersonId
) -> Iterator[str]:
    """The ways in which a line could be typed, the plainest first."""
    match line.kind:
        case Kind.DECISION:
            yield f"= {said}"
        case Kind.COMMITMENT:
            owner = f"@{called(line.person, people)}" if line.person else ""
            owners = (f"{owner} ", f"{owner}: ") if owner else ("",)
            ends = (f" {by(line.due)}", f" {line.due}", f" due {line.due}") if line.due else ("",)
            yield from (f"! {whose}{said}{end}" for whose in owners for end in ends)
        case _:
            if line.filing is not usual(line, meeting):
                yield from (f"{sign}{said}" for sign in SIGNS.get(line.filing, ()))
            if line.person and line.person != speaks:
                yield f"{called(line.person, people)}: {said}"
            yield from (said, f"{NOTE_SIGN}{said}")
