"""When every clock stands still, and when a clock was wrong."""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import Stop


class CirclePaused(Body, frozen=True):
    """Every clock stopped; a break has a time of return, in UTC milliseconds."""

    kind = "circle-paused"
    reason: str = ""
    stop: Stop = Stop.PAUSE
    until: int = 0


class CircleResumed(Body, frozen=True):
    """The clocks went on."""

    kind = "circle-resumed"


class BreakPlanned(Body, frozen=True):
    """A break of so many minutes comes after the turn that runs; with 0 it does not."""

    kind = "break-planned"
    minutes: int


class TimeLeftOut(Body, frozen=True):
    """A stretch is charged to nobody: the machine slept, or the program was gone."""

    kind = "time-left-out"
    began: int
    ended: int


class ClockSetBack(Body, frozen=True):
    """The machine's clock was set back by so many milliseconds while the circle went on.

    It lasts, since what was promised by then lasts: that was so much earlier as well.
    """

    kind = "clock-set-back"
    lasts: ClassVar[bool] = True
    by: int
