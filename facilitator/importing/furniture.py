"""What stands in a log and is nobody's words: bots, their commands, who is there, who writes."""

from __future__ import annotations

import re
from enum import Enum, auto

from msgspec import Struct

BOTS = frozenset(
    {"zakim", "rrsagent", "trackbot", "agendabot", "ghurlbot", "meetbot", "zodbot", "ubottu"}
    | {"supybot", "limnoria", "chanserv", "nickserv", "memoserv", "opendevmeet", "opendevstatus"}
)
"""Nicks of those who are no people, in small letters."""

MOST_NAMES = 200
_MOST_OF_A_NAME = 40
_MOST_LOOKED_AT = 4_000


class Sort(Enum):
    """What a line of furniture does."""

    PRESENT = auto()
    CHAIR = auto()
    SCRIBE = auto()
    TITLE = auto()
    STARTS = auto()
    ENDS = auto()
    UNDOES = auto()
    TOPIC = auto()
    NOTHING = auto()


class Piece(Struct, frozen=True):
    """A line that means something for the log as a whole.

    Attributes:
        names: whom it is about.
        words: a title, a topic.
    """

    sort: Sort
    names: tuple[str, ...] = ()
    words: str = ""


NOTHING = Piece(Sort.NOTHING)

_HEAD = re.compile(
    r"(?P<word>present|chairs?|scribe(?:nick|s)?|meeting)(?P<sign>\s?:|[+-](?=[\s:]|$))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SORTS = {"p": Sort.PRESENT, "c": Sort.CHAIR, "s": Sort.SCRIBE}
_COMMAND = re.compile(r"#(?P<word>\w{2,20})(?:\s+(?P<rest>.*)|$)", re.DOTALL)
_NAMING = {"chair": Sort.CHAIR, "nick": Sort.PRESENT}
_TITLING = {"startmeeting": Sort.STARTS, "meetingname": Sort.TITLE, "meetingtopic": Sort.TITLE}
_PLAIN = {"endmeeting": Sort.ENDS, "undo": Sort.UNDOES}
_TO_THE_BOT = {"save", "lurk", "unlurk", "commands", "restrictlogs", "showvote", "unchair"}
_TO_A_BOT = re.compile(
    r"(?:zakim|rrsagent|trackbot|agendabot|ghurlbot|gb|meetbot|zodbot)\s?[,:]", re.IGNORECASE
)
_QUEUE = re.compile(
    r"(?:(?:q|queue)[+?=-]|agenda\?|(?:next|move to next|close|skip) (?:agendum|agenda item)"
    r"(?: \d{1,3})?|(?:take up|close|open) (?:agendum|item) \d{1,3})\s{0,9}",
    re.IGNORECASE,
)
_QUEUED = re.compile(r"(?:(?:q|queue)[+-]|ack)\s{1,9}(?P<nick>\S{1,60})\s{0,9}", re.IGNORECASE)
_TAKEN_UP = re.compile(r"agendum \d{1,3} -- (?P<topic>.{1,500}?) -- taken up", re.IGNORECASE)
_ATTENDED = re.compile(
    r"(?:As of this point the )?attendees (?:were|have been) (?P<names>.+)", re.IGNORECASE
)
_CHAIRED = re.compile(r"(?:Meeting started .{1,80}The chair is|Current chairs?:) ?(?P<names>.+)")


def is_bot(nick: str) -> bool:
    """Whether a nick is that of a program that keeps minutes."""
    return nick.casefold().rstrip("_") in BOTS


def piece_of(words: str, speakers: frozenset[str]) -> Piece | None:
    """What a line that somebody wrote does, if it is no line of the minutes.

    Args:
        words: behind its envelope.
        speakers: the nicks of the log, in small letters: only those are called on.
    """
    words = words.strip()
    if command := _COMMAND.match(words):
        return _command(command["word"].casefold(), (command["rest"] or "").strip())
    if head := _HEAD.match(words):
        return _head(head["word"].casefold(), head["sign"], head["rest"])
    queued = _QUEUED.fullmatch(words)
    called = queued is not None and queued["nick"].casefold() in speakers
    return NOTHING if called or _QUEUE.fullmatch(words) or _TO_A_BOT.match(words) else None


def piece_of_bot(words: str) -> Piece:
    """What a bot's line says of the meeting; most are nothing but an answer."""
    head = words[:_MOST_LOOKED_AT].strip()
    if found := _TAKEN_UP.match(head):
        return Piece(Sort.TOPIC, words=found["topic"])
    if found := _ATTENDED.match(head):
        return Piece(Sort.PRESENT, names_in(found["names"].rstrip(".")) or ())
    if found := _CHAIRED.match(head):
        first = found["names"].split(". ")[0].rstrip(".")
        return Piece(Sort.CHAIR, names_in(first, spaces=True) or ())
    found_head = _HEAD.match(head)
    if found_head is not None and found_head["word"].casefold() == "meeting":
        return Piece(Sort.TITLE, words=found_head["rest"].strip())
    return NOTHING


def names_in(words: str, *, spaces: bool = False) -> tuple[str, ...] | None:
    """The names that some words list; ``None`` if they say something else.

    Args:
        words: parted by commas.
        spaces: whether spaces part them as well.
    """
    if len(words) > _MOST_LOOKED_AT:
        return None
    parts = re.split(r"[,;\s]" if spaces else r"[,;]", words)
    names = [" ".join(each.strip().strip("<>").replace("_", " ").split()) for each in parts]
    named = [re.sub(r" ?\([^()]*\)$", "", each) for each in names if each]
    if not named or len(named) > MOST_NAMES:
        return None
    return tuple(filter(None, named)) if all(map(_is_a_name, named)) else None


def _is_a_name(words: str) -> bool:
    """Whether words can be what somebody is called: one, or a few with capital letters."""
    several = words.split()
    capital = not any(each[:1].islower() for each in (*several[:1], *several[-1:]))
    return len(words) <= _MOST_OF_A_NAME and (len(several) < 2 or (capital and len(several) < 5))


def _command(word: str, rest: str) -> Piece | None:
    if word in _NAMING:
        names = names_in(rest, spaces=True)
        return Piece(_NAMING[word], names) if names else NOTHING
    if word in _TITLING:
        return Piece(_TITLING[word], words=rest)
    if word in _PLAIN:
        return Piece(_PLAIN[word])
    return NOTHING if word in _TO_THE_BOT else None


def _head(word: str, sign: str, rest: str) -> Piece | None:
    sign, rest = sign.strip(), rest.strip().lstrip(":").strip()
    if word == "meeting":
        return Piece(Sort.TITLE, words=rest) if sign == ":" and rest else None
    sort = _SORTS[word[0]]
    if sign == "-":
        return NOTHING if not rest or names_in(rest) else None
    if not rest:
        # Whoever says it means themselves.
        return Piece(sort) if sign == "+" else None
    names = names_in(rest)
    return None if names is None else Piece(sort, names)
