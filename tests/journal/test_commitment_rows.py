"""Commitments as rows: how each stands, and what became of it; the same when made again."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import EVENING, HandClock
from support.files import ask, do, rebuilt, session, tables, who
from support.prepared import opened

from facilitator.core import intents
from facilitator.core.events import Mention
from facilitator.journal.forgetting import meetings_of

WEEK = 7 * 24 * 3_600_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A circle on Sunday 23 November at which Ana promised something, and one a week later."""
    path = tmp_path / "circle.db"
    with session(path) as at:
        opened("Ana", "Bo")(at)
        wish = intents.Commit(
            ("pots for ", Mention(who(at, "Bo"))), "step-1", who(at, "Ana"), "friday", "2025-11-28"
        )
        do(at, wish, intents.CloseCircle())
    with session(path, clock=HandClock(EVENING + WEEK)) as at:
        opened("Bo")(at)
    return path


def pots(path: Path) -> str:
    return str(ask(path, "SELECT id FROM commitments")[0][0])


def test_a_commitment_is_changed_at_a_later_meeting_and_between_meetings(path: Path) -> None:
    one, day = pots(path), HandClock(EVENING + WEEK)
    with session(path, clock=day) as at:
        do(at, intents.RenegotiateCommitment(one, "monday", "2025-12-01", reason=("ill",)))
        do(at, intents.CarryCommitment(one))
        at.enter("")
        do(at, intents.KeepCommitment(one))
        now = tables(at.journal.connection)
        assert rebuilt(at.journal) == now
    (row,) = ask(path, "SELECT due, due_on, state, over FROM commitments")
    assert row == ("monday", "2025-12-01", "kept", "2025-11-30")
    told = ask(path, "SELECT state, day, due_on, reason FROM commitment_changes ORDER BY id")
    assert sorted(told) == [
        ("carried", "2025-11-30", "2025-12-01", None),
        ("kept", "2025-11-30", "2025-12-01", None),
        ("open", "2025-11-23", "2025-11-28", None),
        ("renegotiated", "2025-11-30", "2025-12-01", "ill"),
    ]


def test_undo_takes_the_row_of_the_change_out(path: Path) -> None:
    with session(path, clock=HandClock(EVENING + WEEK)) as at:
        before = tables(at.journal.connection)
        do(at, intents.KeepCommitment(pots(path)))
        assert ask(path, "SELECT state FROM commitments") == [("kept",)]
        assert at.undo() == "“pots for Bo” kept"
        assert tables(at.journal.connection) == before
        assert at.redo() == "“pots for Bo” kept"
        assert rebuilt(at.journal) == tables(at.journal.connection)


def test_what_is_promised_between_meetings_belongs_to_none(path: Path) -> None:
    with session(path) as at:
        at.enter("")
        do(at, intents.Commit(("sweep",), owner=who(at, "Bo")))
        assert rebuilt(at.journal) == tables(at.journal.connection)
    sweep = ask(path, "SELECT meeting, step, due, due_on FROM commitments WHERE what = 'sweep'")
    assert sweep == [(None, None, None, None)]


def test_a_clock_that_was_set_back_shows_in_the_row_wherever_it_is_written(path: Path) -> None:
    with session(path, clock=HandClock(EVENING + WEEK)) as at:
        do(at, intents.Commit(("sweep",), "step-1"), intents.SetClockBack(3_600_000))
        sweep = at.state.facts[-2].id
        at.enter("")
        do(at, intents.KeepCommitment(sweep))
        now = tables(at.journal.connection)
        assert rebuilt(at.journal) == now
    (moment,) = ask(path, "SELECT at FROM commitments WHERE what = 'sweep'")[0]
    (before,) = ask(path, "SELECT gathered FROM meetings ORDER BY gathered DESC")[0]
    assert moment == before


def test_meetings_at_which_a_promise_of_somebody_was_spoken_of_are_theirs_too(path: Path) -> None:
    with session(path, clock=HandClock(EVENING + WEEK)) as at:
        ana, first = who(at, "Ana"), at.group.meetings()[-1].id
        assert meetings_of(at.journal, ana) == {first}
        do(at, intents.KeepCommitment(pots(path)))
        assert meetings_of(at.journal, ana) == {first, at.at}


def test_a_wording_that_was_mended_or_struck_is_so_in_both_tables(path: Path) -> None:
    with session(path, clock=HandClock(EVENING + WEEK)) as at:
        do(at, intents.Commit(("swep",), "step-1"))
        line = at.state.facts[-1].id
        do(at, intents.MendLine(line, ("sweep",)))
        told = "SELECT what FROM commitment_changes WHERE commitment = ?"
        assert ask(path, told, line) == [("sweep",)]
        assert rebuilt(at.journal) == tables(at.journal.connection)
        do(at, intents.StrikeLine(line))
        assert ask(path, told, line) == []
        assert rebuilt(at.journal) == tables(at.journal.connection)
