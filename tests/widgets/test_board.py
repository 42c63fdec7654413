"""The board for the whole room, shown alone in an app."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from textual.app import App, ComposeResult

from facilitator.ui.phases import WORDS
from facilitator.ui.room_view import RoomView
from facilitator.ui.text import visible
from facilitator.ui.views import Phase
from facilitator.widgets.board import READ_BACK, Board, composed
from facilitator.widgets.lettering import enlarged

SIZES = [(1, 1), (20, 5), (40, 12), (80, 24), (120, 40), (200, 60)]
USUAL = RoomView(
    title="Tuesday circle",
    question="What skill did you use, or wish you had?",
    speaker="Lúcia",
    following="Fatima",
    clock="1:14",
    phase=Phase.CALM,
    caption="round 2",
)
HOSTILE = [
    "[/]",
    "[red]x[/red]",
    "\x1b[2J",
    "a\u202eevil",
    "漢字" * 40,
    "محمد",
    "two\nlines",
    "\ud800",
]

words = st.sampled_from(["", "Zoë", "[red]x[/]", "李小龙", "long " * 60, "x" * 90]) | st.text()
views = st.builds(
    RoomView,
    title=words,
    question=words,
    speaker=words,
    following=words,
    clock=st.sampled_from(["", "1:14", "+0:45", "100:00:00"]),
    phase=st.sampled_from(Phase),
    notice=st.just("") | words,
    notice_detail=words,
    wording=st.just("") | words,
    caption=words,
    extra=st.lists(words, max_size=5).map(tuple),
)


class Alone(App[None]):
    def __init__(self, view: RoomView) -> None:
        super().__init__()
        self.board = Board()
        self.board.view = view

    def compose(self) -> ComposeResult:
        yield self.board


def rows(board: Board) -> list[str]:
    return [board.render_line(y).text for y in range(board.size.height)]


def plain(view: RoomView, width: int, height: int) -> list[str]:
    return [line.plain for line in composed(view, width, height)]


def holds(board: list[str], lines: tuple[str, ...]) -> bool:
    """Whether these lines stand on the board one under the other."""
    shown, wanted = [row.strip() for row in board], [line.strip() for line in lines]
    return any(
        shown[start : start + len(wanted)] == wanted
        for start in range(len(shown) - len(wanted) + 1)
    )


@settings(deadline=None)
@given(views, st.integers(0, 210), st.integers(0, 64))
def test_whatever_it_shows_fits(view: RoomView, width: int, height: int) -> None:
    lines = plain(view, width, height)
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)
    assert all(visible(line) == line for line in lines)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_texts_are_shown_and_not_obeyed(text: str, size: tuple[int, int]) -> None:
    view = RoomView(text, text, text, text, "1:14", Phase.OVER, extra=(text, text))
    app = Alone(view)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        for shown in (view, replace(view, notice=text), replace(view, wording=text)):
            app.board.view = shown
            await pilot.pause()
            assert all(cell_len(row) <= size[0] for row in rows(app.board))
            assert all(visible(row) == row for row in rows(app.board))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_question_name_and_clock_are_all_in_large_letters(size: tuple[int, int]) -> None:
    async with Alone(USUAL).run_test(size=size) as pilot:
        text = "\n".join(rows(pilot.app.query_one(Board)))
        assert "Tuesday circle" in text
        assert not any(word in text for word in ("skill", "Lúcia", "1:14"))


@pytest.mark.parametrize("size", [(20, 5), (30, 8)])
async def test_a_small_terminal_says_everything_in_plain_letters(size: tuple[int, int]) -> None:
    async with Alone(replace(USUAL, question="Check-in")).run_test(size=size) as pilot:
        text = "\n".join(rows(pilot.app.query_one(Board)))
        assert all(part in text for part in ("Check-in", "Lúcia", "1:14", "next: Fatima"))


def test_the_smallest_terminal_says_something() -> None:
    assert plain(USUAL, 1, 1) != [""]


@pytest.mark.parametrize("phase", WORDS)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_phase_is_said_in_a_word_too(phase: Phase, size: tuple[int, int]) -> None:
    assert WORDS[phase] in "\n".join(plain(replace(USUAL, phase=phase), *size))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_nothing_else_moves_when_the_clock_does(size: tuple[int, int]) -> None:
    one, other = plain(USUAL, *size), plain(replace(USUAL, clock="0:09"), *size)
    changed = [index for index, row in enumerate(one) if row != other[index]]
    assert changed
    assert len(changed) <= changed[-1] - changed[0] + 1 < size[1] // 3
    over = plain(replace(USUAL, clock="+0:09", phase=Phase.OVER), *size)
    assert over[: changed[0]] == one[: changed[0]]


def test_a_tick_letters_the_clock_alone() -> None:
    plain(USUAL, 120, 40)
    before = enlarged.cache_info().misses
    plain(replace(USUAL, clock="1:58"), 120, 40)
    assert enlarged.cache_info().misses == before + 1


def test_a_notice_replaces_everything() -> None:
    lines = plain(replace(USUAL, notice="Silence", notice_detail="for Marek"), 80, 24)
    assert holds(lines, enlarged("for Marek", 76, 4))
    assert "Tuesday" not in "\n".join(lines)
    assert plain(RoomView(notice="Silence"), 80, 24) == plain(
        replace(USUAL, notice="Silence"), 80, 24
    )


def test_a_wording_is_read_back_large_and_instead_of_the_turn() -> None:
    wording = "Fatima keeps the keys of the van until 1 March, and hands them to Chidi."
    lines = plain(replace(USUAL, wording=wording), 80, 24)
    assert [line.strip() for line in lines].count(READ_BACK) == 1
    assert holds(lines, enlarged(wording, 76, 21))
    assert "Fatima" not in "\n".join(lines)


def test_while_nobody_speaks_the_question_has_the_whole_board() -> None:
    quiet = replace(USUAL, speaker="", clock="", phase=Phase.IDLE)
    asked = max(len(line) for line in plain(quiet, 120, 40))
    assert len([line for line in plain(quiet, 120, 40) if line.strip()]) > 20
    assert asked <= 120


@pytest.mark.parametrize("name", ["محمد", "李小龙", "Maximiliane von Wolfeschlegelsteinhausen" * 2])
def test_a_name_that_cannot_be_enlarged_is_on_a_plate(name: str) -> None:
    lines = composed(replace(USUAL, speaker=name), 80, 24)
    plate = [line for line in lines if any("on $accent" in str(span.style) for span in line.spans)]
    assert len(plate) >= 3
    assert len({line.cell_length for line in plate}) == 1


def test_extra_lines_stand_at_the_bottom() -> None:
    lines = plain(replace(USUAL, extra=("14 of 20 min", "van, keys")), 80, 24)
    assert [line.strip() for line in lines[-2:]] == ["14 of 20 min", "van, keys"]


def test_an_empty_view_is_an_empty_board() -> None:
    assert "".join(plain(RoomView(), 80, 24)).strip() == ""
