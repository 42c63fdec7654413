"""When time that was given is over: what is to be heard and told then, each end once."""

from __future__ import annotations

from collections.abc import Iterator, Set
from enum import StrEnum

from msgspec import Struct

from facilitator.core import timing
from facilitator.core.agenda import Break, ClockStyle
from facilitator.core.events import Floor
from facilitator.core.muster import muster
from facilitator.core.state import Meeting

MINUTE = 60_000


class Given(StrEnum):
    """What time was given to."""

    TURN = "turn"
    BREAK = "break"
    STEP = "step"


class Ending(Struct, frozen=True):
    """The end of a time that was given; with more time given it is another one.

    Attributes:
        given: to what.
        which: the turn or the step; of a break when it was to be over.
        length: how much was given, in seconds.
        minutes: so many minutes after the end; only a turn is reminded of.
    """

    given: Given
    which: str
    length: int = 0
    minutes: int = 0


def endings(meeting: Meeting, now: int) -> tuple[Ending, ...]:
    """Every time that is over at a moment in UTC milliseconds, whether the clocks go or not."""
    return tuple(_endings(meeting, now)) if meeting.live else ()


def fresh(meeting: Meeting, now: int, known: Set[Ending]) -> tuple[Ending, ...]:
    """The endings that are not known yet and are to be heard now.

    While the clocks stand still nothing ends but a break; silence is not broken.
    """
    turn = meeting.turn
    return tuple(
        each
        for each in endings(meeting, now)
        if each not in known
        and (not meeting.paused or each.given is Given.BREAK)
        and (each.given is not Given.TURN or (turn is not None and not turn.paused))
    )


def _endings(meeting: Meeting, now: int) -> Iterator[Ending]:
    left = timing.break_clock(meeting, now)
    if left is not None and left <= 0:
        yield Ending(Given.BREAK, str(now + left))
    turn = meeting.turn
    if turn is not None and timing.clock_style(meeting, turn) is not ClockStyle.HIDDEN:
        clock = timing.turn_reading(meeting, turn, now)
        if clock.left <= 0:
            yield Ending(Given.TURN, turn.id, clock.given // 1000, -clock.left // MINUTE)
    if _has_an_end(meeting, now):
        step = timing.step_reading(meeting, now)
        if step is not None and step.left <= 0:
            yield Ending(Given.STEP, meeting.step_id or "", step.given // 1000)


def _has_an_end(meeting: Meeting, now: int) -> bool:
    """Whether the end of the step's time is heard.

    In a round it belongs to each turn, at a break to the break; and where everyone has come to a
    muster its time matters no more.
    """
    step = meeting.step
    if step is None or isinstance(step, Break) or meeting.floor is Floor.ROUND:
        return False
    return not step.musters or muster(meeting, meeting.step_id or "", now).took is None
