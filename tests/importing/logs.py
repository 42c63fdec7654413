"""Logs to import, and what comes of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from support.clock import HandClock
from support.files import journal

from facilitator.core.events import MeetingImported
from facilitator.importing.bringing import Bringing, Brought, bring
from facilitator.importing.described import LoggedMeeting
from facilitator.importing.reading import Kind, Log, Wanted, read_log
from facilitator.importing.texts import lines_of

HERE = Path(__file__).parent
FLOOD, PANTRY = HERE / "flood-kitchen.log", HERE / "pantry.txt"
ELSEWHERE = (date(2015, 3, 1), "the file's name")
ORIGIN = MeetingImported("IRC log", "log.txt", "0" * 64)


def read(text: str | bytes, kind: Kind = Kind.IRC, **wanted: Any) -> Log:
    """A log, read."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_log(lines_of(data), kind, Wanted(ELSEWHERE, **wanted))


def only(text: str | bytes, kind: Kind = Kind.IRC, **wanted: Any) -> LoggedMeeting:
    """The only meeting in a log."""
    (found,) = read(text, kind, **wanted).meetings
    return found


def written(logged: LoggedMeeting) -> list[tuple[str, str]]:
    """Who wrote what, as the grammar is given it."""
    return [(entry.who, entry.words) for entry in logged.entries]


def brought(path: Path, text: str, kind: Kind = Kind.IRC) -> tuple[Bringing, Brought]:
    """A log's only meeting, in a journal."""
    with journal(path) as opened:
        return bring(opened, only(text, kind), "Kitchen", ORIGIN)


__all__ = ["FLOOD", "ORIGIN", "PANTRY", "HandClock", "brought", "only", "read", "written"]
