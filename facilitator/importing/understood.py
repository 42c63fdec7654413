"""What the lines of a logged meeting mean, by the grammar of ``core.capture`` and no other."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core.agenda import Agenda, Discussion
from facilitator.core.capture import Captured, understand
from facilitator.core.events import NOBODY, PersonId, StepId
from facilitator.core.forms import NOTE_SIGN, Kind, form_of
from facilitator.core.intents import Commit, Intent, TakeNote
from facilitator.core.letters import plain_letters
from facilitator.core.mentions import find_person, spelled_out
from facilitator.core.owners import MOST_OWNERS
from facilitator.core.placing import Place, intent_for
from facilitator.core.steps import MOST_STEPS
from facilitator.core.words import Names, plain
from facilitator.importing.casting import Cast
from facilitator.importing.described import Entry, LoggedMeeting

BEFORE_THE_FIRST = "Before the first topic"
NO_TOPIC = "What was said"

MOST_LOOKED_BACK = 500
"""So many lines back something is looked for that is to be mended."""

MOST_EVERYWHERE = 20
"""So many times something can be mended everywhere at one meeting."""

_MOST_OF_A_TITLE = 300
_NICK = re.compile(r"@?(?P<nick>[^\s,:&]{1,60})(?=[\s,:&]|$)")
_FIRST = re.compile(r"[^\s,:&@]{1,60}")
_AND = re.compile(
    r"(?:,|&|/|(?:and|und|y|e|et)\b)[ \t]{0,8}(?:(?:and|und|y|e|et)\b[ \t]{1,8})?", re.IGNORECASE
)
_TO = re.compile(r"(?:[,:]|->|→)?[ \t]{0,8}(?:(?:to|will|shall)[ \t]{1,8})?")
_MEANS_NOTHING_HERE = (Kind.SKILL, Kind.ROLE)


class Understood(Struct, frozen=True):
    """A line of a log, and what it asks for.

    Attributes:
        intent: what is sent; ``None`` where the line is a topic.
        words: the line.
        step: the step that a topic begins; empty for every other line.
        struck: whether it was taken back.
    """

    at: int
    kind: Kind
    intent: Intent | None
    words: str
    step: StepId = ""
    struck: bool = False


class Reading(Struct, frozen=True):
    """A logged meeting, understood.

    Attributes:
        agenda: a step for each topic.
        lines: in order.
        empty: how many lines had nothing but a sign or a word with a colon.
    """

    agenda: Agenda
    lines: tuple[Understood, ...]
    empty: int

    @property
    def topics(self) -> int:
        """How many topics there were."""
        return sum(1 for line in self.lines if line.kind is Kind.TOPIC and not line.struck)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many lines of each kind there are; a commitment of several people is one of each."""
        found: Counter[Kind] = Counter()
        for line in self.lines:
            if not line.struck:
                several = len(line.intent.others) if isinstance(line.intent, Commit) else 0
                found[line.kind] += 1 + several
        return found


def understood(meeting: LoggedMeeting, title: str, cast: Cast, group: Names) -> Reading:
    """What the lines of a logged meeting mean.

    Args:
        meeting: as the log tells it.
        title: what it is called.
        cast: who its people are.
        group: what everyone is called whom the group knows: they can be given something to do.
    """
    reader = _Reader(meeting, cast, group)
    for entry in meeting.entries:
        reader.read(entry)
    steps = reader.steps or [NO_TOPIC]
    agenda = Agenda(title=title, steps=tuple(Discussion(title=each, prompt=each) for each in steps))
    return Reading(agenda, tuple(reader.lines), reader.empty)


def agenda_of(meeting: LoggedMeeting, title: str, cast: Cast) -> Agenda:
    """The agenda of ``understood``, for which not every line need be understood."""
    wanted: list[Entry] = []
    begun = False
    for entry in meeting.entries:
        topic = form_of(entry.words)[0].kind is Kind.TOPIC
        begun = begun or topic
        if topic or not begun:
            wanted.append(entry)
    fewer = replace(meeting, entries=tuple(wanted))
    return understood(fewer, title, cast, cast.names).agenda


