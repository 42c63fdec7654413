"""A box of lines to read, over a screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget

from facilitator.screens.dialogs import Dialog

Lines = Callable[[int], tuple[str, ...]]
"""The lines for a number of cells that one may have."""


class LinesScreen(Dialog[None]):
    """Shows some lines, laid out for the room there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,question_mark", "leave", "Close", show=False)
    ]

    def __init__(self, title: str, lines: Lines) -> None:
        super().__init__(title, "Esc closes · ↑ ↓ scroll")
        self._lines = lines

    def body(self) -> ComposeResult:
        """The lines."""
        with VerticalScroll(id="lines"):
            yield _Lines(self._lines)


class _Lines(Widget):
    DEFAULT_CSS = "_Lines { height: auto; }"

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    def render(self) -> Visual:
        """The lines as they fit."""
        return Content("\n").join(Content(line) for line in self._lines(self.content_size.width))
