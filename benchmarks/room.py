"""From what is on disk to the display for the room, which is a process of its own."""

from __future__ import annotations

import random
import re
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.journals import meeting_of, take_next, write_assembly
from benchmarks.report import MEDIAN, SLOWEST, Figure
from benchmarks.terminal import COLUMNS, Program, watch
from facilitator.clock import SystemClock
from facilitator.core import intents
from facilitator.core.stack import stack
from facilitator.journal.store import Journal
from facilitator.session import Session
from facilitator.widgets.lettering import lettered

GOAL = 250.0
"""Milliseconds, of the slowest twentieth."""

_PEOPLE = 500
# As the board has it at this size: a margin, and six lines for who is next.
_WIDTH, _HEIGHT = COLUMNS - 2 * (COLUMNS // 30), 6


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Raise hands and end turns at random moments, and see when the room has it; then let it be."""
    path = folder / "assembly.db"
    write_assembly(path, _PEOPLE, hands=1)
    with ExitStack() as running:

        def start(module: str, *arguments: str) -> Program:
            program = Program(module, *arguments, bytecode=folder / "bytecode")
            return running.enter_context(program)

        room = start("facilitator", "--db", str(path), "room")
        peer = start("benchmarks.peers.clock")
        journal = Journal.open(path)
        running.callback(journal.close)
        session = Session(journal, SystemClock(), "t1")
        session.enter(session.group.waiting()[0].id)
        watch([room, peer], 2.0)
        raised, ended = _act(effort.presses, session, room)
        ours, bare = _idle(effort, room, peer)
    return [
        *_figures("a raised hand", raised),
        *_figures("the next speaker", ended),
        Figure(f"processor share of the room in {effort.seconds:g} s", "%", ours, bare),
    ]


def _act(count: int, session: Session, room: Program) -> tuple[list[float], list[float]]:
    """One hand is up at first, and a second goes up; then the first has the word."""
    moments = random.Random(1)
    raised: list[float] = []
    ended: list[float] = []
    seats, step = meeting_of(session).seats, meeting_of(session).step_id or ""
    for place in range(count):
        for samples in (raised, ended):
            room.wait(0.1 + moments.random())
            before = _announced(session)
            if samples is raised:
                session.send(intents.RaiseHand(step, seats[(place + 2) % len(seats)]))
            else:
                take_next(session)
            written = time.perf_counter()
            seen = room.shown(_only_in(_announced(session), before))
            samples.append((seen - written) * 1000)
    return raised, ended


def _announced(session: Session) -> tuple[str, ...]:
    """The letters in which the room reads who is next."""
    names = [session.names[hand.person] for hand in stack(meeting_of(session))]
    return lettered(f"next: {', then '.join(names)}", _WIDTH, _HEIGHT)


def _only_in(lines: tuple[str, ...], before: tuple[str, ...]) -> re.Pattern[bytes]:
    """A line of letters that were not there before."""
    line = next(line.strip() for line in lines if line not in before)
    return re.compile(re.escape(line.encode()))


def _idle(
    effort: Effort, room: Program, peer: Program
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The processor's share that each takes while a clock runs and nothing happens."""
    programs = [room, peer]
    shares: dict[Program, list[float]] = {program: [] for program in programs}
    watch(programs, 2.0)
    for _ in range(effort.windows):
        before = [program.processor_seconds() for program in programs]
        watch(programs, effort.seconds)
        for program, spent in zip(programs, before, strict=True):
            used = program.processor_seconds() - spent
            shares[program].append(used / effort.seconds * 100)
    return tuple(shares[room]), tuple(shares[peer])


def _figures(what: str, taken: list[float]) -> list[Figure]:
    return [
        Figure(f"from disk to the room: {what}, median", "ms", tuple(taken), share=MEDIAN),
        Figure(
            f"from disk to the room: {what}, 95th percentile", "ms", tuple(taken), (), GOAL, SLOWEST
        ),
    ]
