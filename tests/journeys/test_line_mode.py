"""Line mode as it is used: a script from agenda to minutes, terminals, and kill -9."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.terminal import PROGRAM, Terminal, environment
from world import look

SCRIPT = """\
# An evening, as somebody wrote it down.
hat facilitator ana
hat note-taker bo
begin

next
next
note glad to be here
next
pass
next
next
jump dee
note a little tired
step yes
next
note the kitchen ran out of gas; @dee saw it
hand dee response
next
= Doors open at 17:00
agreed
! @chidi borrow the PA by friday
step 6 yes
claim dee: 1
claim 1 2
meet Fri 4 Dec, 18:30, library
meet facilitator bo
close
yes
"""

SHORT_AGENDA = """\
title = "Short"
[[step]]
kind = "round"
title = "Round"
prompt = "How are you?"
minutes = 1
seconds_each = 5
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "names.txt").write_text("Ana\nBo\nChidi\nDee*\n", encoding="utf-8")
    (tmp_path / "evening.txt").write_text(SCRIPT, encoding="utf-8")
    return tmp_path


def line(
    home: Path, *arguments: str, stdin: str | bytes = b"", db: str = "circle.db"
) -> subprocess.CompletedProcess[str]:
    """What ``facilitator line`` does with lines from a pipe."""
    done = subprocess.run(
        [*PROGRAM, "--db", db, "line", *arguments],
        cwd=home,
        env=environment(home),
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
        timeout=60,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(arguments, done.returncode, out, err)


def minutes_of(home: Path) -> str:
    [path] = (home / "minutes").glob("*.md")
    return path.read_text(encoding="utf-8")


def test_a_script_runs_a_circle_from_its_agenda_to_its_minutes(home: Path) -> None:
    done = line(
        home,
        *("debrief-commons", "--people", "names.txt", "--title", "Flood kitchen"),
        *("--script", "evening.txt"),
    )
    assert (done.returncode, done.stderr) == (0, "")
    [path] = (home / "minutes").glob("*.md")
    assert done.stdout.splitlines()[-1] == f"Minutes: minutes/{path.name}"
    minutes = minutes_of(home)
    for words in ("Flood kitchen", "Doors open at 17:00", "borrow the PA", "friday"):
        assert words in minutes
    for words in ("the kitchen ran out of gas; Dee saw it", "Fri 4 Dec, 18:30, library"):
        assert words in minutes
    found = look(home / "circle.db")
    assert found.world.stage == "closed"
    assert len(found.world.claimed) == 2
    assert "glad to be here" in found.world.lines


def test_the_same_lines_from_a_pipe_make_the_same_circle(home: Path) -> None:
    done = line(home, "debrief-commons", "--people", "names.txt", stdin=SCRIPT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "do: " not in done.stdout
    assert look(home / "circle.db").world.lines == (
        "glad to be here",
        "a little tired",
        "the kitchen ran out of gas; Dee saw it",
        "= Doors open at 17:00",
        "! borrow the PA",
    )


def test_what_is_printed_has_short_lines_no_boxes_no_signs_alone_and_no_colors(
    home: Path,
) -> None:
    done = line(home, "debrief-commons", "--people", "names.txt", stdin=SCRIPT)
    assert not re.search(r"[\x1b─-◿☀-➿▶✓↷↺○✋·→]", done.stdout)
    lines = done.stdout.splitlines()
    assert all(line.strip() for line in lines)
    assert sorted(map(len, lines))[len(lines) // 2] < 50


def test_wrong_lines_are_told_with_their_place_and_lose_nothing(home: Path) -> None:
    script = SCRIPT.replace("note glad to be here", "nxt\nnote glad to be here\njump nobody")
    (home / "evening.txt").write_text(script, encoding="utf-8")
    arguments = ("debrief-commons", "--people", "names.txt", "--script", "evening.txt")
    done = line(home, *arguments)
    assert done.returncode == 2
    assert done.stderr == (
        "evening.txt:8: nxt: did you mean next?\nevening.txt:10: nobody is no person here.\n"
    )
    assert look(home / "circle.db").world.stage == "closed"
    assert "glad to be here" in minutes_of(home)


def test_wrong_lines_from_a_pipe_are_lines_of_stdin(home: Path) -> None:
    done = line(home, "weekly-circle", stdin=b"begin\n\xff\xfe\nfrobnicate\n")
    assert done.returncode == 2
    assert done.stderr == (
        "stdin:1: Nobody is here yet. Type the names of those who are, then begin.\n"
        "stdin:2: This line is not UTF-8. Save it as UTF-8.\n"
        "stdin:3: frobnicate is no command. help lists them.\n"
    )


def test_a_circle_goes_on_in_as_many_scripts_as_it_takes(home: Path) -> None:
    lines = SCRIPT.splitlines(keepends=True)
    first = line(home, "debrief-commons", "--people", "names.txt", stdin="".join(lines[:8]))
    assert first.stdout.endswith("The circle stays open. Go on with: facilitator line --join\n")
    second = line(home, "--join", stdin="".join(lines[8:]))
    assert (first.returncode, second.returncode) == (0, 0)
    assert "Paused: the terminal was left." in second.stdout
    assert look(home / "circle.db").world.stage == "closed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            (),
            "Name an agenda for a new circle, --join the one that waits, or mend the --last one.",
        ),
        (("weekly-circle", "--join"), "Name an agenda for a new circle, --join"),
        (("--join",), "No circle waits. Start one with: facilitator line debrief-commons"),
        (("--join", "--people", "names.txt"), "--people and --title are for a new circle"),
        (("weekly-circle", "--people", "-"), "Standard input has the commands."),
        (("weekly-circle", "--script", "none.txt"), "none.txt: there is no such file."),
        (("weekly-circle", "--script", "."), ".: can't be read"),
        (("weekly-circl",), 'there is no agenda "weekly-circl"'),
    ],
)
def test_wrong_input_is_a_sentence_and_makes_no_circle(
    home: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = line(home, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"facilitator: {said}")
    assert len(done.stderr.splitlines()) == 1


def test_names_that_are_there_twice_are_told_and_the_circle_goes_on(home: Path) -> None:
    (home / "names.txt").write_text("Ana\nBo\nana\n", encoding="utf-8")
    done = line(home, "weekly-circle", "--people", "names.txt", stdin="begin\n")
    assert done.returncode == 2
    assert done.stderr == (
        "facilitator: ana is here already. For another one, add a letter: ana B.\n"
    )
    assert look(home / "circle.db").world.stage == "open"


@pytest.mark.parametrize("name", ["\x1b[2J", "[/]", "a\u202eb", "=cmd|' /C calc'!A0", "\x9b31m"])
def test_hostile_names_and_words_are_only_ever_shown(home: Path, name: str) -> None:
    (home / "names.txt").write_text(f"Ana\n{name}\n", encoding="utf-8")
    script = f"begin\nnote {name}\n= {name}\nyes\noffer {name}\nwho\nhistory\n{name}\nclose yes\n"
    done = line(
        home, "weekly-circle", "--people", "names.txt", "--title", name.strip("\0"), stdin=script
    )
    assert done.returncode == 2
    for printed in (*done.stdout.splitlines(), *done.stderr.splitlines()):
        assert printed.isprintable()
    assert look(home / "circle.db").world.stage == "closed"


def test_a_journal_that_is_none_is_trouble_in_a_sentence(home: Path) -> None:
    (home / "circle.db").write_bytes(b"no journal" * 1000)
    done = line(home, "weekly-circle", stdin="begin\n")
    assert done.returncode == 2
    assert done.stderr.startswith("facilitator: circle.db is not a journal")


class Typed:
    """A person at a terminal who types lines."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def __call__(self, words: str, seen: str) -> None:
        """Type a line, and wait for what it answers."""
        self.terminal.type(f"{words}\n")
        self.terminal.wait_for(seen)


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    with Terminal(
        *("--db", "circle.db", "line", "debrief-commons", "--people", "names.txt"), home=home
    ) as found:
        found.wait_for("do:")
        yield found


def test_at_a_terminal_a_prompt_asks_and_nothing_is_ever_drawn(
    terminal: Terminal, home: Path
) -> None:
    typed = Typed(terminal)
    typed("begin", r"Welcome: step 1 of 9")
    typed("n", r"Check-in: step 2 of 9")
    typed("n", r"Chidi speaks|Bo speaks|Ana speaks|Dee speaks")
    typed("", r"next\. 3 not yet\.")
    typed("nxt", r"did you mean next\?")
    typed("note the kitchen ran out", r"Noted for")
    typed("who", r"\d Dee: .*new")
    terminal.press("ctrl+d")
    assert terminal.exit_status() == 0
    assert "The circle stays open" in terminal.screen()
    assert b"\x1b" not in terminal.raw
    assert look(home / "circle.db").world.lines == ("the kitchen ran out",)


def test_ctrl_c_leaves_and_the_circle_stays_open(terminal: Terminal, home: Path) -> None:
    Typed(terminal)("begin", "Welcome: step 1 of 9")
    terminal.press("ctrl+c")
    assert terminal.exit_status() == 0
    assert "The circle stays open. Go on with: facilitator line --join" in terminal.screen()
    assert look(home / "circle.db").world.stage == "open"


def test_the_end_of_a_turn_is_told_with_a_bell_while_a_line_is_half_typed(home: Path) -> None:
    (home / "short.toml").write_text(SHORT_AGENDA, encoding="utf-8")
    start = ("--db", "circle.db", "line", "./short.toml", "--people", "names.txt")
    with Terminal(*start, home=home) as terminal:
        terminal.wait_for("do:")
        typed = Typed(terminal)
        typed("begin", "begins")
        typed("next", "speaks")
        terminal.type("note half a thought")
        terminal.wait_for(r"\w+: time is up\.")
        terminal.wait_for_output(b"\a")
        typed(" and the other half", "Noted")
    assert look(home / "circle.db").world.lines == ("half a thought and the other half",)


def test_two_terminals_one_with_the_seat_and_one_that_takes_notes(
    terminal: Terminal, home: Path
) -> None:
    first = Typed(terminal)
    first("begin", "Welcome: step 1 of 9")
    with Terminal("--db", "circle.db", "line", "--join", home=home) as other:
        other.wait_for("do:")
        second = Typed(other)
        second("note from the note-taker", "Noted")
        terminal.wait_for(r"note “from the note-taker” \(terminal t2\)")
        first("next", "begins")
        other.wait_for(r"went to “Check-in”.*\(terminal t1\)")
        second("next", "Another terminal has the facilitator's seat")
        second("hand bo", "Bo raised a hand")
        terminal.wait_for("Bo raised a hand")
        second("quit", "The facilitator's terminal goes on")
        assert other.exit_status() == 0
    assert not look(home / "circle.db").world.standing


def test_the_seat_of_a_terminal_that_is_gone_is_taken_over(terminal: Terminal, home: Path) -> None:
    Typed(terminal)("begin", "Welcome: step 1 of 9")
    with Terminal("--db", "circle.db", "line", "--join", home=home) as other:
        other.wait_for("do:")
        second = Typed(other)
        second("seat", "The facilitator's terminal is there")
        terminal.kill()
        second("next", "gone silent. Take the seat over first")
        second("seat", "facilitator's seat: terminal t2")
        second("next", "Check-in: step 2 of 9")


def test_a_terminal_that_is_killed_loses_nothing_and_the_circle_is_joined_again(
    terminal: Terminal, home: Path
) -> None:
    typed = Typed(terminal)
    typed("begin", "Welcome: step 1 of 9")
    typed("next", "begins")
    typed("next", "speaks")
    typed("note before the crash", "Noted")
    terminal.kill()
    before = look(home / "circle.db")
    with Terminal("--db", "circle.db", "line", "--join", home=home) as again:
        again.wait_for(rf"{before.world.speaker} speaks")
        assert look(home / "circle.db").facts == before.facts
        joined = Typed(again)
        joined("note after it", "Noted")
        joined("undo", "Taken back: note “after it”")
        joined("undo", "Taken back: note “before the crash”")


def test_a_script_that_is_killed_in_the_middle_has_done_what_it_said(home: Path) -> None:
    notes = "".join(f"note number {each}\n" for each in range(2000))
    with subprocess.Popen(
        [*PROGRAM, "--db", "circle.db", "line", "debrief-commons", "--people", "names.txt"],
        cwd=home,
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as going:
        assert going.stdin is not None
        assert going.stdout is not None
        going.stdin.write(f"begin\n{notes}".encode())
        going.stdin.flush()
        said = 0
        while said < 50:
            said += going.stdout.readline().startswith(b"Noted")
        going.kill()
        said += sum(each.startswith(b"Noted") for each in going.stdout)
    written = look(home / "circle.db").world.lines
    assert written == tuple(f"number {each}" for each in range(len(written)))
    assert said <= len(written) <= said + 1
