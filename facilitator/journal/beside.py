"""What lies beside the journal because it must be able to be forgotten: names, and drafts."""

from __future__ import annotations

import sqlite3

from facilitator.core.events import PersonId

_EVERY_DRAFT = "SELECT terminal, field, text FROM draft ORDER BY terminal, field"


class Identities:
    """What people are called. The newer name wins; a forgotten person has none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def forgotten(self) -> set[PersonId]:
        """Everyone whose name was taken out, and is never written again."""
        found = self._connection.execute("SELECT person FROM identity WHERE forgotten")
        return {row["person"] for row in found}

    def forget(self, person: PersonId, at: int) -> None:
        """Take out what a person is called; what is left says that nobody is to write it again."""
        self._connection.execute(
            "INSERT INTO identity (person, at, forgotten) VALUES (?, ?, 1) "
            "ON CONFLICT (person) DO UPDATE SET name = NULL, pronouns = NULL, contact = NULL, "
            "at = max(excluded.at, identity.at), forgotten = 1",
            (person, at),
        )

    def names(self) -> dict[PersonId, str]:
        """What everyone whom the group knows is called."""
        found = self._connection.execute(
            "SELECT person, name FROM identity WHERE forgotten = 0 AND name IS NOT NULL"
        )
        return {row["person"]: row["name"] for row in found}

    def met(self) -> set[PersonId]:
        """Everyone whom the group knows; not those whose only arrival was taken back."""
        return {row["id"] for row in self._connection.execute("SELECT id FROM people")}

    def rename(self, person: PersonId, name: str, at: int) -> None:
        """Write down a name given here and now: it is the newest, whatever the clocks say."""
        found = self._connection.execute("SELECT at FROM identity WHERE person = ?", (person,))
        row = found.fetchone()
        self.call(person, name, max(at, row["at"]) if row is not None else at)

    def call(self, person: PersonId, name: str, at: int) -> None:
        """Write down what a person is called, as of a moment in UTC milliseconds.

        Nothing is written of a person who was forgotten.
        """
        self._connection.execute(
            "INSERT INTO identity (person, name, at) VALUES (?, ?, ?) "
            "ON CONFLICT (person) DO UPDATE SET name = excluded.name, at = excluded.at "
            "WHERE excluded.at >= identity.at AND NOT identity.forgotten",
            (person, name, at),
        )


class Drafts:
    """Text being typed, one for each field of each terminal."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def text(self, terminal: str, field: str) -> str:
        """What was being typed when it was last seen."""
        row = self._connection.execute(
            "SELECT text FROM draft WHERE terminal = ? AND field = ?", (terminal, field)
        ).fetchone()
        return str(row["text"]) if row is not None else ""

    def every(self) -> list[tuple[str, str, str]]:
        """Terminal, field and text of each that there is."""
        return [tuple(row) for row in self._connection.execute(_EVERY_DRAFT)]

    def keep(self, terminal: str, field: str, text: str, at: int) -> None:
        """Keep what is being typed; nothing typed is forgotten."""
        if text:
            self._connection.execute(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)", (terminal, field, text, at)
            )
        else:
            self._connection.execute(
                "DELETE FROM draft WHERE terminal = ? AND field = ?", (terminal, field)
            )
