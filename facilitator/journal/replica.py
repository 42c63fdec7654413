"""The name under which this copy of a journal writes; a copied file takes a new one."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def fingerprint(path: Path) -> str:
    """What tells one machine and place from another, without telling which they are."""
    # Loaded here, since only the first thing written needs it.
    import hashlib  # noqa: PLC0415
    import uuid  # noqa: PLC0415

    try:
        machine = Path("/etc/machine-id").read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        machine = f"{uuid.getnode():012x}"
    told = "\0".join((machine, platform.node(), str(path.resolve())))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def new_name() -> str:
    """A name for a copy: four letters and digits that are not mistaken for one another."""
    import secrets  # noqa: PLC0415

    return "".join(secrets.choice(_LETTERS) for _ in range(4))


def known(connection: sqlite3.Connection) -> tuple[str, str] | None:
    """The name that the file last wrote under, and the fingerprint of where that was."""
    row = connection.execute("SELECT replica, fingerprint FROM copy").fetchone()
    return (row[0], row[1]) if row is not None else None


def remember(connection: sqlite3.Connection, name: str, where: str) -> None:
    """Keep the name with the place where it is used."""
    connection.execute("DELETE FROM copy")
    connection.execute("INSERT INTO copy VALUES (1, ?, ?)", (name, where))
