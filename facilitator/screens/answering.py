"""A screen that is left once, however many keys say so."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

ResultType = TypeVar("ResultType")


class LeftOnce(Screen[ResultType]):
    """Gives its answer once: keys that come while it goes away leave no other screen.

    Textual takes whatever lies on top away, for as often as a screen is dismissed.
    """

    def dismiss(self, result: ResultType | None = None) -> AwaitComplete:
        """Leave with an answer, unless that was done already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
