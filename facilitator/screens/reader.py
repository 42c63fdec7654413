"""A text to read: minutes, exactly as the file has them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from facilitator.commands.command import HELP, Command
from facilitator.screens.commanded import Commanded
from facilitator.ui.commands import bindings
from facilitator.ui.text import visible
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar

COMMANDS = (
    Command("scroll(-1)", "up", "up", "A line up.", in_bar=False),
    Command("scroll(1)", "down", "scroll", "A line down; page up and page down for more."),
    Command("back", "escape", "back", "Close the text.", more_keys=("q", "enter", "m")),
)


class ReaderScreen(Commanded):
    """Shows a text and scrolls it."""

    CSS = """
    ReaderScreen #page { height: 1fr; align-horizontal: center; padding: 1 2; }
    ReaderScreen #text { width: 100%; max-width: 90; height: auto; }
    """
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings((*COMMANDS, HELP))

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Headline, text, keys."""
        yield Headline()
        with VerticalScroll(id="page"):
            yield Static(id="text")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the text, its headings in bold."""
        self.query_one(Headline).parts = (visible(self._title), "", "minutes")
        lines = [
            Content.styled(visible(line), "b" if line.startswith("#") else "")
            for line in self._text.splitlines()
        ]
        self.query_one("#text", Static).update(Content("\n").join(lines))
        self.query_one("#page").focus()
        self.refresh_keys()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        """Close the text."""
        self.dismiss()
