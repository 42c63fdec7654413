"""`facilitator skills`: who has which, who could teach whom, or a sentence why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.clock import EVENING, HandClock
from support.files import ask, do, session, who
from support.skills import SHARE, held

from facilitator.cli.main import main
from facilitator.core import intents
from facilitator.core.events import RoleKind

DAY = 24 * 3_600_000


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group after its debrief, on the day after it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("FACILITATOR_DB", "circle.db")
    path = tmp_path / "circle.db"
    with session(path) as at:
        held(at)
    return path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(
        main, ["skills", *arguments], obj=HandClock(EVENING + DAY), catch_exceptions=False
    )
    assert "Traceback" not in result.output
    return result


def lines(*arguments: str) -> list[str]:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def data(*arguments: str) -> object:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_list_begins_with_what_hangs_on_one_person() -> None:
    listed = [
        "! Keeping the book                only Ana has it; Eli wishes for it",
        "! Facilitating                    nobody has it yet; Dee wishes for it",
        "  Cooking for 100                 Chidi has it",
        "  First aid, practical            Bo teaches it; Ana has it; Dee learns it from Bo; "
        "Chidi and Dee wish for it",
        "",
        "More than one person has 1 of 4.",
        "! is wanted, and only one person has it, or nobody.",
    ]
    assert lines("list") == listed
    assert lines() == listed


def test_the_list_can_be_about_one_person_or_one_skill() -> None:
    assert [line[2:18].strip() for line in lines("list", "--person", "eli")] == ["Keeping the book"]
    assert [line[2:11] for line in lines("list", "--skill", "FIRST")] == ["First aid"]
    assert lines("list", "--skill", "cook", "--person", "eli") == ["Nothing is known of that."]


def test_the_list_as_json_names_people_and_days() -> None:
    found = data("list", "--skill", "first aid")
    assert found == [
        {
            "skill": "First aid",
            "sort": "practical",
            "has": [
                {
                    "person": "Bo",
                    "teaches": "2025-11-23",
                    "used": None,
                    "learned": None,
                    "learned_from": None,
                },
                {
                    "person": "Ana",
                    "teaches": None,
                    "used": "2025-11-23",
                    "learned": None,
                    "learned_from": None,
                },
            ],
            "learns": [{"person": "Dee", "teacher": "Bo", "since": "2025-11-23"}],
            "wishes": [
                {"person": "Chidi", "since": "2025-11-23"},
                {"person": "Dee", "since": "2025-11-23"},
            ],
            "roles": [],
            "only_one": False,
        }
    ]


def test_matches_come_with_reasons_and_what_is_due(file: Path) -> None:
    with session(file) as at:
        at.enter("")
        do(at, intents.OfferRole("Books", role_kind=RoleKind.STEWARDSHIP, skills=("book keeping",)))
        do(at, intents.DescribeSkill("keeping the book", "Book keeping"))
        role = next(iter(at.state.roles))
        do(at, intents.ClaimRole(role, who(at, "Ana")))
    assert lines("match") == [
        "Bo shows First aid to Chidi: Bo offers it since Sun 23 Nov; Chidi wishes for it.",
        "Ana shows Book keeping to Eli: Ana used it on Sun 23 Nov; Eli wishes for it.",
        "Facilitating: nobody has it yet; Dee wishes for it.",
        "Eli could shadow Ana (Books): its list has Book keeping.",
        "Skill share due by Tue 25 Nov, 48 hours after the debrief, practical: "
        "First aid (2 wishes), Book keeping and Facilitating.",
    ]
    assert lines("match", "--person", "chidi") == [
        "Bo shows First aid to Chidi: Bo offers it since Sun 23 Nov; Chidi wishes for it."
    ]
    assert lines("match", "--skill", "facil") == [
        "Facilitating: nobody has it yet; Dee wishes for it."
    ]
    assert lines("match", "--skill", "cook") == [
        "Nobody wishes for anything that they do not practice already."
    ]
    found = data("match")
    assert isinstance(found, dict)
    assert [pair["learner"] for pair in found["pairs"]] == ["Chidi", "Eli"]
    assert found["nobody"] == [{"skill": "Facilitating", "wishes": ["Dee"]}]
    assert found["shadowing"] == [
        {"role": "Books", "holder": "Ana", "learner": "Eli", "skill": "Book keeping"}
    ]
    assert found["next_share"]["due"] == "2025-11-25"
    assert found["next_share"]["topics"][0] == {"skill": "First aid", "wishes": 2}


def test_what_was_learned_is_written_down_on_its_day(file: Path) -> None:
    assert lines("learned", "dee", "first aid", "--from", "bo", "--on", "2025-11-23") == [
        "Dee learned “First aid” from Bo."
    ]
    rows = ask(file, "SELECT skill, since FROM skills WHERE how = 'learned'")
    assert rows == [("First aid", "2025-11-23")]
    assert ask(file, "SELECT learned FROM pairings") == [(1,)]
    assert lines("learned", "dee", "FIRST AID") == ["Dee has learned First aid already."]
    assert lines("learned", "eli", "Knots") == ["Eli learned “Knots”."]


def test_a_skill_is_renamed_sorted_and_merged(file: Path) -> None:
    assert lines("describe", "cook", "--name", "Cooking for many", "--sort", "practical") == [
        "Skill “Cooking for 100” is “Cooking for many” now, practical."
    ]
    assert lines("describe", "cooking for many", "--sort", "practical") == ["That is so already."]
    assert lines("describe", "cook", "--name", "first aid") == [
        "Skill “Cooking for many” is “first aid” now."
    ]
    assert ask(file, "SELECT count(DISTINCT skill) FROM skills") == [(3,)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("list", "--person", "zed"), "The group knows nobody called zed."),
        (("list", "--person", " "), "Whom? Type a name."),
        (("match", "--skill", "juggling"), "The group knows no skill juggling."),
        (("describe", "f", "--sort", "practical"), "f: Facilitating or First aid?"),
        (("describe", "first aid"), "Say what is to change: --name, or --sort."),
        (("describe", "juggling", "--name", "x"), "The group knows no skill juggling."),
        (("learned", "zed", "first aid"), "The group knows nobody called zed."),
        (
            ("learned", "dee", "first aid", "--from", "dee"),
            "Who showed it to Dee? Somebody else, or nobody.",
        ),
        (("learned", "dee", " "), "Which skill? Type what it is called, as in: first aid."),
        (
            ("learned", "dee", "x", "--on", "2030-01-01"),
            "2030-01-01 is still to come. Write down what has happened.",
        ),
    ],
)
def test_what_is_not_understood_ends_with_a_sentence(
    arguments: tuple[str, ...], words: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"facilitator: {words}\n"


def test_without_a_journal_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_DB", "nowhere.db")
    for command in ("list", "match"):
        assert run(command).exit_code != 0


def test_a_group_without_skills_is_told_how_to_begin(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACILITATOR_DB", "new.db")
    with session(tmp_path / "new.db") as at:
        do(at, intents.CallMeeting("", SHARE))
    assert lines() == [
        "No skill yet. In a circle: + first aid was used, ? sound system is wished for."
    ]
    assert data("list") == []
    assert lines("match") == ["Nobody wishes for anything that they do not practice already."]


def test_hostile_words_do_not_reach_the_terminal(file: Path) -> None:
    with session(file) as at:
        at.enter("")
        do(at, intents.FileSkill(who(at, "Ana"), ("\x1b[2J\x07[/]" + "x" * 10_000,)))
    for command in ("list", "match"):
        assert "\x1b" not in run(command).stdout


def test_who_is_forgotten_is_someone(file: Path) -> None:
    with session(file) as at:
        at.forget(who(at, "Ana"))
    assert lines("list")[0].endswith("only someone has it; Eli wishes for it")
