"""A group of commands whose subgroups are loaded only when they are asked for."""

from __future__ import annotations

from importlib import import_module

import click


class LazyGroup(click.Group):
    """Knows its subgroups by name and module; the module has a variable of the name.

    Attributes:
        modules: where each subgroup is defined; behind a colon its variable, if that is called
            otherwise.
    """

    modules: dict[str, str] = {}  # noqa: RUF012 - set once, where the group is made

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *self.modules})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        module = self.modules.get(cmd_name)
        if module is None:
            return super().get_command(ctx, cmd_name)
        place, _, variable = module.partition(":")
        command = getattr(import_module(place), variable or cmd_name)
        return command if isinstance(command, click.Command) else None
