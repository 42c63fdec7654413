"""What has changed is painted, and nothing beside it; what is painted so is the whole screen."""

from __future__ import annotations

import random

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Label, Static

from facilitator.widgets.painting import SparingCompositor

SIZE = (40, 12)


class Wall(Screen[None]):
    """Parts beside, in and over each other, one of them scrolled, one with wide letters."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()

    def compose(self) -> ComposeResult:
        with Horizontal():
            with Vertical(id="left"):
                yield Static("left " * 30)
            with Vertical(id="right"):
                yield from (Label(f"{place} 한국어 界 {'x' * 30}") for place in range(30))
        yield Static("a note over both of them", id="note")


class Gallery(App[None]):
    CSS = """
    Wall { layers: below above; }
    #left { width: 13; border: round red; }
    #right { width: 1fr; overflow-y: scroll; scrollbar-size-vertical: 1; }
    #right Label { width: 100%; }
    #note { layer: above; width: 15; height: 4; offset: 9 3; background: blue; position: absolute; }
    """

    def get_default_screen(self) -> Screen[None]:
        return Wall()


def cells(strip: Strip) -> list[tuple[str, object]]:
    """A line cell by cell: a wide letter takes two."""
    found: list[tuple[str, object]] = []
    for segment in strip:
        for text in segment.text:
            width = Segment(text).cell_length
            found += [(text, segment.style), *[("", segment.style)] * (width - 1)]
    return found


def wall(app: App[None]) -> SparingCompositor:
    compositor = app.screen._compositor
    assert isinstance(compositor, SparingCompositor)
    return compositor


@pytest.mark.parametrize("seed", range(20))
async def test_the_pieces_that_are_painted_are_those_of_the_whole_screen(seed: int) -> None:
    chance = random.Random(seed)
    async with Gallery().run_test(size=SIZE) as pilot:
        compositor = wall(pilot.app)
        pilot.app.screen.query_one("#right").scroll_to(y=chance.randrange(18), animate=False)
        await pilot.pause()
        whole = [cells(strip) for strip in compositor.render_strips()]
        regions = {
            Region(chance.randrange(-2, 38), chance.randrange(-2, 11), *map(chance.randrange, SIZE))
            for _ in range(chance.randrange(1, 4))
        }
        compositor._dirty_regions = set(regions)
        update = compositor.render_partial_update()
        wanted = {
            (x, y) for region in regions for y in region.line_range for x in region.column_range
        } & {(x, y) for x in range(SIZE[0]) for y in range(SIZE[1])}
        assert (update is None) is (not wanted)
        painted = set()
        for y, first, last in update.spans if update is not None else ():
            assert update is not None
            for x, end in zip(update.chops[y], update.chop_ends[y], strict=True):
                strip = update.chops[y][x]
                assert strip is not None
                assert cells(strip) == whole[y][x:end]
                painted |= {(each, y) for each in range(max(x, first), min(end, last))}
        assert painted == wanted
        assert compositor.render_partial_update() is None


@pytest.mark.parametrize(
    "region", [Region(0, 0, *SIZE), Region(3, 2, 30, 5), Region(12, 4, 1, 1), Region(39, 11, 1, 1)]
)
async def test_a_part_of_the_screen_is_painted_as_it_stands_there(region: Region) -> None:
    async with Gallery().run_test(size=SIZE) as pilot:
        compositor = wall(pilot.app)
        whole = [cells(strip) for strip in compositor.render_strips()]
        lines = [cells(strip) for strip in compositor.lines(region)]
        assert lines == [whole[y][region.x : region.right] for y in region.line_range]


async def test_only_who_is_seen_in_a_part_is_asked_for_only_the_lines_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Gallery().run_test(size=SIZE) as pilot:
        compositor = wall(pilot.app)
        asked = []
        left, note = (
            pilot.app.screen.query_one(each, Static) for each in ("#left Static", "#note")
        )
        for widget in (left, note):

            def told(crop: Region, widget: Static = widget) -> list[Strip]:
                asked.append((widget, crop.y + widget.region.y, crop.height))
                return Static.render_lines(widget, crop)

            monkeypatch.setattr(widget, "render_lines", told)
        across, low = Region(note.region.x, note.region.y + 1, 3, 1), Region(left.region.x, 9, 4, 2)
        compositor._dirty_regions = {across, low}
        compositor.render_partial_update()
        assert set(asked) == {(note, across.y, 1), (left, low.y, 2)}


class Short(Static):
    """Has fewer lines than it has room for, as one may that is just being resized."""

    def render_lines(self, crop: Region) -> list[Strip]:
        return super().render_lines(crop)[:1]


class Hollow(Screen[None]):
    """Nothing is painted below its first line."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()

    def compose(self) -> ComposeResult:
        yield Short("words")

    def render_lines(self, crop: Region) -> list[Strip]:
        return super().render_lines(crop)[:1]


class Ruin(App[None]):
    CSS = "Short { height: 1fr; }"

    def get_default_screen(self) -> Screen[None]:
        return Hollow()


async def test_what_nothing_paints_is_blank_when_all_of_the_screen_is_drawn() -> None:
    async with Ruin().run_test(size=SIZE) as pilot:
        update = wall(pilot.app).render_full_update()
        assert "words" in update.render_segments(pilot.app.console)
        lines = [Strip.join(line) for line in update.strips]
        assert [line.cell_length for line in lines] == [SIZE[0]] * SIZE[1]


async def test_what_nothing_paints_is_blank_below_a_box() -> None:
    async with Ruin().run_test(size=SIZE) as pilot:
        lines = wall(pilot.app).lines(Region(0, 0, *SIZE))
        assert [line.cell_length for line in lines] == [SIZE[0]] * SIZE[1]
