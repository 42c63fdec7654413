"""The roles board: found, filtered, drawn on a line of days, in step with other terminals."""

from __future__ import annotations

from pathlib import Path

import pytest
from role_scenery import DAY, claim, hostile, known, name_next, role, usual
from support.files import do, session, who
from support.prepared import Prepare, all_of, nothing, opened, sending
from support.screens import SMALL, USUAL, Desk, Size, desk

from facilitator.core import intents
from facilitator.session import Session
from facilitator.widgets.role_list import RoleList

STEWARD = intents.OfferRole("Pantry", months=2, skills=("Keys",))
POTS = intents.OfferRole("Pots")
BOTH = all_of(known(), sending(STEWARD, POTS))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def roles(at: Desk) -> RoleList:
    return at.screen.query_one(RoleList)


def under_cursor(at: Desk) -> str:
    found = at.session.state.roles.get(roles(at).cursor)
    return found.name if found is not None else ""


def rows(at: Desk) -> list[str]:
    """The lines of the board that are on the screen."""
    return [line for line in at.text("#roles").splitlines() if line.strip()]


def row(at: Desk, name: str) -> str:
    """The line of one role."""
    return next(line for line in rows(at) if name in line[:24])


@pytest.mark.parametrize("keys", [("o",), ("down", "down", "down", "enter")])
async def test_the_first_screen_leads_to_the_board_at_no_meeting(
    path: Path, keys: tuple[str, ...]
) -> None:
    async with desk(path, BOTH, home=True) as at:
        before = at.facts()
        await at.press(*keys)
        assert at.at == "RolesScreen"
        assert at.session.meeting is None
        assert at.facts() == before
        await at.press("escape")
        assert at.at == "HomeScreen"


async def test_before_the_first_circle_there_are_no_roles_to_look_at(path: Path) -> None:
    async with desk(path, nothing, home=True) as at:
        assert "o" not in at.bar()
        await at.press("o")
        assert at.at == "HomeScreen"


async def test_a_group_without_roles_is_told_what_to_do(path: Path) -> None:
    async with desk(path, known(), home=True) as at:
        await at.press("o")
        assert "The group has no roles yet. o opens one" in at.shown()
        assert list(at.bar()) == ["o", "Esc", "u", "?"]
        await at.press("c", "enter", "/", "t", "x", "down")
        assert at.at == "RolesScreen"


async def test_roles_stand_under_how_they_stand_the_most_urgent_first(path: Path) -> None:
    async with desk(path, usual, home=True) as at:
        await at.press("o")
        headings = [line.name.split(" (")[0] for line in roles(at).view.lines if not line.role]
        assert headings == [
            "Claimed by several",
            "Open",
            "Claimed",
            "Successor named",
            "Shadowing",
            "Led once",
            "Signed by one",
        ]
        assert at.headline() == ("Roles", "Thu 2 Apr", "10 roles · 7 to look at")


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_a_line_says_who_has_it_until_when_who_is_next_and_what_presses(
    path: Path, size: Size
) -> None:
    async with desk(path, usual, home=True, size=size) as at:
        await at.press("o")
        repair = " ".join(row(at, "Repair").split())
        assert repair.startswith("◔ Repair clinic Bo until Wed 1 Apr → Dee since 18 Mar ▲ overdue")
        assert "≠ Bring the pots" in row(at, "pots")
        assert "Bo and Eli claim it" in row(at, "pots")
        assert "▲ decide" in row(at, "pots")
        assert "nobody yet" in row(at, "printer")
        assert "since Mon 16 Feb" in row(at, "Communications")
        assert "▲ emergency" in row(at, "Communications")
        assert "→ Ana, to sign" in row(at, "Treasurer")


async def test_on_a_wide_terminal_the_terms_are_bars_beside_the_words(path: Path) -> None:
    async with desk(path, usual, home=True) as at:
        await at.press("o")
        assert "█ holder" in at.shown()
        assert all(month in at.shown() for month in ("Feb", "Mar", "Apr", "May"))
        garden = row(at, "Garden")
        assert "█▓◆░" in garden
        assert garden.index("░") < garden.index("┃") < garden.index("Fatima", 80)
        assert "▓┃▓" in row(at, "Pantry")
        assert row(at, "Pantry").rstrip().endswith("◆ Bo")
        assert row(at, "Van").rstrip().endswith("┃ ?")
        await at.press("t")
        assert "┃" not in at.shown()
        await at.press("t")
        assert "┃" in at.shown()


