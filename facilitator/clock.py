"""The clocks that are handed in wherever the time is needed."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol

APART = 100
"""Milliseconds between two readings within which they count as one."""

TRIES = 3


class Clock(Protocol):
    """What the program asks of a clock."""

    def now(self) -> int:
        """UTC wall time, in milliseconds since 1970. It jumps when somebody sets it."""
        ...

    def steady(self) -> int:
        """Milliseconds since some moment: nobody sets it, and it stands still in sleep."""
        ...

    def utc_offset(self) -> int:
        """Local time's distance from UTC, in minutes east."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> int:
        """UTC wall time, in milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def steady(self) -> int:
        """Milliseconds that the machine was awake since some moment; only spans mean something.

        On Linux this is ``CLOCK_MONOTONIC``: it stands still while the machine sleeps, where
        ``CLOCK_BOOTTIME`` would go on, and network time slows or hastens it together with the
        wall clock, where ``CLOCK_MONOTONIC_RAW`` would drift away from it. On macOS it is
        ``mach_absolute_time``, which stands still in sleep too. On Windows Python's clock goes on
        in sleep, as the wall clock does: there a clock that was set is noticed, but not a sleep,
        and the time slept counts as time that went by.
        """
        return time.monotonic_ns() // 1_000_000

    def utc_offset(self) -> int:
        """Local time's distance from UTC, in minutes east."""
        offset = datetime.now().astimezone().utcoffset()
        return int(offset.total_seconds() // 60) if offset is not None else 0


def wall_and_steady(clock: Clock) -> tuple[int, int]:
    """Both clocks at one moment: UTC milliseconds, and steady ones.

    A program that is held up between two readings would take the hold-up for a jump, so
    that readings far apart are taken again.
    """
    for _ in range(TRIES):
        before, wall, steady = clock.steady(), clock.now(), clock.steady()
        if steady - before <= APART:
            break
    return wall, steady
