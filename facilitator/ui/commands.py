"""Commands as Textual binds them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from facilitator.commands.command import Command


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of some commands, each with all its keys.

    What has no key outside the line is bound by the line.
    """
    return [_binding(command) for command in commands if command.key]


def _binding(command: Command) -> Binding:
    keys = (command.key, command.typing_key, *command.more_keys)
    return Binding(
        ",".join(filter(None, keys)),
        command.name,
        command.label,
        show=False,
        priority=command.at_once,
    )