async def test_on_a_small_terminal_a_key_changes_words_for_bars(path: Path) -> None:
    async with desk(path, usual, home=True, size=SMALL) as at:
        await at.press("o")
        assert "┃" not in at.shown()
        assert at.bar()["t"] == "time line"
        await at.press("t")
        assert "◆ Bo" in row(at, "Pantry")
        assert "Ana until" not in at.shown()
        assert at.bar()["t"] == "in words"
        await at.press("t")
        assert "Ana until Fri 1 May" in row(at, "Pantry")


async def test_the_line_of_days_comes_and_goes_with_the_width(path: Path) -> None:
    async with desk(path, usual, home=True, size=SMALL) as at:
        await at.press("o")
        await at.pilot.resize_terminal(120, 40)
        await at.settle()
        assert "┃" in at.shown()
        await at.pilot.resize_terminal(80, 24)
        await at.settle()
        assert "┃" not in at.shown()


async def test_the_cursor_goes_over_headings_from_role_to_role(path: Path) -> None:
    async with desk(path, usual, home=True, size=SMALL) as at:
        await at.press("o")
        assert under_cursor(at) == "Bring the pots"
        await at.press("up", "down")
        assert under_cursor(at) == "Call the printer"
        await at.press("end")
        assert under_cursor(at) == "Treasurer"
        assert "▌● Treasurer" in at.shown()
        await at.press("down", "pageup")
        assert under_cursor(at) == "Bring the pots"
        await at.press("pagedown", "home")
        assert under_cursor(at) == "Bring the pots"


async def test_what_a_handoff_lacks_stands_below_for_the_role_under_the_cursor(
    path: Path,
) -> None:
    async with desk(path, usual, home=True) as at:
        await at.press("o", "/", *"pantry", "enter")
        about = at.text("#about")
        assert "Bo shadows since Fri 27 Mar" in about
        assert "lacks: Bo has not led it once, and four more" in about
        assert "Nobody leaves with empty hands." in about


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pan", ["Pantry"]),
        ("fatima", ["Garden"]),
        ("OVERDUE", ["Van", "Repair clinic", "Garden"]),
        ("vacant", ["Call the printer", "Childcare"]),
        ("bo stewardship", ["Repair clinic", "Pantry", "Garden"]),
    ],
)
async def test_typing_filters_by_role_person_kind_and_what_presses(
    path: Path, words: str, found: list[str]
) -> None:
    async with desk(path, usual, home=True) as at:
        await at.press("o")
        await at.burst("/", *words)
        names = [line.name for line in roles(at).view.lines if line.role]
        assert names == found
        assert at.headline()[2].startswith(f"{len(found)} of 10 roles")
        await at.press("down", "enter")
        assert under_cursor(at) == found[min(1, len(found) - 1)]
        await at.press("enter")
        assert at.at == "RoleScreen"
        await at.press("escape", "escape")
        assert at.at == "RolesScreen"
        assert len([line for line in roles(at).view.lines if line.role]) == 10
        await at.press("escape")
        assert at.at == "HomeScreen"


async def test_letters_are_letters_in_the_filter_and_keys_behind_it(path: Path) -> None:
    async with desk(path, usual, home=True) as at:
        await at.press("o")
        before = at.facts()
        await at.burst("/", *"coDxq")
        assert at.line == "coDxq"
        assert "No role fits “coDxq”. Esc shows all." in at.shown()
        await at.burst("escape", "end", "enter")
        assert at.at == "RoleScreen"
        assert at.facts() == before


async def test_a_click_opens_the_role_under_it(path: Path) -> None:
    async with desk(path, usual, home=True, size=SMALL) as at:
        await at.press("o")
        await at.pilot.click("#roles", offset=(10, 3))
        await at.settle()
        assert at.at == "RoleScreen"
        assert at.headline()[0] == "Call the printer"


