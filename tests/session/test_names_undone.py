"""Undo and redo reach what people were renamed, in order with everything else that was done."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.files import circle, do, session, who

from facilitator.core import intents
from facilitator.core.intents import Refusal
from facilitator.session import Session

NOTHING_TO_UNDO = Refusal("There is nothing to undo.")
NOTHING_TO_REDO = Refusal("There is nothing to redo.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def seen(at: Session) -> tuple[tuple[str, ...], int]:
    """What people are called, and how much was written down."""
    assert at.meeting is not None
    return tuple(at.names[one] for one in at.meeting.seats), len(at.meeting.notes)


def test_undo_after_a_rename_restores_the_name_and_keeps_the_person(path: Path) -> None:
    with circle(path, "Ana", "Zoe") as at:
        assert at.rename(who(at, "Zoe"), "Zoë") is None
        assert at.undo() == "Zoe renamed Zoë"
        assert [*at.names.values()] == ["Ana", "Zoe"]
        assert at.redo() == "Zoe renamed Zoë"
        assert at.redo() == NOTHING_TO_REDO
        assert at.undo() == "Zoe renamed Zoë"
        assert at.undo() == "Zoe arrived"
    with session(path) as again:
        assert seen(again) == (("Ana",), 0)


@given(st.lists(st.sampled_from(("note", "rename", "undo", "undo", "redo", "redo")), max_size=14))
def test_names_and_notes_are_undone_and_redone_in_the_order_they_were_done(what: list[str]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        circle(Path(folder) / "circle.db", "Ana", "Bo") as at,
    ):
        do(at, intents.OpenCircle())
        done, place, fresh = [seen(at)], 0, 0
        for each in what:
            if each == "undo" and place:
                place -= 1
                assert isinstance(at.undo(), str)
            elif each == "redo" and place < len(done) - 1:
                place += 1
                assert isinstance(at.redo(), str)
            elif each == "redo":
                assert at.redo() == NOTHING_TO_REDO
            elif each == "note":
                do(at, intents.TakeNote((f"note {fresh}",), "step-1"))
            elif each == "rename":
                assert at.rename([*at.names][fresh % 2], f"Name {fresh}") is None
            if each in ("note", "rename"):
                fresh, place = fresh + 1, place + 1
                done[place:] = [seen(at)]
            assert seen(at) == done[place]


def test_a_name_that_another_terminal_mended_since_is_left_alone(path: Path) -> None:
    with circle(path, "Ana", "Zoe") as at, session(path, "t2") as there:
        zoe = who(at, "Zoe")
        assert at.rename(zoe, "Zoë") is None
        there.catch_up()
        assert there.rename(zoe, "Zoé") is None
        at.catch_up()
        assert at.undo() == "Zoé arrived"
        assert at.redo() == "Zoé arrived"
        assert there.undo() == "Zoë renamed Zoé"


def test_the_old_name_is_not_given_back_if_somebody_else_has_it_by_now(path: Path) -> None:
    with circle(path, "Ana", "Zoe") as at, session(path, "t2") as there:
        assert at.rename(who(at, "Zoe"), "Zoë") is None
        do(there, intents.Welcome("Zoe"))
        at.catch_up()
        refused = Refusal("Zoe is here already. For another one, add a letter: Zoe B.")
        assert at.undo() == refused
        assert sorted(at.names.values()) == ["Ana", "Zoe", "Zoë"]


def test_at_another_circle_the_names_of_the_one_before_are_not_undone(path: Path) -> None:
    with circle(path, "Ana") as at:
        first = at.group.meetings(1)[0].id
        assert at.rename(who(at, "Ana"), "Anna") is None
        at.enter(first)
        assert at.undo() == "Anna arrived"
        assert at.undo() == NOTHING_TO_UNDO


def test_a_rename_to_the_same_name_is_nothing_to_undo(path: Path) -> None:
    with circle(path, "Ana") as at:
        assert at.rename(who(at, "Ana"), " Ana ") is None
        assert at.undo() == "Ana arrived"
