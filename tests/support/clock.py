"""A clock that stands still until a test moves it."""

from __future__ import annotations

EVENING = 1_763_924_400_000
"""23 November 2025, 19:00 UTC, in milliseconds."""


class HandClock:
    """A clock set by hand."""

    def __init__(self, at: int = EVENING, offset: int = 60) -> None:
        self.at = at
        self.offset = offset

    def now(self) -> int:
        return self.at

    def utc_offset(self) -> int:
        return self.offset

    def move(self, milliseconds: int) -> None:
        """Move the clock on, or back."""
        self.at += milliseconds
