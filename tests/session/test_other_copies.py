"""Facts that come from elsewhere: an older place in time, another copy, a newer agenda."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from support.agendas import DEBRIEF
from support.files import circle, do, session, who

from facilitator.core import events, intents
from facilitator.core.facts import decode, encode
from facilitator.core.intents import Refusal
from facilitator.core.writing import last_done


def test_a_fact_from_another_copy_finds_its_place_among_those_already_known(tmp_path: Path) -> None:
    with circle(tmp_path / "circle.db", "Ana", "Bo") as at:
        meeting = at.meeting
        assert meeting is not None
        left = encode(events.PersonLeft(who(at, "Ana"))).decode()
        with closing(sqlite3.connect(tmp_path / "circle.db")) as other, other:
            other.execute(
                "INSERT INTO event VALUES (?, 'zzzz', 0, 't1', ?, ?, 'person-left', 1, ?)",
                (at.state.facts[-2].lamport, at.state.facts[-2].lamport, meeting.id, left),
            )
        assert at.catch_up()
        assert [fact.replica for fact in at.state.facts][-2] == "zzzz"
        known = [(fact.lamport, fact.replica) for fact in at.state.facts]
        assert known == sorted(known)
        found = at.meeting
        assert found is not None
        assert found.present == [who(at, "Bo")]


def test_undo_at_a_terminal_leaves_alone_what_the_same_terminal_of_another_copy_did(
    tmp_path: Path,
) -> None:
    with circle(tmp_path / "circle.db", "Ana") as at:
        mine = at.journal.replica
        assert last_done(at.state, (mine, "t1")) is not None
        assert last_done(at.state, ("zzzz", "t1")) is None


def test_a_copied_file_begins_with_nothing_to_undo(tmp_path: Path) -> None:
    with circle(tmp_path / "circle.db", "Ana"):
        pass
    copy = tmp_path / "copy.db"
    copy.write_bytes((tmp_path / "circle.db").read_bytes())
    with session(copy) as at:
        assert isinstance(at.undo(), Refusal)
        do(at, intents.Welcome("Bo"))
        assert at.undo() == "Bo arrived"


def test_a_meeting_on_an_agenda_of_a_newer_version_can_be_read() -> None:
    said = msgspec.to_builtins(events.MeetingGathered("Newer", DEBRIEF))
    said["agenda"]["mood"] = "calm"
    said["agenda"]["step"][1]["silence"] = 20
    body = decode("meeting-gathered", 1, msgspec.json.encode(said))
    assert body == events.MeetingGathered("Newer", DEBRIEF)


def test_a_turn_goes_on_when_the_whole_circle_was_paused(tmp_path: Path) -> None:
    with circle(tmp_path / "circle.db", "Ana", "Bo") as at:
        do(at, intents.OpenCircle(), intents.GoToStep("step-1", "step-2"))
        meeting = at.meeting
        assert meeting is not None
        assert meeting.round is not None
        do(at, intents.BeginTurn(meeting.round.id, who(at, "Bo")), intents.PauseCircle())
        assert meeting.turn is not None
        do(at, intents.ResumeTurn(meeting.turn.id))
        assert not meeting.paused


def test_another_program_cannot_replace_a_fact_either(tmp_path: Path) -> None:
    with circle(tmp_path / "circle.db", "Ana"):
        pass
    with closing(sqlite3.connect(tmp_path / "circle.db")) as other:
        before = other.execute("SELECT * FROM event").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="an event is never"):
            other.execute("INSERT OR REPLACE INTO event SELECT * FROM event")
        assert other.execute("SELECT * FROM event").fetchall() == before
