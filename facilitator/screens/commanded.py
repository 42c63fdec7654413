"""What a screen with commands has: its key bar, its help, its place in the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume, ScreenSuspend
from textual.screen import Screen
from textual.widgets import Input

from facilitator.commands.command import HELP, Command, key_name
from facilitator.screens.answering import LeftOnce
from facilitator.screens.steady import ResultType
from facilitator.widgets.keybar import KeyBar


def show_next(
    app: App[None],
    screen: Screen[ResultType],
    then: Callable[[ResultType | None], None] | None = None,
) -> None:
    """Show another screen, on which nothing is said of the one before."""
    app.clear_notifications()
    app.push_screen(screen, then)


class Commanded(LeftOnce[str]):
    """A screen whose keys are defined by ``COMMANDS``; a subclass sets ``BINDINGS`` from them."""

    COMMANDS_OF_SCREEN: ClassVar[tuple[Command, ...]] = ()
    FIRST_IN_BAR: ClassVar[tuple[Command, ...]] = ()
    """What the key bar has before all others, in their order."""

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Leave; what was said in passing stays behind."""
        if self.is_active:
            self.app.clear_notifications()
        return super().dismiss(result)

    def go_to(
        self, screen: Screen[ResultType], then: Callable[[ResultType | None], None] | None = None
    ) -> None:
        """Go on to another screen."""
        show_next(self.app, screen, then)

    def available(self) -> Iterator[Command]:
        """The commands that apply now."""
        for command in self.COMMANDS_OF_SCREEN:
            if self.check_action(command.name, ()):
                yield command

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter that acts at once is a letter still while words are typed."""
        if isinstance(self.focused, Input):
            for command in self.COMMANDS_OF_SCREEN:
                if command.name == action and command.at_once and not command.typing_key:
                    return False
        return super().check_action(action, parameters)

    @property
    def on_top(self) -> bool:
        """Whether no other screen lies over this one."""
        return self.app.screen is self

    def shows(self, command: Command) -> bool:
        """Whether the key bar has a command that applies."""
        return command.in_bar

    def label_of(self, command: Command) -> str:
        """What the key bar says about a command now."""
        return command.label

    def refresh_keys(self) -> None:
        """Show the keys that apply now: while text is typed, those that work then."""
        typing = isinstance(self.focused, Input)
        keys = []
        for command in sorted(self.available(), key=lambda each: each not in self.FIRST_IN_BAR):
            key = command.typing_key if typing else command.key
            if key and self.shows(command):
                keys.append((key_name(key), self.label_of(command)))
        help_key = HELP.typing_key if typing else HELP.key
        self.query_one(KeyBar).keys = (*keys, (key_name(help_key), HELP.label))

    @on(ScreenSuspend)
    def _hush_the_bar(self) -> None:
        """While a box has the keys, the bar offers none."""
        for bar in self.query(KeyBar):
            bar.hushed = self.app.screen.is_modal

    @on(ScreenResume)
    def _offer_keys_again(self) -> None:
        """Its keys work again."""
        for bar in self.query(KeyBar):
            bar.hushed = False

    def run_command(self, command: Command) -> None:
        """Do what a command's key does."""
        self.call_later(self.run_action, command.name)

    def action_help(self) -> None:
        """Show every key of this screen."""
        from facilitator.screens.help import HelpScreen  # noqa: PLC0415

        self.app.push_screen(HelpScreen(self.COMMANDS_OF_SCREEN))
