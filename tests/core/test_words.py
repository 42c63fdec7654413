"""Lists and numbers, in words for people."""

from __future__ import annotations

import pytest

from facilitator.core import words


@pytest.mark.parametrize(
    ("several", "shown"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Bo"], "Ana and Bo"),
        (["Ana", "Bo", "Chidi"], "Ana, Bo and Chidi"),
    ],
)
def test_a_list_ends_in_and(several: list[str], shown: str) -> None:
    assert words.listed(several) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "no"), (3, "three"), (10, "10"), (-1, "-1")])
def test_a_small_number_is_a_word(count: int, shown: str) -> None:
    assert words.number(count) == shown
