"""What lies beside the facts: names, drafts, and which terminal this is."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import ask, circle, do, events, journal, rebuilt, session, tables, who

from facilitator.core import intents
from facilitator.journal.forgetting import wipe
from facilitator.journal.terminals import take_terminal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def test_the_newer_name_wins(path: Path) -> None:
    with journal(path) as opened:
        for name, at in (("Ana", 5), ("Anna", 9), ("An", 7), ("Anne", 9)):
            opened.people.call("1@a", name, at)
        assert opened.people.names() == {"1@a": "Anne"}


def test_of_whom_was_forgotten_no_name_is_written_again_however_new_it_is(path: Path) -> None:
    with circle(path, "Ana", "Bo") as found:
        ana = who(found, "Ana")
        found.forget(ana)
        assert [*found.names.values()] == ["Bo"]
        found.journal.people.call(ana, "Ana", 2**52)
        found.journal.people.rename(ana, "Anna", 2**52)
        assert found.journal.people.names() == {who(found, "Bo"): "Bo"}
        assert found.journal.people.forgotten() == {ana}
        refused = found.rename(ana, "Anna")
        assert refused is not None
        assert "They were forgotten" in refused.words
    assert ask(path, "SELECT name FROM identity WHERE person = ?", ana) == [(None,)]


def test_no_undo_brings_a_forgotten_name_back(path: Path) -> None:
    with circle(path, "Ana", "Bo") as found:
        ana = who(found, "Ana")
        assert found.rename(ana, "Anna") is None
        found.forget(ana)
        assert found.undo() == "Bo arrived"
        assert found.redo() == "Bo arrived"
        assert [*found.names.values()] == ["Bo"]


def test_the_facts_of_whom_was_forgotten_stay_as_they_were(path: Path) -> None:
    with circle(path, "Ana", "Bo") as found:
        before = events(found.journal.connection)
        found.forget(who(found, "Ana"))
        wipe(found.journal)
        assert events(found.journal.connection) == before
        assert rebuilt(found.journal) == tables(found.journal.connection)


def test_a_draft_is_kept_for_each_field_of_each_terminal(path: Path) -> None:
    with circle(path, "Ana") as found:
        found.drafts.keep("capture", "half a sen")
        found.drafts.keep("title", "Debr")
        found.drafts.keep("title", "")
    with session(path, "t2") as other:
        assert other.drafts.text("capture") == ""
    with session(path) as again:
        assert (again.drafts.text("capture"), again.drafts.text("title")) == ("half a sen", "")
        refused = again.send(intents.TakeNote(("",), "step-1"), finishes="capture")
        assert refused is not None
        assert again.drafts.text("capture") == "half a sen"
        do(again, intents.OpenCircle())
        assert again.send(intents.TakeNote(("x",), "step-1"), finishes="capture") is None
        assert again.drafts.text("capture") == ""


def test_the_lowest_free_terminal_is_taken_and_let_go(path: Path) -> None:
    first, second = take_terminal(path), take_terminal(path)
    assert (first.name, second.name) == ("t1", "t2")
    first.release()
    third = take_terminal(path)
    assert third.name == "t1"
    second.release()
    third.release()


def test_where_nothing_can_be_locked_a_terminal_has_a_name_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    terminal = take_terminal(tmp_path / "file" / "circle.db")
    assert terminal.name.startswith("p")
    terminal.release()
