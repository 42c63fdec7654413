"""The first screen: what waits, what can be begun, and the way back to it."""

from __future__ import annotations

from pathlib import Path

import pytest
import role_scenery
from support.files import do, who
from support.prepared import Prepare, all_of, gathered, nothing, opened, sending
from support.screens import PEOPLE, SMALL, desk

from facilitator.agendas import load, shipped
from facilitator.core import intents
from facilitator.screens import home
from facilitator.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def held(session: Session) -> None:
    """A circle was held: a promise, a stewardship for a month, and the next date."""
    all_of(opened(*PEOPLE, title="Flood kitchen"))(session)
    ana, bo = who(session, "Ana"), who(session, "Bo")
    do(
        session,
        intents.TakeNote(("It rained",), "step-1", ana),
        intents.Commit(("borrow the PA",), "step-1", bo, "friday"),
        intents.OfferRole("Pantry", "step-1", months=1, skills=("Keys",)),
    )
    role = next(iter(session.state.roles))
    do(
        session,
        intents.ClaimRole(role, ana),
        intents.PlanNext("Fri 4 Dec, 18:30", bo, ana),
        intents.CloseCircle(),
    )


async def test_the_very_first_time_a_rehearsal_is_offered_first(path: Path) -> None:
    async with desk(path, home=True) as at:
        assert at.at == "HomeScreen"
        assert list(at.bar()) == ["s", "e", "q", "?"]
        menu = at.text("#menu").splitlines()
        assert "Rehearse" in menu[0]
        await at.press("enter")
        assert at.at == "GatherScreen"
        assert at.meeting.title == "Rehearsal"


