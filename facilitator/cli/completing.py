"""What a shell completes: the names of agendas, and files."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def complete_agenda(
    _context: click.Context, _parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """The agendas whose names begin so, with what they are called; and any file."""
    from facilitator.agendas import AgendaError, all_agendas, load  # noqa: PLC0415

    found = []
    for each in all_agendas():
        if each.name.startswith(begun):
            try:
                title = load(each.path).title
            except AgendaError:
                title = ""
            found.append(CompletionItem(each.name, help=title or None))
    return [*found, CompletionItem(begun, type="file")]
