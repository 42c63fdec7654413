"""Terms as bars on a line of days."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from support.group import Group, with_pantry
from support.handoffs import claim, hand_over, name_next, shadow

from facilitator.core import intents
from facilitator.core.roles.standing import standing
from facilitator.ui import timeline

CELLS = 56


def bar(group: Group, name: str, cells: int = CELLS) -> str:
    """The line of a role as it is drawn today."""
    role, today = group.role(name), group.today.isoformat()
    found = timeline.line(role, standing(role, today), today, group.names)
    return "".join(text for _, text in timeline.drawn(found, timeline.window(today), cells))


def test_today_stands_at_the_same_place_in_every_line() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    today = timeline.window(group.today.isoformat())
    empty = "".join(text for _, text in timeline.drawn(None, today, CELLS))
    assert empty.index("┃") == bar(group, "Pantry").index("┃") == today.cell(today.today, CELLS)
    assert set(empty) == {" ", "┃"}


def test_a_term_is_a_bar_and_what_the_next_one_shadows_is_lighter() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.wait(45)
    name_next(group, "Pantry", "Bo")
    shadow(group, "Pantry")
    group.wait(21)
    found = bar(group, "Pantry")
    assert found.strip().startswith("█████")
    assert "█▓" in found
    assert "▓┃▓" in found
    assert found.rstrip().endswith("▓◆ Bo")


def test_what_is_overdue_reaches_from_its_handoff_until_today() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.wait(110)
    assert re.search("█◆░+┃ [?]$", bar(group, "Pantry").rstrip())


def test_terms_before_this_one_are_a_line() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.wait(40)
    hand_over(group, "Pantry", "Bo")
    group.wait(20)
    assert "───███" in bar(group, "Pantry")


def test_a_role_that_nobody_has_is_dotted_until_today() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.wait(40)
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("ill",), emergency=True))
    group.wait(20)
    assert "──····" in bar(group, "Pantry")
    assert bar(group, "Pantry").rstrip().endswith("┃")


def test_who_came_to_nothing_has_no_bar() -> None:
    group = with_pantry()
    claim(group, "Pots", "Ana")
    claim(group, "Pots", "Bo")
    group.do(intents.SettleClaim(group.term("Pots").id))
    role, today = group.role("Pots"), group.today.isoformat()
    found = timeline.line(role, standing(role, today), today, group.names)
    assert [each.stretch for each in found.bars] == [timeline.Stretch.HELD]


def test_a_micro_role_hands_nothing_over() -> None:
    group = with_pantry()
    claim(group, "Pots", "Ana")
    assert "◆" not in bar(group, "Pots")
    group.wait(30)
    assert "█" not in bar(group, "Pots")


@pytest.mark.parametrize("day", ["2028-02-29", "2027-12-31", "0001-01-05", "9999-12-31", "never"])
def test_three_months_lie_on_both_sides_of_any_day(day: str) -> None:
    shown = timeline.window(day)
    assert shown.first < shown.today < shown.last or day in ("0001-01-05", "9999-12-31")
    assert 0 <= shown.today_cell(CELLS) < CELLS
    assert len(timeline.months(shown, CELLS)) == CELLS


def test_months_stand_above_their_first_days() -> None:
    shown = timeline.window("2027-04-02")
    months = timeline.months(shown, 56)
    assert months.split() == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"]
    assert months.index("Apr") == shown.cell(date(2027, 4, 1).toordinal(), 56)


def test_a_narrow_line_names_fewer_months_and_never_half_of_one() -> None:
    shown = timeline.window("2027-04-02")
    assert set(timeline.months(shown, 14).split()) <= {"Jan", "Feb", "Mar", "Apr", "May", "Jun"}


@given(
    st.integers(0, 150),
    st.integers(0, 800),
    st.sampled_from(["Ana", "山田太郎", "👩‍👩‍👧‍👦", "x" * 500, "\x1b[2J", ""]),
)
def test_a_line_has_exactly_its_cells_whoever_is_next_and_whenever(
    cells: int, days: int, name: str
) -> None:
    group = with_pantry("Ana", "Bo")
    group.names["p-Bo"] = name
    claim(group, "Pantry", "Ana")
    name_next(group, "Pantry", "Bo")
    group.wait(days)
    assert cell_len(bar(group, "Pantry", cells)) == cells
