"""Names that stand in typed text: found in any spelling, and taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core import events
from facilitator.core.facts import Fact
from facilitator.core.forgetting import holds_name, typed_in, without_name


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("Ana has the keys", "Ana", True),
        ("ask ÁNA, quickly", "ana", True),
        ("bananas for Anabel", "Ana", False),
        ("Ana-Maria", "Ana", True),
        ("Zoë  the\nTall", "zoe the tall", True),
        ("anything", "", False),
        ("anything", " ", False),
        ("a (b) c", "(b)", True),
        ("costs 5 $ more", "$", True),
    ],
)
def test_a_name_is_found_as_words_of_its_own(text: str, name: str, *, held: bool) -> None:
    assert holds_name(text, name) is held


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("then Ana said", "then someone said"),
        ("ANA and ana", "someone and someone"),
        ("bananas", "bananas"),
        ("then Ána said", ""),
    ],
)
def test_a_text_keeps_everything_but_the_name_unless_it_is_spelled_in_another_way(
    text: str, left: str
) -> None:
    assert without_name(text, "Ana") == left


@given(st.text(), st.text(min_size=1).filter(lambda name: name.casefold() not in "someone"))
def test_whatever_is_taken_out_is_out(text: str, name: str) -> None:
    assert not holds_name(without_name(f"{text} {name} {text}", name), name)


def test_references_are_no_text() -> None:
    body = events.NoteTaken("step-1", "2@k7f3", ("ask ", events.Mention("3@k7f3")))
    fact = Fact("9@k7f3", 9, "k7f3", 0, "t1", "9@k7f3", "1@k7f3", body)
    assert "ask " in [*typed_in(fact)]
    assert not [text for text in typed_in(fact) if "@" in text]
