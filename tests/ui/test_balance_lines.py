"""The balance in words and bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from support.play import Circle
from support.strategies import LONG, facts

from facilitator.core import balance, intents
from facilitator.core.agenda import Agenda, Discussion
from facilitator.core.balance import Voice
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.ui.balance import (
    BAR_CELLS,
    EVEN_CELLS,
    BalanceRow,
    BalanceView,
    balance_lines,
    balance_view,
    bar,
    view_of_those_who_spoke,
    word,
)

TALK = Agenda(title="Talk", steps=(Discussion(title="Budget", prompt="What?", minutes=10),))
SHARES = st.floats(0, 1)


def talked(**seconds: list[int]) -> Circle:
    circle = Circle(TALK, [*seconds])
    circle.do(intents.OpenCircle())
    for name, each in seconds.items():
        for turn in each:
            circle.do(intents.CallOn(circle.who(name)))
            circle.now += turn * 1000
            circle.do(intents.EndTurn(circle.meeting.speaking or ""))
    return circle


def view(circle: Circle) -> BalanceView:
    return balance_view(balance.of_meeting(circle.meeting, circle.now), circle.names)


def test_a_row_says_turns_time_and_how_it_stands_to_an_even_share() -> None:
    found = view(talked(Zoë=[100, 100], Ana=[70], Bo=[], Chidi=[10]))
    assert found.people == (
        BalanceRow("Zoë", "2 turns", "3:20", "█████┃███»", "more"),
        BalanceRow("Ana", "1 turn", "1:10", "█████│", "about even"),
        BalanceRow("Bo", "", "", "     │", "not yet"),
        BalanceRow("Chidi", "1 turn", "0:10", "█    │", "less"),
    )
    assert found.total == "4 turns, 4:40 in all"
    assert found.categories == ()


def test_before_anybody_has_spoken_the_balance_says_so() -> None:
    found = view(talked(Ana=[], Bo=[]))
    assert [row.word for row in found.people] == ["not yet", "not yet"]
    assert balance_lines(found, 40) == (
        "Ana       │      not yet",
        "Bo        │      not yet",
        "",
        "Nobody has spoken yet.",
    )


def test_lines_stand_in_columns() -> None:
    circle = talked(Ana=[60], Bo=[725, 30], 李雷=[], Dee=[5], Eli=[6], Fay=[7], Gil=[])
    for name in ("Ana", "Bo", "Dee", "Eli"):
        circle.do(intents.TakeCategory(circle.who(name), "tenant"))
    assert balance_lines(view(circle), 76) == (
        "Ana                1 turn    1:00  ███  │      less",
        "Bo                 2 turns  12:35  █████┃███»  more",
        "李雷                                    │      not yet",
        "Dee                1 turn    0:05       │      less",
        "Eli                1 turn    0:06       │      less",
        "Fay                1 turn    0:07       │      less",
        "Gil                                     │      not yet",
        "",
        "tenant (4 people)  5 turns  13:46  █████┃████  more",
        "others (3 people)  1 turn    0:07       │      less",
        "",
        "6 turns, 13:53 in all",
    )


def test_where_there_is_no_room_for_bars_the_words_stay() -> None:
    found = view(talked(Aleksandra=[60], Bo=[70]))
    assert balance_lines(found, 34)[:2] == (
        "Aleksan…  1 turn  1:00  about even",
        "Bo        1 turn  1:10  about even",
    )


@given(facts(), LONG, st.integers(0, 100))
def test_any_facts_have_lines_that_fit(wild: list[Fact], now: int, cells: int) -> None:
    for meeting in fold(wild).meetings.values():
        found = balance_view(balance.of_meeting(meeting, now), {})
        lines = balance_lines(found, cells)
        assert all(cell_len(line) <= cells for line in lines)
        assert len([*found.people, *found.categories]) <= len(lines)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.integers(0, 60))
def test_whatever_people_are_called_their_lines_fit(names: list[str], cells: int) -> None:
    rows = tuple(BalanceRow(name, "1 turn", "0:30", "█████│", "about even") for name in names)
    lines = balance_lines(BalanceView(rows, (), "1 turn, 0:30 in all"), cells)
    assert len(lines) == len(names) + 2
    assert all(cell_len(line) <= cells for line in lines)
    if cells >= 50:
        assert all("█████│" in line and line.endswith("about even") for line in lines[:-2])


@given(SHARES, SHARES)
def test_a_bar_has_ten_cells_at_most_and_one_mark_for_the_even_share(
    share: float, even: float
) -> None:
    drawn = bar(share, even)
    assert EVEN_CELLS < cell_len(drawn) <= BAR_CELLS
    assert drawn[EVEN_CELLS] in "│┃"
    assert ("┃" in drawn) == (len(drawn) > EVEN_CELLS + 1)


@pytest.mark.parametrize(
    ("share", "even", "drawn"),
    [
        (0.0, 0.2, "     │"),
        (0.1, 0.2, "██   │"),
        (0.2, 0.2, "█████│"),
        (0.24, 0.2, "█████┃█"),
        (0.36, 0.2, "█████┃████"),
        (0.4, 0.2, "█████┃███»"),
        (0.5, 0.0, "     │"),
    ],
)
def test_a_bar_is_full_as_far_as_the_mark_where_the_share_is_even(
    share: float, even: float, drawn: str
) -> None:
    assert bar(share, even) == drawn


@pytest.mark.parametrize(
    ("turns", "share", "even", "said"),
    [
        (0, 0.0, 0.25, "not yet"),
        (1, 0.0, 0.25, "less"),
        (1, 0.16, 0.25, "less"),
        (1, 0.17, 0.25, "about even"),
        (1, 0.37, 0.25, "about even"),
        (1, 0.38, 0.25, "more"),
        (1, 0.5, 0.0, "about even"),
    ],
)
def test_half_as_much_again_is_still_about_even(
    turns: int, share: float, even: float, said: str
) -> None:
    assert word(turns, share, even) == said


def test_somebody_whose_name_is_gone_is_someone() -> None:
    one = Voice("9@a", 1, 1000, 1000, 1.0, 1.0)
    found = balance_view(balance.Balance((one,), (), 1, 1000), {})
    assert found.people[0].name == "someone"


def test_what_a_group_looks_at_together_names_only_who_spoke_and_counts_the_others() -> None:
    circle = talked(Zoë=[100], Ana=[], Bo=[50], Chidi=[])
    found = view_of_those_who_spoke(balance.of_meeting(circle.meeting, circle.now), circle.names)
    assert [row.name for row in found.people] == ["Zoë", "Bo"]
    assert found.total == "2 turns, 2:30 in all; 2 people have not spoken"


def test_where_everyone_or_nobody_spoke_nobody_is_counted() -> None:
    for circle in (talked(Ana=[10], Bo=[10]), talked(Ana=[], Bo=[])):
        shown = balance.of_meeting(circle.meeting, circle.now)
        assert "not spoken" not in view_of_those_who_spoke(shown, circle.names).total
