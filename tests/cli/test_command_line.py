"""The command as it is typed, in a process of its own: entry, help, wrong input, completion."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from facilitator import __version__
from facilitator.cli.main import main

COMMAND = Path(sys.executable).with_name("facilitator")


class Typed:
    """A command line in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self, *arguments: str, stdin: bytes = b"", also: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        here = {"XDG_DATA_HOME": str(self.folder / "data"), "FACILITATOR_DB": "circle.db"}
        done = subprocess.run(
            [COMMAND, *map(os.fsencode, arguments)],
            cwd=self.folder,
            env={**os.environ, **here, **(also or {})},
            input=stdin,
            capture_output=True,
            check=False,
        )
        out, err = (part.decode("utf-8", "surrogateescape") for part in (done.stdout, done.stderr))
        assert "Traceback" not in out + err
        return subprocess.CompletedProcess(arguments, done.returncode, out, err)

    def refused(self, *arguments: str, stdin: bytes = b"", status: int = 2) -> str:
        """The sentence with which a command that can't be carried out ends."""
        done = self(*arguments, stdin=stdin)
        assert (done.returncode, done.stdout) == (status, "")
        assert done.stderr.startswith("facilitator: ")
        assert not (self.folder / "circle.db").exists()
        return done.stderr.removeprefix("facilitator: ").removesuffix("\n")


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    return Typed(tmp_path)


def test_the_version_is_told(typed: Typed) -> None:
    assert typed("--version").stdout == f"facilitator, version {__version__}\n"


def test_it_runs_as_a_module_too(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"facilitator, version {__version__}\n"


def test_the_help_names_every_command_and_how_to_begin(typed: Typed) -> None:
    told = typed("--help").stdout
    assert all(name in told for name in main.commands)
    assert "facilitator start debrief-commons" in told
    assert typed("-h").stdout == told
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.parametrize("command", [[name] for name in main.commands], ids=" ".join)
def test_every_command_has_a_help_that_says_what_it_does(typed: Typed, command: list[str]) -> None:
    done = typed(*command, "--help")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 5


@pytest.mark.parametrize(
    "command", [[], ["resume"], ["rehearse"], ["start", "debrief-commons"]], ids=" ".join
)
def test_screens_without_a_terminal_are_refused_and_nothing_is_made(
    typed: Typed, command: list[str]
) -> None:
    assert typed.refused(*command) == "The screens need a terminal. Run this without | or >."
    assert list(typed.folder.iterdir()) == []


def test_an_agenda_misspelled_is_answered_with_the_right_name(typed: Typed) -> None:
    assert typed.refused("start", "debrief-comons") == (
        'there is no agenda "debrief-comons"; did you mean debrief-commons?'
    )


def test_an_agenda_with_a_mistake_is_refused_with_its_line(typed: Typed) -> None:
    (typed.folder / "ours.toml").write_text('title = "Ours"\nsteps = 3\n', encoding="utf-8")
    for command in ("start", "line"):
        done = typed(command, "./ours.toml")
        assert (done.returncode, done.stdout) == (2, "")
        first, second = done.stderr.splitlines()
        assert first.startswith('ours.toml:2: "steps" is not known here')
        assert second.startswith("ours.toml:")


@pytest.mark.parametrize(
    ("folder", "command"),
    [
        ("", ["minutes", "list"]),
        ("", ["db", "path"]),
        ("", ["line", "weekly-circle"]),
        ("new/", ["line", "weekly-circle"]),
    ],
)
def test_a_name_that_no_file_can_have_is_told_with_what_to_do(
    typed: Typed, folder: str, command: list[str]
) -> None:
    name = f"{folder}{'x' * 300}.db"
    said = f"{name} is too long for the name of a file. Name another file with --db."
    assert typed.refused("--db", name, *command) == said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "names.txt: there is no such file."),
        (b"", "names.txt: there are no names in it. Write one on each line."),
        (b" \n\n\t\n", "names.txt: there are no names in it. Write one on each line."),
        (b"Ana\ncaf\xe9\n", "names.txt:2: not UTF-8. Save the list as UTF-8."),
        (b"Ana\n" * 300_000, "names.txt: too long for a list of names (more than 1 MB)."),
    ],
    ids=["missing", "empty", "blank", "latin-1", "too long"],
)
def test_a_list_of_people_that_is_none_is_wrong_input(
    typed: Typed, content: bytes | None, said: str
) -> None:
    if content is not None:
        (typed.folder / "names.txt").write_bytes(content)
    assert typed.refused("start", "debrief-commons", "--people", "names.txt") == said


def test_a_line_of_a_list_is_one_person_whatever_stands_in_it(typed: Typed) -> None:
    names = '- Silva, Ana\n"; drop table people; --\n'
    (typed.folder / "names.txt").write_text(names, encoding="utf-8")
    done = typed("line", "debrief-commons", "--people", "names.txt", stdin=b"who\n")
    assert '1 Silva, Ana\n2 "; drop table people; --\n' in done.stdout