async def test_what_another_terminal_does_is_seen_and_the_cursor_stays_on_its_role(
    path: Path,
) -> None:
    async with desk(path, BOTH, home=True) as at:
        await at.press("o", "down")
        assert under_cursor(at) == "Pots"
        with session(path, "t2", at.clock) as other:
            other.enter("")
            claim(other, "Pantry", "Ana")
            do(other, intents.OfferRole("Another"))
        await at.follow()
        assert under_cursor(at) == "Pots"
        assert "Ana until Fri 23 Jan" in row(at, "Pantry")
        assert "Another" in at.shown()


async def test_a_role_that_is_gone_leaves_the_cursor_on_its_neighbor(path: Path) -> None:
    async with desk(path, BOTH, home=True) as at:
        await at.press("o", "down")
        with session(path, "t2", at.clock) as other:
            other.enter("")
            do(other, intents.MergeRoles(role(other, "Pots").id, role(other, "Pantry").id))
        await at.follow()
        assert under_cursor(at) == "Pantry"


async def test_a_day_later_the_board_says_what_is_so_then(path: Path) -> None:
    async with desk(path, BOTH, home=True) as at:
        claim(at.session, "Pots", "Bo")
        await at.press("o")
        at.clock.move(20 * DAY)
        await at.follow()
        assert "Over (1)" in at.shown()
        assert at.headline()[1] == "Sat 13 Dec"


def years_ago(session: Session) -> None:
    """Nobody looked at the roles for years."""
    BOTH(session)
    claim(session, "Pantry", "Ana")
    name_next(session, "Pantry", "Bo")
    session.clock.move(1000 * DAY)  # type: ignore[attr-defined]


def forgotten(session: Session) -> None:
    """The holder's name is gone from the file."""
    BOTH(session)
    claim(session, "Pantry", "Ana")
    session.forget(who(session, "Ana"))


def left(session: Session) -> None:
    """The holder has left the group."""
    BOTH(session)
    claim(session, "Pantry", "Ana")
    do(session, intents.LeaveGroup(who(session, "Ana")))


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (years_ago, "Ana until Fri 23 Jan"),
        (forgotten, "someone until Fri 23 Jan"),
        (left, "since Sun 23 Nov"),
    ],
    ids=["years ago", "forgotten", "left"],
)
@pytest.mark.parametrize("size", [(40, 10), SMALL, USUAL], ids=str)
async def test_holders_who_are_gone_and_years_without_a_meeting_are_shown(
    path: Path, prepare: Prepare, words: str, size: Size
) -> None:
    async with desk(path, prepare, home=True, size=size) as at:
        await at.press("o", "/", *"pantry", "enter")
        assert words[:12] in row(at, "Pantry")
        await at.press("t", "t", "enter")
        assert at.at == "RoleScreen"
        assert words.partition(" until")[0] in at.shown()


@pytest.mark.parametrize("size", [(20, 6), (40, 10), SMALL, USUAL, (200, 60)], ids=str)
async def test_hostile_names_are_shown_at_every_size_and_run_nothing(
    path: Path, size: Size
) -> None:
    async with desk(path, hostile, home=True, size=size) as at:
        await at.press("o")
        for _ in range(len(at.session.state.roles)):
            for key in ("enter", "down", "end", "escape", "t", "down"):
                await at.press(key)
        assert at.at == "RolesScreen"
        assert "\x1b" not in at.shown()
        assert "\u202e" not in at.shown()
        assert at.app.is_running


async def test_at_a_circle_the_board_opens_with_a_key_and_belongs_to_the_meeting(
    path: Path,
) -> None:
    async with desk(path, opened("Ana", "Bo")) as at:
        await at.press("G")
        assert at.at == "RolesScreen"
        await at.burst("o", *"Pantry, 2 months", "enter")
        kind, body = at.last()
        assert (kind, body["name"], body["months"]) == ("role-opened", "Pantry", 2)
        assert body["step"] == "step-1"
        assert at.session.state.happened[-1].meeting == at.meeting.id
        await at.press("escape")
        assert at.at == "CircleScreen"
