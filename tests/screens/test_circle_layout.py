"""Ring, list or card: what fits the size and the number of people, also when either changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.prepared import opened, turn
from support.screens import LARGE, PEOPLE, SMALL, USUAL, Desk, Size, desk

from facilitator.core.agenda import Agenda, Opening, RoleOpening, Roles
from facilitator.core.agenda import Round as RoundStep
from facilitator.widgets.people import PeopleList
from facilitator.widgets.stage import Stage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def many(count: int) -> list[str]:
    return [f"Person {number}" for number in range(1, count + 1)]


def layout(at: Desk) -> set[str]:
    """How the middle is laid out, of the ways there are."""
    return {"ring", "list", "card", "many"} & set(at.screen.query_one("#main").classes)


@pytest.mark.parametrize(
    ("size", "people", "wanted"),
    [
        ((100, 20), 4, {"ring"}),
        (USUAL, 24, {"ring"}),
        (LARGE, 24, {"ring"}),
        (USUAL, 25, {"list", "many"}),
        ((99, 40), 4, {"list"}),
        ((120, 19), 4, {"list"}),
        (SMALL, 4, {"list"}),
        (SMALL, 25, {"list"}),
        ((40, 10), 4, {"list"}),
    ],
)
async def test_the_ring_is_drawn_where_it_fits_and_the_list_elsewhere(
    path: Path, size: Size, people: int, wanted: set[str]
) -> None:
    names = many(people)
    async with desk(path, turn(*names), size=size) as at:
        assert layout(at) == wanted
        assert "Person 1" in at.shown()
        assert "▶" in at.shown()


async def test_a_step_without_turns_shows_its_card(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        assert layout(at) == {"card"}
        assert "Phones off" in at.shown()


async def test_a_resize_in_the_middle_of_a_turn_changes_the_layout_and_no_fact(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.after(30_000)
        for size, wanted in ((SMALL, {"list"}), (USUAL, {"ring"}), ((60, 12), {"list"})):
            await at.pilot.resize_terminal(*size)
            await at.settle()
            assert layout(at) == wanted
            assert (at.view.clock, at.speaker) == ("1:00", "Ana")
            assert "▶ Ana" in at.shown()
        assert at.facts() == before


async def test_words_being_typed_survive_a_resize(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("half a no")
        await at.pilot.resize_terminal(*SMALL)
        await at.settle()
        await at.type("te")
        assert at.line == "half a note"


async def test_the_twenty_fifth_person_turns_the_ring_into_a_list(path: Path) -> None:
    async with desk(path, turn(*many(24))) as at:
        await at.press("a")
        await at.enter("Zoë")
        assert layout(at) == {"list", "many"}
        assert "Zoë" in at.shown()
        await at.press("u")
        assert layout(at) == {"ring"}


async def test_the_room_for_the_question_is_kept_beside_five_hundred_people(path: Path) -> None:
    async with desk(path, turn(*many(500))) as at:
        assert "What did you witness?" in at.text("#stage")
        assert at.screen.query_one(Stage).view.clock == "1:30"
        people = at.screen.query_one(PeopleList)
        assert len(people.view.seats) == 500
        for _ in range(3):
            await at.next()
        assert at.speaker == "Person 4"
        assert "▶ Person 4" in at.text("#people")
        assert "500 here" not in at.shown()
        assert "496 not yet" in at.text("#status")


async def test_the_list_follows_the_speaker_and_can_be_scrolled(path: Path) -> None:
    async with desk(path, turn(*many(60)), size=SMALL) as at:
        people = at.screen.query_one(PeopleList)
        await at.press("down", "down", "down")
        assert people.scroll_offset.y == 3
        await at.press("up")
        assert people.scroll_offset.y == 2
        for _ in range(30):
            at.clock.move(1000)
            await at.burst("n")
        assert at.speaker == "Person 31"
        assert "▶ Person 31" in at.text("#people")


async def test_a_long_card_is_scrolled_by_the_keys_that_help_names(path: Path) -> None:
    agreed = tuple(f"Agreement {number}" for number in range(20))
    long = Agenda(title="Long", steps=(Opening(title="Welcome", agreements=agreed),))
    async with desk(path, opened(*PEOPLE, agenda=long), size=SMALL) as at:
        card = at.screen.query_one("#card")
        assert card.max_scroll_y > 0
        await at.press("down")
        assert card.scroll_offset.y == 1
        await at.press("up")
        assert card.scroll_offset.y == 0


async def test_the_card_of_another_step_is_shown_from_its_top(path: Path) -> None:
    agreed = tuple(f"Agreement {number}" for number in range(20))
    steps = tuple(Opening(title=title, agreements=agreed) for title in ("Welcome", "Once more"))
    long = Agenda(title="Long", steps=steps)
    async with desk(path, opened(*PEOPLE, agenda=long), size=SMALL) as at:
        card = at.screen.query_one("#card")
        await at.press("down", "down")
        assert card.scroll_offset.y == 2
        await at.press("n")
        assert card.scroll_offset.y == 0
        assert "Once more" in at.text("#card CardText")


async def test_a_card_says_how_many_items_are_below_until_the_end_is_reached(path: Path) -> None:
    openings = tuple(RoleOpening(f"Role {place}", "What it is for.") for place in range(1, 6))
    script = "Each of these is for one person, and for two weeks."
    roles = Agenda(title="Roles", steps=(Roles(title="Roles", script=script, openings=openings),))
    async with desk(path, opened(*PEOPLE, agenda=roles), size=(80, 20)) as at:
        assert "Role 3" in at.shown()
        assert "Role 4" not in at.shown()
        assert "… 2 more ↓" in at.shown()
        await at.press(*["down"] * 3)
        assert "… more ↓" in at.shown()
        await at.press(*["down"] * 8)
        assert "What it is for." in at.shown()
        assert "more ↓" not in at.shown()
        await at.pilot.resize_terminal(*USUAL)
        await at.settle()
        assert "more ↓" not in at.shown()


async def test_what_is_read_aloud_is_shown_until_somebody_speaks(path: Path) -> None:
    script = "Say what you saw.\nAnd take your time."
    step = RoundStep(title="Round", prompt="How are you?", script=script)
    async with desk(path, opened("Ana", agenda=Agenda(title="R", steps=(step,)))) as at:
        assert "“Say what you saw. And take your time.”" in at.shown()
        await at.next()
        assert "Say what you saw." not in at.shown()
