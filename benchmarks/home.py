"""From the start of the program until its first screen is painted, on a journal of years."""

from __future__ import annotations

from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.journals import write_closed_meetings
from benchmarks.report import Figure
from benchmarks.terminal import Program

GOAL = 1.3

_PEER = "benchmarks.peers.form"
_PEER_MARKS = (b"Bare header", b"are input", b"Bare footer")


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Start the program and a bare one in turn, as often as the effort says."""
    journal = folder / "circle.db"
    write_closed_meetings(journal, effort.meetings)
    ours_marks = (
        f"{effort.meetings} circles in this group".encode(),
        b"Start a circle",
        b"rehearse",
    )
    ours: list[list[float]] = []
    peer: list[list[float]] = []
    for _ in range(effort.starts + 1):
        with Program(_PEER, bytecode=folder / "bytecode") as program:
            peer.append(program.painted(_PEER_MARKS))
        command = ("--db", str(journal))
        with Program("facilitator", *command, bytecode=folder / "bytecode") as program:
            ours.append(program.painted(ours_marks))
    # The first start of each compiles its modules.
    ours, peer = ours[1:], peer[1:]
    what = f"start to first paint of Home, {effort.meetings} closed meetings"
    return [
        Figure(what, "s", tuple(map(min, ours)), tuple(map(min, peer)), GOAL),
        Figure(
            "the same until every part is painted",
            "s",
            tuple(map(max, ours)),
            tuple(map(max, peer)),
            GOAL,
        ),
    ]
