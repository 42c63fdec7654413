"""An assembly of three hours, played on the screen by a clock that is moved: run as a program.

``python -m benchmarks.evening FILE MINUTES`` plays so many minutes of the assembly in a journal
file and prints as JSON what it found. It has a process of its own, since its memory is measured.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from pathlib import Path

from textual.pilot import Pilot

from benchmarks.journals import PastClock, do, meeting_of, name_in_assembly, take_next
from facilitator.app import FacilitatorApp
from facilitator.core import intents
from facilitator.core.events import Stop
from facilitator.core.stack import stack
from facilitator.core.state import Meeting
from facilitator.core.timing import length, turn_reading
from facilitator.journal.store import Journal
from facilitator.screens.circle import CircleScreen
from facilitator.session import Session

SETTLED_MINUTES = 10
"""By then every part of the program is loaded, and what grows from there on is a leak."""

TURN_SECONDS = 40
MEGABYTE = 1024 * 1024


class Evening:
    """The assembly, whoever sits at its keys, and the clock on the wall."""

    def __init__(self, pilot: Pilot[None], session: Session, clock: PastClock) -> None:
        self._pilot = pilot
        self._session = session
        self._clock = clock
        self._turns = 0

    async def one_turn(self) -> None:
        """About forty seconds: a hand goes up, somebody speaks, and now and then more."""
        self._turns += 1
        turn = self._turns
        await self._pilot.press("h", *self._number(turn), "enter")
        self.go_by(TURN_SECONDS // 2)
        if turn % 3 == 0:
            await self._pilot.press("slash", *"so it is", "enter", "escape")
        if turn % 9 == 0:
            await self._pilot.press("u", "U")
        if turn % 11 == 0:
            await self._pilot.press("space")
            self.go_by(10)
            await self._pilot.press("space")
        if turn % 20 == 0:
            self._stop(intents.PauseCircle(stop=Stop.SILENCE), 60)
        self._walk_about()
        self.go_by(TURN_SECONDS - TURN_SECONDS // 2)
        if turn % 90 == 0:
            do(self._session, intents.TakeBreak(10))
        await self._pilot.press("n")
        if meeting_of(self._session).paused:
            self._stop(None, 600)
        if turn % 13 == 0:
            # A turn that was ended too soon goes on.
            await self._pilot.press("u")
            self.go_by(5)
            await self._pilot.press("n")
        await self._pilot.pause()

    def go_by(self, seconds: int) -> None:
        """Let time go by, with a tick of the screen in each second."""
        for _ in range(seconds):
            self._clock.at += 1000
            screen = self._pilot.app.screen
            if isinstance(screen, CircleScreen) and not screen.follow():
                screen.show_time()

    def _stop(self, pause: intents.Intent | None, seconds: int) -> None:
        """Let every clock stand still for a while, and somebody speak again."""
        if pause is not None:
            do(self._session, pause)
        self.go_by(seconds)
        do(self._session, intents.ResumeCircle())
        if meeting_of(self._session).turn is None:
            take_next(self._session)

    def _walk_about(self) -> None:
        """Some arrive late, and some of those who sit in the last seats leave."""
        meeting, turn = meeting_of(self._session), self._turns
        if turn % 4 == 0:
            do(self._session, intents.Welcome(f"Late {turn}", newcomer=turn % 8 == 0))
        if turn % 6 == 0:
            busy = {hand.person for hand in stack(meeting)}
            busy |= {meeting.turn.person} if meeting.turn is not None else set()
            gone = next(person for person in reversed(meeting.present) if person not in busy)
            do(self._session, intents.Leave(gone))

    def _number(self, turn: int) -> str:
        """The number of somebody who has no hand up."""
        meeting = meeting_of(self._session)
        up = {self._session.names[hand.person] for hand in stack(meeting)}
        here = {self._session.names[person] for person in meeting.present}
        places = (place * 7 % 450 for place in range(turn * 11, turn * 11 + 450))
        names = (name_in_assembly(place) for place in places)
        return next(name for name in names if name in here and name not in up).split()[1]


def drift(meeting: Meeting, now: int) -> int:
    """The milliseconds of the step that are neither in a turn nor in a pause, or are in both."""
    began = meeting.visits[-1].span.began
    turns = [turn for turn in meeting.turns.values() if turn.step == meeting.step_id]
    spoken = sum(turn_reading(meeting, turn, now).elapsed for turn in turns)
    stopped = sum(length(pause, now) for turn in turns for pause in turn.pauses)
    stopped += sum(length(pause, now) for pause in meeting.pauses)
    return (now - began) - spoken - stopped


def memory() -> float:
    """Megabytes of this process in memory."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / MEGABYTE


async def play(path: Path, minutes: int) -> dict[str, float]:
    """Play so many minutes of the meeting that waits in a journal."""
    journal = Journal.open(path)
    clock = PastClock(0)
    session = Session(journal, clock, "t1")
    waiting = session.group.waiting(1)[0].id
    session.enter(waiting)
    began = clock.at = session.state.facts[-1].at
    settled = 0.0
    app = FacilitatorApp(session, clock=clock, at_first=lambda app: app.resume(waiting))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        evening = Evening(pilot, session, clock)
        while clock.at < began + minutes * 60_000:
            await evening.one_turn()
            if not settled and clock.at >= began + SETTLED_MINUTES * 60_000:
                settled = memory()
        grown = memory() - settled
    meeting = meeting_of(session)
    found = {
        "settled": settled,
        "grown": grown,
        "drift": drift(meeting, clock.at),
        "minutes": (clock.at - began) / 60_000,
        "turns": len(meeting.turns),
        "facts": len(session.state.facts),
    }
    journal.close()
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(play(Path(sys.argv[1]), int(sys.argv[2])))))