async def test_the_first_screen_stands_in_the_middle_in_its_own_styles(path: Path) -> None:
    async with desk(path, home=True) as at:
        menu = at.screen.query_one("#menu").region
        assert (menu.x, menu.width) == ((120 - 76) // 2, 76)
        assert menu.y > 5


async def test_a_circle_is_started_on_an_agenda_that_is_chosen(path: Path) -> None:
    async with desk(path, home=True) as at:
        await at.press("s")
        assert at.at == "PickScreen"
        await at.enter("weekly")
        assert at.at == "GatherScreen"
        kind, body = at.last()
        assert (kind, body["title"]) == ("meeting-gathered", "Weekly circle")


async def test_agendas_that_are_needed_most_stand_first_then_what_was_used_last(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = path.parent / "own"
    own.mkdir()
    ours = 'title = "Our circle"\n[[step]]\nkind = "closing"\ntitle = "Close"\n'
    (own / "our-circle.toml").write_text(ours, encoding="utf-8")
    monkeypatch.setenv("FACILITATOR_AGENDAS", str(own))
    used = opened("Ana", agenda=load(shipped("skill-share")))
    async with desk(path, all_of(used, gathered("Bo")), home=True) as at:
        await at.press("s")
        rows = [row.partition("  ")[0] for row in at.text("#choices").splitlines()]
        assert rows[:5] == [
            *("Debrief commons", "Weekly circle", "Skill share", "Our circle"),
            "After-action review",
        ]


async def test_choosing_no_agenda_calls_no_meeting(path: Path) -> None:
    async with desk(path, home=True) as at:
        await at.press("s")
        await at.press("escape")
        assert at.at == "HomeScreen"
        assert at.facts() == []


@pytest.mark.parametrize(
    ("prepare", "screen", "words"),
    [
        (gathered(*PEOPLE, title="Flood kitchen"), "GatherScreen", "gathering, 4 people"),
        (opened(*PEOPLE, title="Flood kitchen"), "CircleScreen", "under way, 4 people"),
    ],
)
@pytest.mark.parametrize("key", ["r", "enter"])
async def test_a_circle_that_waits_is_resumed(
    path: Path, prepare: Prepare, screen: str, words: str, key: str
) -> None:
    async with desk(path, prepare, home=True) as at:
        assert "Resume “Flood kitchen”" in at.shown()
        assert words in at.shown()
        before = at.facts()
        await at.press(key)
        assert at.at == screen
        assert at.meeting.title == "Flood kitchen"
        assert at.facts() == before


async def test_the_latest_of_several_waiting_circles_comes_first(path: Path) -> None:
    both = all_of(gathered("Ana", title="Old"), gathered("Bo", title="New"))
    async with desk(path, both, home=True) as at:
        rows = at.text("#menu").splitlines()
        assert "“New”" in rows[0]
        assert "“Old”" in rows[1]
        await at.press("down", "enter")
        assert at.meeting.title == "Old"


async def test_what_the_last_circle_left_behind_waits(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        waits = at.text("#waits")
        assert "Next circle: Fri 4 Dec, 18:30, Bo facilitates, Ana takes notes" in waits
        assert "! Bo: borrow the PA · by friday" in waits
        assert "1 circle in this group's memory" in at.headline()[2]
        assert "r" not in at.bar()
        assert at.bar()["m"] == "minutes"


async def test_the_minutes_of_an_earlier_circle_can_be_read(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        before = at.facts()
        await at.press("m")
        assert at.at == "PickScreen"
        await at.press("enter")
        assert at.at == "ReaderScreen"
        assert "borrow the PA" in at.shown()
        for key in ("escape", "q", "enter", "m"):
            if at.at == "HomeScreen":
                await at.press("m", "enter")
            await at.press(key)
            assert at.at == "HomeScreen"
        assert at.facts() == before


async def test_long_minutes_are_scrolled_line_by_line(path: Path) -> None:
    async with desk(path, held, home=True, size=SMALL) as at:
        await at.press("m", "enter")
        page = at.screen.query_one("#page")
        assert page.max_scroll_y > 2
        await at.press("down", "down", "up")
        assert page.scroll_offset.y == 1


async def test_coming_back_from_a_circle_shows_that_it_waits(path: Path) -> None:
    async with desk(path, home=True) as at:
        await at.press("s")
        await at.enter("debrief")
        await at.enter("Ana")
        await at.press("escape", "q")
        assert at.at == "HomeScreen"
        assert "gathering, 1 person" in at.shown()
        assert "Resume" in at.text("#menu").splitlines()[0]


async def test_quitting_closes_the_program(path: Path) -> None:
    async with desk(path, home=True) as at:
        await at.press("q")
        assert not at.app.is_running


@pytest.mark.parametrize("key", ["r", "m"])
async def test_what_there_is_none_of_cannot_be_opened(path: Path, key: str) -> None:
    async with desk(path, nothing, home=True) as at:
        await at.press(key)
        assert at.at == "HomeScreen"


async def test_an_agenda_with_mistakes_is_said_and_not_offered(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = path.parent / "agendas"
    folder.mkdir()
    (folder / "ours.toml").write_text("title = 3", "utf-8")
    monkeypatch.setenv("FACILITATOR_AGENDAS", str(folder))
    async with desk(path, home=True) as at:
        await at.press("s")
        assert at.said()[0].startswith("ours has mistakes: facilitator agendas check")
        assert "ours" not in at.text("#choices")


async def test_a_dropped_circle_waits_no_longer(path: Path) -> None:
    dropped = all_of(gathered("Ana"), sending(intents.AbandonMeeting()))
    async with desk(path, dropped, home=True) as at:
        assert "Resume" not in at.shown()


def with_roles(session: Session) -> None:
    """Five roles of which something is to be said; Ana's term as pantry steward ran out."""
    role_scenery.known(*PEOPLE)(session)
    do(
        session,
        intents.OfferRole("Pantry", months=1, skills=("Keys",)),
        *(intents.OfferRole(f"Role {letter}") for letter in "ABCD"),
    )
    role_scenery.claim(session, "Pantry", "Ana")
    role_scenery.wait(session, 40)


async def test_what_about_roles_is_to_be_looked_at_waits_the_most_pressing_first(
    path: Path,
) -> None:
    async with desk(path, with_roles, home=True) as at:
        lines = [line.strip() for line in at.text("#waits").splitlines()]
        assert "▲ Pantry: Ana's term ended Tue 23 Dec; no successor is named, and one more" in (
            " ".join(lines)
        )
        assert sum("nobody has it yet" in line for line in lines) == 2
        assert "and 3 more · o roles" in lines


async def test_where_all_is_well_with_the_roles_nothing_is_said_of_them(path: Path) -> None:
    async with desk(path, role_scenery.known(*PEOPLE), home=True) as at:
        assert "△" not in at.shown()
        assert "more ·" not in at.shown()


async def test_coming_back_from_the_board_other_things_wait(path: Path) -> None:
    async with desk(path, with_roles, home=True) as at:
        await at.press("o")
        await at.burst("/", *"pantry", "enter")
        await at.press("x", "enter")
        await at.enter("moving away")
        await at.press("escape", "escape")
        assert at.at == "HomeScreen"
        assert "▲ Pantry: open since Fri 2 Jan: Ana let go in an emergency (moving away)" in (
            " ".join(at.text("#waits").split())
        )


async def test_what_waits_is_looked_through_after_the_first_paint_and_shown_once(
    path: Path,
) -> None:
    async with desk(path, with_roles, home=True) as at:
        assert "▲ Pantry: Ana's term ended" in at.text("#waits")
        assert isinstance(at.screen, home.HomeScreen)
        at.screen.on_screen_resume()
        at.screen.on_screen_resume()
        await at.settle()
        assert at.text("#waits").count("▲ Pantry") == 1
