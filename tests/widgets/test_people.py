"""The list of people, shown alone in an app: lines, columns, scrolling, picking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Region

from facilitator.ui.text import visible
from facilitator.ui.views import CircleView, Mark, SeatView
from facilitator.widgets.flow import flow
from facilitator.widgets.people import PeopleList

HOSTILE = [
    "[/]",
    "[bold]x",
    "\x1b[2J",
    "a\u202eevil",
    "x" * 10_000,
    "👩\u200d👩\u200d👧",
    "",
    "a\nb",
]


def people(count: int, speaker: int = 0) -> CircleView:
    return CircleView(
        tuple(
            SeatView(f"Person {index}", Mark.SPEAKING if index == speaker else Mark.WAITING)
            for index in range(count)
        )
    )


class Alone(App[None]):
    def __init__(self, view: CircleView, cursor: int | None = None) -> None:
        super().__init__()
        self.list = PeopleList(view)
        self.list.cursor = cursor
        self.picked: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_people_list_picked(self, message: PeopleList.Picked) -> None:
        assert message.control is self.list
        self.picked.append(message.index)


def rows(listed: PeopleList) -> list[str]:
    return [listed.render_line(y).text for y in range(listed.size.height)]


@given(st.integers(0, 600), st.integers(1, 200), st.integers(1, 60))
def test_everybody_has_exactly_one_place_in_the_columns(
    count: int, width: int, height: int
) -> None:
    layout = flow(count, width, height)
    placed = [index for row in range(layout.rows) for index in layout.on(row)]
    assert sorted(placed) == list(range(count))
    assert layout.columns * layout.width <= width
    assert layout.columns == 1 or layout.width >= 22
    for row in range(layout.rows):
        for column, index in enumerate(layout.on(row)):
            assert layout.row_of(index) == row
            assert layout.at(column * layout.width, row) == index


@pytest.mark.parametrize(
    ("count", "width", "height", "columns"),
    [(12, 22, 20, 1), (500, 22, 20, 1), (12, 84, 34, 1), (30, 84, 34, 2), (60, 84, 34, 3)],
)
def test_columns_come_with_people_and_room(
    count: int, width: int, height: int, columns: int
) -> None:
    assert flow(count, width, height).columns == columns


async def test_a_narrow_list_has_one_line_for_each_person() -> None:
    view = CircleView(
        (
            SeatView("Ana", Mark.HEARD),
            SeatView("Eli", Mark.SPEAKING),
            SeatView("Fatima", Mark.NEXT, newcomer=True),
        )
    )
    async with Alone(view).run_test(size=(22, 5)) as pilot:
        listed = pilot.app.query_one(PeopleList)
        assert [row.rstrip() for row in rows(listed)] == [" ✓ Ana", " ▶ Eli", " › Fatima*", "", ""]
        ground = listed.rich_style.bgcolor
        speaker, following = listed.render_line(1), listed.render_line(2)
        assert [s.text for s in speaker if s.style and s.style.bold] == [" ▶ Eli "]
        assert [s.text for s in speaker if s.style and s.style.bgcolor != ground] == [" ▶ Eli "]
        assert [s.text for s in following if s.style and s.style.bold] == [" › Fatima* "]


@pytest.mark.parametrize("size", [(22, 20), (84, 34), (3, 3)])
async def test_hostile_names_are_shown_and_not_obeyed(size: tuple[int, int]) -> None:
    view = CircleView(tuple(SeatView(name, Mark.WAITING) for name in HOSTILE))
    async with Alone(view).run_test(size=size, notifications=True, tooltips=True) as pilot:
        listed = pilot.app.query_one(PeopleList)
        assert all(visible(row) == row for row in rows(listed))
        assert {cell_len(row) for row in rows(listed)} == {listed.virtual_size.width}
        if size[0] > 20:
            text = "\n".join(rows(listed))
            for shown in ("· [/] ", "· [bold]x ", "· ␛[2J ", "a‹U+202E›evil", "xx… ", "a␤b"):
                assert shown in text


async def test_the_speaker_is_in_view_from_the_start_and_when_it_changes() -> None:
    app = Alone(people(500, 300))
    async with app.run_test(size=(22, 20)) as pilot:
        await pilot.pause()
        assert "▶ Person 300" in "\n".join(rows(app.list))
        for speaker in (301, 499, 0, 250):
            app.list.view = people(500, speaker)
            await pilot.pause()
            assert f"▶ Person {speaker} " in "\n".join(rows(app.list))


@pytest.mark.parametrize(("count", "width"), [(20, 22), (21, 21), (500, 21)])
async def test_the_lines_leave_room_for_a_scrollbar_where_there_is_one(
    count: int, width: int
) -> None:
    app = Alone(people(count))
    async with app.run_test(size=(22, 20)) as pilot:
        await pilot.pause()
        assert {cell_len(row) for row in rows(app.list)} == {width}
        assert app.list.scrollable_content_region.width == width


async def test_scrolling_away_from_the_speaker_lasts_until_somebody_else_speaks() -> None:
    app = Alone(people(500, 0))
    async with app.run_test(size=(22, 20)) as pilot:
        await pilot.pause()
        app.list.scroll_to(y=200, animate=False)
        app.list.view = replace(people(500, 0), clock="1:13")
        await pilot.pause()
        assert app.list.scroll_offset.y == 200
        app.list.view = people(500, 1)
        await pilot.pause()
        assert "▶ Person 1 " in "\n".join(rows(app.list))


async def test_a_large_assembly_stands_in_columns() -> None:
    app = Alone(people(60, 30))
    async with app.run_test(size=(84, 34)):
        first = rows(app.list)[0]
        assert [first.index(f"Person {index}") for index in (0, 20, 40)] == [3, 31, 59]
        assert all(f"Person {index} " in "\n".join(rows(app.list)) for index in range(60))


async def test_the_next_speaker_repaints_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Alone(people(500, 3))
    async with app.run_test(size=(22, 20)):
        rows(app.list)
        asked: list[Region] = []
        refresh = PeopleList.refresh

        def spy(listed: PeopleList, *regions: Region, **options: bool) -> PeopleList:
            asked.extend(regions or [listed.size.region])
            return refresh(listed, *regions, **options)

        monkeypatch.setattr(PeopleList, "refresh", spy)
        app.list.view = people(500, 4)
        assert sorted((region.y, region.height) for region in asked) == [(3, 1), (4, 1)]
        assert "▶ Person 4" in rows(app.list)[4]
        assert "· Person 3" in rows(app.list)[3]


async def test_without_a_cursor_nothing_can_be_picked() -> None:
    app = Alone(people(40))
    async with app.run_test(size=(22, 20)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.click(PeopleList, offset=(3, 3))
        assert app.list.scroll_offset.y == 2
        assert app.picked == []
        assert app.list.cursor is None


async def test_keys_move_the_cursor_and_enter_picks() -> None:
    app = Alone(people(60), cursor=0)
    async with app.run_test(size=(84, 34)) as pilot:
        for keys, index in (
            (["up"], 0),
            (["down", "down"], 2),
            (["right"], 22),
            (["left"], 2),
            (["end"], 59),
            (["down"], 59),
            (["home"], 0),
        ):
            await pilot.press(*keys, "enter")
            assert app.picked.pop() == index
            assert app.list.cursor == index


async def test_the_cursor_is_seen_without_color_and_scrolls_into_view() -> None:
    app = Alone(people(500), cursor=0)
    async with app.run_test(size=(22, 20)) as pilot:
        assert rows(app.list)[0].startswith("▌▶ Person 0")
        await pilot.press("end")
        await pilot.pause()
        assert next(row for row in rows(app.list) if "▌" in row).startswith("▌· Person 499")


async def test_a_click_picks_the_person_under_it() -> None:
    app = Alone(people(60), cursor=0)
    async with app.run_test(size=(84, 34)) as pilot:
        await pilot.click(PeopleList, offset=(30, 4))
        await pilot.click(PeopleList, offset=(30, 30))
        assert app.picked == [24]
        assert app.list.cursor == 24


async def test_a_click_counts_what_is_scrolled_away() -> None:
    app = Alone(people(500), cursor=0)
    async with app.run_test(size=(22, 20)) as pilot:
        await pilot.pause()
        app.list.scroll_to(y=100, animate=False)
        await pilot.pause()
        await pilot.click(PeopleList, offset=(4, 5))
        assert app.picked == [105]


async def test_the_cursor_stays_on_somebody_when_people_leave() -> None:
    app = Alone(people(40), cursor=39)
    async with app.run_test(size=(22, 20)) as pilot:
        app.list.view = people(5)
        await pilot.pause()
        assert app.list.cursor == 4
        app.list.view = people(0)
        await pilot.pause()
        await pilot.press("enter", "down", "end")
        assert app.picked == []
        assert {row.strip() for row in rows(app.list)} == {""}


async def test_a_view_given_before_the_list_is_shown_is_drawn() -> None:
    app = Alone(CircleView())
    app.list.view = people(3)
    async with app.run_test(size=(22, 20)):
        assert "▶ Person 0" in rows(app.list)[0]


async def test_a_new_theme_changes_the_colors() -> None:
    app = Alone(people(3))
    async with app.run_test(size=(22, 5)) as pilot:
        before = list(app.list.render_line(0))
        app.theme = "textual-light"
        await pilot.pause()
        assert before != list(app.list.render_line(0))


@pytest.mark.parametrize("history", [[60], [10, 60], [200, 60]])
async def test_columns_do_not_depend_on_what_was_shown_before(history: list[int]) -> None:
    app = Alone(people(history[0]))
    async with app.run_test(size=(44, 34)) as pilot:
        for count in history[1:]:
            await pilot.pause()
            app.list.view = people(count)
        await pilot.pause()
        await pilot.pause()
        assert "Person 30" in rows(app.list)[0]
        assert cell_len(rows(app.list)[0]) == 44
