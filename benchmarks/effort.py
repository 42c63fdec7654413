"""How much is measured: enough for a figure, or only for a look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """How many samples are taken.

    Attributes:
        starts: of each program, after one that is not counted.
        meetings: closed ones in the journal that the first screen is opened on.
        letters: typed in each program.
        presses: of each other key.
        windows: in which the processor's share is measured.
        seconds: the length of such a window.
        appends: of each kind.
        folds: of each length.
        events: in the longer fold; the shorter one has a tenth.
        hours: of a clock that is moved, in an assembly.
    """

    starts: int
    meetings: int
    letters: int
    presses: int
    windows: int
    seconds: float
    appends: int
    folds: int
    events: int
    hours: int


FULL = Effort(
    starts=15,
    meetings=200,
    letters=60,
    presses=40,
    windows=3,
    seconds=10.0,
    appends=500,
    folds=7,
    events=100_000,
    hours=3,
)
QUICK = Effort(
    starts=4,
    meetings=200,
    letters=12,
    presses=8,
    windows=1,
    seconds=10.0,
    appends=100,
    folds=3,
    events=100_000,
    hours=1,
)
