"""`facilitator roles`: what it prints, and what it says no to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len
from support.agendas import ONE_ROUND
from support.clock import EVENING, HandClock
from support.files import session
from support.prepared import all_of, opened, sending

from facilitator.cli.main import main
from facilitator.core import intents

DAY = 24 * 3_600_000
OPEN_PANTRY = ("roles", "open", "Pantry", "--months", "3", "--skill", "Keys", "--skill", "Ordering")


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A circle was held on Sunday 23 November 2025; since then a day went by."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACILITATOR_DB", "circle.db")
    path = tmp_path / "circle.db"
    with session(path) as at:
        held = opened("Ana", "Bo", "Chidi", agenda=ONE_ROUND)
        all_of(held, sending(intents.CloseCircle()))(at)
    return path


def run(*words: str) -> Result:
    clock = HandClock(EVENING + DAY)
    result = CliRunner().invoke(main, words, obj=clock, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def does(*words: str) -> list[str]:
    """A command that does what it is asked; what it printed."""
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def refused(*words: str) -> str:
    """The sentence with which a command is refused."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    return result.stderr


def trained_in_part() -> None:
    """Ana has the pantry, Bo shadows and has one of two skills."""
    for words in (
        OPEN_PANTRY,
        ("roles", "claim", "pantry", "ana"),
        ("roles", "successor", "pantry", "bo"),
        ("roles", "shadow", "pantry"),
        ("roles", "tick", "pantry", "keys"),
        ("roles", "confirm", "pantry", "keys"),
    ):
        does(*words)


def test_a_role_that_was_let_go_in_an_emergency_says_how_far_the_next_one_was_trained() -> None:
    trained_in_part()
    does("roles", "release", "pantry", "--emergency", "moved away")
    trained = (
        "Bo was to be next, named Mon 24 Nov, shadowing since Mon 24 Nov; had not led it once; "
        "confirmed: “Keys”; not ticked: “Ordering”"
    )
    told = does("roles", "show", "pantry")
    now, history = told.index("Now: open"), told.index("Who had it:")
    assert told[now + 1] == f"  {trained}"
    assert told[history + 2 :] == [f"    {trained}"]


def test_a_very_long_name_is_shortened_in_lists_and_whole_on_its_page() -> None:
    name = "Steward " + "x" * 3_000
    does("roles", "open", name, "--months", "3")
    does("roles", "claim", "steward", "ana")
    for words in (["roles"], ["people"], ["skills"]):
        told = does(*words)
        assert max(map(cell_len, told)) < 150
    assert any(
        line.startswith("  ! Steward xxx") and "…: only Ana" in line for line in does("roles")
    )
    assert does("roles", "show", "steward")[0] == f"{name}: stewardship, 3 months"
    assert json.loads(run("people", "list", "--json").stdout)[0]["roles"] == [name]


def test_columns_stand_under_one_another_whatever_script_a_name_is_in() -> None:
    for name in (
        "Pots",
        "山田 cooks",
        "👩‍👩‍👧‍👦 kitchen",
        "مسؤولُ المخزنِ",
        "Pots e\u0301te\u0301",
        "X" * 90,
    ):
        does("roles", "open", name, "--purpose", "soup")
    rows = [line for line in does("roles") if line.endswith("open; soup")]
    assert len(rows) == 6
    assert {cell_len(row) for row in rows} == {2 + 28 + 2 + len("open; soup")}


def test_a_role_is_opened_and_dropped_on_the_day_on_which_it_was() -> None:
    does(*OPEN_PANTRY, "--on", "2025-11-01")
    does("roles", "claim", "pantry", "ana", "--on", "2025-11-02")
    assert does("roles")[1].endswith("Ana until Mon 2 Feb")
    does("roles", "open", "Pots", "--on", "2025-11-03")
    does("roles", "describe", "pots", "--purpose", "Soup", "--on", "2025-11-04")
    does("roles", "open", "Cups", "--on", "2025-11-04")
    does("roles", "merge", "cups", "pots", "--on", "2025-11-05")
    does("roles", "drop", "pots", "--on", "2025-11-06")
    with session(Path("circle.db")) as at:
        at.enter("")
        assert [role.dropped_on for role in at.state.roles.values()] == ["", "2025-11-06", ""]
    assert refused("roles", "open", "Van", "--on", "2026-11-01") == (
        "facilitator: 2026-11-01 is still to come. Write down what has happened.\n"
    )


def test_a_term_that_is_too_long_names_the_command_for_a_groups_own_bounds() -> None:
    words = refused("roles", "open", "Treasurer", "--months", "6")
    assert words.endswith("A group sets its own bounds: facilitator roles bounds.\n")
    does("roles", "bounds", "--most-days", "184")
    assert does("roles", "open", "Treasurer", "--months", "6") == ["Role “Treasurer” offered."]
