"""What each command loads: those that draw nothing load no screens."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.project import ROOT

AGENDA = str(ROOT / "agendas" / "weekly-circle.toml")

LOADED_WHEN_NEEDED = {"dateparser", "icalendar"}
"""What takes a tenth of a second or more to load, and few evenings need."""

WITHOUT_SCREENS = [
    ["--help"],
    ["--version"],
    ["start", "--help"],
    ["line", "--help"],
    ["line", "weekly-circle"],
    ["line", "--join"],
    ["agendas", "list"],
    ["agendas", "list", "--json"],
    ["agendas", "show", "debrief-commons"],
    ["agendas", "check", AGENDA],
    ["agendas", "new", "ours", "--to", "."],
    ["minutes", "list"],
    ["minutes", "show"],
    ["minutes", "show", "--format", "text"],
    ["minutes", "show", "--format", "meetbot"],
    ["minutes", "path"],
    ["import", "--help"],
    ["import", "irc", AGENDA],
    ["import", "meetbot", AGENDA, "--dry-run"],
    ["skills"],
    ["skills", "list", "--json"],
    ["skills", "match"],
    ["skills", "describe", "cooking", "--sort", "practical"],
    ["skills", "learned", "ana", "cooking"],
    ["people"],
    ["people", "list", "--json"],
    ["people", "forget", "ana", "--yes"],
    ["commitments", "--json"],
    ["commitments", "list", "--mine", "ana"],
    ["commitments", "add", "sweep"],
    ["commitments", "keep", "1"],
    ["db", "path"],
    ["db", "rebuild"],
    ["db", "--help"],
]

NEEDED = [
    (
        "from facilitator.minutes.calendar import calendar",
        "calendar((), '', datetime.datetime(2026, 11, 27, tzinfo=datetime.UTC), 0)",
        "icalendar",
    ),
    (
        "from facilitator.dates import day_meant; day_meant('room 5', datetime.date.min)",
        "day_meant('friday', datetime.date.min)",
        "dateparser",
    ),
]
"""What loads a slow library: what must not, the use that must, and the library."""

REPORTED = """
import sys
from facilitator.cli.main import main
try:
    main(prog_name="facilitator")
finally:
    sys.stderr.write("\\nloaded " + " ".join(sorted(sys.modules)))
"""


def loaded_by(arguments: Sequence[str], folder: Path) -> set[str]:
    """The packages that are in memory when a command has done its work."""
    found = subprocess.run(
        [sys.executable, "-c", REPORTED, *arguments],
        cwd=folder,
        env=os.environ | {"FACILITATOR_DB": str(folder / "circle.db")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in found.stderr
    return {name.partition(".")[0] for name in found.stderr.rpartition("\nloaded ")[2].split()}


@pytest.mark.parametrize("arguments", WITHOUT_SCREENS, ids=" ".join)
def test_a_command_that_draws_nothing_does_not_load_textual(
    arguments: list[str], tmp_path: Path
) -> None:
    loaded = loaded_by(arguments, tmp_path)
    assert "facilitator" in loaded
    assert "textual" not in loaded
    assert not LOADED_WHEN_NEEDED & loaded


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["db", "path"]], ids=" ".join)
def test_help_comes_without_the_library_that_writes_tables(
    arguments: list[str], tmp_path: Path
) -> None:
    assert "sqlite_utils" not in loaded_by(arguments, tmp_path)


def test_a_command_that_draws_does_load_textual(tmp_path: Path) -> None:
    loaded = loaded_by(["rehearse"], tmp_path)
    assert "textual" in loaded
    assert not LOADED_WHEN_NEEDED & loaded


@pytest.mark.parametrize(("before", "first_use", "library"), NEEDED, ids=["calendar", "dates"])
def test_a_slow_library_is_loaded_at_its_first_use_and_not_before(
    before: str, first_use: str, library: str
) -> None:
    told = f"print({library!r} in sys.modules)"
    lines = ["import sys, datetime", before, told, first_use, told]
    found = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.stdout.split(), found.stderr) == (["False", "True"], "")
