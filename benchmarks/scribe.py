"""The note-taker's line: keys in a long meeting, and how soon another terminal shows a note."""

from __future__ import annotations

import random
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.journals import do, meeting_of, name_in_assembly, write_long_meeting
from benchmarks.keys import Typed, a_letter
from benchmarks.report import MEDIAN, SLOWEST, Figure
from benchmarks.terminal import Program, watch
from facilitator.clock import SystemClock
from facilitator.core import intents
from facilitator.journal.store import Journal
from facilitator.session import Session

GOAL = 3.0
GOAL_ELSEWHERE = 250.0
PEOPLE, NOTES = 500, 5_000

LETTER, NAME, ENTER = "a letter", "a letter of a name (@)", "Enter (the note is written)"

CLEAR_THE_LINE = b"\x15"


class Scribe:
    """A note-taker's terminal, and how long its keys took."""

    def __init__(self, program: Program) -> None:
        """Take the keyboard of a program whose line has the keys."""
        self.samples: dict[str, list[float]] = defaultdict(list)
        self._program = program
        self._notes = 0

    def letters(self) -> Iterator[None]:
        """Type letters, one at each step."""
        typed = Typed(self._program)
        place = 0
        while True:
            self.samples[LETTER].append(typed.letter(a_letter(place)))
            place += 1
            yield

    def clear(self) -> None:
        """Take what is typed out of the line."""
        self._program.press(CLEAR_THE_LINE, b"")

    def name(self, place: int) -> None:
        """Type the beginning of a name that is completed."""
        name = name_in_assembly(place)
        number = name.split()[1]
        for before, key in enumerate(f"! @{name.split()[0].lower()} {number}"):
            taken = self._program.press(key.encode(), b"")
            if before > 2:
                self.samples[NAME].append(taken)
        self.clear()

    def note(self) -> None:
        """Write a note down."""
        self._notes += 1
        words = f"seen{self._notes}"
        self._program.press(words.encode(), words.encode())
        self.samples[ENTER].append(self._program.press(b"\r", words.encode()))


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Type in a long meeting's line and in a bare input in turn; then look over a shoulder."""
    path = folder / "long.db"
    write_long_meeting(path, PEOPLE, NOTES)
    bytecode = folder / "bytecode"
    bare: list[float] = []
    with ExitStack() as running:

        def start(module: str, *arguments: str) -> Program:
            return running.enter_context(Program(module, *arguments, bytecode=bytecode))

        peer = start("benchmarks.peers.line")
        peer.painted([b"are input"])
        line = Typed(peer)
        notes = start("facilitator", "--db", str(path), "notes")
        notes.painted(["▶".encode()])
        notes.wait(1.5)
        scribe = Scribe(notes)
        scribe.note()
        scribe.name(0)
        line.letter("x")
        scribe.samples.clear()
        typing = scribe.letters()
        for place in range(effort.letters):
            bare.append(line.letter(a_letter(place)))
            next(typing)
        scribe.clear()
        for place in range(effort.presses):
            bare.append(line.letter(a_letter(place)))
            scribe.name(place * 7 + 3)
            scribe.note()
        circle = start("facilitator", "--db", str(path), "resume")
        circle.painted(["▶".encode()])
        seen = _seen_elsewhere(effort.presses, path, {"the notes": notes, "the circle": circle})
    where = f"{NOTES:,} notes, {PEOPLE} names"
    return [*_keys(where, scribe.samples, bare), *seen]


def _seen_elsewhere(count: int, path: Path, programs: dict[str, Program]) -> list[Figure]:
    """Write notes at random moments, and see when other terminals have them."""
    moments = random.Random(1)
    samples: dict[str, list[float]] = {name: [] for name in programs}
    journal = Journal.open(path)
    session = Session(journal, SystemClock(), "t9")
    session.enter(session.group.waiting()[0].id)
    watch(list(programs.values()), 2.0)
    for place in range(count):
        for name, program in programs.items():
            watch(list(programs.values()), 0.2 + moments.random())
            words = f"heard{place}{name[-1]}"
            do(session, intents.TakeNote((words,), meeting_of(session).step_id or ""))
            written = time.perf_counter()
            seen = program.shown(re.compile(words.encode()))
            samples[name].append((seen - written) * 1000)
    journal.close()
    return [
        Figure(
            f"a note written elsewhere, shown by {name}: {words}",
            "ms",
            tuple(taken),
            (),
            GOAL_ELSEWHERE,
            share,
        )
        for name, taken in samples.items()
        for words, share in (("median", MEDIAN), ("95th percentile", SLOWEST))
    ]


def _keys(where: str, samples: dict[str, list[float]], bare: list[float]) -> list[Figure]:
    pooled = [sample for kind in samples.values() for sample in kind]
    return [
        Figure(
            f"key to screen in the line, {where}, {name}: {words}",
            "ms",
            tuple(taken),
            tuple(bare),
            GOAL,
            share,
        )
        for name, taken in {"all keys": pooled, **samples}.items()
        for words, share in (("median", MEDIAN), ("95th percentile", SLOWEST))
    ]
