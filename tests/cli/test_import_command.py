"""`facilitator import`: logs come into the archive, or a sentence says why not."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.clock import HandClock
from support.files import ask, circle, do
from support.project import ROOT

from facilitator.cli.main import main
from facilitator.core import intents

LOGS = ROOT / "tests" / "importing"
HOSTILE = "\x1b[2J\x07\x9b31m\u202e|=cmd()[/]"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the logs and the journal are; nothing of the person who runs the tests is touched."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("FACILITATOR_DB", "circle.db")
    shutil.copy(LOGS / "flood-kitchen.log", tmp_path)
    shutil.copy(LOGS / "pantry.txt", tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(
        main, arguments, obj=HandClock(), input=stdin, catch_exceptions=False
    )
    assert "Traceback" not in result.output
    return result


def test_what_was_promised_elsewhere_is_in_the_lists(folder: Path) -> None:
    result = run("import", "meetbot", "flood-kitchen.log")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "flood-kitchen.log: “Flood kitchen” imported: Sun 1 Mar 2015, 20:00–20:09; 2 topics, "
        "5 actions, 2 decisions, 1 link, 1 idea, 1 open question, 3 people and 6 notes.",
        "  The day is from the log itself.",
        "  Left out: 10 lines (bots, commands, who came and went), 4 lines outside of meetings.",
    ]
    assert run("import", "irc", "pantry.txt").exit_code == 0
    listed = run("minutes", "list").stdout
    assert [line.split("closed")[1].strip() for line in listed.splitlines()] == [
        "Pantry working group",
        "Flood kitchen",
    ]
    shown = run("minutes", "show", "2").stdout
    assert "*Imported from flood-kitchen.log (MeetBot log).*" in shown
    assert 'imported_from: "flood-kitchen.log (MeetBot log)"' in shown
    assert "- [ ] **bo**: call the gas company — by friday (Fri 6 Mar)" in shown
    promised = run("commitments", "list").stdout
    assert "bo: call the gas company, by Fri 6 Mar 2015" in promised
    assert "Fatima Haddad: count the tin" in promised
    assert "chidi                         2 circles" in run("people").stdout
    names = sorted(each.name for each in (folder / "minutes").iterdir())
    assert names == ["2015-03-01 Flood kitchen.md", "2015-03-08 Pantry working group.md"]


def test_the_same_log_comes_in_once_and_again_only_if_asked() -> None:
    run("import", "meetbot", "flood-kitchen.log")
    shutil.copy("flood-kitchen.log", "copy.log")
    result = run("import", "irc", "copy.log")
    assert result.exit_code == 0
    assert result.stdout.startswith("copy.log: “Flood kitchen” was imported before (2@")
    assert result.stdout.endswith("To import it once more: --again.\n")
    assert len(run("minutes", "list").stdout.splitlines()) == 1
    dry = run("import", "meetbot", "copy.log", "--dry-run").stdout
    assert "was imported before (2@" in dry
    assert run("import", "meetbot", "copy.log", "--again").exit_code == 0
    assert len(run("minutes", "list").stdout.splitlines()) == 2


def test_an_import_is_undone_and_can_be_made_again() -> None:
    run("import", "meetbot", "flood-kitchen.log")
    assert run("import", "undo", "1").stdout == "“Flood kitchen” is out of the archive again.\n"
    assert run("minutes", "list").stdout == "No circle yet.\n"
    assert "borrow" not in run("commitments").stdout
    assert "imported: " in run("import", "meetbot", "flood-kitchen.log").stdout


def held(*people: str) -> None:
    """A circle of some people that was held with the program."""
    with circle(Path("circle.db"), *people) as at:
        do(at, intents.OpenCircle(), intents.CloseCircle())


def test_only_what_was_imported_is_undone() -> None:
    held("Ana")
    result = run("import", "undo", "1")
    assert (result.exit_code, result.stderr) == (
        2,
        "facilitator: That circle was held with this program, and not imported.\n",
    )
    assert run("import", "undo", "7").exit_code == 2


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    result = run("import", "meetbot", "flood-kitchen.log", "--dry-run")
    assert "“Flood kitchen” would come in: Sun 1 Mar 2015" in result.stdout
    assert sorted(each.name for each in folder.iterdir()) == ["flood-kitchen.log", "pantry.txt"]


def test_json_says_the_same_for_other_programs() -> None:
    result = run("import", "irc", "pantry.txt", "nothing.txt", "--json")
    assert result.exit_code == 2
    came, failed = json.loads(result.stdout)
    assert came | {"meeting": "", "minutes": ""} == {
        "file": "pantry.txt",
        "status": "imported",
        "meeting": "",
        "title": "Pantry working group",
        "began": "2015-03-08T12:00:00+01:00",
        "ended": "2015-03-08T12:10:00+01:00",
        "day_from": "the log itself",
        "topics": 2,
        "actions": 2,
        "decisions": 1,
        "links": 1,
        "ideas": 0,
        "open_questions": 1,
        "notes": 7,
        "people": ["ana", "bo", "chidi", "Fatima Haddad", "dee"],
        "also_called": {},
        "left_out": 11,
        "outside": 0,
        "minutes": "",
    }
    assert Path(came["minutes"]).exists()
    assert failed == {
        "file": "nothing.txt",
        "status": "failed",
        "meeting": None,
        "problem": "nothing.txt: there is no such file.",
    }
    again = json.loads(run("import", "irc", "pantry.txt", "--json").stdout)
    assert (again[0]["status"], again[0]["meeting"]) == ("imported before", came["meeting"])


def test_the_good_files_among_several_come_in(folder: Path) -> None:
    (folder / "packed.log").write_bytes(gzip.compress(b"<ana> hi"))
    (folder / "empty.log").write_bytes(b" \r\n")
    (folder / "noise.log").write_bytes(bytes(range(1, 256)) * 9)
    result = run("import", "irc", "packed.log", "pantry.txt", "empty.log", ".", "noise.log")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "facilitator: packed.log: this is not text (gzip: unpack it first, with gunzip).",
        "facilitator: empty.log: it is empty.",
        "facilitator: .: this is a folder. Name the files in it.",
        "facilitator: noise.log: nobody says anything in it. A log has lines as <ana> words.",
    ]
    assert "pantry.txt: “Pantry working group” imported" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--date", "someday"), "someday is no date. Write it as in 2015-03-01."),
        (("--as", "ana"), "ana: write --as nick=Name, as in --as cjw=Chidi."),
        (("--as", "=Ana"), "=Ana: write --as nick=Name, as in --as cjw=Chidi."),
    ],
)
def test_an_option_that_means_nothing_is_told(arguments: tuple[str, ...], said: str) -> None:
    result = run("import", "irc", "pantry.txt", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"facilitator: {said}\n")


def test_title_date_and_names_can_be_given(folder: Path) -> None:
    (folder / "2016-05-04_pad.txt").write_text("12:00 <cjw> hi\n12:01 <ana> hello\n")
    args = ("import", "irc", "2016-05-04_pad.txt", "--as", "cjw=Chidi Okafor")
    first = run(*args)
    assert "“pad” imported: Wed 4 May 2016, 12:00–12:01; 0 topics" in first.stdout
    assert "The day is from the file's name." in first.stdout
    given = run(*args, "--title", "  Flood \n kitchen ", "--date", "2017-01-02", "--again")
    assert "“Flood kitchen” imported: Mon 2 Jan 2017" in given.stdout
    assert "The day is from --date." in given.stdout
    assert "Chidi Okafor" in run("people").stdout


def test_a_log_without_any_day_is_of_the_day_when_its_file_was_changed(folder: Path) -> None:
    (folder / "pad.txt").write_text("<ana> hello\n")
    os.utime(folder / "pad.txt", (1_400_000_000, 1_400_000_000))
    result = run("import", "irc", "pad.txt")
    assert "Tue 13 May 2014, 12:00–12:00" in result.stdout
    assert "The day is from when the file was changed." in result.stdout
    piped = run("import", "irc", "-", stdin=b"<ana> hello again\n")
    assert "standard input: “Meeting” imported: Sun 23 Nov 2025" in piped.stdout
    assert "The day is from today." in piped.stdout


def test_whoever_is_known_by_another_name_is_told(folder: Path) -> None:
    held("Zoë Kim")
    (folder / "pad.txt").write_text("<zoe> hello\n")
    result = run("import", "irc", "pad.txt")
    assert "  zoe is Zoë Kim. If not: import undo, and --as nick=Name." in result.stdout
    assert ask(folder / "circle.db", "SELECT count(*) FROM people") == [(1,)]


def test_hostile_words_act_on_no_terminal(folder: Path) -> None:
    name = "a\x1b[2Jb.txt"
    (folder / name).write_text(f"<ana> meeting: {HOSTILE}\n<{HOSTILE}> {HOSTILE}\n<ana> s/[/]/x/\n")
    for arguments in (
        ("import", "irc", name, "--dry-run"),
        ("import", "irc", name),
        ("import", "irc", name),
        ("minutes", "show", "--format", "text"),
        ("minutes", "show", "--format", "meetbot"),
        ("import", "undo", "1"),
    ):
        result = run(*arguments)
        assert result.exit_code == 0, result.output
        assert not set(result.output) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_help_says_what_is_understood() -> None:
    assert "present+, chair:, meeting:" in " ".join(run("import", "irc", "--help").stdout.split())
    assert "#topic, #action, #agreed" in " ".join(run("import", "meetbot", "--help").stdout.split())
    assert "import" in run("--help").stdout
