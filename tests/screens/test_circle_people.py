"""People in the circle: who arrives late, who leaves, who wears a hat."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, session, who
from support.prepared import all_of, gathered, opened, turn
from support.screens import PEOPLE, Desk, desk

from facilitator.core import intents
from facilitator.core.events import Hat


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def seats(at: Desk) -> list[str]:
    return [at.session.names[person] for person in at.meeting.seats]


async def test_who_arrives_late_has_a_seat_and_a_turn(path: Path) -> None:
    async with desk(path, turn("Ana", "Bo")) as at:
        await at.press("a")
        await at.enter("Zoë *")
        assert at.last() == ("person-arrived", {"person": "", "newcomer": True})
        assert seats(at) == ["Ana", "Bo", "Zoë"]
        assert "· Zoë*" in at.shown()
        await at.next()
        await at.next()
        assert at.speaker == "Zoë"


async def test_tab_completes_who_was_here_another_time(path: Path) -> None:
    both = all_of(gathered("Zoë"), opened("Ana"))
    async with desk(path, both) as at:
        await at.press("a")
        await at.type("z")
        await at.press("tab", "enter")
        assert at.last()[1]["person"] == who(at.session, "Zoë")


async def test_several_names_pasted_at_the_door_become_one_line(path: Path) -> None:
    async with desk(path, turn("Ana")) as at:
        await at.press("a")
        await at.paste("Zoë\nMo\n")
        assert at.line == "Zoë, Mo"


async def test_who_is_here_already_is_not_seated_twice(path: Path) -> None:
    async with desk(path, turn("Ana")) as at:
        before = at.facts()
        await at.press("a")
        await at.enter("ANA")
        assert at.facts() == before
        assert at.line == "ANA"
        assert "ANA is here already. For another one, add a letter: ANA B." in at.shown()
        await at.type("Anja")
        await at.press("enter")
        assert seats(at) == ["Ana", "Anja"]


async def test_when_the_speaker_leaves_the_turn_is_over_and_the_next_is_waited_for(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("x")
        await at.enter("ana")
        assert at.kinds()[-2:] == ["turn-ended", "person-left"]
        assert at.speaker == ""
        assert [seat.name for seat in at.view.seats] == ["Bo", "Chidi", "Dee"]
        assert at.bar()["n"] == "Bo speaks"
        await at.next()
        assert at.speaker == "Bo"


async def test_who_left_before_their_turn_is_not_waited_for(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("x")
        await at.enter("bo")
        assert at.kinds()[-1] == "person-left"
        assert at.speaker == "Ana"
        await at.next()
        assert at.speaker == "Chidi"


async def test_who_comes_back_has_their_old_seat(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("x")
        await at.enter("bo")
        await at.press("a")
        await at.enter("Bo")
        assert seats(at) == [*PEOPLE]
        assert at.last()[1]["person"] == who(at.session, "Bo")
        assert "○" not in at.shown()


async def test_when_everybody_left_the_screen_says_so(path: Path) -> None:
    async with desk(path, turn("Ana")) as at:
        await at.press("x", "enter")
        assert at.meeting.present == []
        assert "nobody is here" in at.shown()
        assert at.bar()["n"] == "next step"


async def test_a_hat_changes_heads(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.press("t")
        await at.enter("timekeeper")
        assert "Who is timekeeper from now on?" in at.shown()
        await at.enter("chidi")
        assert at.last() == (
            "hat-given",
            {"hat": "timekeeper", "person": who(at.session, "Chidi")},
        )
        assert at.meeting.hats == {Hat.TIMEKEEPER: who(at.session, "Chidi")}
        await at.press("t")
        assert "timekeeper  Chidi" in at.shown()
        assert "guardian  nobody" in at.shown()


async def test_the_hats_of_who_leaves_are_free_and_somebody_facilitates_at_once(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        chidi = who(at.session, "Chidi")
        do(at.session, intents.GiveHat(Hat.FACILITATOR, chidi))
        do(at.session, intents.GiveHat(Hat.GREETER, chidi))
        await at.press("x")
        await at.enter("chidi")
        assert at.meeting.hats == {}
        assert "Who is facilitator from now on?" in at.shown()
        await at.enter("dee")
        assert at.meeting.hats == {Hat.FACILITATOR: who(at.session, "Dee")}
        await at.press("u", "u")
        assert at.meeting.hats == {Hat.FACILITATOR: chidi, Hat.GREETER: chidi}


async def test_a_hat_can_be_taken_off(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("t", "enter")
        assert "nobody" not in at.text("#choices")
        await at.enter("bo")
        await at.press("t", "enter")
        await at.enter("nobody")
        assert at.last() == ("hat-given", {"hat": "facilitator", "person": ""})
        assert at.meeting.hats == {}


async def test_a_misspelled_name_is_mended_in_the_circle(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("R")
        await at.enter("bo")
        assert at.line == "Bo"
        await at.enter("b")
        assert "Bob" in at.shown()
        assert who(at.session, "Bob")
        await at.press("R")
        await at.enter("bob")
        await at.press("ctrl+u")
        await at.enter("Ana")
        assert at.text("#why").startswith("Ana is here already.")


async def test_a_forgotten_newcomer_is_marked_and_unmarked_in_the_circle(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("*")
        await at.enter("dee")
        assert at.meeting.attendance[who(at.session, "Dee")].newcomer
        await at.press("*")
        await at.enter("new")
        assert not at.meeting.attendance[who(at.session, "Dee")].newcomer


async def test_somebody_sits_elsewhere_in_the_circle(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("M")
        await at.enter("dee")
        await at.enter("ana")
        assert seats(at) == ["Ana", "Dee", "Bo", "Chidi"]
        await at.press("M")
        await at.enter("dee")
        await at.enter("first seat")
        assert seats(at) == ["Dee", "Ana", "Bo", "Chidi"]


async def test_a_circle_that_was_opened_by_accident_is_dropped(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.press("D")
        assert at.at == "ConfirmScreen"
        await at.press("enter")
        assert at.at == "HomeScreen"
        assert at.last()[0] == "meeting-abandoned"
        assert at.session.group.waiting() == []


async def test_a_circle_in_which_somebody_spoke_is_not_offered_to_be_dropped(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("D")
        assert at.at == "CircleScreen"


async def test_a_circle_that_was_dropped_elsewhere_is_left(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        with session(path, "t2", at.clock) as other:
            do(other, intents.AbandonMeeting())
        await at.follow()
        assert at.at == "HomeScreen"


async def test_who_leaves_is_said_with_the_key_that_brings_them_back(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("x", "down", "enter")
        assert at.said() == ["Bo left · u takes it back"]
        await at.press("u")
        assert len(at.meeting.present) == 4


async def test_a_role_that_is_offered_is_said(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("o")
        await at.enter("Bring the pots")
        assert at.said() == ["Role “Bring the pots” offered · u takes it back"]
