"""What stands on the terminal is what the screens are, however little of it is painted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from rich.segment import Segment
from support.agendas import ASSEMBLY
from support.clock import HandClock
from support.files import do, session, who
from support.prepared import all_of, opened, turn
from support.screens import PEOPLE, SMALL, USUAL, Desk, Size, desk
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from facilitator.core import intents
from facilitator.screens.circle import CircleScreen
from facilitator.screens.picking import KEPT, OneOf, PickScreen, let_pick
from facilitator.session import Session
from facilitator.ui.themes import THEMES
from facilitator.widgets.choice_list import Choice
from facilitator.widgets.keybar import KeyBar

Cell = tuple[str, Any]

CROWD = tuple(f"Person {place:02}" for place in range(40))


def raised(session: Session) -> None:
    do(session, intents.RaiseHand("step-1", who(session, "Person 03")))


ASSEMBLED = all_of(opened(*CROWD, agenda=ASSEMBLY), raised)


class Glass:
    """The terminal: it keeps what was painted until something else is painted over it."""

    def __init__(self, at: Desk) -> None:
        self.painted: set[tuple[int, int]] = set()
        self._at = at
        self._cells: dict[tuple[int, int], Cell] = {}
        display: Callable[..., None] = at.app._display

        def look(screen: Any, update: Any) -> None:
            self._take(update)
            display(screen, update)

        at.app._display = look  # type: ignore[method-assign, assignment]
        at.screen.refresh()

    async def press(self, *keys: str) -> set[tuple[int, int]]:
        """Press keys one by one; where anything was painted meanwhile."""
        self.painted.clear()
        await self._at.press(*keys)
        return set(self.painted)

    async def is_true(self) -> bool:
        """Whether a drawing of everything changes nothing, once all is painted that waits."""
        for _ in range(50):
            if self._is_whole():
                return True
            await self._at.pilot.pause()
        return False

    def _is_whole(self) -> bool:
        strips = self._at.screen._compositor.render_strips()
        whole = {(x, y): cell for y, strip in enumerate(strips) for x, cell in _cells(strip)}
        return {place: self._cells.get(place) for place in whole} == whole

    def _take(self, update: Any) -> None:
        if isinstance(update, LayoutUpdate):
            for y, line in enumerate(update.strips, update.region.y):
                self._put(update.region.x, y, Strip.join(line), 0, update.region.right)
        elif isinstance(update, ChopsUpdate):
            for y, first, last in update.spans:
                for x, strip in update.chops[y].items():
                    if strip is not None:
                        self._put(x, y, strip, first, last)

    def _put(self, start: int, y: int, strip: Strip, first: int, last: int) -> None:
        for x, cell in _cells(strip):
            if first <= start + x < last:
                self._cells[start + x, y] = cell
                self.painted.add((start + x, y))


def _cells(strip: Strip) -> list[tuple[int, Cell]]:
    found: list[Cell] = []
    for segment in strip:
        for text in segment.text:
            width = Segment(text).cell_length
            found += [(text, segment.style), *[("", segment.style)] * (width - 1)]
    return list(enumerate(found))


def cells_of(*regions: Region) -> set[tuple[int, int]]:
    return {(x, y) for each in regions for y in each.line_range for x in each.column_range}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


SIZES = [pytest.param(SMALL, id="small"), pytest.param(USUAL, id="usual")]
WAYS = [
    pytest.param(keys, id=" ".join(keys))
    for keys in (
        ("h", "escape", "h", "1", "enter", "n", "h", "2", "escape"),
        ("h", "escape", "k", "enter", "escape", "h", "7", "7", "ctrl+u", "down", "enter"),
        ("x", "enter", "u", "a", "escape", "h", "escape", "?", "escape", "n"),
        ("A", "escape", "O", "enter", "q", "escape", "C", "escape", "h", "enter"),
        ("/", "H", "i", "escape", "h", "escape", "m", "enter", "escape", "escape"),
        ("ctrl+p", "escape", "h", "enter", "ctrl+p", "escape", "n"),
    )
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", WAYS)
async def test_after_each_key_the_terminal_shows_what_there_is(
    path: Path, keys: tuple[str, ...], size: Size
) -> None:
    async with desk(path, ASSEMBLED, size=size) as at:
        glass = Glass(at)
        await at.settle()
        for key in keys:
            at.clock.move(1_000)
            await glass.press(key)
            await at.searched()
            assert await glass.is_true(), key


async def test_a_list_that_comes_and_goes_paints_its_box_and_the_line_of_keys_alone(
    path: Path,
) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.press("h", "escape")
        bar = at.screen.query_one(KeyBar).region
        glass = Glass(at)
        await at.settle()
        painted = await glass.press("h")
        box = at.screen.query_one("#box").region
        assert painted == cells_of(box, bar)
        assert await glass.press("1") <= cells_of(box)
        assert await glass.press("escape") == cells_of(box, bar)


async def test_what_others_do_is_seen_beside_the_list_and_under_it_when_it_is_gone(
    path: Path,
) -> None:
    async with desk(path, ASSEMBLED) as at:
        glass = Glass(at)
        await at.press("h", "escape", "h")
        with session(path, "t2", at.clock) as other:
            do(other, intents.RaiseHand("step-1", who(other, "Person 11")))
        circle = at.app.screen_stack[-2]
        assert isinstance(circle, CircleScreen)
        circle._tick()
        await at.settle()
        assert "2 · Person 11" in at.shown()
        assert await glass.is_true()
        await at.press("escape")
        assert await glass.is_true()


async def test_under_a_box_only_what_changes_is_painted_second_after_second(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        circle = at.screen
        assert isinstance(circle, CircleScreen)
        await at.press("H")
        painted: list[object] = []
        display = at.app._display

        def watched(screen: Screen[object], update: RenderableType | None) -> None:
            painted.append(update)
            display(screen, update)

        monkeypatch.setattr(at.app, "_display", watched)
        for _ in range(3):
            at.clock.move(1_000)
            circle.show_time()
            await at.settle()
        assert painted
        assert not [update for update in painted if isinstance(update, LayoutUpdate)]


async def test_what_changes_while_a_part_waits_to_be_painted_is_painted_with_it(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        glass = Glass(at)
        await at.settle()
        at.screen.refresh(Region(4, 6, 8, 2))
        await at.after(3_000)
        assert await glass.is_true()


async def test_where_the_circle_was_taken_back_meanwhile_the_list_leads_out_of_it(
    path: Path,
) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.press("x", "escape", "x")
        at.session.undo()
        await at.settle()
        assert at.at == "PickScreen"
        await at.press("escape")
        assert at.at == "GatherScreen"


@pytest.mark.parametrize("size", [(40, 10), SMALL, (200, 60)])
async def test_a_list_that_was_kept_fits_another_window(path: Path, size: Size) -> None:
    async with desk(path, ASSEMBLED, size=USUAL) as at:
        await at.press("h", "escape")
        glass = Glass(at)
        await at.pilot.resize_terminal(*size)
        await at.settle()
        await at.press("h", "4", "escape", "h")
        box = at.screen.query_one("#box").region
        assert Region(0, 0, *size).contains_region(box)
        assert await glass.is_true()
        await at.pilot.resize_terminal(*USUAL)
        await at.settle()
        await at.press("1", "enter")
        assert await glass.is_true()
        assert at.session.names[at.last()[1]["person"]] == "Person 01"


async def test_a_list_that_was_kept_takes_on_other_colors(path: Path) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.press("h", "escape")
        glass = Glass(at)
        at.app.theme = THEMES[1].name
        await at.settle()
        await at.press("h")
        assert at.screen.query_one("#box").styles.background.hex == (
            at.app.theme_variables["surface"].upper()
        )
        assert await glass.is_true()


async def test_no_key_is_offered_while_something_else_has_the_keys(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.shown().split("\n")[-1]
        for opening in ("x", "]", "a", "?"):
            await at.press(opening)
            assert at.shown().split("\n")[-1] == ""
            await at.press("escape")
            assert at.shown().split("\n")[-1] == before


async def test_a_list_is_asked_with_again_and_another_comes_over_it(path: Path) -> None:
    async with desk(path, turn(*PEOPLE), clock=HandClock()) as at:
        answers: list[str | None] = []
        for title in ("One", "Two"):
            let_pick(at.app, OneOf(title, [Choice(title, title)]), answers.append)
            await at.settle()
        over = at.screen
        assert over is not at.app.get_screen(KEPT, PickScreen)
        await at.press("enter")
        assert at.screen is at.app.get_screen(KEPT, PickScreen)
        await at.press("enter")
        assert answers == ["Two", "One"]
        assert over not in at.app.screen_stack
        let_pick(at.app, OneOf("Three", [Choice("3", "Three")]), answers.append)
        await at.settle()
        assert (at.screen, at.line) == (at.app.get_screen(KEPT, PickScreen), "")
        assert at.text("#choices") == "Three"


async def test_letters_that_were_typed_behind_an_answer_are_not_in_the_next_list(
    path: Path,
) -> None:
    async with desk(path, ASSEMBLED) as at:
        await at.burst("h", "0", "5", "enter", "z", "z")
        await at.press("h")
        assert at.line == ""
        await at.burst("0", "6", "enter")
        assert at.session.names[at.last()[1]["person"]] == "Person 06"
