"""A program that was gone for a while leaves that time out, and asks whether it counts."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from clock_face import shown
from person import Person
from script import without
from support.clock import HandClock
from support.files import journal
from support.prepared import turn
from support.terminal import Terminal
from world import Found, look

from facilitator.core.events import Stop
from facilitator.session import Session

ASKED = "Was that time part of the circle"
GONE = 75


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A turn of 90 seconds began, and the program was killed at once."""
    began = time.time_ns() // 1_000_000 - GONE * 1000
    with journal(tmp_path / "circle.db") as opened:
        turn("Ana", "Bo", "Chidi")(Session(opened, HandClock(began), "t1"))
    beat = tmp_path / "circle.db-t1"
    beat.touch()
    os.utime(beat, (began / 1000, began / 1000))
    return tmp_path


def answered(home: Path, key: str, *readings: str) -> Found:
    """Come back, answer, and see one of the readings; what the journal says then."""
    with Terminal("--db", "circle.db", "resume", home=home, also={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for(lambda now: ASKED in now and "The program was gone for 7" in now)
        assert [each.stop for each in look(home / "circle.db").meeting.pauses] == [Stop.ASLEEP]
        Person(terminal).press(key, without(ASKED))
        terminal.wait_for(lambda now: any(shown(now, reading) for reading in readings))
    return look(home / "circle.db")


@pytest.mark.parametrize("key", ["enter", "escape"])
def test_time_that_is_left_out_is_given_back_to_the_speaker(home: Path, key: str) -> None:
    found = answered(home, key, "1:30", *(f"1:{left}" for left in range(10, 30)))
    [left_out] = found.meeting.pauses
    assert left_out.stop is Stop.ASLEEP
    assert left_out.ended is not None
    assert GONE * 1000 <= left_out.ended - left_out.began < (GONE + 60) * 1000
    assert (found.world.speaker, found.world.standing) == ("Ana", False)


def test_time_that_counts_is_gone_from_the_turn_and_its_end_is_marked(home: Path) -> None:
    left = (f"! 0:{left:02}" for left in range(1, 90 - GONE + 1))
    found = answered(home, "y", *left, *(f"+0:{over:02}" for over in range(60)))
    assert not found.meeting.pauses
    assert (found.world.speaker, found.world.standing) == ("Ana", False)
