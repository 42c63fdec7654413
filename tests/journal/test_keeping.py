"""What is in the file stays in it: facts, names, drafts, and what this version can't read."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.agendas import DEBRIEF
from support.files import ask, circle, do, events, journal, rebuilt, session, tables, who

from facilitator.core import intents
from facilitator.core.events import CirclePaused, MeetingGathered, NoteTaken, ReplicaTaken
from facilitator.core.facts import Unknown
from facilitator.core.words import short
from facilitator.journal.problems import JournalError
from facilitator.journal.store import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET at = 0",
        "UPDATE OR REPLACE event SET lamport = lamport + 1",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "INSERT INTO event SELECT * FROM event WHERE 1 ON CONFLICT DO UPDATE SET at = 0",
        "REPLACE INTO event SELECT lamport, replica, 0, '', 0, '', 'x', 1, '{}' FROM event",
    ],
)
def test_a_fact_is_never_changed_or_removed(path: Path, sql: str) -> None:
    with circle(path, "Ana"):
        pass
    with journal(path) as opened:
        connection = opened.connection
        before = events(connection)
        with pytest.raises(sqlite3.IntegrityError, match="an event is never"):
            connection.execute(sql)
        assert events(connection) == before != []


def test_a_fact_is_not_changed_from_outside_either(path: Path) -> None:
    with circle(path, "Ana"):
        pass
    for sql in ("UPDATE event SET at = 0", "DELETE FROM event"):
        with pytest.raises(sqlite3.IntegrityError, match="an event is never"):
            ask(path, sql)


def replicas(path: Path) -> list[str]:
    return [name for (name,) in ask(path, "SELECT replica FROM event ORDER BY lamport, replica")]


def test_the_same_place_keeps_its_name(path: Path) -> None:
    for name in ("Ana", "Chidi"):
        with session(path) if path.exists() else circle(path) as found:
            do(found, intents.Welcome(name))
    assert len({*replicas(path)}) == 1
    assert len(replicas(path)) == 4


def test_a_copied_file_takes_a_name_of_its_own_and_says_so(path: Path) -> None:
    with circle(path, "Ana"):
        pass
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    with session(copy) as found:
        do(found, intents.Welcome("Chidi"))
        do(found, intents.Welcome("Zoë"))
    first, second = dict.fromkeys(replicas(copy))
    assert replicas(path) == [first] * 3
    assert replicas(copy) == [first] * 3 + [second] * 3
    with journal(copy) as opened:
        taken = [fact.body for fact in opened.facts() if isinstance(fact.body, ReplicaTaken)]
    assert taken == [ReplicaTaken(first), ReplicaTaken(second, first)]


def test_a_name_that_could_not_be_written_down_is_not_used(path: Path) -> None:
    with journal(path) as opened:
        called = MeetingGathered("x", DEBRIEF)
        with pytest.raises(JournalError), opened.writing():
            opened.append([called, CirclePaused("\ud83d")], at=0, terminal="t1", meeting="")
        with opened.writing():
            opened.append([called], at=0, terminal="t1", meeting="")
        taken, fact = opened.facts()
        assert taken.body == ReplicaTaken(fact.replica)
    assert ask(path, "SELECT replica FROM copy") == [(fact.replica,)]


def test_looking_into_a_copy_takes_no_name(path: Path) -> None:
    with circle(path, "Ana"):
        pass
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    with session(copy) as found:
        assert [*found.names.values()] == ["Ana"]
    assert ask(copy, "SELECT replica FROM copy") == ask(path, "SELECT replica FROM copy")


def insert(path: Path, meeting: str, kind: str, version: int, body: object) -> None:
    """What a newer version, or a failing disk, leaves in the journal."""
    ask(
        path,
        "INSERT INTO event SELECT max(lamport) + 1, max(replica), 0, 't9', max(lamport) + 1, "
        "?, ?, ?, CAST(? AS TEXT) FROM event",
        meeting,
        kind,
        version,
        body,
    )


@pytest.mark.parametrize(
    ("kind", "version", "body"),
    [
        ("hand-raised", 1, '{"person": "1@a",  "who":"né"}'),
        ("note-taken", 2, '{"layers": [[]]}'),
        ("note-taken", 1, "not json at all"),
        ("note-taken", 1, b'{"text": "\xff\xfe"}'),
        ("note-taken", 1, ""),
    ],
)
def test_what_this_version_cannot_read_is_kept_to_the_byte(
    path: Path, kind: str, version: int, body: str | bytes
) -> None:
    with circle(path, "Ana") as found:
        insert(path, found.meeting.id if found.meeting else "", kind, version, body)
        assert found.catch_up()
        assert [*found.state.unread.values()] == [kind]
        do(found, intents.Welcome("Chidi"))
    with session(path) as again:
        before = tables(again.journal.connection)
        assert rebuilt(again.journal) == before
        assert [*again.state.unread.values()] == [kind]
        unread = [fact.body for fact in again.state.facts if isinstance(fact.body, Unknown)]
        assert [part.raw for part in unread] == [body if isinstance(body, bytes) else body.encode()]
    kept = ask(path, "SELECT CAST(body AS BLOB) FROM event WHERE terminal = 't9'")
    assert kept == [(body if isinstance(body, bytes) else body.encode(),)]


@pytest.mark.parametrize("field", ["minutes east", "seconds", "days"])
def test_a_number_too_large_for_a_table_is_no_reason_to_lose_the_tables(
    path: Path, field: str
) -> None:
    bodies = {
        "seconds": ("turn-began", '{"person":"1@a","round":"x","seconds":%d}'),
        "days": ("role-opened", '{"step":"","name":"x","days":%d}'),
        "minutes east": (
            "meeting-gathered",
            '{"title":"x","agenda":{"title":"x","step":[{"kind":"break","title":"x"}]},'
            '"utc_offset":%d}',
        ),
    }
    kind, body = bodies[field]
    with circle(path, "Ana") as found:
        insert(path, found.meeting.id if found.meeting else "", kind, 1, body % 10**30)
        assert found.catch_up()
        assert rebuilt(found.journal)["people"]


HOSTILE = [
    '"; drop table event; --',
    "a\0b",
    "\x1b[2J\x1b]0;owned\x07",
    "\u202eannA",
    "x" * 10_000,
    "👩\u200d👩\u200d👧",
    "[/] [bold]$x",
    "=cmd|' /C calc'!A0",
    "Jose\u0301",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_and_texts_come_back_as_they_were_typed(path: Path, hostile: str) -> None:
    with circle(path, hostile) as found:
        do(found, intents.OpenCircle(), intents.TakeNote((hostile,), "step-1"))
        do(found, intents.OfferRole(hostile, "step-1"))
        assert not found.drafts.keep("capture", hostile)
    with session(path) as again:
        assert [*again.names.values()] == [hostile]
        assert [fact.body for fact in again.state.facts if isinstance(fact.body, NoteTaken)] == [
            NoteTaken("step-1", "", (hostile,))
        ]
        assert again.drafts.text("capture") == hostile
        assert again.undo() == f"role “{short(hostile)}” offered"
    assert ask(path, "SELECT text FROM notes") == [(hostile,)]


@pytest.mark.parametrize(
    "send",
    [
        lambda at, text: at.send(intents.Welcome(text)),
        lambda at, text: at.send(intents.TakeNote((text,), "step-1")),
        lambda at, text: at.rename(who(at, "Ana"), text),
        lambda at, text: intents.Refusal(at.drafts.keep("capture", text)),
    ],
)
def test_letters_that_no_file_can_hold_are_refused(
    path: Path, send: Callable[[object, str], object]
) -> None:
    with circle(path, "Ana") as found:
        do(found, intents.OpenCircle())
        before = tables(found.journal.connection)
        assert send(found, "half \ud83d") == intents.Refusal("These letters can't be stored.")
        assert tables(found.journal.connection) == before
        assert [*found.names.values()] == ["Ana"]
        do(found, intents.PauseCircle())


def test_a_rebuilding_that_was_cancelled_leaves_the_tables_as_they_were(path: Path) -> None:
    def cancel(done: int, _of: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with circle(path, "Ana", "Chidi") as found:
        before = tables(found.journal.connection)
        with pytest.raises(KeyboardInterrupt):
            found.journal.rebuild(cancel)
        assert tables(found.journal.connection) == before
        do(found, intents.OpenCircle())


def test_nothing_is_written_outside_of_a_transaction_that_holds(path: Path) -> None:
    with closing(Journal.open(path)) as opened:
        with pytest.raises(JournalError):
            _call_and_stumble(opened)
        assert opened.people.names() == {}


def _call_and_stumble(opened: Journal) -> None:
    with opened.writing():
        opened.people.call("1@a", "Ana", 0)
        opened.connection.execute("INSERT INTO nowhere VALUES (1)")
