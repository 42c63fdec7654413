"""A list of options that may be long: its end is made when somebody goes there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from textual.widgets import OptionList
from textual.widgets.option_list import Option

AT_ONCE = 32
"""Twice what a box shows. Each option that is there is measured at every change."""


class LongList(OptionList):
    """Options, the first of them highlighted; more are made as they come near."""

    _later: Iterator[Option] = iter(())

    def offer(self, options: Iterable[Option]) -> bool:
        """Show other options; whether there are any."""
        self.clear_options()
        self._later = iter(options)
        self.reach(0)
        self.highlighted = 0 if self.option_count else None
        return self.option_count > 0

    def reach(self, place: int) -> None:
        """Make the options up to a place and some way behind it, so far as there are any."""
        missing = place + AT_ONCE // 2 - self.option_count
        if missing > 0:
            self.add_options(islice(self._later, missing + AT_ONCE // 2))

    def move(self, places: int) -> None:
        """Go up or down, and stay inside; what can't be chosen is gone past."""
        target = (self.highlighted or 0) + places
        self.reach(target)
        last = self.option_count - 1
        target = max(0, min(last, target))
        beyond = range(target, last + 1) if places >= 0 else range(target, -1, -1)
        free = (place for place in beyond if not self.get_option_at_index(place).disabled)
        self.highlighted = next(free, self.highlighted)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Make what is scrolled to."""
        super().watch_scroll_y(old_value, new_value)
        # Options have a line or two.
        self.reach(round(new_value) + self.size.height)
