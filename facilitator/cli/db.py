"""Commands for the journal's file."""

from __future__ import annotations

import sys

import click

from facilitator.cli.place import journal_path, print_path
from facilitator.cli.problems import in_sentences
from facilitator.journal.store import Journal


@click.group()
def db() -> None:
    """The journal's file and its tables."""


@db.command()
@click.pass_context
def path(context: click.Context) -> None:
    """Print where the journal is."""
    print_path(journal_path(context))


@db.command()
@click.pass_context
def rebuild(context: click.Context) -> None:
    """Throw the tables away and make them again from the journal; no fact is touched."""
    with in_sentences():
        where = journal_path(context)
        # Reading refuses what is not there; opening to write would make it.
        Journal.read(where).close()
        journal = Journal.open(where)
        try:
            rows = journal.rebuild(_progress)
        finally:
            journal.close()
    click.echo(f"{rows} groups of rows made from the journal.")


def _progress(done: int, total: int) -> None:
    """Say how far it is, where a person looks on."""
    if sys.stderr.isatty() and (done % 500 == 0 or done == total):
        end = "\n" if done == total else ""
        click.echo(f"\rrebuilding {done} of {total}{end}", err=True, nl=False)
