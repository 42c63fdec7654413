"""Names as they are typed in one line, or stand in a list with a line for each."""

from __future__ import annotations

import pytest

from facilitator.core.gathering import names_in_line, names_in_list


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ana", ["Ana"]),
        ("Ana, Bo;Chidi *", ["Ana", "Bo", "Chidi *"]),
        (" Ana  Lima ,, ;Bo, ", ["Ana Lima", "Bo"]),
        ("1. Ana", ["1. Ana"]),
        (" ,; ", []),
    ],
)
def test_commas_and_semicolons_part_the_names_in_a_line(words: str, names: list[str]) -> None:
    assert names_in_line(words, {"1@a": "Silva, Ana"}) == names


@pytest.mark.parametrize("words", ["Silva, Ana", "silva,  ana", "Silva, Ana *"])
def test_a_name_that_the_group_knows_is_one_whatever_is_in_it(words: str) -> None:
    assert names_in_line(words, {"1@a": "Silva, Ana"}) == [" ".join(words.split())]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Silva, Ana", ["Silva, Ana"]),
        ('"; drop table people; --', ['"; drop table people; --']),
        ("Ana\tana's mother", ["Ana ana's mother"]),
        ("- Ana", ["Ana"]),
        ("  12) Bo *", ["Bo *"]),
        ("• María  José", ["María José"]),
        ("- [ ] task", ["[ ] task"]),
        ("-Ana", ["-Ana"]),
        ("2nd Ana", ["2nd Ana"]),
        ("* ", []),
        ("", []),
    ],
)
def test_a_line_of_a_list_is_one_name_but_for_its_bullet(line: str, names: list[str]) -> None:
    assert names_in_list(["Zoë", line, "Ewe"]) == ["Zoë", *names, "Ewe"]
