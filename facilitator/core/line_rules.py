"""Rules for lines that are mended, struck, moved, said anew: also after the circle is closed."""

from __future__ import annotations

from msgspec import structs

from facilitator.core import events, intents
from facilitator.core.forms import Kind
from facilitator.core.intents import Refusal
from facilitator.core.lines import Line, latest_lines, line_of, substituted
from facilitator.core.mending import Mending
from facilitator.core.rulebook import RULES, Case, Decision, Stage, rule
from facilitator.core.step import Filing
from facilitator.core.timing import local_date
from facilitator.core.vocabulary import NOBODY, FactId
from facilitator.core.words import blank
from facilitator.core.writing import filed_by

GONE = Refusal("That line is not there any more.")
WORDLESS = Refusal("A line needs words. Strike it, if it is not needed.")
ALREADY = Refusal("That is so already.", already=True)


@rule(intents.MendLine, Stage.HELD)
def mend_line(case: Case, intent: intents.MendLine) -> Decision:
    """A line keeps words: without any it is struck."""
    found = _line(case, intent.line)
    if found is None:
        return GONE
    if blank(intent.text):
        return WORDLESS
    if intent.text == found.text:
        return ALREADY
    return [events.LineMended(intent.line, intent.text)]


@rule(intents.Substitute, Stage.HELD)
def substitute(case: Case, intent: intents.Substitute) -> Decision:
    """The last line that has the words is mended, or every one."""
    mending = Mending(intent.old, intent.new, intent.everywhere)
    mended: list[events.Body] = []
    for line in latest_lines(case.state, case.meeting):
        text = substituted(line.text, mending, case.here.names)
        if text is None or text == line.text:
            continue
        if blank(text):
            return WORDLESS
        mended.insert(0, events.LineMended(line.id, text))
        if not intent.everywhere:
            break
    return mended or Refusal(f"No line has “{intent.old}” in it.")


@rule(intents.StrikeLine, Stage.HELD)
def strike_line(case: Case, intent: intents.StrikeLine) -> Decision:
    """A line is struck once."""
    if _line(case, intent.line) is None:
        return Refusal("That line is not there any more.", already=True)
    return [events.LineStruck(intent.line)]


@rule(intents.MoveLine, Stage.HELD)
def move_line(case: Case, intent: intents.MoveLine) -> Decision:
    """A line moves to a step of this meeting, or to somebody who is or was there."""
    found = _line(case, intent.line)
    if found is None:
        return GONE
    refusal = _stays(case, found, intent)
    if refusal is not None:
        return refusal
    if found.kind is Kind.NOTE:
        return [events.LineMoved(intent.line, intent.step, intent.person)]
    turned = _as_it_is(case, found)
    return [structs.replace(turned, step=intent.step, person=intent.person)]


def _stays(case: Case, line: Line, intent: intents.MoveLine) -> Refusal | None:
    """Why a line can't move there."""
    if intent.step and intent.step not in case.meeting.steps:
        return Refusal("That step is not on the agenda.")
    if intent.person and line.kind is Kind.DECISION:
        return Refusal("A decision is everybody's: it moves to another step only.")
    if intent.person and intent.person not in case.meeting.attendance:
        return Refusal("Only the words of somebody who was there can be written down.")
    same = (intent.step, intent.person) == (line.step, line.person)
    return ALREADY if same else None


@rule(intents.Rewrite, Stage.HELD)
def rewrite(case: Case, intent: intents.Rewrite) -> Decision:
    """A line is what is said of it last; of one that was struck or undone, that is written anew."""
    found, into = _line(case, intent.line), intent.into
    if found is None:
        return RULES[type(into)](case.state, into, case.here)
    if blank(into.what if isinstance(into, intents.Commit) else into.text):
        return WORDLESS
    if isinstance(into, intents.Commit):
        today = local_date(case.here.now, case.meeting.utc_offset).isoformat()
        due = " ".join(into.due.split())
        others = [one for one in dict.fromkeys(into.others) if one != into.owner]
        made = [
            events.CommitmentMade(into.step, one, into.what, due, into.due_on, today)
            for one in others
        ]
        return _said_anew(case, found, _promise(case, found, into)) + made or ALREADY
    promise = case.state.commitments.get(found.id)
    if promise is not None and len(promise.lineage) > 1:
        return Refusal("It is written down what became of this commitment: it stays one.")
    return _said_anew(case, found, _words(case, found, into)) or ALREADY


def _said_anew(case: Case, found: Line, anew: events.LineTurned) -> list[events.Body]:
    """The fact that says the least of what is another now; nothing if all is as it was."""
    was = _as_it_is(case, found)
    if anew == was:
        return []
    if anew == structs.replace(was, text=anew.text):
        return [events.LineMended(found.id, anew.text)]
    moved = structs.replace(was, step=anew.step, person=anew.person)
    if found.kind is Kind.NOTE and anew == moved:
        return [events.LineMoved(found.id, anew.step, anew.person)]
    return [anew]


def _as_it_is(case: Case, line: Line) -> events.LineTurned:
    origin = next((fact.action for fact in case.state.facts if fact.id == line.id), line.id)
    return events.LineTurned(
        line.id,
        line.kind,
        origin,
        line.at,
        line.step,
        line.text,
        line.person,
        line.filing,
        line.due,
        line.due_on,
        local_date(line.at, case.meeting.utc_offset).isoformat(),
    )


def _promise(case: Case, line: Line, into: intents.Commit) -> events.LineTurned:
    return structs.replace(
        _as_it_is(case, line),
        into=Kind.COMMITMENT,
        step=into.step,
        text=into.what,
        person=into.owner,
        filing=Filing.NOTE,
        due=" ".join(into.due.split()),
        due_on=into.due_on,
    )


def _words(
    case: Case, line: Line, into: intents.TakeNote | intents.RecordDecision
) -> events.LineTurned:
    was = structs.replace(_as_it_is(case, line), due="", due_on="", step=into.step, text=into.text)
    if isinstance(into, intents.RecordDecision):
        return structs.replace(was, into=Kind.DECISION, person=NOBODY, filing=Filing.NOTE)
    filing = filed_by(case.meeting, into)
    return structs.replace(was, into=Kind.NOTE, person=into.person, filing=filing)


def _line(case: Case, line: FactId) -> Line | None:
    return line_of(case.state, case.meeting, line)
