"""`facilitator commitments`: listed, made and changed between meetings, or a sentence why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.clock import EVENING, HandClock
from support.files import ask, do, session, who
from support.prepared import opened

from facilitator.cli.main import main
from facilitator.core import intents

DAY = 24 * 3_600_000
CLOCK = HandClock(EVENING)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A circle on Sunday 23 November 2025, at which Ana and Bo promised something."""
    monkeypatch.setenv("FACILITATOR_DB", str(tmp_path / "circle.db"))
    CLOCK.at = EVENING
    with session(tmp_path / "circle.db") as at:
        opened("Ana", "Bo", "Bobby")(at)
        ana, bo = who(at, "Ana"), who(at, "Bo")
        do(
            at,
            intents.Commit(("borrow the PA",), "step-1", ana, "friday", "2025-11-28"),
            intents.Commit(("sweep",), "step-1", ana, others=(bo,)),
            intents.Commit(("bring a book",), "step-1", bo, "next meeting"),
            intents.CloseCircle(),
        )
    return tmp_path / "circle.db"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(
        main, ["commitments", *arguments], obj=HandClock(CLOCK.at), catch_exceptions=False
    )
    assert "Traceback" not in result.output
    return result


def lines(*arguments: str) -> list[str]:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def refused(*arguments: str) -> str:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr.removeprefix("facilitator: ").rstrip()


def days_later(days: int) -> None:
    CLOCK.at = EVENING + days * DAY


def test_what_is_overdue_is_listed_first_with_whose_what_by_when_and_since() -> None:
    days_later(7)
    told = [
        "Overdue",
        "   1 Ana: borrow the PA, by Fri 28 Nov (promised Sun 23 Nov)",
        "Due at the next meeting",
        "   2 Bo: bring a book, by next meeting (promised Sun 23 Nov)",
        "Open",
        "   3 Ana: sweep (promised Sun 23 Nov)",
        "   4 Bo: sweep (promised Sun 23 Nov)",
    ]
    assert lines() == told
    assert lines("list") == told


def test_the_list_can_be_of_one_person_and_of_what_is_due_and_keeps_its_numbers() -> None:
    days_later(7)
    assert lines("--mine", "bo") == [
        "Due at the next meeting",
        "   2 Bo: bring a book, by next meeting (promised Sun 23 Nov)",
        "Open",
        "   4 Bo: sweep (promised Sun 23 Nov)",
    ]
    assert [line[:12] for line in lines("list", "--due")][1::2] == ["   1 Ana: bo", "   2 Bo: bri"]
    assert lines("--mine", "bobby", "--due") == ["No such commitment."]
    assert refused("--mine", "zoe") == "The group knows nobody called zoe."
    assert run("--due", "keep", "1").exit_code == 2


def test_what_became_of_one_is_kept_and_told() -> None:
    days_later(5)
    assert lines("carry", "borrow") == ["“borrow the PA” carried to the next meeting."]
    days_later(9)
    assert lines("renegotiate", "pa", "--by", "in a week", "--reason", "the van broke") == [
        "Renegotiated “borrow the PA”: by Tue 9 Dec.",
        "Ana: borrow the PA, by Tue 9 Dec.",
    ]
    days_later(100)
    assert lines("release", "1", "--reason", "moved away") == [
        "“borrow the PA” released: moved away."
    ]
    assert lines("--mine", "ana")[-2:] == [
        "Released",
        "   4 Ana: borrow the PA, by Tue 9 Dec 2025 (promised Sun 23 Nov 2025, carried once, "
        "renegotiated Tue 2 Dec 2025 (the van broke), released Tue 3 Mar (moved away))",
    ]
    assert lines("undo") == ["Taken back: “borrow the PA” released: moved away."]
    assert lines("--mine", "ana")[0] == "Overdue"


