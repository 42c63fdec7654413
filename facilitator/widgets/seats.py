"""How a person is shown in the ring and in the list: glyph, name, newcomer's mark, style."""

from __future__ import annotations

from facilitator.ui.text import fit
from facilitator.ui.views import Mark, SeatView

NEWCOMER = "*"
"""Stands after the name of somebody who is here for the first time."""

_FRAME = 4  # a space, the glyph, a space, the name, a space

SEAT_CLASSES = {mark: f"seat--{mark.name.lower()}" for mark in Mark}
"""The component class for each mark."""

_RULES = {
    Mark.SPEAKING: "background: $accent; color: auto; text-style: bold;",
    Mark.NEXT: "color: $text; text-style: bold;",
    Mark.HEARD: "color: $text-muted;",
    Mark.PASSED: "color: $text-muted;",
    Mark.LATER: "color: $text;",
    Mark.WAITING: "color: $text;",
    Mark.AWAY: "color: $text-disabled;",
    Mark.HAND: "color: $text-warning; text-style: bold;",
}


def seat_rules(widget: str) -> str:
    """The default CSS of the seats' component classes for a widget type."""
    return "\n".join(
        f"{widget} > .{SEAT_CLASSES[mark]} {{ {rule} }}" for mark, rule in _RULES.items()
    )


def name_of(seat: SeatView, cells: int) -> str:
    """The name as it fits into a label of that many cells, with the newcomer's mark."""
    mark = NEWCOMER if seat.newcomer else ""
    return fit(seat.name, cells - _FRAME - len(mark)) + mark


def label_of(mark: Mark, name: str) -> str:
    """A label: the glyph and a name from ``name_of``, with a space on either side."""
    return f" {mark} {name} "
