"""Which terminals are alive, asked of real processes that are killed, stopped and stalled."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.clock import EVENING, HandClock

from facilitator.journal.terminals import (
    BEAT_EVERY,
    FRESH,
    Now,
    last_seen,
    take_terminal,
    wall,
    whereabouts,
)

HOLDS = """
import sys
from pathlib import Path
from facilitator.journal.terminals import take_terminal
terminal = take_terminal(Path(sys.argv[1]))
print(terminal.name, flush=True)
sys.stdin.read()
"""

ASKS = """
import sys
from pathlib import Path
from facilitator.journal.terminals import FRESH, wall, whereabouts
began = wall()
print("asking", flush=True)
while wall() - began < FRESH:
    whereabouts(Path(sys.argv[1]), lambda: began)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@contextmanager
def program(script: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program at the journal, gone at the end."""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def says(running: subprocess.Popen[str]) -> str:
    assert running.stdout is not None
    return running.stdout.readline().strip()


def alive(path: Path, now: Now = wall) -> frozenset[str]:
    return frozenset(whereabouts(path, now))


def lock_file(path: Path, name: str) -> Path:
    return path.with_name(f"{path.name}-{name}")


def age(path: Path, name: str, milliseconds: int) -> int:
    """Let the last sign of life be so old; when that was."""
    seen = wall() - milliseconds
    os.utime(lock_file(path, name), ns=(seen * 1_000_000, seen * 1_000_000))
    return seen


def open_files() -> int:
    """The lowest number that no open file of this process has."""
    lowest = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest)
    return lowest


def test_a_program_is_alive_until_it_is_killed_and_was_last_seen_then(path: Path) -> None:
    assert (alive(path), last_seen(path)) == (frozenset(), None)
    with program(HOLDS, path) as running:
        assert says(running) == "t1"
        assert alive(path) == {"t1"}
        running.kill()
        running.wait()
        assert alive(path) == frozenset()
        seen = age(path, "t1", 8_000)
        assert alive(path) == frozenset()
        assert last_seen(path) == seen


def test_a_program_that_is_stopped_is_gone_once_its_sign_of_life_is_old(path: Path) -> None:
    with program(HOLDS, path) as running:
        assert says(running) == "t1"
        running.send_signal(signal.SIGSTOP)
        assert alive(path) == {"t1"}
        age(path, "t1", FRESH + 1_000)
        assert alive(path) == frozenset()
        other = take_terminal(path)
        assert other.name == "t2"
        assert alive(path) == {"t2"}
        other.release()
        running.send_signal(signal.SIGCONT)


def test_an_old_file_does_not_make_a_program_that_starts_look_gone(path: Path) -> None:
    lock_file(path, "t1").touch()
    seen = age(path, "t1", 86_400_000)
    assert last_seen(path) == seen
    with program(HOLDS, path) as running:
        assert says(running) == "t1"
        assert alive(path) == {"t1"}


def test_a_beat_brings_a_program_back_that_was_held_up(path: Path) -> None:
    clock = HandClock()
    here = take_terminal(path, clock.now)
    clock.move(FRESH + 1)
    assert alive(path, clock.now) == frozenset()
    here.beat()
    assert alive(path, clock.now) == {"t1"}
    here.release()


def test_a_number_that_was_let_go_is_not_alive_and_beats_no_more(path: Path) -> None:
    clock = HandClock()
    here = take_terminal(path, clock.now)
    assert alive(path, clock.now) == {"t1"}
    here.release()
    assert alive(path, clock.now) == frozenset()
    clock.move(BEAT_EVERY)
    here.beat()
    assert last_seen(path) == EVENING


def test_the_file_is_touched_every_few_seconds_however_often_it_beats(path: Path) -> None:
    clock = HandClock()
    here = take_terminal(path, clock.now)
    touched = []
    for _ in range(40):
        clock.move(250)
        here.beat()
        touched.append(last_seen(path) or 0)
    assert sorted({*touched}) == [EVENING + times * BEAT_EVERY for times in range(4)]
    here.release()


@pytest.mark.parametrize("leap", [43 * 60_000, -43 * 60_000], ids=["on", "back"])
def test_the_first_beat_after_sleep_or_a_set_clock_counts(path: Path, leap: int) -> None:
    clock = HandClock()
    here = take_terminal(path, clock.now)
    clock.jump(leap)
    assert alive(path, clock.now) == frozenset()
    here.beat()
    assert alive(path, clock.now) == {"t1"}
    here.release()


def test_a_terminal_at_another_journal_in_the_folder_is_not_alive_here(path: Path) -> None:
    other = take_terminal(path.with_name("circle.db-t1"))
    assert alive(path) == frozenset()
    other.release()


def test_a_higher_number_is_alive_though_files_of_lower_ones_are_gone(path: Path) -> None:
    first, second, third = (take_terminal(path) for _ in range(3))
    for each in (first, second):
        each.release()
        lock_file(path, each.name).unlink(missing_ok=True)
    assert alive(path) == {"t3"}
    third.release()


def test_last_seen_is_the_latest_of_all_terminals(path: Path) -> None:
    for name in ("t1", "t2", "t3"):
        lock_file(path, name).touch()
    age(path, "t1", 50_000)
    latest = age(path, "t2", 20_000)
    age(path, "t3", 70_000)
    assert last_seen(path) == latest
    for name in ("t9", "t16"):
        lock_file(path, name).touch()
        latest = age(path, name, 10_000 - 1_000 * len(name))
    assert last_seen(path) == latest


def test_a_file_that_was_taken_away_or_a_folder_that_is_none_does_no_harm(path: Path) -> None:
    clock = HandClock()
    here = take_terminal(path, clock.now)
    lock_file(path, "t1").unlink()
    clock.move(BEAT_EVERY)
    here.beat()
    assert (alive(path), last_seen(path)) == (frozenset(), None)
    here.release()
    path.touch()
    nowhere = path / "circle.db"
    unlocked = take_terminal(nowhere, clock.now)
    unlocked.beat()
    assert (alive(nowhere), last_seen(nowhere)) == (frozenset(), None)


def test_asking_who_is_alive_takes_no_number_from_a_program_that_starts(path: Path) -> None:
    with program(ASKS, path) as asking:
        assert says(asking) == "asking"
        for _ in range(3000):
            here = take_terminal(path)
            assert here.name == "t1"
            here.release()
        assert asking.poll() is None


def test_asking_who_is_alive_leaves_no_trace(path: Path) -> None:
    with program(HOLDS, path) as running:
        assert says(running) == "t1"
        seen = age(path, "t1", 4_000)
        files = open_files()
        for _ in range(100):
            assert alive(path) == {"t1"}
        assert open_files() == files
        assert last_seen(path) == seen
        assert [*path.parent.iterdir()] == [lock_file(path, "t1")]
        running.kill()
        running.wait()
    assert alive(path) == frozenset()
    again = take_terminal(path)
    assert again.name == "t1"
    again.release()
