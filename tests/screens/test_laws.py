"""What holds for every screen with commands: one definition, one key, one sentence of help."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding, BindingType
from textual.widgets import Input

from facilitator.commands.command import HELP
from facilitator.screens.circle import CircleScreen
from facilitator.screens.closing import ClosingScreen
from facilitator.screens.commanded import Commanded
from facilitator.screens.gather import GatherScreen
from facilitator.screens.help import PALETTE
from facilitator.screens.home import HomeScreen
from facilitator.screens.reader import ReaderScreen
from facilitator.screens.role import RoleScreen
from facilitator.screens.roles import RolesScreen

SCREENS = (
    HomeScreen,
    GatherScreen,
    CircleScreen,
    ClosingScreen,
    ReaderScreen,
    RolesScreen,
    RoleScreen,
)
EDITS = {
    key
    for binding in Input.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
ONE_WITH_ANOTHER = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
"""What a terminal sends for Backspace, Tab and Enter."""
every_screen = pytest.mark.parametrize("screen", SCREENS)


@every_screen
def test_every_command_is_an_action_of_its_screen(screen: type[Commanded]) -> None:
    for command in (*screen.COMMANDS_OF_SCREEN, HELP):
        action = command.name.partition("(")[0]
        assert callable(getattr(screen, f"action_{action}", None)), action


@every_screen
def test_every_command_is_bound_to_all_its_keys(screen: type[Commanded]) -> None:
    bound = dict(pair for binding in screen.BINDINGS for pair in keys_of(binding))
    for command in (*screen.COMMANDS_OF_SCREEN, HELP):
        keys = (command.key, command.typing_key, *command.more_keys) if command.key else ()
        for key in filter(None, keys):
            assert bound[key] == command.name


@every_screen
def test_no_key_has_two_meanings(screen: type[Commanded]) -> None:
    commands = (*screen.COMMANDS_OF_SCREEN, HELP, PALETTE)
    keys = Counter(
        key
        for command in commands
        for key in {command.key, command.typing_key, *command.more_keys} - {""}
        if command.key
    )
    assert [key for key, times in keys.items() if times > 1] == []
    typing = Counter(command.typing_key for command in commands if command.typing_key)
    assert [key for key, times in typing.items() if times > 1] == []


@every_screen
def test_no_two_commands_are_called_the_same(screen: type[Commanded]) -> None:
    labels = [command.label for command in (*screen.COMMANDS_OF_SCREEN, HELP)]
    assert len(set(labels)) == len(labels)


@every_screen
def test_help_is_whole_sentences(screen: type[Commanded]) -> None:
    for command in (*screen.COMMANDS_OF_SCREEN, HELP, PALETTE):
        assert command.help[0].isupper(), command.help
        assert command.help.endswith("."), command.help
        assert not command.help.endswith("..")


@every_screen
def test_what_works_while_typing_is_no_letter(screen: type[Commanded]) -> None:
    for command in screen.COMMANDS_OF_SCREEN:
        key = command.typing_key
        function_key = key[:1] == "f" and key[1:].isdigit()
        control = key.startswith("ctrl+") and key not in (EDITS | ONE_WITH_ANOTHER)
        in_the_line = key in ("up", "down") and not command.key
        assert not key or key == "escape" or function_key or control or in_the_line, key


def keys_of(binding: BindingType) -> list[tuple[str, str]]:
    """The keys of a binding, each with its action."""
    assert isinstance(binding, Binding)
    return [(key, binding.action) for key in binding.key.split(",")]
