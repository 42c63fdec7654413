"""A list whose end is made when somebody goes there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.app import App, ComposeResult
from textual.widgets.option_list import Option

from facilitator.widgets.long_list import LongList


class Shelf(App[None]):
    def compose(self) -> ComposeResult:
        yield LongList()


def rows(count: int) -> Iterator[Option]:
    return (Option(f"Person {place}", id=str(place)) for place in range(count))


@pytest.mark.parametrize("count", [1, 24, 25, 50, 51, 75, 500])
async def test_everybody_can_be_reached_with_the_arrows(count: int) -> None:
    async with Shelf().run_test(size=(40, 16)) as pilot:
        shelf = pilot.app.query_one(LongList)
        assert shelf.offer(rows(count))
        for place in range(count):
            assert shelf.highlighted_option is not None
            assert shelf.highlighted_option.id == str(place)
            shelf.move(1)
        assert shelf.highlighted == count - 1


async def test_a_jump_lands_where_it_was_aimed_and_stays_inside() -> None:
    async with Shelf().run_test(size=(40, 16)) as pilot:
        shelf = pilot.app.query_one(LongList)
        shelf.offer(rows(500))
        for jump, place in ((321, 321), (-1, 320), (1_000, 499), (-1_000, 0)):
            shelf.move(jump)
            assert shelf.highlighted == place


async def test_whoever_scrolls_with_the_mouse_reaches_the_end_as_well() -> None:
    async with Shelf().run_test(size=(40, 16)) as pilot:
        shelf = pilot.app.query_one(LongList)
        shelf.offer(rows(500))
        await pilot.pause()
        assert shelf.option_count < 100
        for _ in range(40):
            shelf.scroll_end(animate=False, immediate=True)
            await pilot.pause()
        assert shelf.option_count == 500


async def test_other_options_take_the_place_of_those_before() -> None:
    async with Shelf().run_test(size=(40, 16)) as pilot:
        shelf = pilot.app.query_one(LongList)
        shelf.offer(rows(500))
        shelf.move(300)
        assert shelf.offer(rows(3))
        assert (shelf.option_count, shelf.highlighted) == (3, 0)
        assert not shelf.offer(())
        assert (shelf.option_count, shelf.highlighted) == (0, None)
        shelf.move(1)
        assert shelf.highlighted is None