def test_the_list_as_json_names_people_days_and_the_lineage() -> None:
    lines("keep", "ana: sweep")
    found = json.loads(run("list", "--mine", "ana", "--json").stdout)
    assert [(each["number"], each["what"], each["standing"]) for each in found] == [
        (2, "borrow the PA", "open"),
        (4, "sweep", "kept"),
    ]
    one = found[1]
    assert one == {
        "id": one["id"],
        "number": 4,
        "owner": "Ana",
        "what": "sweep",
        "due": None,
        "due_on": None,
        "standing": "kept",
        "state": "kept",
        "promised": "2025-11-23",
        "over": "2025-11-23",
        "words": "promised Sun 23 Nov, kept Sun 23 Nov",
        "lineage": [
            {
                "state": state,
                "on": "2025-11-23",
                "what": "sweep",
                "due": None,
                "due_on": None,
                "reason": None,
            }
            for state in ("open", "kept")
        ],
    }
    assert lines("keep", one["id"]) == ["That commitment was kept already, on Sun 23 Nov."]


def test_one_is_added_for_each_who_promised_it_on_the_day_it_was() -> None:
    days_later(7)
    assert sorted(lines("add", "mend the @ana tent", "bobby", "ana", "--by", "friday")) == [
        "Ana: mend the Ana tent, by Fri 5 Dec.",
        "Bobby: mend the Ana tent, by Fri 5 Dec.",
        "Commitment “mend the Ana tent”; commitment “mend the Ana tent”.",
    ]
    assert lines("add", "mop", "--by", "the rain", "--on", "2025-11-24") == [
        "Commitment “mop”.",
        "nobody yet: mop, by the rain.",
        "“the rain” says no day: it is on the list, and never overdue.",
    ]
    assert lines()[-1] == "   7 nobody yet: mop, by the rain (promised Mon 24 Nov)"


def test_the_day_of_words_is_counted_from_the_day_on_which_they_were_said(file: Path) -> None:
    days_later(7)
    lines("add", "mop", "ana", "--by", "tomorrow", "--on", "2025-11-24")
    assert ask(file, "SELECT due_on FROM commitments WHERE what = 'mop'") == [("2025-11-25",)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("keep", "9"), "9 is no commitment: 1 to 4."),
        (("keep", "wash"), "No commitment begins with wash."),
        (("keep", " "), "Which commitment? Type its number, or its first words."),
        (("keep", "sweep"), "sweep: 3 Ana: sweep or 4 Bo: sweep?"),
        (("carry", "b"), "b: 1 Bo: bring a book, 2 Ana: borrow the PA or 4 Bo: sweep?"),
        (("release", "1"), "Why is it released? A few words are enough."),
        (("renegotiate", "sweep", "the", "floor"), "No commitment begins with sweep the floor."),
        (
            ("renegotiate", "3"),
            "By when now? Say a new date, or what is promised in other words.",
        ),
        (
            ("renegotiate", "3", "--by", "2025-11-01"),
            "Sat 1 Nov has gone by. Say a date that is to come.",
        ),
        (
            ("keep", "1", "--on", "2025-11-20"),
            "Thu 20 Nov is too early: of this commitment, Sun 23 Nov is written down.",
        ),
        (("keep", "1", "--on", "soon"), "soon is no date. Write it as in 2026-11-27."),
        (("add", " "), "What was promised? Type it after the !, as in: ! @name borrow the PA."),
        (("add", "mop", "zoe"), "The group knows nobody called zoe."),
    ],
)
def test_what_is_unclear_ends_with_a_sentence(arguments: tuple[str, ...], words: str) -> None:
    assert refused(*arguments) == words


def test_what_was_over_long_ago_is_counted_unless_it_is_asked_for() -> None:
    for place in range(12):
        lines("add", f"mop {place}")
        lines("keep", f"mop {place}")
    assert lines("list")[-1] == "     and 2 more: --all"
    assert len(lines("list", "--all")) == len(lines("list")) + 1


def test_what_people_typed_does_not_act_on_the_terminal() -> None:
    lines("add", "mop\x1b[31m\nit")
    assert lines()[-1] == "   5 nobody yet: mop␛[31m it (promised Sun 23 Nov)"


def test_a_group_that_promised_nothing_is_told_so(file: Path) -> None:
    file.unlink()
    with session(file):
        pass
    assert lines() == ["Nothing was promised yet."]
    assert json.loads(run("--json").stdout) == []
