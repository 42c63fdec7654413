"""Gathering: names typed, pasted and completed; seats, hats, newcomers; the beginning."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import ask, do, session, who
from support.prepared import all_of, gathered, resumed
from support.screens import PEOPLE, SMALL, Desk, desk

from facilitator.commands.gather import COMMANDS
from facilitator.core import intents
from facilitator.core.events import Hat
from facilitator.widgets.field import EntryField
from facilitator.widgets.people import PeopleList


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def seats(at: Desk) -> list[str]:
    return [at.session.names[person] for person in at.meeting.seats]


async def test_typing_names_seats_people_in_that_order(path: Path) -> None:
    async with desk(path, gathered()) as at:
        await at.burst(*"Ana", "enter", *"Bo, Chidi; Zoë *", "enter", *"De")
        assert seats(at) == ["Ana", "Bo", "Chidi", "Zoë"]
        assert at.meeting.attendance[who(at.session, "Zoë")].newcomer
        assert "Zoë*" in at.text("#seats")
        assert at.line == "De"
        assert at.headline()[1] == "4 here"


async def test_a_pasted_list_seats_everybody_in_it(path: Path) -> None:
    async with desk(path, gathered()) as at:
        await at.paste("1. Ana\r\n2) Bo *\n\n- Chidi\n• María José\nSilva, Inês\n")
        assert seats(at) == ["Ana", "Bo", "Chidi", "María José", "Silva, Inês"]
        assert at.meeting.attendance[who(at.session, "Bo")].newcomer
        assert at.line == ""


async def test_names_typed_so_far_are_found_again_by_a_new_program(path: Path) -> None:
    async with desk(path, gathered()) as at:
        await at.type("Ana, B")
        assert ask(path, "SELECT text FROM draft") == [("Ana, B",)]
    async with desk(path, resumed) as at:
        assert at.line == "Ana, B"
        await at.enter("o")
        assert seats(at) == ["Ana", "Bo"]


async def test_tab_completes_somebody_the_group_knows_and_who_is_not_here(path: Path) -> None:
    both = all_of(gathered("Chidi", "Chandra"), gathered("Chidi"))
    async with desk(path, both) as at:
        await at.type("ch")
        await at.press("tab")
        assert at.line == "Chandra"
        before = ask(path, "SELECT count(*) FROM identity")
        await at.press("enter")
        assert seats(at) == ["Chidi", "Chandra"]
        assert ask(path, "SELECT count(*) FROM identity") == before


async def test_a_name_that_is_here_already_is_said_and_given_back(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        before = at.facts()
        await at.enter("ana")
        assert at.facts() == before
        assert at.line == "ana"
        assert at.said() == ["ana is here already. For another one, add a letter: ana B."]


async def test_enter_without_a_name_says_what_to_do(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.press("enter")
        assert at.said() == ["Type a name first. F2 begins the circle."]


async def test_letters_only_type_while_the_line_of_names_has_the_focus(path: Path) -> None:
    letters = [key for each in COMMANDS for key in (each.key, *each.more_keys) if len(key) == 1]
    async with desk(path, gathered("Ana")) as at:
        before = at.facts()
        await at.burst(*letters, "?", "/")
        assert at.line == "".join(letters) + "?/"
        assert at.facts() == before


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        ("f", "hat-given", {"hat": "facilitator"}),
        ("t", "hat-given", {"hat": "note-taker"}),
        ("m", "person-marked", {"newcomer": True}),
        ("x", "person-left", {}),
        ("delete", "person-left", {}),
        ("K", "person-seated", {"after": "Ana"}),
        ("shift+up", "person-seated", {"after": "Ana"}),
        ("J", "person-seated", {"after": "Dee"}),
        ("shift+down", "person-seated", {"after": "Dee"}),
    ],
)
async def test_a_key_at_a_seat_is_about_the_person_under_the_cursor(
    path: Path, key: str, kind: str, said: dict[str, object]
) -> None:
    async with desk(path, gathered(*PEOPLE)) as at:
        await at.press("escape", "down", "down", key)
        written, body = at.last()
        assert (written, body["person"]) == (kind, who(at.session, "Chidi"))
        wanted = {
            name: who(at.session, str(value)) if name == "after" else value
            for name, value in said.items()
        }
        assert wanted.items() <= body.items()


async def test_moving_a_seat_takes_the_cursor_along(path: Path) -> None:
    async with desk(path, gathered(*PEOPLE)) as at:
        await at.press("escape", "J", "J", "J", "J")
        assert seats(at) == ["Bo", "Chidi", "Dee", "Ana"]
        assert at.screen.query_one(PeopleList).cursor == 3
        await at.press("K")
        assert seats(at) == ["Bo", "Chidi", "Ana", "Dee"]


async def test_a_hat_given_twice_is_taken_off(path: Path) -> None:
    async with desk(path, gathered(*PEOPLE)) as at:
        await at.press("escape", "f")
        assert at.meeting.hats == {Hat.FACILITATOR: who(at.session, "Ana")}
        assert "facilitator: Ana" in at.text("#hats")
        await at.press("f")
        assert at.meeting.hats == {}


async def test_a_newcomer_marked_twice_is_none(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.press("escape", "m", "m")
        assert [body["newcomer"] for kind, body in at.facts() if kind == "person-marked"] == [
            True,
            False,
        ]


async def test_a_name_is_mended_and_one_that_is_taken_is_refused(path: Path) -> None:
    async with desk(path, gathered(*PEOPLE)) as at:
        before = at.facts()
        await at.press("escape", "r")
        assert at.line == "Ana"
        await at.press("ctrl+u")
        await at.enter("Anna")
        assert seats(at)[0] == "Anna"
        await at.press("r", "ctrl+u")
        await at.enter("Bo")
        assert seats(at)[0] == "Anna"
        assert "Bo is here already" in at.shown()
        assert at.facts() == before


async def test_undo_after_a_rename_gives_the_old_name_back(path: Path) -> None:
    async with desk(path, gathered("Ana", "Zoe")) as at:
        await at.press("escape", "down", "r", "ctrl+u")
        await at.enter("Zoë")
        await at.press("u")
        assert seats(at) == ["Ana", "Zoe"]
        assert at.said() == ["Taken back: Zoe renamed Zoë"]
        await at.press("U")
        assert seats(at) == ["Ana", "Zoë"]


@pytest.mark.parametrize("keys", [("f2",), ("escape", "n"), ("escape", "ctrl+n")])
async def test_the_circle_begins_with_the_first_step(path: Path, keys: tuple[str, ...]) -> None:
    async with desk(path, gathered(*PEOPLE)) as at:
        await at.press(*keys)
        assert at.kinds()[-2:] == ["meeting-opened", "step-began"]
        assert at.at == "CircleScreen"


@pytest.mark.parametrize("keys", [("f2",), ("escape", "n")])
async def test_a_name_that_still_stands_in_the_line_has_a_seat_when_the_circle_begins(
    path: Path, keys: tuple[str, ...]
) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.type("Bo, Chidi*")
        await at.press(*keys)
        assert at.at == "CircleScreen"
        assert seats(at) == ["Ana", "Bo", "Chidi"]
        assert at.kinds()[-2:] == ["meeting-opened", "step-began"]
        assert ask(path, "SELECT text FROM draft WHERE text <> ''") == []


@pytest.mark.parametrize("keys", [("f2",), ("escape", "n")])
async def test_nothing_begins_while_a_name_in_the_line_is_refused(
    path: Path, keys: tuple[str, ...]
) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.type("ana")
        before = at.facts()
        await at.press(*keys)
        assert (at.at, at.facts()) == ("GatherScreen", before)
        assert at.said() == ["ana is here already. For another one, add a letter: ana B."]
        assert at.screen.query_one(EntryField).value == "ana"


async def test_an_opening_done_again_leaves_no_name_behind(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.press("f2", "u")
        assert at.at == "GatherScreen"
        await at.press("/")
        await at.type("Bo")
        await at.press("f10")
        assert (at.at, at.line) == ("AskScreen", "Bo")
        assert "Who arrived?" in at.shown()
        await at.press("enter")
        assert at.at == "CircleScreen"
        assert seats(at) == ["Ana", "Bo"]


async def test_a_name_half_typed_is_gone_on_with_where_another_terminal_begins(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.type("Chi")
        with session(path, "t2") as other:
            do(other, intents.OpenCircle())
        await at.follow()
        await at.type("di, Bo")
        assert (at.at, at.line) == ("AskScreen", "Chidi, Bo")
        await at.press("enter")
        assert at.at == "CircleScreen"
        assert seats(at) == ["Ana", "Chidi", "Bo"]


@pytest.mark.parametrize("keys", [("f2",), ("escape", "n")])
async def test_nothing_begins_while_nobody_is_here(path: Path, keys: tuple[str, ...]) -> None:
    async with desk(path, gathered()) as at:
        before = at.facts()
        await at.press(*keys)
        assert at.facts() == before
        assert at.said() == ["Nobody is here yet. Type the names of those who are, then begin."]
        assert at.at == "GatherScreen"


@pytest.mark.parametrize("key", ["f", "t", "m", "x", "K", "J", "r"])
async def test_a_key_for_a_person_does_nothing_at_an_empty_table(path: Path, key: str) -> None:
    async with desk(path, gathered()) as at:
        before = at.facts()
        await at.press("escape", key)
        assert at.facts() == before
        assert at.at == "GatherScreen"
        assert key not in at.bar()


async def test_dropping_asks_and_drops(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.press("escape", "D")
        assert at.at == "ConfirmScreen"
        await at.press("enter")
        assert at.kinds()[-1] == "meeting-abandoned"
        assert at.at == "HomeScreen"


async def test_a_circle_to_which_nobody_has_come_is_dropped_when_it_is_left(path: Path) -> None:
    async with desk(path, gathered()) as at:
        await at.press("escape", "q")
        assert at.kinds()[-1] == "meeting-abandoned"
        assert at.at == "HomeScreen"
        assert "r" not in at.bar()
        assert at.said() == ["Nobody was seated, so the circle is not kept."]


async def test_a_circle_with_a_name_half_typed_is_kept_when_it_is_left(path: Path) -> None:
    async with desk(path, gathered()) as at:
        await at.type("An")
        before = at.facts()
        await at.press("escape", "q")
        assert (at.at, at.facts()) == ("HomeScreen", before)
        await at.press("r")
        assert at.line == "An"


async def test_a_circle_is_given_a_title_of_its_own(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.press("escape", "T")
        assert at.line == "Debrief"
        await at.press("ctrl+u")
        await at.enter("Flood  kitchen")
        assert at.last() == ("meeting-titled", {"title": "Flood kitchen"})
        assert at.headline()[0] == "Flood kitchen"
        assert ask(path, "SELECT title, agenda FROM meetings") == [("Flood kitchen", "Debrief")]
        await at.press("u")
        assert at.headline()[0] == "Debrief"
        assert ask(path, "SELECT title FROM meetings") == [("Debrief",)]


async def test_a_small_terminal_says_how_to_go_and_what_to_type(path: Path) -> None:
    async with desk(path, gathered(*PEOPLE), size=SMALL) as at:
        assert "a name and Enter, or paste a list" in at.shown()
        await at.press("escape")
        bar = at.text("KeyBar")
        assert all(key in bar for key in ("n begin the circle", "u undo", "q leave", "? keys"))


async def test_leaving_keeps_the_meeting_as_it_is(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        before = at.facts()
        await at.press("escape", "q")
        assert at.at == "HomeScreen"
        assert at.facts() == before


async def test_a_circle_begun_elsewhere_meanwhile_is_not_begun_twice(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        with session(path, "t2") as other:
            do(other, intents.OpenCircle())
        before = at.facts()
        await at.press("f2")
        assert at.facts() == before
