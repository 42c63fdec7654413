"""Facts that a newer version wrote are told of, and kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner
from support.files import circle, do

from facilitator.cli.main import main
from facilitator.core import intents


def test_minutes_say_that_a_newer_version_wrote_more(tmp_path: Path) -> None:
    path = tmp_path / "circle.db"
    with circle(path, "Ana") as at:
        do(at, intents.OpenCircle())
        meeting = at.meeting
        assert meeting is not None
        last = at.state.facts[-1]
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(
            "INSERT INTO event VALUES (?, ?, 0, 't1', ?, ?, 'gong-rung', 1, '{}')",
            (last.lamport + 1, last.replica, last.lamport + 1, meeting.id),
        )
    shown = CliRunner().invoke(main, ["--db", str(path), "minutes", "show"])
    assert shown.exit_code == 0
    assert "1 fact of this circle can't be read by this version" in shown.stderr
    assert "# Debrief" in shown.stdout
    assert "can't be read" not in shown.stdout
