"""What one circle leaves for the next, from the command line on."""

from __future__ import annotations

from pathlib import Path

from person import Person
from support.agendas import DEBRIEF
from support.files import ask, do, session
from support.terminal import Terminal

from facilitator.core import intents
from facilitator.core.events import Hat, Setting


def test_a_circle_started_by_a_command_brings_what_the_last_one_left(tmp_path: Path) -> None:
    db = tmp_path / "circle.db"
    with session(db) as last:
        do(last, intents.CallMeeting("", DEBRIEF), intents.Welcome("Ana"), intents.Welcome("Bo"))
        assert last.meeting is not None
        do(
            last,
            intents.Choose(Setting.BELL, on=False),
            intents.GiveHat(Hat.FACILITATOR, last.meeting.seats[0]),
            intents.OpenCircle(),
            intents.CloseCircle(),
        )
    command = ("--db", "circle.db", "start", "weekly-circle", "--people", "-")
    with Terminal(*command, home=tmp_path, stdin=b"Ana\nBo\n") as terminal:
        at = Person(terminal)
        terminal.wait_for(r"Bo facilitates\? \(not yet\)")
        at.press("s", "facilitator: Bo")
        at.press("l", "What was not reached")
        at.press("delete", "2 not reached last time")
        at.press("l", "What was not reached")
        at.press("enter", "1 not reached last time")
        at.press("q", "Start a circle")
        terminal.press("q")
        assert terminal.exit_status() == 0
    assert ask(db, "SELECT count(*) FROM let_go") == [(1,)]
    assert ask(db, "SELECT title FROM steps WHERE from_step IS NOT NULL") == [("Skill",)]
    chosen = ask(db, "SELECT setting, chosen FROM settings ORDER BY CAST(meeting AS INTEGER)")
    assert chosen == [("bell", 0), ("bell", 0)]
