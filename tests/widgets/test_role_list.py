"""The lines of the roles board: columns that fit, nothing drawn twice, a cursor that stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from facilitator.ui.roles import BoardView, RoleLine
from facilitator.widgets.role_columns import columns
from facilitator.widgets.role_list import RoleList

ROLE = RoleLine("1@a", "Pantry", "◑", "Ana until Fri 1 May", "→ Bo since 27 Mar", "▲ overdue")
MANY = BoardView(
    (RoleLine("", "Open (200)"), *(RoleLine(f"{at}@a", f"Role {at:03}") for at in range(200))),
    "2027-04-02",
)


class Alone(App[None]):
    """Nothing but the list."""

    def compose(self) -> ComposeResult:
        yield RoleList()


@given(st.integers(0, 250), st.booleans(), st.integers(0, 60), st.integers(0, 60))
def test_the_parts_of_a_line_fit_into_any_width(
    width: int, time: bool, name: int, held: int
) -> None:
    line = RoleLine("1@a", "n" * name, "◦", "h" * held, "f" * held, "▲ overdue")
    found = columns([line], width, time=time)
    assert all(part >= 0 for part in (found.name, found.held, found.following, found.worry))
    if width >= 40:
        parts = [found.name, found.held, found.following, found.worry]
        shown = [part for part in parts if part]
        used = 3 + sum(shown) + found.gap * (len(shown) - 1)
        assert used + (found.gap + found.time if found.time else 0) <= width


def test_a_usual_line_is_whole_at_80_and_at_120_cells() -> None:
    for width, time in ((79, False), (119, True), (99, True)):
        found = columns([ROLE], width, time=time)
        assert (found.name, found.held, found.following, found.worry) == (6, 19, 17, 9)
        assert bool(found.time) is time


async def test_of_many_roles_only_those_on_the_screen_are_drawn() -> None:
    app = Alone()
    async with app.run_test(size=(80, 10)) as pilot:
        roles = app.query_one(RoleList)
        roles.view = MANY
        await pilot.pause()
        assert len(roles._strips) <= 12
        roles.move(10_000)
        await pilot.pause()
        assert roles.cursor == "199@a"
        assert "Role 199" in "".join(strip.text for strip in roles._strips.values())
        assert len(roles._strips) <= 24


async def test_the_cursor_stays_on_its_role_when_others_come_before_it() -> None:
    app = Alone()
    async with app.run_test(size=(80, 10)) as pilot:
        roles = app.query_one(RoleList)
        roles.view = MANY
        roles.move(150)
        roles.view = BoardView((MANY.lines[0], *reversed(MANY.lines[1:])), MANY.today)
        await pilot.pause()
        assert roles.cursor == "150@a"
        row = next(y for y in range(10) if "Role 150" in roles.render_line(y).text)
        assert roles.render_line(row).text.startswith("▌")


@pytest.mark.parametrize("height", [1, 2, 3, 5])
async def test_the_role_under_the_cursor_is_always_in_sight(height: int) -> None:
    app = Alone()
    async with app.run_test(size=(60, height)) as pilot:
        roles = app.query_one(RoleList)
        roles.view = MANY
        for places in (1, 50, -20, 200, -200):
            roles.move(places)
            await pilot.pause()
            lines = [roles.render_line(y).text for y in range(height)]
            assert any(line.startswith("▌") for line in lines), (places, lines)
