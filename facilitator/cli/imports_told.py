"""What came in from a log, in a line for people and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct

from facilitator.core.forms import Kind
from facilitator.core.timing import local
from facilitator.core.words import counted, listed
from facilitator.importing.bringing import Brought
from facilitator.minutes.when import clock, full_date
from facilitator.ui.text import fit, visible

_COUNTED = (
    (Kind.COMMITMENT, "action", "actions"),
    (Kind.DECISION, "decision", "decisions"),
    (Kind.LINK, "link", "links"),
    (Kind.IDEA, "idea", "ideas"),
    (Kind.QUESTION, "open question", "open questions"),
)
_ALWAYS = (Kind.COMMITMENT, Kind.DECISION)
_TITLE_CELLS = 60


class Result(Struct, frozen=True):
    """What became of a meeting in a log, or of a log as a whole.

    Attributes:
        file: as it was named.
        brought: what came in, or would.
        outside: how many lines of the log are in no meeting.
        minutes: where its minutes lie.
        dry: whether nothing was written.
        before: the meeting that the same log is already, if it is.
        title: of that.
        problem: why nothing came in.
    """

    file: str
    brought: Brought | None = None
    outside: int = 0
    minutes: str = ""
    dry: bool = False
    before: str = ""
    title: str = ""
    problem: str = ""


def line_of(result: Result) -> str:
    """What came in, in one line."""
    brought = result.brought
    if brought is None:
        told = f"“{fit(result.title, _TITLE_CELLS)}” was imported before ({result.before})"
        return visible(f"{result.file}: {told}. To import it once more: --again.")
    done = "would come in" if result.dry else "imported"
    if result.dry and result.before:
        done = f"was imported before ({result.before}), and would come in with --again"
    began, ended = _moments(brought)
    title = fit(brought.title, _TITLE_CELLS)
    when = f"{full_date(began.date().isoformat())}, {clock(began)}–{clock(ended)}"
    return visible(f"{result.file}: “{title}” {done}: {when}; {_counts(brought)}.")


def lines_about(result: Result) -> Iterator[str]:
    """What else is to be known: where the day is from, who is taken for whom, what was left out."""
    brought = result.brought
    if brought is None:
        return
    yield f"  The day is from {brought.logged.day_from}."
    if brought.also:
        who = listed([f"{nick} is {name}" for nick, name in brought.also[:6]])
        yield visible(f"  {who}. If not: import undo, and --as nick=Name.")
    left_out = brought.logged.left_out + brought.reading.empty
    said = [f"{_lines(left_out)} (bots, commands, who came and went)"] * bool(left_out)
    said += [f"{_lines(result.outside)} outside of meetings"] * bool(result.outside)
    if said:
        yield f"  Left out: {', '.join(said)}."


def data_of(result: Result) -> dict[str, Any]:
    """The same as plain data, ready for JSON."""
    brought = result.brought
    if brought is None:
        status = "failed" if result.problem else "imported before"
        meeting = {"meeting": result.before or None, "problem": result.problem or None}
        return {"file": result.file, "status": status, **meeting}
    began, ended = _moments(brought)
    counts = brought.reading.counts
    return {
        "file": result.file,
        "status": "dry run" if result.dry else "imported",
        "meeting": brought.meeting or result.before or None,
        "title": brought.title,
        "began": began.isoformat(),
        "ended": ended.isoformat(),
        "day_from": brought.logged.day_from,
        "topics": brought.reading.topics,
        **{many.replace(" ", "_"): counts.get(kind, 0) for kind, _, many in _COUNTED},
        "notes": _notes(brought),
        "people": list(brought.people),
        "also_called": dict(brought.also),
        "left_out": brought.logged.left_out + brought.reading.empty,
        "outside": result.outside,
        "minutes": result.minutes or None,
    }


def _counts(brought: Brought) -> str:
    topics, counts, notes = brought.reading.topics, brought.reading.counts, _notes(brought)
    said = [_many(topics, "topic", "topics")]
    for kind, one, many in _COUNTED:
        if kind in _ALWAYS or counts.get(kind):
            said.append(_many(counts.get(kind, 0), one, many))
    said += [counted(len(brought.people)), _many(notes, "note", "notes")]
    return listed(said)


def _notes(brought: Brought) -> int:
    return brought.reading.counts.get(Kind.NOTE, 0)


def _many(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _lines(count: int) -> str:
    return _many(count, "line", "lines")


def _moments(brought: Brought) -> tuple[datetime, datetime]:
    logged = brought.logged
    return local(logged.began, logged.utc_offset), local(logged.ended, logged.utc_offset)
