"""The ring's geometry: labels never touch one another or the arc; the arc drains evenly."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.widgets.arc import Arc
from facilitator.widgets.ellipse import Ellipse, Place, Plan, Side, plan_ring

widths = st.integers(60, 160)
heights = st.integers(16, 56)
label_widths = st.lists(st.integers(4, 70), max_size=24)

BLANK = " \u2800"


def cells_of(places: tuple[Place, ...]) -> list[tuple[int, int]]:
    return [(p.row, column) for p in places for column in range(p.column, p.column + p.cells)]


def arc_cells(plan: Plan) -> set[tuple[int, int]]:
    assert plan.arc is not None
    return {(c.row, c.column) for cells in Arc(plan.arc).rows.values() for c in cells}


@given(widths, heights, label_widths)
@settings(max_examples=300, deadline=None)
def test_up_to_24_labels_share_no_cell_with_each_other_or_the_arc_and_stay_inside(
    width: int, height: int, wants: list[int]
) -> None:
    plan = plan_ring(width, height, wants)
    cells = cells_of(plan.places)
    arc = arc_cells(plan)

    assert len(plan.places) == len(wants)
    assert len(cells) == len(set(cells))
    assert not arc & set(cells)
    assert all(0 <= row < height and 0 <= column < width for row, column in arc | set(cells))


@given(widths, heights, label_widths)
@settings(deadline=None)
def test_a_label_gets_at_most_what_it_wants_and_enough_for_a_short_name(
    width: int, height: int, wants: list[int]
) -> None:
    for want, place in zip(wants, plan_ring(width, height, wants).places, strict=True):
        assert min(want, 10) <= place.cells <= want


@given(widths, heights, st.integers(1, 24), st.integers(4, 20))
@settings(deadline=None)
def test_labels_of_one_width_mirror_each_other(
    width: int, height: int, count: int, want: int
) -> None:
    places = plan_ring(width, height, [want] * count).places
    for place, twin in zip(places[1:], reversed(places[1:]), strict=True):
        if place.side is Side.CENTER:
            continue
        assert place.row == twin.row
        assert place.column == width - twin.column - twin.cells


@given(widths, heights, st.integers(3, 24))
@settings(deadline=None)
def test_people_sit_clockwise_from_the_top(width: int, height: int, count: int) -> None:
    places = plan_ring(width, height, [8] * count).places
    right = [place.row for place in places if place.side is Side.RIGHT]
    left = [place.row for place in places if place.side is Side.LEFT]

    assert places[0].side is Side.CENTER
    assert places[0].row == min(place.row for place in places)
    assert right == sorted(set(right))
    assert left == sorted(set(left), reverse=True)


@example(39, 17, [4] * 33)
@given(st.integers(0, 200), st.integers(0, 60), st.lists(st.integers(0, 99), max_size=60))
@settings(deadline=None)
def test_any_area_has_a_plan_that_keeps_inside_it(
    width: int, height: int, wants: list[int]
) -> None:
    plan = plan_ring(width, height, wants)
    cells = cells_of(plan.places)

    assert len(plan.places) in {0, len(wants)}
    assert plan.arc is None or not arc_cells(plan) & set(cells)
    assert len(cells) == len(set(cells))
    assert all(0 <= row < height and 0 <= column < width for row, column in cells)


def test_an_area_too_small_for_an_arc_has_none() -> None:
    assert plan_ring(30, 8, [6, 6]) == Plan(None, ())


@pytest.mark.parametrize("size", [(84, 34), (61, 17), (160, 56)])
def test_the_arc_is_symmetrical(size: tuple[int, int]) -> None:
    plan = plan_ring(*size, [8] * 12)
    assert plan.arc is not None
    cells = arc_cells(plan)
    assert cells == {(2 * plan.arc.row - row, column) for row, column in cells}
    assert cells == {(row, size[0] - 1 - column) for row, column in cells}


ARC = Arc(Ellipse(42, 16, 25, 11))
CELLS = [cell for cells in ARC.rows.values() for cell in cells]


def dots(left: float) -> int:
    return sum(
        (ord(cell.drawn(left)[0]) - 0x2800).bit_count()
        for cell in CELLS
        if cell.drawn(left)[0] not in BLANK
    )


def test_a_full_arc_is_all_lit_and_an_empty_one_a_thin_line() -> None:
    assert all(lit for _, lit in (cell.drawn(1.0) for cell in CELLS))
    assert not any(lit for _, lit in (cell.drawn(0.0) for cell in CELLS))
    assert 2.5 < dots(1.0) / dots(0.0) < 3.5


@given(st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None)
def test_less_time_never_lights_more(one: float, other: float) -> None:
    assert dots(min(one, other)) <= dots(max(one, other))


def test_a_quarter_of_the_time_lights_the_first_quarter_after_the_top() -> None:
    lit = {(cell.row, cell.column) for cell in CELLS if cell.drawn(0.25)[1]}
    assert lit == {(c.row, c.column) for c in CELLS if c.column >= 42 and c.row <= 16}


@given(st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None)
def test_the_cells_between_two_shares_are_those_that_look_different(
    one: float, other: float
) -> None:
    changed = [cell for cell in CELLS if cell.drawn(one) != cell.drawn(other)]
    assert list(ARC.between(one, other)) == changed


def test_a_second_of_two_minutes_touches_few_cells() -> None:
    assert all(
        len(list(ARC.between(second / 120, (second + 1) / 120))) <= 12 for second in range(120)
    )
