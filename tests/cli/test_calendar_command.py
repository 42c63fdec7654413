"""`facilitator calendar`: the next skill share, and the file that it writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from click.testing import CliRunner
from support.clock import EVENING, HandClock
from support.files import do, session
from support.prepared import opened
from support.skills import AFTER_ACTION, PEOPLE, SHARE, held

from facilitator.cli.main import main
from facilitator.core import intents

DAY = 24 * 3_600_000


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group after its debrief, on Sunday 23 November 2025."""
    monkeypatch.setenv("FACILITATOR_DB", str(tmp_path / "circle.db"))
    with session(tmp_path / "circle.db") as at:
        held(at)
    return tmp_path / "circle.db"


def exported() -> dict[str, Any]:
    """The entries of the calendar a day after the debrief, by their identity."""
    result = CliRunner().invoke(
        main, ["calendar"], obj=HandClock(EVENING + DAY), catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    (found,) = vobject.readComponents(result.stdout_bytes.decode())
    return {event.uid.value: event for event in found.contents.get("vevent", [])}


def share() -> Any:
    """The only entry about a skill share."""
    (found,) = [event for uid, event in exported().items() if uid.startswith("skill-share-")]
    return found


def another(path: Path, days: int, plan: Any) -> None:
    """One more meeting, some days after the debrief, from its opening to its close."""
    with session(path, clock=HandClock(EVENING + days * DAY)) as at:
        opened(*PEOPLE, agenda=plan)(at)
        do(at, intents.CloseCircle())


def test_the_next_skill_share_is_an_entry_with_its_topics() -> None:
    found = share()
    assert found.dtstart.value == date(2025, 11, 25)
    assert found.summary.value == "Skill share, practical"
    assert found.description.value.splitlines() == [
        "48 hours after the debrief",
        "First aid (2 wishes)",
        "Facilitating",
        "Keeping the book",
    ]
    assert found.categories.value == ["skill share"]


def test_a_group_that_never_had_a_debrief_has_none(file: Path) -> None:
    file.unlink()
    with session(file):
        pass
    assert exported() == {}


def test_a_debrief_that_brings_it_forward_moves_the_same_entry(file: Path) -> None:
    first = share()
    another(file, 1, AFTER_ACTION)
    assert (share().uid.value, share().dtstart.value) == (first.uid.value, date(2025, 11, 25))
    another(file, 2, SHARE)
    second = share()
    assert second.uid.value != first.uid.value
    assert second.dtstart.value == date(2025, 12, 9)
    another(file, 5, AFTER_ACTION)
    moved = share()
    assert (moved.uid.value, moved.dtstart.value) == (second.uid.value, date(2025, 11, 30))
    assert int(moved.sequence.value) > int(second.sequence.value)


def test_what_people_call_a_skill_is_no_line_of_the_file(file: Path) -> None:
    with session(file) as at:
        at.enter("")
        do(at, intents.DescribeSkill("First aid", "x\nEND:VEVENT,;\\"))
    assert share().description.value.splitlines()[1] == "x END:VEVENT,;\\ (2 wishes)"
