"""Steps: on and back, the agenda to jump by, roles offered and claimed."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.files import who
from support.prepared import all_of, going_to, in_round, opened, turn
from support.screens import PEOPLE, desk

from facilitator.core.agenda import Agenda, Discussion
from facilitator.widgets.panels import StepsPanel


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize("keys", [("]",), ("f8",), ("n",), ("/", "f8")])
async def test_the_circle_goes_to_the_next_step(path: Path, keys: tuple[str, ...]) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.press(*keys)
        assert at.meeting.step_id == "step-2"
        assert at.kinds()[-2:] == ["step-began", "round-began"]
        assert "2/6  Witness" in at.headline()[1]


@pytest.mark.parametrize("keys", [("[",), ("f7",), ("/", "f7")])
async def test_the_circle_goes_back_a_step(path: Path, keys: tuple[str, ...]) -> None:
    async with desk(path, all_of(opened(*PEOPLE), going_to(5))) as at:
        await at.press(*keys)
        assert at.meeting.step_id == "step-4"


async def test_there_is_no_step_before_the_first_or_after_the_last(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        before = at.facts()
        await at.press("[")
        assert at.facts() == before
    async with desk(path.with_name("last.db"), all_of(opened(*PEOPLE), going_to(6))) as at:
        before = at.facts()
        await at.press("]")
        assert at.facts() == before
        assert "]" not in at.bar()


async def test_leaving_a_round_asks_who_was_not_heard(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("]")
        assert at.at == "ConfirmScreen"
        assert "Not heard yet: Bo, Chidi, Dee." in at.shown()
        await at.press("escape")
        assert at.facts() == before
        await at.press("]", "enter")
        assert at.meeting.step_id == "step-3"
        assert "turn-ended" in at.kinds()


async def test_a_round_that_was_left_goes_on_where_it_was(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("]", "enter", "[", "enter")
        assert at.meeting.step_id == "step-2"
        assert at.kinds().count("round-began") == 2
        await at.next()
        assert at.speaker == "Bo"


async def test_many_who_were_not_heard_are_counted(path: Path) -> None:
    async with desk(path, in_round(*(f"Person {number}" for number in range(9)))) as at:
        await at.press("]")
        assert "Person 5 and 3 more." in at.shown()


async def test_the_agenda_jumps_to_a_step_after_asking(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("A")
        assert at.at == "PickScreen"
        assert "▶ Witness" in at.shown()
        await at.enter("read back")
        assert at.at == "ConfirmScreen"
        await at.press("y")
        assert at.meeting.step_id == "step-5"
        assert [step.mark for step in at.screen.query_one(StepsPanel).steps] == [*"✓✓··▶·"]


async def test_the_agenda_jumps_at_once_when_everyone_was_heard(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.press("A", "down", "down", "enter")
        assert at.meeting.step_id == "step-3"
        assert at.at == "CircleScreen"


async def test_the_step_where_the_circle_is_changes_nothing_when_chosen(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("A", "enter")
        assert at.facts() == before


async def test_a_role_is_claimed_by_someone_in_the_room(path: Path) -> None:
    async with desk(path, all_of(opened(*PEOPLE), going_to(4))) as at:
        assert "2 roles unclaimed" in at.text("#open")
        await at.press("c")
        await at.enter("calls")
        assert "Who takes “Calls”?" in at.shown()
        await at.enter("dee")
        kind, body = at.last()
        assert (kind, body["person"]) == ("role-claimed", who(at.session, "Dee"))
        assert (body["starts"], body["ends"]) == ("2025-11-23", "2025-11-30")
        assert "✓ Calls: Dee until Sun 30 Nov" in at.shown()
        assert "1 role unclaimed" in at.text("#open")


async def test_when_every_role_is_taken_the_bar_does_not_offer_the_key(path: Path) -> None:
    async with desk(path, all_of(opened(*PEOPLE), going_to(4))) as at:
        for _ in range(2):
            assert "c" in at.bar()
            await at.press("c", "enter", "enter")
        assert "c" not in at.bar()


async def test_where_there_are_no_roles_the_key_says_so(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        before = at.facts()
        await at.press("c")
        assert at.at == "CircleScreen"
        assert "No role is open just now. o offers one." in at.said()
        assert at.facts() == before


async def test_a_role_that_is_not_on_the_agenda_is_offered(path: Path) -> None:
    async with desk(path, all_of(opened(*PEOPLE), going_to(4))) as at:
        await at.press("o")
        await at.enter("Bring the  tea")
        kind, body = at.last()
        assert (kind, body["name"], body["days"]) == ("role-opened", "Bring the tea", 14)
        assert "· Bring the tea" in at.shown()
        before = at.facts()
        await at.press("o")
        await at.enter("Bring the tea")
        assert at.facts() == before
        assert "Bring the tea is on the list already." in at.shown()
        assert at.line == "Bring the tea"


async def test_leaving_asks_and_stops_the_clocks(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("q", "escape")
        assert at.at == "CircleScreen"
        assert at.facts() == before
        await at.press("q", "enter")
        assert at.last() == ("circle-paused", {"reason": "", "stop": "left", "until": 0})
        assert at.at == "HomeScreen"
        await at.after(3_600_000)
        await at.press("r")
        assert at.view.clock == "1:30"
        assert at.speaker == "Ana"
        await at.press("space")
        assert at.kinds()[-1] == "circle-resumed"


async def test_a_circle_that_is_paused_is_left_without_another_pause(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.press("space", "q", "enter")
        assert at.kinds().count("circle-paused") == 1


async def test_a_step_is_moved_behind_the_one_that_goes_on_or_a_later_one(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press("A")
        await at.enter("move a step")
        await at.enter("read back")
        offered = [line.split()[0] for line in at.text("#choices").splitlines() if line.strip()]
        assert offered == ["2", "3", "4", "6"]
        await at.press("enter")
        assert at.meeting.plan[:3] == ["step-1", "step-2", "step-5"]


async def test_leaving_a_discussion_with_hands_up_asks_first(path: Path) -> None:
    async with desk(path, opened(*PEOPLE, agenda=ASSEMBLY)) as at:
        await at.press("h", "b", "enter", "]")
        assert at.at == "ConfirmScreen"
        assert "Leave this discussion?" in at.shown()
        assert "Hands up: Bo." in at.shown()
        await at.press("escape")
        assert at.meeting.step_id == "step-1"
        await at.press("]", "enter")
        assert at.meeting.step_id == "step-2"


async def test_a_long_agenda_says_how_many_steps_stand_before_and_behind(path: Path) -> None:
    titles = [f"Talk {place}" for place in range(1, 21)]
    steps = tuple(Discussion(title=title, prompt="What?") for title in titles)
    async with desk(path, opened(*PEOPLE, agenda=Agenda(title="Long", steps=steps))) as at:
        lines = at.text("#steps").splitlines()
        shown = len(lines)
        assert 3 < shown < 20
        assert lines[0].startswith("▶ Talk 1")
        assert f"… {20 - shown + 1} more" in lines[-1]
        for place in range(2, 21):
            at.clock.move(1_000)
            await at.press("]")
            lines = at.text("#steps").splitlines()
            assert len(lines) == shown
            assert any(f"▶ Talk {place}" in line for line in lines)
            named = sum("Talk" in line for line in lines)
            counted = [int(line.split()[1]) for line in lines if "…" in line]
            assert named + sum(counted) == 20
        assert f"… {20 - shown + 1} before" in lines[0]
