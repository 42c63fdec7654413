"""Rules for lines that are mended, struck or moved: also after the circle is closed."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.forms import Kind
from facilitator.core.intents import Refusal
from facilitator.core.lines import Line, latest_lines, line_of, substituted
from facilitator.core.mending import Mending
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.vocabulary import FactId
from facilitator.core.words import blank

GONE = Refusal("That line is not there any more.")


@rule(intents.MendLine, Stage.HELD)
def mend_line(case: Case, intent: intents.MendLine) -> Decision:
    """A line keeps words: without any it is struck."""
    found = _line(case, intent.line)
    if found is None:
        return GONE
    if blank(intent.text):
        return Refusal("A line needs words. Strike it, if it is not needed.")
    if intent.text == found.text:
        return Refusal("That is so already.", already=True)
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
            return Refusal("A line needs words. Strike it, if it is not needed.")
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
    """A note moves to a step of this meeting, or to somebody who is or was there."""
    found = _line(case, intent.line)
    if found is None:
        return GONE
    if found.kind is not Kind.NOTE:
        return Refusal("Only a note moves. Strike this line, and write it down anew.")
    if intent.step and intent.step not in case.meeting.steps:
        return Refusal("That step is not on the agenda.")
    if intent.person and intent.person not in case.meeting.attendance:
        return Refusal("Only the words of somebody who was there can be written down.")
    if (intent.step, intent.person) == (found.step, found.person):
        return Refusal("That is so already.", already=True)
    return [events.LineMoved(intent.line, intent.step, intent.person)]


def _line(case: Case, line: FactId) -> Line | None:
    return line_of(case.state, case.meeting, line)
