"""The last line of a screen: the keys that do something now."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.styles import KEY
from facilitator.ui.text import fit

LONGEST_LABEL = 24


class KeyBar(Widget):
    """Keys and what they do, as many as fit; the last one always does.

    Attributes:
        keys: pairs of a key and a label, most important first.
        hushed: whether something else has the keys now, so that none is offered.
    """

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $panel; color: $text-muted; }
    """

    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())
    hushed: reactive[bool] = reactive(False)  # noqa: FBT003

    def render(self) -> Visual:
        """The keys in bold, each with its label."""
        return Content("   ").join(
            Content.assemble((key, KEY), " ", label) for key, label in self._fitting()
        )

    def _fitting(self) -> list[tuple[str, str]]:
        if self.hushed or not self.keys:
            return []
        *others, last = ((key, fit(label, LONGEST_LABEL)) for key, label in self.keys)
        room = self.content_size.width - _width(last)
        fitting = []
        for pair in others:
            width = _width(pair) + 3
            if width <= room:
                room -= width
                fitting.append(pair)
        return [*fitting, last]


def _width(pair: tuple[str, str]) -> int:
    return cell_len(pair[0]) + 1 + cell_len(pair[1])
