"""Where the journal is: named on the command line, in the environment, or the usual place."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import cast

import click
from platformdirs import user_data_path

from facilitator.cli.problems import Sentence, in_sentences
from facilitator.journal.problems import in_words
from facilitator.ui.text import visible

FILE_NAME = "facilitator.db"


def usual_place() -> Path:
    """The journal's file when none is named: in the user's data folder."""
    return user_data_path("facilitator", appauthor=False) / FILE_NAME


def journal_path(context: click.Context) -> Path:
    """The journal's file for a command.

    Raises:
        Sentence: a folder was named, or what can be no file.
    """
    named = cast("Path | None", context.find_root().params.get("db"))
    if named is None:
        return usual_place()
    with in_sentences(), in_words(named):
        folder = named.is_dir()
    if folder:
        raise Sentence(f"{named} is a folder. Name a file in it, such as {named / 'circle.db'}.")
    return named


def print_path(path: Path) -> None:
    """Print a path: byte for byte for another program, safe to look at for a person."""
    click.echo(visible(str(path)) if sys.stdout.isatty() else os.fsencode(path))
