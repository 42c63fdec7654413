"""The agenda that a command names, or a sentence about it."""

from __future__ import annotations

import click

from facilitator.agendas import AgendaError, BadAgenda, find, load
from facilitator.cli.problems import Sentence
from facilitator.core.agenda import Agenda


class Mistakes(Sentence):
    """What is wrong with an agenda file, a mistake a line."""

    def show(self, file: object = None) -> None:  # noqa: ARG002 - always standard error
        """Print them as they are: a ``FILE:LINE:`` must begin its line."""
        click.echo(self.format_message(), err=True)


def plan(agenda: str) -> Agenda:
    """The agenda of a name, or in a file.

    Raises:
        Sentence: there is none, or it has mistakes.
    """
    try:
        return load(find(agenda))
    except BadAgenda as error:
        raise Mistakes(str(error)) from error
    except AgendaError as error:
        raise Sentence(str(error)) from error
