"""A header, an input and a footer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, Input


class FormApp(App[None]):
    """What the first screen's start is held against."""

    TITLE = "Bare header"
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "save", "Bare footer")]

    def compose(self) -> ComposeResult:
        """One of each."""
        yield Header()
        yield Input(placeholder="Bare input")
        yield Footer()

    def action_save(self) -> None:
        """Do nothing."""


if __name__ == "__main__":
    FormApp().run()
