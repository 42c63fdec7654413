"""One line of a log taken out of its envelope: when, who, and the words; they are not understood.

Knows the clients' ways to write a line down (irssi, WeeChat, HexChat, mIRC, RRSAgent, MeetBot).
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, auto

from msgspec import Struct

MOST_OF_AN_ENVELOPE = 200
"""Characters at the beginning of a line in which its envelope is."""


class Way(Enum):
    """How words came into a log."""

    SAID = auto()
    """``<ana> words``"""
    DID = auto()
    """``* ana words``"""
    EVENT = auto()
    """what the client or the server tells: who joined, who left"""
    BARE = auto()
    """a line without an envelope"""


class Stamp(Struct, frozen=True):
    """What a line says of when it was written.

    Attributes:
        day: the date, if it has one.
        second: of the day; below zero if it says no time.
        zone: minutes east of UTC, if it says so.
    """

    day: date | None = None
    second: int = -1
    zone: int | None = None


NO_STAMP = Stamp()


class Logged(Struct, frozen=True):
    """A line of a log.

    Attributes:
        nick: who, without the sign of an operator.
        whole: the line as it stands in the log.
    """

    stamp: Stamp
    way: Way
    nick: str
    words: str
    whole: str


_TIME = re.compile(
    r"[\[(]?"
    r"(?:(?P<day>\d{4}-\d\d-\d\d)(?:T|[ ]{1,2}))?(?:[A-Z][a-z]{2}[ ]{1,2}\d{1,2} )?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"(?:[ ]?(?P<half>[AaPp])\.?[Mm]\.?)?[ ]?(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?[\])]?(?:[ \t]{1,8}|$)",
    re.ASCII,
)
_SAID = re.compile(r"<[ @+%&~!]?(?P<nick>[^<>\t]{1,60})>(?:[ \t]|$)")
_DID = re.compile(r"\*[ \t]{1,8}(?P<nick>[^\s*]{1,60})[ \t]{1,8}(?=\S)")
_TABBED = re.compile(r"[@+%&~ ]?(?P<nick>[^\s<>]{1,60})\t")
_MARK = r"(?:-!-|\*{3}|-->|<--|[→←⇒⇐↔]|--|\|-->|<--\||\*)[ \t]{0,8}"
_CAME_OR_WENT = (
    r"(?:\S{1,60}[ \t]{1,8})?(?:[\[(][^\])]{0,120}[\])][ \t]{1,8})?(?:has |have )?"
    r"(?:(?:joined|left|quit|parted)(?:$|[ \t]{1,4}(?:[#&(\[]|the (?:room|channel|chat)))"
    r"|is now known as \S|sets? mode|(?:sets?|changes|changed) (?:the )?topic"
    r"|was kicked|(?:has )?kicked \S{1,60} from|(?:has )?(?:invited|banned) \S)"
)
_NAMED_EVENT = (
    r"(?:(?:Joins|Parts|Quits|Nick|Mode|Kick|Netsplit|Netjoin|Irssi|Notify|Users?)\b[:/ ]"
    r"|mode/\S|Topic (?:for|is|set)\b)"
)
_MARKED_EVENT = re.compile(f"{_MARK}(?:{_NAMED_EVENT}|{_CAME_OR_WENT})")
_EVENT = re.compile(_CAME_OR_WENT)
_ONLY_CLIENTS = ("-!-", "-->", "<--")
"""Behind a time nobody but a client writes these."""

KNOWN_AS = re.compile(r"(?P<old>\S{1,60})[ \t]{1,4}is now known as (?P<new>\S{1,60})")
_FRAME = re.compile(
    r"-{3} (?:Log|Day) |Session (?:Start|Close|Ident|Time)|\*{4} (?:BEGIN|ENDING) LOGGING"
    r"|[=\-_*#~]{3,}[ \t]{0,80}$",
    re.IGNORECASE,
)


def taken_out(line: str) -> Logged:
    """A line out of its envelope; one that has none is bare. Time linear in its length."""
    head = line[:MOST_OF_AN_ENVELOPE]
    if _FRAME.match(head):
        return Logged(NO_STAMP, Way.EVENT, "", line, line)
    time = _TIME.match(head)
    start = time.end() if time is not None else 0
    stamp = _stamp(time) if time is not None else NO_STAMP
    said = _SAID.match(head, start)
    if said is not None and (nick := said["nick"].strip()):
        return Logged(stamp, Way.SAID, nick, line[said.end() :], line)
    if _is_told_by_the_client(head, start, timed=time is not None):
        return Logged(stamp, Way.EVENT, "", line[start:], line)
    did = _DID.match(head, start)
    if did is not None:
        return Logged(stamp, Way.DID, did["nick"], line[did.end() :], line)
    tabbed = _TABBED.match(head, start) if time is not None and time[0].endswith("\t") else None
    if tabbed is not None:
        return Logged(stamp, Way.SAID, tabbed["nick"], line[tabbed.end() :], line)
    return Logged(stamp, Way.BARE, "", line, line)


def _is_told_by_the_client(head: str, start: int, *, timed: bool) -> bool:
    """Whether behind its time a line tells of no words: who came, who left, a mode."""
    if _MARKED_EVENT.match(head, start):
        return True
    return timed and bool(_EVENT.match(head, start) or head.startswith(_ONLY_CLIENTS, start))


def _stamp(found: re.Match[str]) -> Stamp:
    """What a time says; nothing if there is no such time."""
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    if hour > 23 or minute > 59 or second > 60:
        return NO_STAMP
    return Stamp(_day(found["day"]), hour * 3600 + minute * 60 + second, _zone(found["zone"]))


def _day(iso: str | None) -> date | None:
    try:
        day = date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
    return day if day is not None and 1970 <= day.year <= 2200 else None


def _zone(words: str | None) -> int | None:
    if not words:
        return None
    if words in ("Z", "UTC"):
        return 0
    minutes = int(words[1:3]) * 60 + int(words[-2:])
    return max(-840, min(840, -minutes if words[0] == "-" else minutes))
