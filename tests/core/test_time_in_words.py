"""Spans, dates and times of day, in words for people."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import LONG

from facilitator.core import timing, words


@pytest.mark.parametrize(
    ("milliseconds", "shown"),
    [(1, "0:01"), (74_000, "1:14"), (3_729_000, "1:02:09"), (0, "+0:00"), (-999, "+0:00")],
)
def test_a_span_is_shown_so_that_it_is_over_when_it_says_so(milliseconds: int, shown: str) -> None:
    assert words.span(milliseconds) == shown


@given(LONG, st.integers(-(10**9), 10**9))
def test_any_moment_has_a_date_in_the_room(at: int, offset: int) -> None:
    assert date(1, 1, 1) <= timing.local_date(at, offset) <= date(9999, 12, 31)


def test_the_date_is_the_one_in_the_room_not_in_greenwich() -> None:
    late = 1_763_937_000_000
    assert words.time_of_day(late, 60) == "23:30"
    assert timing.local_date(late, 60) == date(2025, 11, 23)
    assert timing.local_date(late, 120) == date(2025, 11, 24)


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2025-11-27", "Thu 27 Nov"), ("27 Nov", "27 Nov"), ("", ""), ("2025-13-45", "2025-13-45")],
)
def test_a_date_is_short_and_what_is_none_stays_as_it_is(iso: str, shown: str) -> None:
    assert words.short_date(iso) == shown
