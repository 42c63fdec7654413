"""Somebody who types lines at a circle, and sees what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.agendas import DEBRIEF
from support.clock import HandClock
from support.files import do, session

from facilitator.core.agenda import Agenda
from facilitator.core.intents import CallMeeting, Welcome
from facilitator.core.state import Meeting
from facilitator.core.words import plain
from facilitator.keeper import MinutesKeeper
from facilitator.line.desk import Desk
from facilitator.line.paper_roll import PaperRoll
from facilitator.line.reading import Ended, Line
from facilitator.line.running import Running
from facilitator.session import Session

PEOPLE = ("Ana", "Bo", "Chidi", "Dee")


class Nothing:
    """No lines by themselves: a test types them."""

    def next(self, seconds: float) -> Line | Ended | None:
        return Ended()


class Roll(PaperRoll):
    """Keeps what is printed, and counts the bells."""

    def __init__(self, *, by_hand: bool) -> None:
        super().__init__(by_hand=by_hand)
        self.lines: list[str] = []
        self.bells = 0

    def say(self, line: str) -> None:
        self.lines.append(line)

    def prompt(self) -> None:
        """Nothing is typed at a prompt."""

    def ring(self) -> None:
        self.bells += 1


class Typist:
    """Types lines; each answers with what was printed for it."""

    def __init__(self, at: Session, clock: HandClock, *, by_hand: bool = False) -> None:
        self.session = at
        self.clock = clock
        self.roll = Roll(by_hand=by_hand)
        self.keeper = MinutesKeeper(at)
        self.desk = Desk(at, self.keeper, self.roll.say, by_hand=by_hand)
        self.running = Running(self.desk, Nothing(), clock, self.roll, "evening.txt")
        self._line = 0

    @property
    def meeting(self) -> Meeting:
        return self.desk.meeting

    @property
    def status(self) -> int:
        return self.running.status

    def __call__(self, *lines: str) -> list[str]:
        """Type lines; what was printed for the last of them."""
        for line in lines:
            self.roll.lines.clear()
            self._line += 1
            self.running.take(Line(self._line, line.encode()))
        return list(self.roll.lines)

    def look(self) -> list[str]:
        """What is printed although nobody types."""
        self.roll.lines.clear()
        self.running.look_around()
        return list(self.roll.lines)

    @property
    def speaker(self) -> str:
        """Who speaks."""
        turn = self.meeting.turn
        return self.session.names[turn.person] if turn is not None else ""

    def is_live(self) -> bool:
        """Whether the circle goes on."""
        return self.meeting.live

    def floor(self) -> str:
        """How the word is given."""
        return str(self.meeting.floor)

    @property
    def written(self) -> list[str]:
        """Everything written down, as plain words."""
        names, state = self.session.names, self.session.state
        return [
            *(plain(each.text, names) for each in self.meeting.notes.values()),
            *(f"= {plain(each.text, names)}" for each in self.meeting.decisions.values()),
            *(f"! {plain(each.what, names)}" for each in state.commitments.values()),
        ]


@contextmanager
def typing(
    path: Path, *people: str, by_hand: bool = False, agenda: Agenda = DEBRIEF
) -> Iterator[Typist]:
    """Somebody types at a new circle in which people sit."""
    clock = HandClock()
    with session(path / "circle.db", clock=clock) as found:
        wanted = (CallMeeting("", agenda), *(Welcome(name) for name in people or PEOPLE))
        do(found, *wanted)
        yield Typist(found, clock, by_hand=by_hand)


@contextmanager
def joining(path: Path, clock: HandClock, terminal: str = "t2") -> Iterator[Typist]:
    """Somebody types at another terminal of a circle that is there already."""
    with session(path / "circle.db", terminal, clock) as found:
        yield Typist(found, clock)


def complaints(err: str) -> list[tuple[int, str]]:
    """The line numbers of a script that was complained of, and what was said."""
    found = (re.match(r"evening\.txt:(\d+): (.*)", line) for line in err.splitlines())
    return [(int(each[1]), each[2]) for each in found if each is not None]
