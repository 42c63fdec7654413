"""Reads the clock off a screen, whichever large figures it is drawn in."""

from __future__ import annotations

import time

from rich.segment import Segment
from rich.style import Style
from textual.renderables.digits import Digits

from facilitator.core.state import Meeting
from facilitator.core.timing import turn_reading
from facilitator.core.words import span
from facilitator.widgets.figures import large


def tells_the_time(screen: str, meeting: Meeting) -> bool:
    """Whether a screen shows, to a second, what is left since the recorded start of the turn."""
    turn = meeting.turn
    assert turn is not None
    left = turn_reading(meeting, turn, time.time_ns() // 1_000_000).left
    return any(shown(screen, span(left + off)) for off in (-1000, 0, 1000))


def shown(screen: str, reading: str) -> bool:
    """Whether a screen shows a reading, in figures of any size."""
    faces = [large(reading), *(_digits(reading, bold) for bold in (True, False))]
    return reading in screen or any(
        bool(face) and all(line.strip() in screen for line in face) for face in faces
    )


def _digits(reading: str, bold: bool) -> tuple[str, ...]:
    drawn = Digits(reading).render(Style(bold=bold))
    texts = [segment.text for segment in drawn if isinstance(segment, Segment)]
    return tuple(text for text in texts if text.strip())
