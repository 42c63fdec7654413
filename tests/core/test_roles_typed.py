"""Roles and lengths of terms as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.roles.typed import LESS_THAN_A_DAY, typed_length, typed_role


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Pantry, 3 months", ("Pantry", 0, 3)),
        ("Pantry · 3 months", ("Pantry", 0, 3)),
        ("Pantry - 1 month", ("Pantry", 0, 1)),
        ("Bring the  pots; 2 weeks", ("Bring the pots", 14, 0)),
        ("First-aid kit, 10 days", ("First-aid kit", 10, 0)),
        ("Salt, pepper, 1 week", ("Salt, pepper", 7, 0)),
        ("Garden, 2 years", ("Garden", 0, 24)),
        ("Cups, 0 days", ("Cups", LESS_THAN_A_DAY, 0)),
        ("Pots", ("Pots", 0, 0)),
        ("Pots, pans", ("Pots, pans", 0, 0)),
        ("Class of 3 months", ("Class of 3 months", 0, 0)),
        (", 3 months", (", 3 months", 0, 0)),
        ("", ("", 0, 0)),
    ],
)
def test_a_length_behind_a_comma_is_a_length_and_all_else_a_name(
    words: str, meant: tuple[str, int, int]
) -> None:
    assert typed_role(words) == meant


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("10 days", (10, 0)),
        ("1 day", (1, 0)),
        (" 2 Weeks ", (14, 0)),
        ("3 months", (0, 3)),
        ("3m", (0, 3)),
        ("2w.", (14, 0)),
        ("1 year", (0, 12)),
        ("2y", (0, 24)),
        ("0 months", (LESS_THAN_A_DAY, 0)),
        ("99999 days", (99999, 0)),
        ("3", None),
        ("three months", None),
        ("3 hours", None),
        ("9999999999 days", None),
        ("-3 days", None),
    ],
)
def test_lengths_are_days_or_months(words: str, length: tuple[int, int] | None) -> None:
    assert typed_length(words) == length


@given(st.text(max_size=80))
def test_any_line_is_a_role_of_some_name(words: str) -> None:
    name, days, months = typed_role(words)
    assert name == " ".join(name.split())
    assert not (days and months)
    if not days and not months:
        assert name == " ".join(words.split())
