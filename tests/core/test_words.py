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


def test_a_name_in_a_list_has_a_sensible_length_and_no_character_is_cut() -> None:
    assert words.short("Bring the pots") == "Bring the pots"
    assert words.short("x" * 60) == "x" * 60
    assert words.short("x" * 61) == "x" * 59 + "…"
    assert words.short("x" * 58 + "e\u0301" + "x" * 9) == "x" * 58 + "…"
    assert words.short("x" * 57 + "👩\u200d👧" + "x" * 9) == "x" * 57 + "…"
    assert words.short("x" * 58 + " y" + "z" * 9) == "x" * 58 + "…"
    assert len(words.short("\u0301" * 200)) <= 60
