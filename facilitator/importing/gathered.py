"""What a log has said so far of one meeting, line by line."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core.forms import NOTE_SIGN, SIGNS, Kind, form_of
from facilitator.core.mending import mending
from facilitator.importing.described import Entry, LoggedMeeting
from facilitator.importing.envelopes import KNOWN_AS
from facilitator.importing.furniture import Piece, Sort, piece_of, piece_of_bot
from facilitator.importing.nicks import MOST_PEOPLE, Nicks

ITEM_TAG = "#info"
"""What a note begins with that ``#undo`` takes back."""

LEFT_AS_TYPED = ("+", "?", "%")
"""In a log these begin all sorts of lines, and nobody's skills or roles."""

_GOES_ON = ("...", "…")


class Gathered:
    """One meeting, as far as it was read.

    Attributes:
        now: when the line was written that is being read (UTC milliseconds).
        title: what the meeting is called; empty if that was not said.
    """

    def __init__(self, nicks: Nicks) -> None:
        self.now = 0
        self.title = ""
        self._nicks = nicks
        self._began: int | None = None
        self._people: dict[str, None] = {}
        self._entries: list[Entry] = []
        self._items: list[int] = []
        self._chair = ""
        self._scribe = ""
        self._scribes: set[str] = set()
        self._left_out = 0

    def meeting(self, title: str, utc_offset: int, day_from: str) -> LoggedMeeting | None:
        """The meeting; ``None`` if nobody was there."""
        if not self._people or self._began is None:
            return None
        return LoggedMeeting(
            title=" ".join(title.split()),
            began=self._began,
            ended=self.now,
            utc_offset=utc_offset,
            people=tuple(self._people),
            also_called=tuple(
                (nick, name) for nick, name in self._nicks.called.items() if name in self._people
            ),
            entries=tuple(self._entries),
            chair=self._chair,
            scribe=self._scribe,
            left_out=self._left_out,
            day_from=day_from,
        )

    def seen(self) -> None:
        """A line is being read."""
        if self._began is None:
            self._began = self.now

    def event(self, words: str) -> None:
        """The client tells something: of it, who is called otherwise from now on."""
        self._left_out += 1
        found = KNOWN_AS.search(words[:200])
        if found is not None and self._nicks.knows(found["old"]):
            self._nicks.now_called(found["old"], found["new"])

    def bot(self, words: str) -> None:
        """A bot answers."""
        self._do(piece_of_bot(words), "")

    def said(self, nick: str, words: str, speakers: frozenset[str]) -> None:
        """Somebody writes a line."""
        who = self._there(nick)
        piece = piece_of(words, speakers)
        if piece is not None and not self._is_words_after_all(piece):
            self._do(piece, nick)
        else:
            self._write(who, words, "" if who else nick, named=who in self._scribes)

    def did(self, nick: str, words: str) -> None:
        """Somebody tells what they do."""
        who = self._there(nick)
        if words.strip():
            self._put(who, NOTE_SIGN + (words if who else f"{nick} {words}"))
        else:
            self._left_out += 1

    def bare(self, words: str, speakers: frozenset[str]) -> None:
        """A line that nobody is said to have written; it may begin with a name."""
        piece = piece_of(words, speakers)
        if (
            piece is not None
            and (piece.names or piece.words)
            and not self._is_words_after_all(piece)
        ):
            self._do(piece, "")
        else:
            self._write("", words, "", named=True)

    def _there(self, nick: str) -> str:
        """What somebody is called who is there; nobody, when there are too many already."""
        who = self._nicks.who(nick)
        if who not in self._people and len(self._people) >= MOST_PEOPLE:
            return ""
        self._people[who] = None
        return who

    def _is_words_after_all(self, piece: Piece) -> bool:
        """Whether it is a title, and the meeting has one: then it is a line like others."""
        titles = piece.sort in (Sort.TITLE, Sort.STARTS) and bool(piece.words)
        return titles and self.title not in ("", piece.words)

    def _do(self, piece: Piece, nick: str) -> None:
        self._left_out += 1
        match piece.sort:
            case Sort.PRESENT | Sort.CHAIR | Sort.SCRIBE:
                people = [self._there(self._nicks.listed(name)) for name in piece.names]
                self._wears(piece.sort, people or ([self._there(nick)] if nick else []))
            case Sort.TITLE | Sort.STARTS:
                self.title = self.title or piece.words
                if piece.sort is Sort.STARTS and nick:
                    self._wears(Sort.CHAIR, [self._there(nick)])
            case Sort.UNDOES:
                self._undo()
            case Sort.TOPIC:
                self._left_out -= 1
                self._write("", f"#topic {piece.words}", "", named=True)

    def _wears(self, sort: Sort, people: list[str]) -> None:
        first = next(filter(None, people), "")
        if sort is Sort.CHAIR:
            self._chair = self._chair or first
        elif sort is Sort.SCRIBE:
            self._scribe = self._scribe or first
            self._scribes.update(filter(None, people))

    def _undo(self) -> None:
        """The last thing of the minutes is taken back; a topic was never taken up."""
        if self._items:
            place = self._items.pop()
            self._entries[place] = replace(self._entries[place], struck=True)

    def _write(self, who: str, words: str, nick: str, *, named: bool) -> None:
        """Write a line down as the grammar is to read it.

        Args:
            who: wrote it.
            words: as written.
            nick: who wrote it, if that is nobody at the meeting.
            named: whether a name before a colon says whose words they are: a scribe's lines do,
                while others call on somebody so.
        """
        words = words.strip()
        if not words:
            self._left_out += 1
            return
        typed = as_typed(words)
        form, rest = form_of(typed)
        if form.kind is Kind.NOTE and rest == typed and not named and mending(typed) is None:
            typed = typed if typed.startswith(_GOES_ON) else NOTE_SIGN + typed
        if nick and form.kind is Kind.NOTE:
            typed = f"{NOTE_SIGN}{nick}: {words}"
        if form.kind is not Kind.NOTE or typed[: len(ITEM_TAG)].casefold() == ITEM_TAG:
            self._items.append(len(self._entries))
        self._put(who, typed)

    def _put(self, who: str, words: str) -> None:
        self._entries.append(Entry(self.now, who, words))


def as_typed(words: str) -> str:
    """Words as the grammar is to be given them: in a log a sign stands alone, or is none.

    ``= Doors open at 17:00`` is a decision; ``=)``, ``!ping``, ``*cough*`` and ``+1`` are notes.
    """
    sign = next((each for each in SIGNS if words.startswith(each)), "")
    if not sign:
        return words
    alone = words[len(sign) : len(sign) + 1].isspace() and sign not in LEFT_AS_TYPED
    return words if alone else NOTE_SIGN + words
