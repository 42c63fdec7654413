"""The command palette: whatever the screen's keys can do just now, then what Textual can do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits
from textual.system_commands import SystemCommandsProvider

from facilitator.commands.command import Command, key_name
from facilitator.screens.commanded import Commanded


class ScreenCommands(SystemCommandsProvider):
    """Offers the commands of the screen that the palette was opened on, and Textual's own.

    One provider for both: the order of several changes from one start to the next.
    """

    async def discover(self) -> Hits:
        """Everything that can be done now."""
        for screen, command in self._now():
            yield DiscoveryHit(
                command.label.capitalize(),
                partial(screen.run_command, command),
                help=_help(command),
            )
        async for hit in super().discover():
            if hit.text not in self._titles():
                yield hit

    async def search(self, query: str) -> Hits:
        """What fits the words that were typed."""
        matcher = self.matcher(query)
        for screen, command in self._now():
            title = command.label.capitalize()
            score = max(matcher.match(title), matcher.match(command.help) * 0.8)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(title),
                    partial(screen.run_command, command),
                    text=title,
                    help=_help(command),
                )
        async for hit in super().search(query):
            if hit.text not in self._titles():
                yield hit

    def _titles(self) -> set[str]:
        """What the screen's own commands are called; the home screen has a *Quit*, too."""
        return {command.label.capitalize() for _, command in self._now()}

    def _now(self) -> Iterator[tuple[Commanded, Command]]:
        screen = self.screen
        if isinstance(screen, Commanded):
            for command in screen.available():
                yield screen, command


def _help(command: Command) -> str:
    """What a command does and its key, as the markup that the palette reads help as."""
    return f"{command.help} Key: {key_name(command.key)}".replace("[", r"\[")
