"""Taking a person's name out of a journal's file, so that no byte of it is left there."""

from __future__ import annotations

from facilitator.core.events import FactId, PersonId
from facilitator.core.forgetting import holds_name, without_name
from facilitator.journal.problems import TROUBLE, JournalError, in_words
from facilitator.journal.store import Journal

# What became of a commitment is told with its owner, whom later facts about it don't name.
_TOUCHED = """
WITH about AS (
    SELECT meeting, instr(body, ?) > 0 AS named, lamport || '@' || replica AS id,
           CASE WHEN json_valid(body)
           THEN coalesce(json_extract(body, '$.commitment'), json_extract(body, '$.line'))
           END AS commitment
    FROM event WHERE kind LIKE 'commitment-%' OR kind = 'line-mended'
)
SELECT DISTINCT meeting FROM event WHERE meeting <> '' AND (
    instr(body, ?) > 0 OR (lamport = CAST(? AS INTEGER) AND lamport || '@' || replica = ?)
)
UNION SELECT meeting FROM about
WHERE meeting <> '' AND commitment IN (SELECT coalesce(commitment, id) FROM about WHERE named)
"""


def drafts_with(journal: Journal, name: str) -> list[tuple[str, str, str]]:
    """Terminal, field and text of each half-typed line in which a name stands.

    Raises:
        JournalError: the file can't be read, in words.
    """
    with journal.reading():
        return [draft for draft in journal.drafts.every() if holds_name(draft[2], name)]


def meetings_of(journal: Journal, person: PersonId) -> set[FactId]:
    """The meetings at which something is written down of a person.

    Raises:
        JournalError: the file can't be read, in words.
    """
    with journal.reading():
        named = f'"{person}"'
        found = journal.connection.execute(_TOUCHED, (named, named, person, person))
        return {row["meeting"] for row in found}


def forget(journal: Journal, person: PersonId, name: str, at: int) -> None:
    """Take a name out of the table of names, and out of half-typed lines.

    Copies of it in parts of the file that are free are left until ``wipe``.

    Args:
        journal: open to write.
        person: who is forgotten.
        name: what they are called now; empty if that is gone already.
        at: UTC milliseconds.

    Raises:
        JournalError: the file can't be written just now, in words.
    """
    drafts = drafts_with(journal, name)
    with journal.writing():
        journal.people.forget(person, at)
        for terminal, field, text in drafts:
            journal.drafts.keep(terminal, field, without_name(text, name), at)


def wipe(journal: Journal) -> None:
    """Write the whole file anew from what is in it, so that nothing else is left there.

    SQLite keeps what was deleted in free parts of the file and of its log until it needs the room.

    Raises:
        JournalError: another program reads or writes in it just now, or it can't be written.
    """
    connection = journal.connection
    with in_words(journal.path):
        connection.execute("PRAGMA secure_delete = ON")
        # The copy that is made meanwhile is not put into a folder that others can see.
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise JournalError(
            f"{journal.path} is in use by another program just now. Close it, and try again.",
            TROUBLE,
        )
