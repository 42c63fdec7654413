"""Opening a journal file: created for its owner only, checked, brought to the present schema."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from facilitator.journal.problems import WRONG_INPUT, JournalError, in_words
from facilitator.journal.versions import APPLICATION_ID, SCHEMA

BUSY_MILLISECONDS = 2_000
"""How long a write waits while another program writes."""

BRIEF_MILLISECONDS = 50
"""How long one waits that can be tried again: longer than another program's write takes."""


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that may write; the file is made if there is none.

    Raises:
        JournalError: the file can't be used, in words.
    """
    with in_words(path):
        if path.is_dir():
            raise JournalError(
                f"{path} is a folder. Name a file in it, such as {path / 'circle.db'}.", WRONG_INPUT
            )
        _create(path)
        connection = _connect(path, "rw")
        try:
            _check(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA recursive_triggers = ON")
            if _number(connection, "user_version") < SCHEMA:
                _prepare(connection)
            # SQLite begins on a read-only file as well; only something written tells.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
            connection.execute("ROLLBACK")
        except BaseException:
            connection.close()
            raise
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads.

    Raises:
        JournalError: there is no such file, or it can't be used, in words.
    """
    with in_words(path):
        if not path.exists():
            raise JournalError(
                f"There is no journal at {path} yet. Start a circle first, or name one with --db.",
                WRONG_INPUT,
            )
        try:
            connection = _checked(path, "ro")
        except sqlite3.OperationalError:
            # A file on a medium that can't be written, with no change waiting beside it.
            if path.with_name(path.name + "-wal").exists():
                raise
            connection = _checked(path, "ro&immutable=1")
        if _number(connection, "user_version") < SCHEMA:
            connection.close()
            open_to_write(path).close()
            connection = _connect(path, "ro")
    return connection


def _checked(path: Path, mode: str) -> sqlite3.Connection:
    connection = _connect(path, mode)
    try:
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path) -> None:
    if path.exists():
        return
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True)
        path.parent.chmod(0o700)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_MILLISECONDS / 1000,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is no journal, and what a newer version has written."""
    mark, schema = _number(connection, "application_id"), _number(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if mark == 0 and tables == 0:
        return
    if mark != APPLICATION_ID:
        raise JournalError(
            f"{path} belongs to another program. Name another file with --db.", WRONG_INPUT
        )
    if schema > SCHEMA:
        raise JournalError(
            f"{path} was written by a newer version of the program. Update this one to open it."
        )


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _prepare(connection: sqlite3.Connection) -> None:
    # Loaded here, since a file that is up to date needs none of it.
    from facilitator.journal.schema import prepare  # noqa: PLC0415

    prepare(connection)
