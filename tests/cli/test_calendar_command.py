"""`facilitator calendar`: the next skill share, and the file that it writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from click.testing import CliRunner
from support.clock import EVENING, HandClock
from support.files import do, session, who
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


def exported(days: int = 1, seconds: int = 0) -> dict[str, Any]:
    """The entries of the calendar a day or more after the debrief, by their identity."""
    clock = HandClock(EVENING + days * DAY + seconds * 1000)
    result = CliRunner().invoke(main, ["calendar"], obj=clock, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    (found,) = vobject.readComponents(result.stdout_bytes.decode())
    return {event.uid.value: event for event in found.contents.get("vevent", [])}


def share() -> Any:
    """The only entry about a skill share."""
    (found,) = [
        event
        for uid, event in exported().items()
        if uid.startswith("skill-share-") and not hasattr(event, "status")
    ]
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


def test_a_skill_share_that_was_held_before_its_day_is_called_off_there(file: Path) -> None:
    first = share()
    another(file, 1, SHARE)
    entries = exported()
    held_already = entries[first.uid.value]
    assert held_already.status.value == "CANCELLED"
    assert held_already.dtstart.value == first.dtstart.value == date(2025, 11, 25)
    assert int(held_already.sequence.value) > int(first.sequence.value)
    following = [
        each
        for uid, each in entries.items()
        if uid.startswith("skill-share-") and uid != first.uid.value
    ]
    assert [(each.dtstart.value, hasattr(each, "status")) for each in following] == [
        (date(2025, 12, 8), False)
    ]


def test_a_skill_share_that_was_held_on_its_day_or_later_is_left_as_it_was(file: Path) -> None:
    another(file, 3, SHARE)
    assert len(exported(days=3)) == 1


def test_a_role_or_a_person_that_is_renamed_changes_its_entries(file: Path) -> None:
    with session(file) as at:
        at.enter("")
        do(at, intents.OfferRole("Pantry", months=2))
        (role,) = at.state.roles
        do(at, intents.ClaimRole(role, who(at, "Ana")))
        first = exported()
        do(at, intents.DescribeRole(role, name="Larder"))
        second = exported()
        at.rename(who(at, "Ana"), "Anna")
        third = exported(seconds=1)
    ends = [uid for uid in first if uid.startswith("term-")]
    assert ends == [uid for uid in second if uid.startswith("term-")]
    one, two, three = (found[ends[0]] for found in (first, second, third))
    assert (one.summary.value, two.summary.value, three.summary.value) == (
        "Pantry: Ana's term ends",
        "Larder: Ana's term ends",
        "Larder: Anna's term ends",
    )
    assert int(two.sequence.value) > int(one.sequence.value)
    assert int(three.sequence.value) >= int(two.sequence.value)
    assert three.last_modified.value > two.last_modified.value
    assert three.dtstamp.value > two.dtstamp.value


def test_what_people_call_a_skill_is_no_line_of_the_file(file: Path) -> None:
    with session(file) as at:
        at.enter("")
        do(at, intents.DescribeSkill("First aid", "x\nEND:VEVENT,;\\"))
    assert share().description.value.splitlines()[1] == "x END:VEVENT,;\\ (2 wishes)"


def commitments() -> dict[str, tuple[date, bool]]:
    """Each commitment in the file: its day, and whether it is called off."""
    return {
        event.summary.value: (event.dtstart.value, "status" in event.contents)
        for uid, event in exported().items()
        if uid.startswith("commitment-")
    }


def test_a_commitment_is_an_entry_on_its_day_and_called_off_once_it_is_over(file: Path) -> None:
    with session(file) as at:
        at.enter("")
        ana = next(one for one, name in at.names.items() if name == "Ana")
        for what, due_on in (("sweep", "2025-11-28"), ("mop", "2025-11-29"), ("sing", "")):
            do(at, intents.Commit((what,), owner=ana, due="some day", due_on=due_on))
        sweep, mop, _ = at.state.commitments
        assert commitments() == {
            "Ana: sweep": (date(2025, 11, 28), False),
            "Ana: mop": (date(2025, 11, 29), False),
        }
        do(
            at,
            intents.KeepCommitment(sweep),
            intents.RenegotiateCommitment(mop, "monday", "2025-12-01"),
        )
        assert commitments() == {
            "Ana: sweep": (date(2025, 11, 28), True),
            "Ana: mop": (date(2025, 12, 1), False),
        }
        do(at, intents.RenegotiateCommitment(mop, "when it rains"))
        assert commitments()["Ana: mop"] == (date(2025, 12, 1), True)
