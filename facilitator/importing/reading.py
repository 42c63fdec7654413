"""From the lines of a log to the meetings in it. Never raises; no words are lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from itertools import pairwise

from msgspec import Struct, field

from facilitator.importing.described import LoggedMeeting
from facilitator.importing.envelopes import Logged, Way, taken_out
from facilitator.importing.furniture import Sort, is_bot, piece_of
from facilitator.importing.gathered import Gathered
from facilitator.importing.nicks import Nicks, bare_nick
from facilitator.importing.times import dated


class Kind(Enum):
    """What kind of log it is, in words."""

    MEETBOT = "MeetBot log"
    """Its meetings are between ``#startmeeting`` and ``#endmeeting``."""
    IRC = "IRC log"
    """It is one meeting as a whole."""


class Wanted(Struct, frozen=True):
    """What a person says of a log.

    Attributes:
        title: what its meetings are called.
        day: on which day it was written, where its lines do not say it.
        otherwise: its day if nobody and nothing says it, and where that is from, in words.
        utc_offset: minutes east of UTC of times that do not say it.
        renamed: nicks and the names of those people.
    """

    otherwise: tuple[date, str]
    title: str = ""
    day: date | None = None
    utc_offset: int = 0
    renamed: Mapping[str, str] = field(default_factory=dict)


class Log(Struct, frozen=True):
    """A log that was read.

    Attributes:
        meetings: those in it; none if nobody says anything.
        outside: how many of its lines belong to none of them.
    """

    meetings: tuple[LoggedMeeting, ...]
    outside: int


def read_log(lines: Iterable[str], kind: Kind, wanted: Wanted) -> Log:
    """The meetings in a log.

    Args:
        lines: of the log.
        kind: which kind of log it is.
        wanted: what a person says of it.
    """
    read = [taken_out(line) for line in lines if line.strip()]
    times = dated(read, wanted.otherwise, wanted.day, wanted.utc_offset)
    reader = _Reader(read, times.at)
    found: list[LoggedMeeting] = []
    outside = len(read)
    for first, end in _stretches(read, kind):
        outside -= end - first
        gathered = Gathered(Nicks(wanted.renamed))
        for place in range(first, end):
            reader.read(place, gathered)
        title = wanted.title or gathered.title
        meeting = gathered.meeting(title, times.utc_offset, times.day_from)
        if meeting is not None:
            found.append(meeting)
    return Log(tuple(found), outside)


def _stretches(lines: list[Logged], kind: Kind) -> Iterator[tuple[int, int]]:
    """From which line to before which one each meeting goes."""
    if kind is Kind.IRC:
        yield 0, len(lines)
        return
    begun = -1
    any_begun = False
    for place, line in enumerate(lines):
        sort = _sort(line)
        if sort is Sort.STARTS and begun < 0:
            begun, any_begun = place, True
        elif sort is Sort.ENDS and begun >= 0:
            yield begun, place + 1
            begun = -1
    if begun >= 0 or not any_begun:
        yield max(0, begun), len(lines)


def _sort(line: Logged) -> Sort | None:
    if line.way is not Way.SAID or not line.words.lstrip().startswith("#"):
        return None
    piece = piece_of(line.words, frozenset())
    return piece.sort if piece is not None else None


class _Reader:
    """Hands each line of a log to what it means."""

    def __init__(self, lines: list[Logged], at: list[int]) -> None:
        self._lines, self._at = lines, at
        bots = {
            after.nick.casefold()
            for before, after in pairwise(lines)
            if after.words.startswith("Meeting started ") and _sort(before) is Sort.STARTS
        }
        said = {line.nick for line in lines if line.way is Way.SAID}
        self._bots = bots | {nick.casefold() for nick in said if is_bot(nick)}
        people = {nick.casefold() for nick in said} - self._bots
        self._speakers = frozenset(people | {bare_nick(nick) for nick in people})

    def read(self, place: int, gathered: Gathered) -> None:
        """Let a line do what it does."""
        line, gathered.now = self._lines[place], self._at[place]
        gathered.seen()
        if line.way is Way.EVENT:
            gathered.event(line.words)
        elif line.nick.casefold() in self._bots:
            gathered.bot(line.words)
        elif line.way is Way.SAID:
            gathered.said(line.nick, line.words, self._speakers)
        elif line.way is Way.DID and self._is_somebody(line):
            gathered.did(line.nick, line.words)
        else:
            gathered.bare(line.whole, self._speakers)

    def _is_somebody(self, line: Logged) -> bool:
        """Whether a line that begins with a star tells what somebody did, or is a list's."""
        return line.stamp.second >= 0 or line.nick.casefold() in self._speakers
