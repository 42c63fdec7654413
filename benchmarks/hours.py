"""An assembly of 500 people for three hours: its memory, its clock, and its keys at the end."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import stack
from benchmarks.effort import Effort
from benchmarks.journals import PastClock, write_assembly
from benchmarks.report import SLOWEST, Figure

GOAL_MEGABYTES = 20.0

_HOUR = 60 * 60 * 1000


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Play the hours, then press the keys of the stack there and in an assembly just begun."""
    late, early = folder / "late.db", folder / "early.db"
    began = PastClock(time.time_ns() // 1_000_000 - effort.hours * _HOUR)
    write_assembly(late, stack.PEOPLE, stack.HANDS, began)
    write_assembly(early, stack.PEOPLE, stack.HANDS)
    command = [sys.executable, "-m", "benchmarks.evening", str(late), str(effort.hours * 60)]
    played = subprocess.run(command, capture_output=True, text=True, check=False)
    if played.returncode:
        raise RuntimeError(played.stderr)
    found: dict[str, float] = json.loads(played.stdout)
    samples, bare = stack.press_in_turn(effort, {"late": late, "early": early}, folder / "bytecode")
    return [*of_the_hours(found), *_of_the_keys(effort, samples, bare)]


def of_the_hours(found: dict[str, float]) -> list[Figure]:
    """What the evening found, against its goals."""
    what = f"{found['minutes']:.0f} min, {found['turns']:.0f} turns, {found['facts']:.0f} facts"
    return [
        Figure(f"{what}: memory grown", "MB", (found["grown"],), goal=GOAL_MEGABYTES),
        Figure(f"{what}: drift of the clock", "ms", (abs(found["drift"]),), goal=0.0),
        Figure("memory after ten of these minutes", "MB", (found["settled"],)),
    ]


def _of_the_keys(
    effort: Effort, samples: dict[str, stack.Samples], bare: list[float]
) -> list[Figure]:
    at_end, at_start = (
        tuple(sample for kind in samples[name].values() for sample in kind)
        for name in ("late", "early")
    )
    after = f"after {effort.hours} h"
    return [
        *stack.figures(after, samples["late"], bare),
        Figure(f"all keys {after}, beside the start", "ms", at_end, at_start),
        Figure(f"the slowest of them {after}", "ms", at_end, at_start, share=SLOWEST),
    ]
