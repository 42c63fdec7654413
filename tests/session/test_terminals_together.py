"""One file, several terminals: each sees what the others did, and a press counts once."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ONE_ROUND
from support.clock import HandClock
from support.files import circle, do, journal, rebuilt, session, tables, who
from support.play import whole

from facilitator.core import intents
from facilitator.core.events import Mention
from facilitator.core.intents import Refusal
from facilitator.core.walking import what_next
from facilitator.core.words import plain
from facilitator.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def next_thing(at: Session) -> intents.Intent:
    assert at.meeting is not None
    wish = what_next(at.meeting)
    assert wish is not None
    return wish


def test_the_same_next_at_two_terminals_moves_the_circle_once(path: Path) -> None:
    with circle(path, "Ana", "Chidi", "Zoë") as here, session(path, "t2") as there:
        do(here, intents.OpenCircle(), intents.GoToStep("step-1", "step-2"))
        there.catch_up()
        for _ in range(3):
            wish = next_thing(there)
            assert wish == next_thing(here)
            assert here.send(wish) is None
            refused = there.send(wish)
            assert refused is not None
            assert refused.already
            assert whole(there.state) == whole(here.state)


def test_catching_up_says_whether_there_was_anything_and_tells_whoever_listens(path: Path) -> None:
    with circle(path, "Ana") as here, session(path, "t2") as there:
        told: list[str] = []
        ends = there.subscribe(lambda: told.append("there"))
        assert not there.catch_up()
        assert told == []
        do(here, intents.Welcome("Chidi"))
        assert there.catch_up()
        assert [*there.names.values()] == ["Ana", "Chidi"]
        assert told == ["there"]
        do(there, intents.Welcome("Zoë"))
        assert told == ["there"] * 2
        ends()
        do(there, intents.Welcome("Li"))
        assert told == ["there"] * 2
        assert here.catch_up()
        assert not here.catch_up()


def test_undo_takes_back_what_was_done_here_and_says_what(path: Path) -> None:
    with circle(path, "Ana") as here, session(path, "t2") as there:
        do(here, intents.OpenCircle())
        do(there, intents.TakeNote(("Rain",), "step-1"))
        assert here.undo() == "circle opened; went to “Welcome”"
        assert there.undo() == "note “Rain”"
        assert there.undo() == Refusal("There is nothing to undo.")
        assert there.redo() == "note “Rain”"
        assert there.redo() == Refusal("There is nothing to redo.")
        here.catch_up()
        assert here.redo() == "circle opened; went to “Welcome”"
        there.catch_up()
        assert whole(here.state) == whole(there.state)


def test_a_rename_is_seen_everywhere(path: Path) -> None:
    with circle(path, "Ana", "Chidi") as here, session(path, "t2") as there:
        ana = who(here, "Ana")
        assert here.rename(ana, "  Anna   B ") is None
        assert there.catch_up()
        assert there.names[ana] == here.names[ana] == "Anna B"
        assert here.rename(ana, "chidi") == Refusal(
            "chidi is here already. For another one, add a letter: chidi B."
        )
        assert here.rename(ana, " ") == Refusal("Type a name first.")
    with session(path) as again:
        assert again.names[ana] == "Anna B"


def test_a_rename_holds_though_the_clock_was_set_back(path: Path) -> None:
    clock = HandClock()
    with circle(path, "Ana", clock=clock) as here:
        ana = who(here, "Ana")
        clock.move(-3_600_000)
        assert here.rename(ana, "Anna") is None
    with session(path) as again:
        assert again.names[ana] == "Anna"


def test_a_meeting_called_from_another_one_begins_with_nothing_of_it(path: Path) -> None:
    with circle(path, "Ana") as here:
        do(here, intents.OpenCircle(), intents.CallMeeting("Second", ONE_ROUND))
        assert here.meeting is not None
        assert here.meeting.title == "Second"
        with session(path, "t2") as there:
            there.enter(here.meeting.id)
            assert whole(there.state) == whole(here.state)
        assert here.undo() == Refusal("There is nothing to undo.")


def test_someone_known_comes_back_as_the_same_person(path: Path) -> None:
    with circle(path, "Ana") as here:
        ana = who(here, "Ana")
        do(here, intents.CallMeeting("Second", ONE_ROUND), intents.Welcome(" ANA"))
        assert here.meeting is not None
        assert here.meeting.present == [ana]
        assert dict(here.names) == {ana: "Ana"}
        assert rebuilt(here.journal) == tables(here.journal.connection)


def test_someone_whose_arrival_was_a_slip_is_known_at_that_meeting_only(path: Path) -> None:
    with circle(path, "Ana") as here, session(path, "t2") as there:
        do(here, intents.Welcome("Zoey"))
        slip = who(here, "Zoey")
        assert here.undo() == "Zoey arrived"
        assert there.catch_up()
        assert here.names[slip] == there.names[slip] == "Zoey"
        do(there, intents.CallMeeting("Second", ONE_ROUND))
        assert [*there.names.values()] == ["Ana"]
        do(there, intents.Welcome("Zoey"))
        assert who(there, "Zoey") != slip
        assert rebuilt(there.journal) == tables(there.journal.connection)


def test_someone_who_was_undone_and_added_again_stands_in_the_tables(path: Path) -> None:
    with circle(path, "Ana") as here:
        do(here, intents.Welcome("Zoë"))
        here.undo()
        do(here, intents.Welcome("Zoë"))
        zoe = who(here, "Zoë")
        found = tables(here.journal.connection)
        assert zoe in [row[0] for row in found["people"]]
        assert rebuilt(here.journal) == found


def test_a_role_that_is_taken_back_takes_its_claims_with_it(path: Path) -> None:
    with circle(path, "Ana") as here, session(path, "t2") as there:
        do(here, intents.OpenCircle(), intents.OfferRole("Keys", "step-1"))
        there.catch_up()
        do(there, intents.ClaimRole(next(iter(there.state.roles)), who(there, "Ana")))
        here.undo()
        found = tables(here.journal.connection)
        assert found["terms"] == found["roles"] == []
        here.redo()
        found = tables(here.journal.connection)
        assert len(found["terms"]) == 1
        assert rebuilt(here.journal) == found


def test_a_round_that_is_taken_back_moves_its_turns_to_where_the_circle_was(path: Path) -> None:
    with circle(path, "Ana", "Chidi") as here, session(path, "t2") as there:
        do(here, intents.OpenCircle(), intents.GoToStep("step-1", "step-2"))
        there.catch_up()
        do(there, next_thing(there))
        do(there, next_thing(there))
        here.undo()
        found = tables(here.journal.connection)
        assert rebuilt(here.journal) == found


def test_a_draft_is_there_after_a_crash(path: Path) -> None:
    with circle(path, "Ana") as here:
        here.drafts.keep("capture", "half a sen")
        with session(path) as after:
            assert after.drafts.text("capture") == "half a sen"


def test_a_note_about_a_person_is_stored_without_the_name(path: Path) -> None:
    with circle(path, "Ana") as here:
        do(here, intents.OpenCircle())
        ana = who(here, "Ana")
        text = ("thanks ", Mention(ana))
        do(here, intents.TakeNote(text, "step-1", ana))
        assert plain(text, here.names) == "thanks Ana"
    with journal(path) as opened:
        rows = opened.connection.execute("SELECT body FROM event").fetchall()
        assert not any("Ana" in row["body"] for row in rows)
