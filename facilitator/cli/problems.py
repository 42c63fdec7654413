"""Errors of the command line: a sentence on standard error, the right exit status, no traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from facilitator.journal.problems import WRONG_INPUT, JournalError
from facilitator.ui.text import visible


class Sentence(click.ClickException):
    """A sentence for a person; ``status`` 2 for wrong input, 1 for trouble."""

    def __init__(self, words: str, status: int = WRONG_INPUT) -> None:
        super().__init__(words)
        self.status = status

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        """The exit status."""
        return self.status

    def format_message(self) -> str:
        """The sentence, with nothing in it that acts on the terminal."""
        return "\n".join(visible(line) for line in self.message.splitlines())

    def show(self, file: object = None) -> None:  # noqa: ARG002 - always standard error
        """Print it."""
        click.echo(f"facilitator: {self.format_message()}", err=True)


@contextmanager
def in_sentences() -> Iterator[None]:
    """Turn what can go wrong with the journal into sentences."""
    try:
        yield
    except JournalError as error:
        raise Sentence(str(error), error.status) from error
