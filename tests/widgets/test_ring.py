"""The ring, shown alone in an app: what it says, in which styles, and what it repaints."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region, Size

from facilitator.ui.text import visible
from facilitator.ui.views import CircleView, Mark, Phase, SeatView
from facilitator.widgets.figures import large
from facilitator.widgets.ring import Ring

NAMES = [
    "Ana",
    "Bo",
    "Chidi",
    "Dee",
    "Eli",
    "Fatima",
    "Goran",
    "Hui",
    "Ines",
    "Jo",
    "Kofi",
    "Lúcia",
]
MARKS = [Mark.HEARD, Mark.LATER, Mark.PASSED, Mark.HEARD, Mark.SPEAKING, Mark.NEXT]
HOSTILE = [
    "[/]",
    "[bold]x",
    "\x1b[2J",
    "a\u202eevil",
    "x" * 10_000,
    "👩\u200d👩\u200d👧 family",
    "",
    "two\nlines",
    "\ud800",
    "漢字の名前がとても長い人です",
]


def circle(count: int = 12, phase: Phase = Phase.CALM, **changes: object) -> CircleView:
    marks = [*MARKS, *[Mark.WAITING] * count][:count]
    names = [NAMES[index % 12] for index in range(count)]
    seats = tuple(SeatView(name, mark) for name, mark in zip(names, marks, strict=True))
    view = CircleView(
        seats, "What skill did you use, or wish you had?", "1:14", "Fatima next", 0.6, phase
    )
    return replace(view, **changes)


class Alone(App[None]):
    def __init__(self, view: CircleView) -> None:
        super().__init__()
        self.ring = Ring(view)

    def compose(self) -> ComposeResult:
        yield self.ring


def rows(ring: Ring) -> list[str]:
    return [ring.render_line(y).text for y in range(ring.size.height)]


def segment(ring: Ring, part: str) -> Segment:
    """The segment in which a text stands."""
    found = [s for y in range(ring.size.height) for s in ring.render_line(y) if part in s.text]
    assert len(found) == 1, (part, found)
    return found[0]


async def test_everybody_stands_around_the_question() -> None:
    async with Alone(circle()).run_test(size=(84, 34)) as pilot:
        ring = pilot.app.query_one(Ring)
        text = "\n".join(rows(ring))
        assert all(name in text for name in NAMES)
        top, bottom = next(r for r in rows(ring) if "Ana" in r), text.index("Goran")
        assert top.strip() == "✓ Ana"
        assert text.index("Ana") < text.index("use, or wish you had?") < bottom
        assert "What skill did you" in text
        assert "Fatima next" in text


@pytest.mark.parametrize("size", [(60, 16), (84, 34), (100, 20), (160, 56)])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 12, 13, 24])
async def test_every_row_is_as_wide_as_the_widget_and_nobody_is_missing(
    size: tuple[int, int], count: int
) -> None:
    async with Alone(circle(count)).run_test(size=size) as pilot:
        ring = pilot.app.query_one(Ring)
        assert [cell_len(row) for row in rows(ring)] == [size[0]] * size[1]
        glyphs = "".join(rows(ring))
        assert sum(glyphs.count(f" {mark} ") for mark in Mark) == count


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (5, 3), (20, 5), (30, 10)])
async def test_a_tiny_area_is_no_reason_to_fail(size: tuple[int, int]) -> None:
    app = Alone(circle())
    async with app.run_test(size=(40, 12)) as pilot:
        app.ring.styles.width, app.ring.styles.height = size
        await pilot.pause()
        assert all(cell_len(row) == app.ring.size.width for row in rows(app.ring))


async def test_a_small_area_still_says_the_clock() -> None:
    async with Alone(circle()).run_test(size=(30, 8)) as pilot:
        assert "1:14" in "\n".join(rows(pilot.app.query_one(Ring)))


@pytest.mark.parametrize("size", [(60, 16), (84, 34)])
async def test_hostile_names_are_shown_and_not_obeyed(size: tuple[int, int]) -> None:
    seats = tuple(SeatView(name, Mark.WAITING) for name in HOSTILE)
    async with Alone(circle(seats=seats)).run_test(
        size=size, notifications=True, tooltips=True
    ) as pilot:
        ring = pilot.app.query_one(Ring)
        text = "\n".join(rows(ring))
        assert [cell_len(row) for row in rows(ring)] == [size[0]] * size[1]
        assert all(visible(row) == row for row in rows(ring))
        for shown in (
            "· [/]",
            "· [bold]x",
            "· ␛[2J",
            "· a‹U+202",
            "xxx…",
            "👩\u200d👩\u200d👧",
            "two␤",
        ):
            assert shown in text


async def test_a_hostile_question_stays_inside_the_ring() -> None:
    hostile = "[/]\x1b[2J\u202e" + "word " * 2_000
    async with Alone(circle(question=hostile, clock="[b]", caption=hostile)).run_test(
        size=(84, 34)
    ) as pilot:
        ring = pilot.app.query_one(Ring)
        assert [cell_len(row) for row in rows(ring)] == [84] * 34
        assert "[/]␛[2J‹U+202E›word" in "\n".join(rows(ring))
        assert "[b]" in "\n".join(rows(ring))


async def test_the_speaker_stands_on_a_color_and_the_next_person_is_bold() -> None:
    async with Alone(circle()).run_test(size=(84, 34)) as pilot:
        ring = pilot.app.query_one(Ring)
        speaker, following = segment(ring, "▶ Eli"), segment(ring, "› Fatima")
        heard, waiting = segment(ring, "✓ Ana"), segment(ring, "· Goran")
        assert speaker.text == " ▶ Eli "
        assert speaker.style is not None
        assert speaker.style.bold
        assert speaker.style.bgcolor != ring.rich_style.bgcolor
        assert following.style is not None
        assert following.style.bold
        assert heard.style is not None
        assert waiting.style is not None
        assert not heard.style.bold
        assert heard.style.color != waiting.style.color


async def test_a_newcomer_has_a_mark_after_the_name() -> None:
    seats = (SeatView("Ana", Mark.WAITING, newcomer=True), SeatView("Bo", Mark.WAITING))
    async with Alone(circle(seats=seats)).run_test(size=(84, 34)) as pilot:
        text = "\n".join(rows(pilot.app.query_one(Ring)))
        assert "Ana* " in text
        assert "Bo " in text


@pytest.mark.parametrize(
    ("phase", "clock", "shown"),
    [
        (Phase.CALM, "1:14", "1:14"),
        (Phase.WARNING, "0:20", "! 0:20"),
        (Phase.OVER, "+0:12", "+0:12"),
        (Phase.PAUSED, "1:14", "‖ 1:14"),
    ],
)
async def test_each_phase_has_its_own_color_and_reading(
    phase: Phase, clock: str, shown: str
) -> None:
    async with Alone(circle(phase=phase, clock=clock)).run_test(size=(84, 34)) as pilot:
        ring = pilot.app.query_one(Ring)
        expected = ring.get_component_rich_style(f"ring--{phase}")
        for line in large(shown):
            reading = segment(ring, line)
            assert reading.text.strip() == line.strip()
            assert reading.style is not None
            assert reading.style.bold
            assert reading.style.color == expected.color
        others = {str(ring.get_component_rich_style(f"ring--{other}").color) for other in Phase}
        assert len(others) == 4  # idle and paused are both dim


async def test_where_there_is_little_room_the_reading_is_one_line_with_its_mark() -> None:
    view = circle(phase=Phase.WARNING, clock="0:20")
    async with Alone(view).run_test(size=(60, 16)) as pilot:
        ring = pilot.app.query_one(Ring)
        assert segment(ring, "0:20").text == "! 0:20"


def arc_colors(ring: Ring) -> set[str]:
    return {
        str(s.style.color)
        for y in range(ring.size.height)
        for s in ring.render_line(y)
        if s.style and any("\u2800" < character <= "\u28ff" for character in s.text)
    }


async def test_the_arc_has_two_strokes_while_time_drains_and_one_when_there_is_none() -> None:
    app = Alone(circle(left=0.5))
    async with app.run_test(size=(84, 34)):
        track = str(app.ring.get_component_rich_style("ring--track").color)
        calm = str(app.ring.get_component_rich_style("ring--calm").color)
        assert arc_colors(app.ring) == {track, calm}
        app.ring.view = circle(left=1.0)
        assert arc_colors(app.ring) == {calm}
        app.ring.view = circle(left=None)
        assert arc_colors(app.ring) == {track}


async def test_a_tick_repaints_a_few_cells_and_looks_like_a_full_paint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Alone(circle())
    async with app.run_test(size=(84, 34)) as pilot:
        rows(app.ring)
        asked: list[tuple[Region, ...]] = []
        refresh = Ring.refresh

        def spy(ring: Ring, *regions: Region, **options: bool) -> Ring:
            asked.append(regions)
            return refresh(ring, *regions, **options)

        monkeypatch.setattr(Ring, "refresh", spy)
        app.ring.view = circle(clock="1:13", left=0.592)
        await pilot.pause()
        assert [len(regions) > 0 for regions in asked] == [True]
        assert sum(region.area for region in asked[0]) < 60
        partly = rows(app.ring)
        app.ring.notify_style_update()
        assert partly == rows(app.ring)
        assert all(line.strip() in "\n".join(partly) for line in large("1:13"))


@pytest.mark.parametrize(
    "after",
    [
        circle(phase=Phase.WARNING, clock="0:20", left=0.16),
        circle(phase=Phase.PAUSED),
        circle(left=None, clock=""),
        circle(question="Short?"),
        circle(5),
        circle(0),
        circle(seats=(*circle().seats[:-1], SeatView("Lúcia", Mark.AWAY, newcomer=True))),
        circle(seats=tuple(replace(seat, mark=Mark.HEARD) for seat in circle().seats)),
    ],
)
async def test_any_change_ends_in_what_a_new_ring_would_show(after: CircleView) -> None:
    app, fresh = Alone(circle()), Alone(after)
    async with app.run_test(size=(84, 34)) as pilot:
        rows(app.ring)
        app.ring.view = after
        await pilot.pause()
        changed = [list(app.ring.render_line(y)) for y in range(34)]
    async with fresh.run_test(size=(84, 34)):
        assert changed == [list(fresh.ring.render_line(y)) for y in range(34)]


async def test_the_same_view_again_repaints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Alone(circle())
    async with app.run_test(size=(84, 34)):
        rows(app.ring)
        monkeypatch.setattr(Ring, "refresh", lambda *_: pytest.fail("repainted"))
        app.ring.view = circle()
        app.ring.watch_view(circle(), circle())


async def test_a_new_theme_changes_the_colors() -> None:
    app = Alone(circle())
    async with app.run_test(size=(84, 34)) as pilot:
        before = arc_colors(app.ring)
        app.theme = "textual-light"
        await pilot.pause()
        assert before != arc_colors(app.ring)


async def test_a_resized_ring_is_laid_out_again() -> None:
    app = Alone(circle())
    async with app.run_test(size=(84, 34)) as pilot:
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert [cell_len(row) for row in rows(app.ring)] == [120] * 40
        assert all(name in "\n".join(rows(app.ring)) for name in NAMES)


async def test_a_border_takes_its_share_of_the_area() -> None:
    app = Alone(circle())
    app.ring.styles.border = ("round", "white")
    async with app.run_test(size=(86, 36)):
        assert [cell_len(row) for row in rows(app.ring)] == [84] * 34


@pytest.mark.parametrize(
    ("count", "size", "fits"),
    [
        (24, Size(60, 16), True),
        (24, Size(84, 34), True),
        (60, Size(84, 34), False),
        (3, Size(22, 20), False),
    ],
)
def test_a_screen_can_ask_whether_everybody_has_a_place(count: int, size: Size, fits: bool) -> None:
    assert Ring.seats_fit(count, size) is fits