def test_a_folder_is_no_list_of_people(typed: Typed) -> None:
    said = typed.refused("start", "debrief-commons", "--people", ".")
    assert said == ".: can't be read (is a directory)."


@pytest.mark.parametrize(
    ("stdin", "said"),
    [(b"", "standard input: there are no names in it."), (b"Ana\n\xff", "standard input:2: not")],
)
def test_people_from_standard_input_are_checked_as_those_of_a_file(
    typed: Typed, stdin: bytes, said: str
) -> None:
    refused = typed.refused("start", "debrief-commons", "--people", "-", stdin=stdin)
    assert refused.startswith(said)


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["start"], ["--nonsense"], ["minutes", "nonsense"], ["\x1b[2J\u202e\udce9"]],
)
def test_a_command_line_that_is_none_is_wrong_input_and_says_where_help_is(
    typed: Typed, arguments: list[str]
) -> None:
    done = typed(*arguments)
    assert done.returncode == 2
    assert "--help" in done.stderr
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["start", "\x1b[2J\u202e\udce9"],
        ["start", "debrief-commons", "--people", "\x1b[2J\u202e\udce9"],
        ["--db", "\x1b[2J\u202e\udce9", "minutes", "list"],
        ["minutes", "show", "\x1b[2J\u202e\udce9"],
    ],
)
def test_what_was_typed_is_repeated_so_that_it_is_safe_to_look_at(
    typed: Typed, arguments: list[str]
) -> None:
    assert typed.refused(*arguments).isprintable()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8:strict"])
def test_an_encoding_that_lacks_letters_is_no_reason_to_end(typed: Typed, encoding: str) -> None:
    agenda = '[[step]]\nkind = "closing"\ntitle = "Zoë ☺ schließt"\n'
    (typed.folder / "ours.toml").write_text(f'title = "Ĝoja"\n{agenda}', encoding="utf-8")
    (typed.folder / "names.txt").write_text("Zoë\n", encoding="utf-8")
    for command in (["agendas", "show", "./ours.toml"], ["--db", "caf\udce9.db", "db", "path"]):
        done = typed(*command, also={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
        assert done.returncode == 0
        assert done.stdout


@pytest.mark.parametrize(
    "command", ["facilitator agendas list", "facilitator --help", "facilitator db path"]
)
def test_output_that_cannot_be_written_is_trouble_in_a_sentence(typed: Typed, command: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{command.replace('facilitator', str(COMMAND))} >/dev/full"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "facilitator: no space left on device.\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_reason_for_a_traceback(typed: Typed, closed: str) -> None:
    for command in ("agendas list", "start debrief-commons --people -", "rehearse", "minutes list"):
        done = subprocess.run(
            ["sh", "-c", f"{COMMAND} {command} {closed}"],
            cwd=typed.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr
        assert done.returncode in {0, 2}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_a_shell_is_one_command_away(typed: Typed, shell: str) -> None:
    done = typed(also={"_FACILITATOR_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert f"_FACILITATOR_COMPLETE={shell}_complete" in done.stdout


def test_the_completion_knows_the_commands(typed: Typed) -> None:
    asked = {
        "_FACILITATOR_COMPLETE": "bash_complete",
        "COMP_WORDS": "facilitator re",
        "COMP_CWORD": "1",
    }
    assert typed(also=asked).stdout.split() == ["plain,rehearse", "plain,resume"]


@pytest.mark.parametrize("words", ["start d", "line d", "agendas show d"])
def test_the_completion_knows_the_agendas_and_files(typed: Typed, words: str) -> None:
    asked = {
        "_FACILITATOR_COMPLETE": "bash_complete",
        "COMP_WORDS": f"facilitator {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    offered = typed(also=asked).stdout.split()
    assert offered == ["plain,debrief-commons", "plain,decompression", "file,d"]


def test_the_last_circle_that_was_closed_is_mended_and_reopened_in_lines(typed: Typed) -> None:
    refused = typed("line", "--last")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "facilitator: No circle was closed yet. --join goes to the one that waits.\n"
    )
    (typed.folder / "names.txt").write_text("Ana\nBo\n", encoding="utf-8")
    start = ("line", "weekly-circle", "--people", "names.txt", "--title")
    assert typed(*start, "Older", stdin=b"begin\n").returncode == 0
    assert typed(*start, "Tonight", stdin=b"begin\nclose\nyes\n").returncode == 0
    mended = typed("line", "--last", stdin=b"! @bo call the landlord\n")
    assert mended.returncode == 0
    first, closed, minutes, how, promised = mended.stdout.splitlines()
    assert first == "Tonight"
    assert closed.startswith("Closed at ")
    assert how.startswith("note, ! and = add to its minutes; undo reopens it")
    assert promised == "Commitment: Bo, no date."
    file = typed.folder / minutes.removeprefix("Minutes: ")
    written = file.read_text(encoding="utf-8")
    assert "call the landlord" in written
    assert typed("line", "--last", stdin=b"undo\nundo\n").returncode == 0
    assert typed("line", "--last", stdin=b"").returncode == 2
    assert typed("line", "--join", stdin=b"").stdout.startswith("Tonight\n")
