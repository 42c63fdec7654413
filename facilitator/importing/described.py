"""A meeting as a log tells it: plain values, before anything of it is in a journal."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True):
    """A line of the minutes.

    Attributes:
        at: UTC milliseconds.
        who: what whoever wrote it is called in the log; empty if nobody is.
        words: as the grammar of ``core.capture`` is given them.
        struck: whether it was taken back before the meeting ended.
    """

    at: int
    who: str
    words: str
    struck: bool = False


class LoggedMeeting(Struct, frozen=True):
    """A meeting, as far as the log says.

    Attributes:
        title: what it is called; empty if the log does not say.
        began: the time of its first line (UTC milliseconds).
        ended: the time of its last line.
        utc_offset: minutes east of UTC of the log's times.
        people: everyone who wrote or was marked present, in the order in which they came.
        also_called: nicks in the log of those who are called otherwise in ``people``.
        chair: who led it, if the log says so.
        scribe: who took the notes, if the log says so.
        left_out: how many lines were no words of anybody: bots, commands, who came and went.
        day_from: where its date comes from, in words.
    """

    title: str
    began: int
    ended: int
    utc_offset: int
    people: tuple[str, ...]
    also_called: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    chair: str = ""
    scribe: str = ""
    left_out: int = 0
    day_from: str = ""
