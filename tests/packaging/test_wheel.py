"""The program as it is shipped: a wheel in an empty environment, far from the source."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.project import PROGRAM, ROOT

from facilitator import __version__

pytestmark = pytest.mark.xdist_group("wheel")

WHEELS = Path(sys.prefix) / "wheels"
"""Where `make setup` keeps what it installed; without it, pip looks where it is set up to."""


def done(command: Sequence[str | Path], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command with nothing of this environment in it."""
    own = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "FACILITATOR_DB", "FACILITATOR_AGENDAS"}
    return subprocess.run(
        command,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in own},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def well(command: Sequence[str | Path], folder: Path = ROOT) -> str:
    """What a command prints that must end well."""
    found = done(command, folder)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as for a release."""
    folder = tmp_path_factory.mktemp("dist")
    well([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)])
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, from the wheel in an environment where nothing else was."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    well([sys.executable, "-m", "venv", "--without-pip", home])
    found_at = ["--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else []
    pip = [sys.executable, "-m", "pip", "--python", str(home / "bin" / "python"), "install"]
    well([*pip, "--quiet", *found_at, "--constraint", "constraints.txt", str(wheel)])
    return home / "bin" / "facilitator"


def test_the_wheel_carries_all_that_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    source = {
        str(path.relative_to(ROOT))
        for pattern in ("*.py", "*.tcss", "py.typed")
        for path in PROGRAM.rglob(pattern)
    }
    agendas = {
        f"facilitator/shipped_agendas/{path.name}" for path in (ROOT / "agendas").glob("*.toml")
    }
    about = {
        f"facilitator-{__version__}.dist-info/{name}" for name in ("METADATA", "licenses/LICENSE")
    }
    assert agendas
    assert source | agendas | about <= inside
    assert {name.partition("/")[0] for name in inside} == {
        "facilitator",
        f"facilitator-{__version__}.dist-info",
    }


def test_the_installed_program_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert well([installed, "--version"], tmp_path) == f"facilitator, version {__version__}\n"


def test_the_installed_program_has_its_agendas(installed: Path, tmp_path: Path) -> None:
    listed = well([installed, "agendas", "list"], tmp_path)
    for shipped in (ROOT / "agendas").glob("*.toml"):
        assert shipped.stem in listed
        assert well([installed, "agendas", "show", shipped.stem], tmp_path)
        assert "nothing wrong" in well([installed, "agendas", "check", shipped.stem], tmp_path)
        assert "nothing wrong" in well([installed, "agendas", "check", shipped], tmp_path)


def test_the_installed_program_makes_and_rebuilds_a_journal(
    installed: Path, tmp_path: Path
) -> None:
    none_yet = done([installed, "--db", "circle.db", "minutes", "list"], tmp_path)
    assert none_yet.returncode == 2
    assert none_yet.stderr.startswith("facilitator: There is no journal at circle.db yet.")
    made = well([installed.with_name("python"), "-c", MAKE_A_JOURNAL], tmp_path)
    assert made == ""
    assert "Debrief commons" in well([installed, "--db", "circle.db", "minutes", "list"], tmp_path)
    assert "made from the journal" in well(
        [installed, "--db", "circle.db", "db", "rebuild"], tmp_path
    )


def test_the_installed_screens_find_their_styles(installed: Path, tmp_path: Path) -> None:
    assert well([installed.with_name("python"), "-c", OPEN_THE_SCREENS], tmp_path) == "HomeScreen\n"


OPEN_A_SESSION = """
import pathlib
from facilitator.clock import SystemClock
from facilitator.journal.store import Journal
from facilitator.session import Session
journal = Journal.open(pathlib.Path("circle.db"))
session = Session(journal, SystemClock(), "t1")
"""

MAKE_A_JOURNAL = f"""{OPEN_A_SESSION}
from facilitator.agendas import find, load
from facilitator.core.intents import CallMeeting
assert session.send(CallMeeting("", load(find("debrief-commons")))) is None
journal.close()
"""

OPEN_THE_SCREENS = f"""{OPEN_A_SESSION}
import asyncio
from facilitator.app import FacilitatorApp
async def look():
    app = FacilitatorApp(session)
    async with app.run_test() as pilot:
        await pilot.pause()
        print(type(app.screen).__name__)
asyncio.run(look())
"""
