"""Lines that were written down, and their history, as words for a list to pick from."""

from __future__ import annotations

from facilitator.core.forms import Kind
from facilitator.core.line_history import Became, Wording
from facilitator.core.lines import Line
from facilitator.core.state import Meeting
from facilitator.core.step import Filing
from facilitator.core.words import Names, by, called, plain, time_of_day
from facilitator.ui.written import NOTE_SIGNS

_SIGNS = {Kind.COMMITMENT: "!", Kind.DECISION: "="}


def line_words(line: Line, meeting: Meeting, names: Names) -> str:
    """``! Chidi: borrow the PA, by friday``."""
    step = meeting.steps.get(line.step)
    usual = step.filed_as if step is not None else Filing.NOTE
    note = "" if line.filing is usual else NOTE_SIGNS.get(line.filing, "")
    sign = _SIGNS.get(line.kind, note)
    whose = f"{called(line.person, names)}:" if line.person else ""
    if line.kind is Kind.COMMITMENT and not line.person:
        whose = "nobody yet:"
    due = by(line.due)
    words = plain(line.text, names)
    return " ".join(filter(None, (sign, whose, f"{words}, {due}" if due else words)))


def line_detail(line: Line, meeting: Meeting) -> str:
    """``19:42 · Check-in``: when it was written down, and at which step."""
    step = meeting.steps.get(line.step)
    title = step.title if step is not None else ""
    return " · ".join(filter(None, (time_of_day(line.at, meeting.utc_offset), title)))


def wording_detail(wording: Wording, meeting: Meeting) -> str:
    """``mended 19:45 · terminal t2``; of a line that was moved, where to."""
    when = f"{wording.became.value} {time_of_day(wording.at, meeting.utc_offset)}"
    step = meeting.steps.get(wording.line.step)
    moved = step is not None and wording.became is Became.MOVED
    where = f"to {step.title}" if step is not None and moved else ""
    return " · ".join(filter(None, (when, where, f"terminal {wording.terminal}")))
