"""Clocks that stand still until a test moves them."""

from __future__ import annotations

EVENING = 1_763_924_400_000
"""23 November 2025, 19:00 UTC, in milliseconds."""


class HandClock:
    """A clock set by hand."""

    def __init__(self, at: int = EVENING, offset: int = 60) -> None:
        self.at = at
        self.offset = offset
        self._steady = 0

    def now(self) -> int:
        return self.at

    def steady(self) -> int:
        return self._steady

    def utc_offset(self) -> int:
        return self.offset

    def move(self, milliseconds: int) -> None:
        """Let time go by; below zero, the wall clock is set back."""
        self.at += milliseconds
        self._steady += max(0, milliseconds)

    def sleep(self, milliseconds: int) -> None:
        """Let the machine sleep: the wall clock goes on, the steady one stands still."""
        assert milliseconds >= 0
        self.jump(milliseconds)

    def jump(self, milliseconds: int) -> None:
        """Set the wall clock forward, or back; no time goes by."""
        self.at += milliseconds
