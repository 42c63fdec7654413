"""When a circle meets next is told with its day: the words alone mean another day later."""

from __future__ import annotations

import pytest

from facilitator.dates import with_its_day

FRIDAY = "2026-11-27"


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("next friday 19:00", "next friday 19:00 (Fri 4 Dec)"),
        ("tuesday at 19:30", "tuesday at 19:30 (Tue 1 Dec)"),
        ("in two weeks", "in two weeks (Fri 11 Dec)"),
        ("Fri 4 Dec", "Fri 4 Dec"),
        ("Fri 4 Dec 19:00", "Fri 4 Dec 19:00"),
        ("2026-12-04", "2026-12-04"),
        ("after the harvest", "after the harvest"),
        ("", ""),
    ],
)
def test_words_that_mean_a_day_have_it_beside_them(when: str, told: str) -> None:
    assert with_its_day(when, FRIDAY) == told


def test_where_nobody_knows_when_it_was_said_the_words_stay() -> None:
    assert with_its_day("next friday", "") == "next friday"
