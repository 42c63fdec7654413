"""Telling sleep and set clocks from time that went by: two clocks compared; neither is read here.

All moments and lengths are milliseconds.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from facilitator.core.timing import local_date
from facilitator.core.words import minutes, short_date, time_of_day

FORWARD = 10_000
"""A wall clock that is this much ahead at once has jumped.

A tick that comes late on a busy machine is no jump: the steady clock has gone on as well. A sleep
too short to matter to a turn need not be told.
"""

BACK = 2_000
"""A wall clock that is this much behind at once was set back; a leap second is less."""

DRIFT = 1_000
"""Clocks drift by less than one part in this, however far apart the looks are.

That is twice what network time slews at (500 parts in a million); it matters after a program
that was stopped goes on.
"""

MINUTE, DAY = 60_000, 86_400_000

STOOD_STILL = "Not counted: the clocks stood still."
"""What there is to say of a gap in a break, or in silence."""


class Gap(Struct, frozen=True):
    """The wall clock jumped forward: the machine slept, or somebody set the clock.

    Attributes:
        began: the last moment that was looked at before, in UTC milliseconds.
        ended: that moment and the jump. What time went by since the last look comes after it,
            since a machine that wakes up is slow and people press keys.
    """

    began: int
    ended: int


class SetBack(Struct, frozen=True):
    """The wall clock jumped backward, by so many milliseconds (above zero)."""

    by: int


Jump: TypeAlias = Gap | SetBack


class Waking:
    """Notices when the wall clock leaves the steady one."""

    def __init__(self) -> None:
        self._seen: tuple[int, int] | None = None

    def look(self, wall: int, steady: int) -> Jump | None:
        """Compare the clocks with how they stood at the last look; the first has nothing to tell.

        Args:
            wall: UTC milliseconds.
            steady: milliseconds of a clock that is never set and stands still in sleep.

        Returns:
            how the wall clock jumped between the two looks, once, or ``None``.
        """
        seen, self._seen = self._seen, (wall, steady)
        if seen is None:
            return None
        passed = max(0, steady - seen[1])
        jumped = wall - seen[0] - passed
        drifted = passed // DRIFT
        if jumped > FORWARD + drifted:
            return Gap(seen[0], seen[0] + jumped)
        if -jumped > BACK + drifted:
            return SetBack(-jumped)
        return None


def words_of(jump: Jump, utc_offset: int) -> str:
    """A jump in a sentence for people.

    Args:
        jump: what was noticed.
        utc_offset: minutes east of UTC.
    """
    if isinstance(jump, SetBack):
        return f"The computer's clock was set back by {lasting(jump.by)}."
    lasted = jump.ended - jump.began
    began, ended = (_moment(at, utc_offset, lasted) for at in (jump.began, jump.ended))
    between = f"{began} to {ended}" if lasted >= DAY else f"{began}–{ended}"
    return f"The computer slept for {lasting(lasted)} ({between}), or its clock was set forward."


def _moment(at: int, utc_offset: int, lasted: int) -> str:
    """A time of day; with the date where the time alone would say too little."""
    time = time_of_day(at, utc_offset)
    day = short_date(local_date(at, utc_offset).isoformat())
    return f"{day}, {time}" if lasted >= DAY else time


def lasting(milliseconds: int) -> str:
    """How long a gap was: ``40 s``, ``20 min``, ``1 h 20 min``, ``3 days``."""
    if milliseconds < 1.5 * MINUTE:
        return f"{round(milliseconds / 1000)} s"
    if milliseconds < 2 * DAY:
        return minutes(milliseconds)
    return f"{round(milliseconds / DAY)} days"
