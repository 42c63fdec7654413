"""A log comes into the archive of the program itself, once, and also when it was killed before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from support.files import ask
from support.project import ROOT

LOG = ROOT / "tests" / "importing" / "flood-kitchen.log"


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "facilitator", "--db", "circle.db", *arguments],
        cwd=home,
        env=os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_log_is_imported_shown_and_noticed_the_second_time(tmp_path: Path) -> None:
    shutil.copy(LOG, tmp_path)
    first = run(tmp_path, "import", "meetbot", LOG.name)
    assert (first.returncode, first.stderr) == (0, "")
    assert "2 topics, 5 actions, 2 decisions" in first.stdout
    assert "Flood kitchen" in run(tmp_path, "minutes", "list").stdout
    assert (
        "AGREED: Doors open at 17:00"
        in run(tmp_path, "minutes", "show", "--format", "meetbot").stdout
    )
    assert "call the gas company" in run(tmp_path, "commitments", "list").stdout
    (minutes,) = (tmp_path / "minutes").iterdir()
    minutes.unlink()
    second = run(tmp_path, "import", "meetbot", LOG.name)
    assert "was imported before" in second.stdout
    assert minutes.exists()
    assert ask(tmp_path / "circle.db", "SELECT count(*) FROM meetings") == [(1,)]


def test_an_import_that_is_killed_leaves_no_half_meeting(tmp_path: Path) -> None:
    lines = "\n".join(f"12:00 <ana> line {place}" for place in range(20_000))
    (tmp_path / "long.txt").write_text(lines)
    program = [
        sys.executable,
        "-m",
        "facilitator",
        "--db",
        "circle.db",
        "import",
        "irc",
        "long.txt",
    ]
    env = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with subprocess.Popen(program, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL) as killed:
        while killed.poll() is None and not (tmp_path / "circle.db-wal").exists():
            pass
        killed.kill()
    whole = run(tmp_path, "import", "irc", "long.txt")
    assert whole.returncode == 0, whole.stderr
    counted = "SELECT count(*) FROM meetings WHERE closed IS NOT NULL"
    assert ask(tmp_path / "circle.db", counted) == [(1,)]
    assert ask(tmp_path / "circle.db", "SELECT count(*) FROM notes") == [(20_000,)]
