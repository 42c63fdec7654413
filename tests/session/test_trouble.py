"""When the file can't be read or written: a sentence, and the session stays with the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.files import circle, do, events, session, tables
from support.play import whole

from facilitator.core import intents
from facilitator.core.fold import fold
from facilitator.core.intents import Refusal
from facilitator.journal import opening
from facilitator.journal.problems import JournalError
from facilitator.journal.projector import Projector
from facilitator.journal.store import Journal
from facilitator.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def assert_as_on_disk(at: Session) -> None:
    assert at.meeting is not None
    assert whole(at.state) == whole(fold(at.journal.facts_of(at.meeting.id)))
    assert dict(at.names) == at.journal.people.names()


def full(connection: sqlite3.Connection) -> None:
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def read_only(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")


@pytest.mark.parametrize(
    ("spoil", "words"), [(full, "The disk that holds"), (read_only, "can't be written")]
)
def test_what_cannot_be_written_is_refused_and_nothing_of_it_stays(
    path: Path, spoil: Callable[[sqlite3.Connection], None], words: str
) -> None:
    with circle(path, "Ana", "Chidi") as found:
        do(found, intents.OpenCircle())
        connection = found.journal.connection
        spoil(connection)
        before, rows = events(connection), tables(connection)
        refused = found.send(intents.TakeNote(("word " * 20_000,), "step-1"))
        assert isinstance(refused, Refusal)
        assert words in refused.words
        assert (events(connection), tables(connection)) == (before, rows)
        assert not connection.in_transaction
        assert_as_on_disk(found)


@pytest.mark.parametrize(
    "wish", [intents.Welcome("Zoë"), intents.OpenCircle(), intents.Undo("LAST")]
)
def test_an_action_that_fails_after_its_facts_were_written_leaves_none_of_them(
    path: Path, monkeypatch: pytest.MonkeyPatch, wish: intents.Intent
) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with circle(path, "Ana", "Chidi") as found:
        connection = found.journal.connection
        before, rows, state = events(connection), tables(connection), whole(found.state)
        if isinstance(wish, intents.Undo):
            wish = intents.Undo(found.state.facts[-1].action)
        with monkeypatch.context() as patched:
            patched.setattr(Projector, "project", broken)
            refused = found.send(wish)
        assert isinstance(refused, Refusal)
        assert refused.words.startswith(f"{path} can't be written: its disk may be full or failing")
        assert (events(connection), tables(connection)) == (before, rows)
        assert whole(found.state) == state
        assert_as_on_disk(found)
        do(found, wish)
        assert_as_on_disk(found)


def test_a_meeting_whose_call_failed_is_not_gone_to(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with circle(path, "Ana") as found:
        at = found.meeting
        with monkeypatch.context() as patched:
            patched.setattr(Projector, "project", broken)
            assert found.send(intents.CallMeeting("New", at.agenda)) if at else None
        assert found.meeting == at
        assert_as_on_disk(found)


def test_a_file_that_another_program_holds_refuses_and_then_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_MILLISECONDS", 1)
    with circle(path, "Ana") as found:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            refused = found.send(intents.OpenCircle())
            assert refused is not None
            assert "is in use by another program just now. Nothing is lost" in refused.words
            drafted = found.drafts.keep("capture", "half a sen")
            assert drafted
            assert found.rename(next(iter(found.names)), "Anna") == Refusal(drafted)
        assert_as_on_disk(found)
        do(found, intents.OpenCircle())


def failing_once(monkeypatch: pytest.MonkeyPatch, kind: type, method: str) -> Callable[..., object]:
    """Let a method of the journal fail the next time, and work after that."""
    works = getattr(kind, method)

    def fails(*_: object, **__: object) -> None:
        monkeypatch.setattr(kind, method, works)
        raise JournalError("The file can't be read just now.")

    monkeypatch.setattr(kind, method, fails)
    return fails


def test_what_could_not_be_read_at_once_is_read_the_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with circle(path, "Ana") as here, session(path, "t2") as there:
        do(there, intents.OpenCircle())
        failing_once(monkeypatch, Journal, "facts_of")
        with pytest.raises(JournalError):
            here.catch_up()
        assert here.catch_up()
        assert whole(here.state) == whole(there.state)


def test_a_key_pressed_while_reading_fails_is_not_judged_by_an_old_state(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with circle(path, "Ana") as here, session(path, "t2") as there:
        do(there, intents.OpenCircle())
        failing_once(monkeypatch, Journal, "facts_of")
        assert here.send(intents.OpenCircle()) is not None
        refused = here.send(intents.OpenCircle())
        assert refused == Refusal("The circle has begun already.", already=True)
        assert_as_on_disk(here)


def test_a_session_that_cannot_read_the_file_any_more_keeps_what_it_has(path: Path) -> None:
    with circle(path, "Ana") as found:
        before = whole(found.state)
        found.journal.close()
        refused = found.send(intents.OpenCircle())
        assert refused is not None
        assert refused.words
        assert whole(found.state) == before
        assert [*found.names.values()] == ["Ana"]


def test_going_to_a_meeting_that_cannot_be_read_stays_where_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with circle(path, "Ana") as found:
        at = found.meeting
        failing_once(monkeypatch, Journal, "facts_of")
        with pytest.raises(JournalError):
            found.enter("77@none")
        assert found.meeting == at
        do(found, intents.OpenCircle())
