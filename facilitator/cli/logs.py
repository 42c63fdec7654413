"""Log files from the command line: read, with sentences for what is none."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click
from msgspec import Struct

from facilitator.cli.meant import storable
from facilitator.cli.people import STANDARD_INPUT
from facilitator.cli.problems import Sentence
from facilitator.clock import Clock
from facilitator.core.timing import local_date
from facilitator.importing.days import day_in, without_day
from facilitator.importing.reading import Kind, Log, Wanted, read_log
from facilitator.importing.texts import MOST_BYTES, NotText, lines_of


class Asked(Struct, frozen=True):
    """What was asked for on the command line about some logs."""

    kind: Kind
    title: str
    day: date | None
    renamed: Mapping[str, str]
    again: bool
    dry_run: bool


class LogFile(Struct, frozen=True):
    """A log that was read.

    Attributes:
        name: of the file, without its folder.
        title: what its meetings are called, if they don't say so themselves.
        digest: SHA-256.
    """

    name: str
    title: str
    digest: str
    log: Log


def read_file(source: str, asked: Asked, clock: Clock) -> LogFile:
    """A log file, or standard input for ``-``.

    Raises:
        Sentence: it can't be read, is no text, or nobody says anything in it.
    """
    called = file_called(source)
    data, changed = _bytes(source, called, clock)
    if not data.strip():
        raise Sentence(f"{called}: it is empty.")
    path = Path(storable(called))
    name_says = day_in(path.name)
    written = "today" if source == STANDARD_INPUT else "when the file was changed"
    otherwise = (name_says, "the file's name") if name_says else (changed, written)
    wanted = Wanted(otherwise, asked.title, asked.day, clock.utc_offset(), asked.renamed)
    try:
        log = read_log(lines_of(data), asked.kind, wanted)
    except NotText as error:
        raise Sentence(f"{called}: this is not text ({error}).") from None
    if not log.meetings:
        raise Sentence(f"{called}: nobody says anything in it. A log has lines as <ana> words.")
    title = "" if source == STANDARD_INPUT else without_day(path.stem)
    return LogFile(path.name, title or "Meeting", hashlib.sha256(data).hexdigest(), log)


def file_called(source: str) -> str:
    """What a file on the command line is called in words."""
    return "standard input" if source == STANDARD_INPUT else storable(source)


def _bytes(source: str, called: str, clock: Clock) -> tuple[bytes, date]:
    """What is in a file, and the day on which it was changed."""
    today = local_date(clock.now(), clock.utc_offset())
    try:
        if source == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
            changed = today
        else:
            with Path(source).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
            seconds = Path(source).stat().st_mtime
            changed = local_date(round(seconds * 1000), clock.utc_offset())
    except FileNotFoundError:
        raise Sentence(f"{called}: there is no such file.") from None
    except IsADirectoryError:
        raise Sentence(f"{called}: this is a folder. Name the files in it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Sentence(f"{called}: can't be read ({reason.lower()}).") from None
    if len(data) > MOST_BYTES:
        raise Sentence(f"{called}: too long for a log (more than {MOST_BYTES // 1_000_000} MB).")
    return data, changed


def day_wanted(words: str) -> date | None:
    """The day that ``--date`` says.

    Raises:
        Sentence: it is none.
    """
    day = day_in(words) if words else None
    if words and day is None:
        raise Sentence(f"{words} is no date. Write it as in 2015-03-01.")
    return day


def renamed(pairs: tuple[str, ...]) -> dict[str, str]:
    """The nicks and names that ``--as`` gives.

    Raises:
        Sentence: a pair is none.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        nick, equals, name = storable(pair).partition("=")
        name = " ".join(name.split())
        if not (nick.strip() and equals and name):
            raise Sentence(f"{pair}: write --as nick=Name, as in --as cjw=Chidi.")
        found[nick.strip()] = name
    return found


def progress_to(told: str, clock: Callable[[], float]) -> Callable[[int, int], None]:
    """Say on standard error how far an import is, where a person looks on and it takes a while."""
    began = clock()
    shown = False

    def progress(done: int, total: int) -> None:
        nonlocal shown
        if not sys.stderr.isatty() or (clock() - began < 0.2 and not shown):
            return
        shown = True
        end = "\r\x1b[K" if done >= total else ""
        line = "" if done >= total else f"{told}: {done:,} of {total:,} lines"
        click.echo(f"\r{line}{end}", err=True, nl=False)

    return progress