class _Reader:
    """Understands one line after the other, at the step and after the words that came before."""

    def __init__(self, meeting: LoggedMeeting, cast: Cast, group: Names) -> None:
        self.steps: list[str] = []
        self.lines: list[Understood] = []
        self.empty = 0
        topics = any(form_of(each.words)[0].kind is Kind.TOPIC for each in meeting.entries)
        self._first = BEFORE_THE_FIRST if topics else NO_TOPIC
        self._people = cast.people
        self._nicks = {name.casefold(): person for name, person in cast.people.items()}
        for nick, name in meeting.also_called:
            self._nicks[nick.casefold()] = cast.people.get(name, NOBODY)
        self._names, self._group = cast.names, group
        called = (*self._nicks, *cast.names.values(), *group.values())
        firsts = (_FIRST.match(each) for each in called)
        self._first_words = {plain_letters(each[0].casefold()) for each in firsts if each}
        self._said_last: dict[str, PersonId] = {}
        self._texts: deque[str] = deque(maxlen=MOST_LOOKED_BACK)
        self._everywhere = 0

    def read(self, entry: Entry) -> None:
        """Understand a line, and put it behind the others."""
        captured = self._captured(entry)
        if captured.kind in _MEANS_NOTHING_HERE or self._mends_nothing(captured):
            captured = self._plain(entry)
        if captured.kind is not Kind.MENDING and captured.empty:
            self.empty += 1
            return
        if captured.kind is Kind.TOPIC and self._begins_a_step(captured, entry):
            return
        if not self.steps:
            self.steps.append(self._first)
        self._put(captured, entry)

    def _begins_a_step(self, captured: Captured, entry: Entry) -> bool:
        """Begin a step with a topic; an agenda has room for so many."""
        title = " ".join(plain(captured.text, self._names).split())
        if entry.struck or (self.steps and title == self.steps[-1]):
            return True
        if len(self.steps) >= MOST_STEPS or len(title) > _MOST_OF_A_TITLE:
            return False
        self.steps.append(title)
        step = f"step-{len(self.steps)}"
        self.lines.append(Understood(entry.at, Kind.TOPIC, None, entry.words, step))
        return True

    def _put(self, captured: Captured, entry: Entry) -> None:
        writer = self._people.get(entry.who, NOBODY)
        step = f"step-{len(self.steps)}"
        # Whoever writes an action down promises nothing: it is whose name is in it.
        person = NOBODY if captured.kind is Kind.COMMITMENT else writer
        place = Place(step, person, said_last=self._said_last.get(entry.who, writer))
        intent = intent_for(captured, place)
        if captured.kind is Kind.LINK and isinstance(intent, TakeNote):
            intent = replace(intent, person=writer)
        if isinstance(intent, TakeNote):
            self._said_last[entry.who] = intent.person
        if captured.kind is not Kind.MENDING and not entry.struck:
            self._texts.append(plain(captured.text, self._names))
        self.lines.append(
            Understood(entry.at, captured.kind, intent, entry.words, struck=entry.struck)
        )

    def _captured(self, entry: Entry) -> Captured:
        captured = understand(entry.words, self._names)
        if captured.kind is not Kind.COMMITMENT or captured.owner:
            return captured
        words = form_of(entry.words)[1]
        first = _FIRST.match(words.lstrip("@"))
        if first is None or plain_letters(first[0].casefold()) not in self._first_words:
            return captured
        for typed in self._promises(words):
            found = understand(f"! {typed}", self._names)
            if found.owner:
                return found
        found = understand(entry.words, self._group)
        return found if found.owner else captured

    def _promises(self, words: str) -> list[str]:
        """A commitment as it would be typed, where the log has nicks without an ``@``."""
        people: list[str] = []
        rest = words
        while len(people) < MOST_OWNERS:
            name, length = self._leading(rest)
            if not name:
                break
            people.append(name)
            behind = rest[length:].lstrip(" ")
            following = _AND.match(behind)
            rest = behind
            if following is None or not self._leading(behind[following.end() :])[0]:
                break
            rest = behind[following.end() :]
        if not people:
            return []
        what = _TO.sub("", rest, count=1)
        return [
            f"{' and '.join(people)}: {what}",
            f"{' '.join(f'@{each}' for each in people)} {what}",
        ]

    def _leading(self, words: str) -> tuple[str, int]:
        """The name of whom words begin with, by nick or in full, and the length of that."""
        found, length = find_person(words, self._names)
        if found is not None and spelled_out(words[:length], self._names) == found:
            return self._names[found], length
        token = _NICK.match(words)
        nick = token["nick"] if token is not None else ""
        person = self._nicks.get(nick.casefold(), NOBODY) or spelled_out(nick, self._names)
        return (self._names[person], len(token[0])) if person and token is not None else ("", 0)

    def _mends_nothing(self, captured: Captured) -> bool:
        """Whether a line would mend what is not there, or mends everything once too often."""
        mends = captured.mends
        if mends is None:
            return False
        if mends.everywhere:
            self._everywhere += 1
            if self._everywhere > MOST_EVERYWHERE:
                return True
        for place in range(len(self._texts) - 1, -1, -1):
            if mends.old in self._texts[place]:
                mended = mends.mended(self._texts[place])
                self._texts[place] = mended
                return not mended.strip()
        return True

    def _plain(self, entry: Entry) -> Captured:
        return understand(NOTE_SIGN + entry.words, self._names)
