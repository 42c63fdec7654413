"""A long list to choose from: everybody can be reached, and a line is drawn when it is seen."""

from __future__ import annotations

import pytest
from support.screens import rendered
from textual import events, on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from facilitator.widgets.choice_list import NOTHING_FITS, Choice, ChoiceList

WIDTH, HEIGHT = 40, 16


class Shelf(App[None]):
    CSS = f"ChoiceList {{ max-height: {HEIGHT}; }}"

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield ChoiceList()

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        self.chosen.append(event.choice)


def rows(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(str(place), f"Person {place}") for place in range(count))


def seen(shelf: ChoiceList) -> list[str]:
    """The lines without the bar beside them."""
    return [line.rstrip("▐ ") for line in rendered(shelf).splitlines()]


async def filled(pilot: Pilot[None], *choices: Choice) -> ChoiceList:
    shelf = pilot.app.query_one(ChoiceList)
    shelf.offer(choices)
    await pilot.pause()
    return shelf


@pytest.mark.parametrize("count", [1, 16, 17, 50, 500])
async def test_everybody_can_be_reached_with_the_arrows_and_is_seen(count: int) -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        shelf = await filled(pilot, *rows(count))
        for place in range(count):
            assert (shelf.highlighted, shelf.under_cursor) == (place, str(place))
            assert f"Person {place}" in seen(shelf)
            shelf.move(1)
        assert shelf.highlighted == count - 1


async def test_a_jump_lands_where_it_was_aimed_and_stays_inside() -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        shelf = await filled(pilot, *rows(500))
        for jump, place in ((321, 321), (-1, 320), (1_000, 499), (-1_000, 0)):
            shelf.move(jump)
            assert shelf.highlighted == place
            assert f"Person {place}" in seen(shelf)


async def test_whoever_turns_the_wheel_reaches_both_ends_and_no_further() -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        shelf = await filled(pilot, *rows(50))
        for kind, first in ((events.MouseScrollDown, 34), (events.MouseScrollUp, 0)):
            for _ in range(60):
                shelf.post_message(kind(shelf, 1, 1, 0, 0, 0, False, False, False))
            await pilot.pause()
            assert seen(shelf) == [f"Person {first + line}" for line in range(HEIGHT)]
            assert shelf.highlighted == 0


async def test_what_is_clicked_is_chosen_also_where_it_has_two_lines() -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        await filled(pilot, Choice("a", "words " * 9), Choice("b", "Bo"), Choice("c", "Chidi"))
        for y in range(5):
            await pilot.click(ChoiceList, offset=(3, y))
        assert pilot.app.chosen == ["a", "a", "b", "c"]  # type: ignore[attr-defined]


async def test_other_choices_take_the_place_of_those_before_and_the_room_stays() -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        shelf = await filled(pilot, *rows(10))
        shelf.move(8)
        shelf.show(rows(3))
        await pilot.pause()
        assert (shelf.count, shelf.under_cursor, shelf.size.height) == (3, "0", 10)
        shelf.show(())
        assert (shelf.count, shelf.under_cursor) == (0, "")
        assert shelf.highlighted is None
        assert NOTHING_FITS in rendered(shelf)
        shelf.move(1)
        assert shelf.highlighted is None
        shelf.offer(rows(4))
        await pilot.pause()
        assert (shelf.under_cursor, shelf.size.height) == ("0", 4)


async def test_one_that_is_gone_to_is_seen_and_one_that_is_not_there_changes_nothing() -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        shelf = await filled(pilot, *rows(100))
        shelf.go_to("77")
        assert shelf.under_cursor == "77"
        assert "Person 77" in seen(shelf)
        shelf.go_to("nobody")
        assert shelf.under_cursor == "77"


async def test_a_bar_says_where_one_is_in_a_list_that_is_longer_than_its_room() -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        shelf = await filled(pilot, *rows(32))
        assert [line[-1:] == "▐" for line in rendered(shelf).splitlines()] == [True] * 8 + [
            False
        ] * 8
        shelf.move(31)
        assert [line[-1:] == "▐" for line in rendered(shelf).splitlines()] == [False] * 8 + [
            True
        ] * 8
        shelf.show(rows(16))
        assert "▐" not in rendered(shelf)


@pytest.mark.parametrize("width", [1, 2, 3, 12, 200])
async def test_what_is_long_or_wide_fits_into_any_width(width: int) -> None:
    async with Shelf().run_test(size=(width, HEIGHT)) as pilot:
        shelf = await filled(
            pilot,
            Choice("long", "x" * 10_000, "y" * 10_000),
            Choice("wide", "界" * 50, "한국어"),
            Choice("empty", ""),
            Choice("last", "Bo"),
        )
        for _ in range(4):
            assert all(shelf.render_line(y).cell_length == width for y in range(HEIGHT))
            shelf.move(1)
        assert shelf.under_cursor == "last"


async def test_a_smaller_window_keeps_the_cursor_in_view() -> None:
    async with Shelf().run_test(size=(WIDTH, HEIGHT)) as pilot:
        shelf = await filled(pilot, *rows(50))
        shelf.move(15)
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert "Person 15" in seen(shelf)
