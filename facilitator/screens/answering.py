"""A screen that is left once, however many keys say so."""

from __future__ import annotations

from textual.await_complete import AwaitComplete

from facilitator.screens.steady import ResultType, Steady


class LeftOnce(Steady[ResultType]):
    """Gives its answer once: keys that come while it goes away leave no other screen.

    Textual takes whatever lies on top away, for as often as a screen is dismissed.
    """

    def dismiss(self, result: ResultType | None = None) -> AwaitComplete:
        """Leave with an answer, unless that was done already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
