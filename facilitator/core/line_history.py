"""What became of a line: every wording that it had, when, and at which terminal; lines struck."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.facts import Fact, place
from facilitator.core.forms import Kind
from facilitator.core.lines import Line
from facilitator.core.state import State
from facilitator.core.vocabulary import NOBODY, FactId, Text


class Became(StrEnum):
    """What was done with a line."""

    WRITTEN = "written"
    MENDED = "mended"
    MOVED = "moved"
    TURNED = "turned"
    STRUCK = "struck"


class Wording(Struct, frozen=True):
    """A line as it was from a moment on.

    Attributes:
        action: what made it so.
        at: when (UTC milliseconds).
        terminal: where.
        became: what was done with it then.
        line: as it was from then on; struck, as it was before.
    """

    action: FactId
    at: int
    terminal: str
    became: Became
    line: Line


def wordings(state: State, line: FactId) -> list[Text]:
    """Every wording that a line has had and that was not undone, the first one first."""
    found: list[Text] = []
    for each in history(state, line):
        if each.became is not Became.STRUCK and found[-1:] != [each.line.text]:
            found.append(each.line.text)
    return found


def history(state: State, line: FactId) -> list[Wording]:
    """All that was done with a line of this meeting and not undone, the first thing first."""
    return _histories(state).get(line, [])


def any_struck(state: State) -> bool:
    """Whether lines of this meeting are struck."""
    return any(
        isinstance(fact.body, events.LineStruck) and fact.action not in state.struck
        for fact in state.happened
    )


def struck_lines(state: State) -> list[Wording]:
    """The lines of this meeting that are struck, as they were; the one struck last is the first."""
    latest = [each[-1] for each in _histories(state).values()]
    struck = [each for each in latest if each.became is Became.STRUCK]
    return sorted(struck, key=lambda each: place(each.action), reverse=True)


def _histories(state: State) -> dict[FactId, list[Wording]]:
    found: dict[FactId, list[Wording]] = {}
    for fact in state.happened:
        if fact.action in state.struck:
            continue
        line = getattr(fact.body, "line", getattr(fact.body, "commitment", fact.id))
        before = found.get(line, [])
        became = _became(fact, before[-1].line if before else None)
        if became is not None:
            how, anew = became
            wording = Wording(fact.action, fact.at, fact.terminal, how, anew)
            found[line] = [*before, wording]
    return found


def _became(fact: Fact, line: Line | None) -> tuple[Became, Line] | None:
    """What a fact does with the line that it is about, and what that is then."""
    first = _written(fact)
    if first is not None or line is None:
        return (Became.WRITTEN, first) if first is not None else None
    found: tuple[Became, Line] | None = None
    match fact.body:
        case events.LineMended(text=text):
            found = Became.MENDED, replace(line, text=text)
        case events.LineMoved(step=step, person=person):
            found = Became.MOVED, replace(line, step=step, person=person)
        case events.LineTurned() as said:
            found = _turned(line, said)
        case events.CommitmentCompleted(owner=owner, due=due, due_on=due_on):
            when = (due, due_on) if due else (line.due, line.due_on)
            whose = owner or line.person
            found = Became.MENDED, replace(line, person=whose, due=when[0], due_on=when[1])
        case events.LineStruck():
            found = Became.STRUCK, line
    return found


def _written(fact: Fact) -> Line | None:
    match fact.body:
        case events.NoteTaken(step=step, person=person, text=text, filing=filing):
            return Line(fact.id, Kind.NOTE, step, person, text, fact.at, filing)
        case events.DecisionRecorded(step=step, text=text):
            return Line(fact.id, Kind.DECISION, step, NOBODY, text, fact.at)
        case events.CommitmentMade() as said:
            kind, when = Kind.COMMITMENT, (said.due, said.due_on)
            made = Line(fact.id, kind, said.step, said.owner, said.what, fact.at)
            return replace(made, due=when[0], due_on=when[1])
    return None


def _turned(line: Line, said: events.LineTurned) -> tuple[Became, Line]:
    anew = replace(
        line,
        kind=said.into,
        step=said.step,
        person=said.person,
        text=said.text,
        filing=said.filing,
        due=said.due,
        due_on=said.due_on,
    )
    same = line.kind is said.into and line.filing is said.filing
    moved = same and (line.text, line.due, line.person) == (anew.text, anew.due, anew.person)
    return (Became.MOVED if moved else Became.MENDED if same else Became.TURNED), anew
