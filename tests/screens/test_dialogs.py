"""Dialogs: they say what will happen, are filtered by typing, and Esc changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import ask, do, session
from support.prepared import Prepare, all_of, gathered, going_to, opened, turn
from support.screens import PEOPLE, Desk, desk

from facilitator.core import intents
from facilitator.widgets.choice_list import ChoiceList

ROLES = all_of(opened(*PEOPLE), going_to(4))
EVERY_DIALOG: list[tuple[str, Prepare, tuple[str, ...]]] = [
    ("rename", gathered(*PEOPLE), ("escape", "r")),
    ("drop", gathered(*PEOPLE), ("escape", "D")),
    ("arrival", turn(*PEOPLE), ("a",)),
    ("leaving", turn(*PEOPLE), ("x",)),
    ("hat", turn(*PEOPLE), ("t",)),
    ("whose hat", turn(*PEOPLE), ("t", "enter")),
    ("agenda", turn(*PEOPLE), ("A",)),
    ("leave a round", turn(*PEOPLE), ("]",)),
    ("jump out of a round", turn(*PEOPLE), ("A", "down", "enter")),
    ("claim", ROLES, ("c",)),
    ("who claims", ROLES, ("c", "enter")),
    ("offer", ROLES, ("o",)),
    ("history", turn(*PEOPLE), ("H",)),
    ("take back", turn(*PEOPLE), ("H", "enter")),
    ("leave", turn(*PEOPLE), ("q",)),
    ("help", turn(*PEOPLE), ("?",)),
    ("palette", turn(*PEOPLE), ("ctrl+p",)),
    ("next date", turn(*PEOPLE), ("C", "d")),
    ("next facilitator", turn(*PEOPLE), ("C", "f")),
    ("next note-taker", turn(*PEOPLE), ("C", "t")),
    ("one more promise", turn(*PEOPLE), ("C", "!")),
]


def over_it(at: Desk) -> str:
    """The screen on top, and what is written on the edge of its box, if it has one."""
    found = at.screen.query("#box")
    return f"{at.at}: {found.first().border_title if found else ''}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize(
    ("prepare", "keys"),
    [pytest.param(prepare, keys, id=name) for name, prepare, keys in EVERY_DIALOG],
)
async def test_escape_changes_nothing_and_leads_back(
    path: Path, prepare: Prepare, keys: tuple[str, ...]
) -> None:
    async with desk(path, prepare) as at:
        await at.press(*keys[:-1])
        over = over_it(at)
        before, names = at.facts(), ask(path, "SELECT * FROM identity")
        await at.press(keys[-1])
        assert over_it(at) != over
        assert at.in_dialog()
        await at.burst(*"zz", "escape")
        assert not at.in_dialog()
        assert (at.facts(), ask(path, "SELECT * FROM identity")) == (before, names)


async def test_typing_filters_and_puts_what_begins_so_first(path: Path) -> None:
    async with desk(path, turn("Joan", "Ana", "Anna", "Bo")) as at:
        await at.press("x")
        await at.type("an")
        assert at.text("#choices").split() == ["Ana", "Anna", "Joan"]
        await at.press("down", "enter")
        left = [body for kind, body in at.facts() if kind == "person-left"]
        assert [at.session.names[body["person"]] for body in left] == ["Anna"]


async def test_an_endless_name_leaves_room_for_the_others(path: Path) -> None:
    async with desk(path, turn("x" * 10_000, "Bo"), size=(80, 24)) as at:
        await at.press("x")
        assert at.text("#choices").split()[-1] == "Bo"


async def test_a_filter_that_fits_nothing_chooses_nothing(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("x")
        await at.enter("nobody like that")
        assert at.at == "PickScreen"
        assert at.facts() == before
        await at.press("ctrl+u", "enter")
        assert at.kinds()[-1] == "person-left"


async def test_the_list_is_walked_with_arrows_and_pages_and_stays_inside(path: Path) -> None:
    people = [f"Person {number:02}" for number in range(30)]
    async with desk(path, turn(*people)) as at:
        await at.press("x")
        choices = at.screen.query_one(ChoiceList)
        for key, place in (("up", 0), ("pagedown", 10), ("down", 11), ("pageup", 1)):
            await at.press(key)
            assert choices.highlighted == place
        for _ in range(4):
            await at.press("pagedown")
        assert choices.highlighted == 29


@pytest.mark.parametrize("keys", [("enter",), ("y",)])
async def test_a_question_is_answered_with_a_key(path: Path, keys: tuple[str, ...]) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("]", *keys)
        assert at.meeting.step_id == "step-3"


async def test_an_empty_answer_is_no_answer_and_says_so(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("a")
        await at.enter("   ")
        assert at.at == "AskScreen"
        assert "Nothing is written there yet. Esc" in str(at.app.screen.query_one("#why").render())
        await at.press("escape")
        assert at.at == "CircleScreen"
        assert at.facts() == before


async def test_an_answer_to_what_is_over_meanwhile_moves_nothing(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("]")
        with session(path, "t2") as other:
            do(other, intents.GoToStep("step-2", "step-5"))
        before = at.facts()
        await at.press("enter")
        assert at.facts() == before
        assert at.meeting.step_id == "step-5"


async def test_a_second_press_opens_no_second_dialog(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("q", "q")
        assert at.at == "ConfirmScreen"
        await at.press("escape")
        assert at.at == "CircleScreen"


@pytest.mark.parametrize("opening", ["x", "a", "H", "?", "C", "q"])
async def test_escape_pressed_too_often_leads_no_further_than_the_circle(
    path: Path, opening: str
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press(opening)
        await at.burst("escape", "escape", "escape")
        assert at.at == "CircleScreen"


async def test_enter_pressed_too_often_leaves_the_circle_and_comes_back(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("q")
        await at.burst("enter", "enter")
        assert at.at == "CircleScreen"
        assert at.meeting.paused
        await at.press("space")
        assert not at.meeting.paused


async def test_an_answer_given_twice_is_given_once(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("x")
        await at.burst("enter", "enter", "enter")
        assert at.at == "CircleScreen"
        assert at.kinds().count("person-left") == 1
