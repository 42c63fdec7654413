"""Two presses so close together that they are one."""

from __future__ import annotations

DOUBLE_PRESS_MILLISECONDS = 300
"""Two presses of *next* so close together are one: nobody can have spoken in between."""


def pressed_twice(before: int, now: int) -> bool:
    """Whether a press now is the second half of one before; both in UTC milliseconds."""
    return 0 <= now - before < DOUBLE_PRESS_MILLISECONDS
