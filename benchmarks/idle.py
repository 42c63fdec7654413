"""The processor's share that a running clock takes while nobody touches a key."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.journals import write_running_circle
from benchmarks.report import Figure
from benchmarks.terminal import Program, watch

GOAL = 1.5


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Let the circle's clock and a bare one run side by side."""
    with ExitStack() as running:

        def start(module: str, *arguments: str) -> Program:
            program = Program(module, *arguments, bytecode=folder / "bytecode")
            return running.enter_context(program)

        programs = [start("benchmarks.peers.clock")]
        for people in (12, 500):
            journal = folder / f"{people}.db"
            write_running_circle(journal, people)
            programs.append(start("facilitator", "--db", str(journal), "resume"))
        for program in programs[1:]:
            program.painted(["▶ Ana".encode()])
        watch(programs, 2.0)
        shares: list[list[float]] = [[] for _ in programs]
        for _ in range(effort.windows):
            before = [program.processor_seconds() for program in programs]
            watch(programs, effort.seconds)
            for program, spent, share in zip(programs, before, shares, strict=True):
                share.append((program.processor_seconds() - spent) / effort.seconds * 100)
    peer, twelve, many = (tuple(share) for share in shares)
    window = f"{effort.seconds:g} s with a clock running"
    return [
        Figure(f"processor share in {window}, 12 people", "%", twelve, peer, GOAL),
        Figure(f"processor share in {window}, 500 people", "%", many, peer),
    ]
