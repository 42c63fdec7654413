"""The journals that are measured on are ones that the rules allow; nothing here is timed."""

from __future__ import annotations

from pathlib import Path

from benchmarks.journals import write_closed_meetings, write_running_circle
from facilitator.journal.store import Journal


def test_a_group_that_met_each_week_has_closed_each_of_its_meetings(tmp_path: Path) -> None:
    write_closed_meetings(tmp_path / "weeks.db", 5)
    journal = Journal.open(tmp_path / "weeks.db")
    closed = "SELECT count(*) FROM meetings WHERE closed IS NOT NULL"
    assert journal.connection.execute(closed).fetchone()[0] == 5
    assert journal.connection.execute("SELECT count(*) FROM people").fetchone()[0] == 12
    journal.close()


def test_in_a_circle_that_has_just_begun_the_first_of_everyone_speaks(tmp_path: Path) -> None:
    write_running_circle(tmp_path / "circle.db", 30)
    journal = Journal.open(tmp_path / "circle.db")
    assert journal.connection.execute("SELECT count(*) FROM attendance").fetchone()[0] == 30
    assert journal.connection.execute("SELECT count(*) FROM turns").fetchone()[0] == 1
    journal.close()
