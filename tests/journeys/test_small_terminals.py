"""Any size of terminal, and any change of it: no crash, and at 40×10 still all that is needed."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from clock_face import tells_the_time
from person import Person
from support.terminal import Terminal
from world import look

SIZES = [(40, 10), (20, 5), (80, 24), (120, 40), (200, 60)]
START = ("--db", "circle.db", "start", "debrief-commons", "--people", "-")
PEOPLE = b"Ana\nBo\nChidi\nDee\n"


def to_the_first_turn(terminal: Terminal, home: Path) -> None:
    """By keys, looking at the journal instead of a screen that may be too small to tell."""
    terminal.wait_for(r"keys|F1|n ")
    for key, step, speaker in (
        ("f2", "Welcome", ""),
        ("]", "Check-in", ""),
        ("]", "Check-in", ""),
        ("enter", "What we witnessed", ""),
        ("n", "What we witnessed", "Bo"),
    ):
        terminal.press(key)
        if key == "]" and step == "Check-in":
            # The second one asks first.
            terminal.wait_for(partial(_at, home, "Check-in", ""))
        terminal.wait_for(partial(_at, home, step, speaker))


def _at(home: Path, step: str, speaker: str, _screen: str) -> bool:
    world = look(home / "circle.db").world
    return (world.step, world.speaker) == (step, speaker)


def _has_the_keys(title: str, screen: str) -> bool:
    """Whether a box is there, and the circle offers no keys meanwhile."""
    return re.search(title, screen) is not None and "? keys" not in screen


def _came_out(terminal: Terminal, before: int, _screen: str) -> bool:
    return len(terminal.raw) > before


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "×".join(map(str, size)))
def test_a_circle_can_be_run_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal(*START, home=tmp_path, size=size, stdin=PEOPLE) as terminal:
        to_the_first_turn(terminal, tmp_path)
        terminal.press("/")
        terminal.type("a word")
        terminal.press("enter")
        terminal.wait_for(lambda _: look(tmp_path / "circle.db").world.lines == ("a word",))
        terminal.wait_for("F1 keys")
        terminal.press("escape")
        terminal.wait_for(r"\? keys")
        for key, title in (("A", "╭─ Agenda: ?"), ("?", "╭─ Keys"), ("H", "╭─ What ha")):
            terminal.press(key)
            terminal.wait_for(partial(_has_the_keys, title))
            terminal.press("escape")
            # A key right behind Esc would be another key: wait until the circle has them again.
            terminal.wait_for(r"\? keys")
        terminal.press("C")
        terminal.wait_for(r"Enter|Closing|\bRead")
        terminal.press("enter")
        terminal.wait_for(lambda _: look(tmp_path / "circle.db").world.stage == "closed")
        terminal.press("escape")
        terminal.wait_for(r"(?i)rehearse|start a|s start")
        terminal.press("q")
        assert terminal.exit_status() == 0
        assert b"Traceback" not in terminal.raw


def test_forty_columns_and_ten_rows_show_speaker_clock_next_and_keys(tmp_path: Path) -> None:
    with Terminal(*START, home=tmp_path, size=(40, 10), stdin=PEOPLE) as terminal:
        to_the_first_turn(terminal, tmp_path)
        # One picture has it all; it comes in parts, as a slow line brings it.
        terminal.wait_for(r"(?s)(› Ana.*▶ Bo|▶ Bo.*Ana next).*\n.*n next.*\? keys[^\n]*$")
        meeting = look(tmp_path / "circle.db").meeting
        terminal.wait_for(lambda now: tells_the_time(now, meeting))


def test_a_resize_in_the_middle_of_a_turn_changes_nothing_but_the_layout(tmp_path: Path) -> None:
    with Terminal(*START, home=tmp_path, stdin=PEOPLE) as terminal:
        to_the_first_turn(terminal, tmp_path)
        terminal.press("/")
        terminal.wait_for("F2 next")
        terminal.type("half a word")
        terminal.wait_for("half a word")
        for size in [*SIZES, (1, 1), (2, 50), (300, 2), (120, 40)]:
            came = len(terminal.raw)
            terminal.resize(*size)
            terminal.wait_for(partial(_came_out, terminal, came))
        terminal.wait_for("(?s)▶ Bo.*half a word")
        found = look(tmp_path / "circle.db")
        assert (found.world.speaker, found.world.draft) == ("Bo", "half a word")
        terminal.wait_for(lambda screen: tells_the_time(screen, found.meeting))
        terminal.press("f2")
        terminal.wait_for("▶ Ana")
        assert b"Traceback" not in terminal.raw


def test_a_window_that_shrinks_to_one_cell_while_it_starts_is_survived(tmp_path: Path) -> None:
    with Terminal(*START, home=tmp_path, size=(1, 1), stdin=PEOPLE) as terminal:
        terminal.wait_for_output(b"\x1b[?1049h")
        terminal.resize(120, 40)
        terminal.wait_for("4 here")
        Person(terminal).press("f2", "Welcome, everyone")
