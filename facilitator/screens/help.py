"""Every key of a screen, from the same definitions that bind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Static

from facilitator.commands.command import HELP, Command, key_name
from facilitator.screens.dialogs import Dialog
from facilitator.ui.styles import QUIET
from facilitator.ui.text import wrap
from facilitator.ui.views import Mark

KEY_COLUMN, TYPING_COLUMN = 10, 9

PALETTE = Command("palette", "ctrl+p", "palette", "Find any of these by name.", "ctrl+p")
HERE = "This screen"


class HelpScreen(Dialog[None]):
    """A list of keys, with what they do and the key that does it while text is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,enter,q", "leave", "Close", show=False)
    ]

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__("Keys", "Esc closes · ↑ ↓ scroll")
        here = tuple(commands)
        group = HERE if any(command.group for command in here) else ""
        self._commands = (*here, *(replace(each, group=group) for each in (PALETTE, HELP)))

    def body(self) -> ComposeResult:
        """The keys, then the glyphs."""
        with VerticalScroll(id="keys"):
            yield KeyTable(self._commands)
            yield Static(Content("   ").join(Content(f"{mark.value} {mark.word}") for mark in Mark))


class KeyTable(Widget):
    """Keys in two columns, what they do in a third that is wrapped."""

    DEFAULT_CSS = "KeyTable { height: auto; margin-bottom: 1; }"

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._groups = tuple(dict.fromkeys(command.group for command in self._commands))

    def render(self) -> Visual:
        """A line or more for each command."""
        return Content("\n").join(self._lines())

    def _lines(self) -> Iterable[Content]:
        yield Content.styled(f"{'key':<{KEY_COLUMN}}{'typing':<{TYPING_COLUMN}}", QUIET)
        width = self.content_size.width - KEY_COLUMN - TYPING_COLUMN - 1
        group = ""
        for command in sorted(self._commands, key=lambda each: self._groups.index(each.group)):
            if command.group != group:
                group = command.group
                yield Content("")
                yield Content.styled(group, "b $accent")
            key, typing = key_name(command.key), key_name(command.typing_key)
            first, *rest = wrap(command.help, max(20, width), 4)
            yield Content.assemble(
                (f"{key:<{KEY_COLUMN}}", "b"), (f"{typing:<{TYPING_COLUMN}}", QUIET), first
            )
            yield from (Content(" " * (KEY_COLUMN + TYPING_COLUMN) + line) for line in rest)
