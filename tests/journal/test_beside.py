"""What lies beside the facts: names, drafts, and which terminal this is."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import circle, do, journal, session

from facilitator.core import intents
from facilitator.journal.terminals import take_terminal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def test_the_newer_name_wins(path: Path) -> None:
    with journal(path) as opened:
        for name, at in (("Ana", 5), ("Anna", 9), ("An", 7), ("Anne", 9)):
            opened.people.call("1@a", name, at)
        assert opened.people.names() == {"1@a": "Anne"}


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
