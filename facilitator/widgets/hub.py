"""What stands inside the ring: the question, the clock and who is next, as lines; no Textual."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import product

from facilitator.ui.text import fit, wrap
from facilitator.ui.views import CircleView, Phase
from facilitator.widgets.ellipse import Ellipse
from facilitator.widgets.figures import large

_MOST_LINES = 4
# In characters; far more than fits, so that a whole pasted book costs no more than a question.
_LONGEST = 1000
# The arc's stroke is less than two columns thick; the rest is air.
_INSET_COLUMNS = 3.0
_INSET_ROWS = 1.0

# The share of the ring's inside that a question would rather keep to.
_AIRY = 0.75

# Rows between the middle and the ring, from which on the clock is shown in large figures.
_ROOM_FOR_FIGURES = 7

_CLOCK_MARKS = {Phase.WARNING: "! ", Phase.PAUSED: "‖ "}


class Part(Enum):
    """What a line inside the ring is."""

    QUESTION = auto()
    CLOCK = auto()
    CAPTION = auto()
    OFF = auto()


@dataclass(frozen=True, slots=True)
class HubLine:
    """One line inside the ring: its row, its text, and what it is."""

    row: int
    text: str
    part: Part


def clock_text(clock: str, phase: Phase) -> str:
    """The clock with the mark that says its phase to people who see no color."""
    return f"{_CLOCK_MARKS.get(phase, '')}{clock}" if clock else ""


def hub_lines(view: CircleView, inside: Ellipse) -> tuple[HubLine, ...]:
    """The lines inside the ring from top to bottom, each no wider than the ring is there.

    The question stands on as few lines as it can, of about the same length.

    Args:
        view: what to say.
        inside: the space for it, see ``inside_of`` and ``inside_area``.
    """
    below = [(text, Part.CLOCK) for text in _clock_lines(view, inside)]
    caption = view.notice or view.caption
    if caption:
        below += [("", Part.CAPTION)] if len(below) > 1 else []
        below.append((caption, Part.CAPTION))
    if view.off:
        below.append((view.off, Part.OFF))
    question = _question(view.question[:_LONGEST], inside, len(below))
    gap = 1 if question and below and 2 * inside.half_height >= len(question) + len(below) else 0
    top = inside.row - (len(question) + gap + len(below)) // 2
    lines = [HubLine(top + index, text, Part.QUESTION) for index, text in enumerate(question)]
    start = top + len(question) + gap
    for index, (text, part) in enumerate(below):
        row = start + index
        lines.append(HubLine(row, fit(text, _room(inside, row)), part))
    return tuple(line for line in lines if line.text)


def _clock_lines(view: CircleView, inside: Ellipse) -> tuple[str, ...]:
    """The clock: in large figures where there is room, else on one line."""
    reading = clock_text(view.clock, view.phase)
    figures = large(reading)
    if figures and min(inside.half_height, inside.row) >= _ROOM_FOR_FIGURES:
        widest = _room(inside, round(inside.row + _ROOM_FOR_FIGURES / 2))
        if len(figures[0]) <= widest * _AIRY:
            return figures
    return (reading,) if reading else ()


def inside_of(arc: Ellipse) -> Ellipse:
    """The space that an arc leaves for words."""
    return Ellipse(
        arc.column,
        arc.row,
        max(1.0, arc.half_width - _INSET_COLUMNS),
        max(1.0, arc.half_height - _INSET_ROWS),
    )


def inside_area(width: int, height: int) -> Ellipse:
    """The space for words in an area too small for an arc."""
    # Twice the area's size: its whole rectangle lies well inside that ellipse.
    return Ellipse(width / 2, max(0, height - 1) // 2, width / 2, height * 4.0 + 1)


def _room(inside: Ellipse, row: int) -> int:
    """The columns there are for words in a row."""
    return int(2 * inside.reach(abs(row - inside.row) + 0.5))


@lru_cache(maxsize=16)
def _question(question: str, inside: Ellipse, below: int) -> tuple[str, ...]:
    """The question's lines, given how many lines must stand below it."""
    question = " ".join(question.split())
    most = max(1, min(_MOST_LINES, int(2 * inside.half_height) - 1 - below))
    lines: list[str] = []
    # With air on both sides if that is possible, else as wide as the ring.
    for share, count in product((_AIRY, 1.0), range(1, most + 1)):
        top = inside.row - (count + below + (1 if below else 0)) // 2
        room = min(_room(inside, top), _room(inside, top + count - 1))
        room = max(1, int(room * share))
        lines = wrap(question, room, count)
        if lines == wrap(question, room, count + 1):
            return tuple(_balanced(question, lines, room))
    return tuple(lines)


def _balanced(question: str, lines: list[str], room: int) -> list[str]:
    """The lines again, as narrow as they can be without becoming more."""
    low, high = 1, room
    while low < high:
        middle = (low + high) // 2
        narrower = wrap(question, middle, len(lines) + 1)
        # A word broken to make a line narrower is worse than a ragged edge.
        if len(narrower) <= len(lines) and " ".join(narrower) == " ".join(lines):
            high, lines = middle, narrower
        else:
            low = middle + 1
    return lines
