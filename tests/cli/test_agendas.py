"""`facilitator agendas` as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.cli.agendas import agendas

GOOD = 'title = "Mine"\n[[step]]\nkind = "closing"\ntitle = "Close"\nminutes = 5\n'


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group's own folder."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("FACILITATOR_AGENDAS", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(agendas, arguments, catch_exceptions=False)


def test_the_list_names_own_and_shipped_agendas_with_their_lengths(own: Path) -> None:
    (own / "friday.toml").write_text(GOOD, encoding="utf-8")
    result = run("list")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 10
    assert [line for line in lines if "(comes with the program)" not in line] == [
        "friday                 5 min  Mine (your group's own)"
    ]
    assert "debrief-commons       95 min  Debrief commons (comes with the program)" in lines
    assert "general-assembly     120 min  General assembly (comes with the program)" in lines
    assert max(map(len, lines)) <= 80


def test_a_broken_agenda_stays_in_the_list_and_says_how_to_see_why(own: Path) -> None:
    (own / "friday.toml").write_text("title = ", encoding="utf-8")
    result = run("list")
    assert result.exit_code == 0
    assert "cannot be used yet, see: facilitator agendas check friday" in result.stdout


def test_the_list_as_json_is_for_programs(own: Path) -> None:
    (own / "friday.toml").write_text(GOOD, encoding="utf-8")
    (own / "broken.toml").write_text("minutes = 1\n", encoding="utf-8")
    rows = {row["name"]: row for row in json.loads(run("list", "--json").stdout)}
    assert rows["friday"] == {
        "name": "friday",
        "file": str(own / "friday.toml"),
        "from": "group",
        "title": "Mine",
        "purpose": "",
        "minutes": 5,
        "steps": 1,
        "mistakes": 0,
    }
    assert rows["broken"]["mistakes"] == 3
    assert rows["weekly-circle"]["from"] == "program"


def test_an_agenda_is_shown_with_the_time_at_which_each_step_begins() -> None:
    result = run("show", "debrief-commons")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Debrief commons"
    assert "9 steps, 1 h 35 min altogether" in lines
    assert "  0:12  What we witnessed (round, 20 min, 1:30 each, filed as witnessed)" in lines
    assert "        ? What did you witness?" in lines
    assert "        - Phones are off." in lines
    assert "  1:32  Close (closing, 3 min, clock up)" in lines
    assert max(map(len, lines)) <= 80


def test_several_rounds_discussions_and_musters_are_shown_as_what_they_are(own: Path) -> None:
    steps = (
        ("round", "Twice", "prompt = 'What?'\nrounds = 2\nseconds_each = 40\nminutes = 17\n"),
        ("discussion", "Talk", "prompt = 'Why?'\nminutes = 8\nseconds_each = 45\n"),
        ("muster", "Out", "prompt = 'Here?'\nminutes = 10\nclock = 'up'\n"),
    )
    text = "".join(f"[[step]]\nkind = '{kind}'\ntitle = '{t}'\n{keys}" for kind, t, keys in steps)
    (own / "drill.toml").write_text(f"title = 'Drill'\n{text}", encoding="utf-8")
    assert run("show", "drill").stdout.splitlines() == [
        "Drill",
        "3 steps, 35 min altogether",
        "",
        "  0:00  Twice (round, 17 min, 2 rounds of 0:40 each, filed as note)",
        "        ? What?",
        "",
        "  0:17  Talk (discussion, 8 min, 0:45 a hand)",
        "        ? Why?",
        "",
        "  0:25  Out (muster, 10 min, each arrival ticked off, clock up)",
        "        ? Here?",
    ]


def test_a_long_title_is_shown_whole_and_no_line_is_too_wide_for_the_terminal(own: Path) -> None:
    title = " ".join(["Porridge"] * 30)
    (own / "long.toml").write_text(GOOD.replace('"Close"', f'"{title}"'), encoding="utf-8")
    lines = run("show", "long").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "\n".join(lines).count("Porridge") == 30


def test_an_agenda_as_json_has_the_keys_of_its_file(own: Path) -> None:
    (own / "friday.toml").write_text(GOOD, encoding="utf-8")
    shown = json.loads(run("show", "friday", "--json").stdout)
    assert shown["minutes"] == 5
    assert shown["file"] == str(own / "friday.toml")
    assert shown["step"] == [
        {"kind": "closing", "title": "Close", "minutes": 5, "clock": "down", "script": ""}
    ]


@pytest.mark.parametrize("name", ["nowhere", "nowhere.toml", "../../etc/passwd", ""])
def test_an_agenda_that_is_not_there_is_wrong_input(name: str) -> None:
    result = run("show", name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(("there is no", '"../../etc/passwd" is not an agenda'))


def test_a_broken_agenda_cannot_be_shown_and_says_where_it_is_broken(own: Path) -> None:
    (own / "friday.toml").write_text(GOOD + "minuts = 5\n", encoding="utf-8")
    result = run("show", "friday")
    assert result.exit_code == 2
    assert result.stderr == (
        f'{own / "friday.toml"}:6: "minuts" is not known here; did you mean "minutes"?\n'
    )


def test_a_good_file_passes_the_check(tmp_path: Path) -> None:
    (tmp_path / "draft.toml").write_text(GOOD, encoding="utf-8")
    result = run("check", "draft.toml", "weekly-circle")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "draft.toml: nothing wrong" in result.stdout


def test_every_mistake_of_every_file_is_a_line_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.toml").write_text("titel = 5\n" + GOOD + 'clock = "x"\n', encoding="utf-8")
    result = run("check", "./bad.toml", "missing.toml", "good.toml", ".")
    assert result.exit_code == 2
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        *("./bad.toml:1", "./bad.toml:7", "missing.toml:1", ".:1")
    ]
    assert result.stdout == "good.toml: nothing wrong\n"


def test_the_check_takes_a_file_whatever_its_name_ends_with(tmp_path: Path) -> None:
    (tmp_path / "draft").write_text("title = 5\n", encoding="utf-8")
    assert run("check", "draft").stderr.startswith("draft:1: ")


def test_a_check_of_nothing_is_wrong_input() -> None:
    assert run("check").exit_code == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary() | st.binary().map(lambda more: GOOD.encode() + more))
def test_whatever_a_file_holds_the_check_ends_with_0_or_2(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "any.toml").write_bytes(content)
    result = run("check", "any.toml")
    assert result.exit_code in {0, 2}
    assert bool(result.stderr) == (result.exit_code == 2)
    assert all(line.startswith("any.toml:") for line in result.stderr.splitlines())


def test_a_new_agenda_prints_its_path_and_passes_the_check(own: Path) -> None:
    result = run("new", "friday-circle")
    assert result.exit_code == 0
    assert result.stdout == f"{own / 'friday-circle.toml'}\n"
    assert run("check", "friday-circle").exit_code == 0


def test_a_new_agenda_can_begin_as_a_copy(own: Path) -> None:
    assert run("new", "ours", "--from", "debrief-commons").exit_code == 0
    text = (own / "ours.toml").read_text(encoding="utf-8")
    assert text.startswith("# Debrief commons")
    assert run("check", "ours").exit_code == 0


def test_a_new_agenda_can_be_written_elsewhere(own: Path, tmp_path: Path) -> None:
    assert run("new", "ours", "--to", "drafts/mine.toml").exit_code == 0
    assert (tmp_path / "drafts" / "mine.toml").exists()
    assert list(own.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "a/b"),
        ("new", "a b"),
        ("new", "there"),
        ("new", "ours", "--from", "nowhere"),
        ("new", "ours", "--from", ""),
        ("new", "ours", "--to", "\0"),
    ],
)
def test_what_cannot_be_written_is_wrong_input(arguments: tuple[str, ...], own: Path) -> None:
    (own / "there.toml").write_text("precious", encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert [(path.name, path.read_text(encoding="utf-8")) for path in own.iterdir()] == [
        ("there.toml", "precious")
    ]


def test_a_folder_that_cannot_be_made_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("new", "ours", "--to", "file/deeper")
    assert result.exit_code == 1
    assert "could not be written: not a directory" in result.stderr


def test_control_characters_of_a_file_never_reach_the_terminal(own: Path) -> None:
    hostile = r"\u001b[2J\u0007\u202e"
    text = f'title = "{hostile}"\npurpose = "{hostile}"\n[[step]]\nkind = "roles"\n'
    text += f'title = "{hostile}"\nscript = "{hostile}\\n{hostile}"\n'
    text += f'openings = [{{ name = "{hostile}", purpose = "{hostile}" }}]\n'
    (own / "hostile.toml").write_text(text, encoding="utf-8")
    (own / "bad.toml").write_text(text + f'minutes = "{hostile}"\n"{hostile}" = 1\n', "utf-8")
    results = [
        *(run("show", "hostile"), run("list"), run("list", "--json"), run("check", "bad")),
        *(
            run("show", "hostile", "--json"),
            run("show", "\x1b[2J\u202e"),
            run("check", "\x1b\u202e"),
        ),
        *(run("new", "\x1b\u202e"), run("new", "x", "--from", "\x1b\u202e")),
    ]
    for result in results:
        printed = result.output.replace("\n", "")
        assert printed
        assert printed.isprintable()


@pytest.mark.parametrize("command", ["list", "show", "check", "new"])
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    assert f"facilitator agendas {command}" in run(command, "--help").stdout.partition("Example")[2]


def test_agendas_are_read_without_loading_textual() -> None:
    code = "import sys, facilitator.cli.agendas; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
