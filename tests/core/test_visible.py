from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.visible import visible

HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\nb\r", "a␤b␍"),
        ("\x00\x7f", "␀␡"),
        ("\x85\x9b", "‹U+0085›‹U+009B›"),
        ("\u202egnp.exe", "‹U+202E›gnp.exe"),
        ("\u2066a\u2069\u200f", "‹U+2066›a‹U+2069›‹U+200F›"),
        ("\u2028\ufeff\ud800", "‹U+2028›‹U+FEFF›‹U+D800›"),
        ("a\u200bb", "a‹U+200B›b"),
        ("\u200d", "‹U+200D›"),
        ("\U000e0041", "‹U+E0041›"),
    ],
)
def test_what_is_hidden_or_active_is_shown(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "[/] [bold]x",
        "Lúcia, 救灾, é",
        "👩\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈 ❤\ufe0f 👩🏽\u200d🔧",
        "می\u200cخواهم",
        "क्\u200dष",
        "",
        "x" * 10_000,
    ],
)
def test_what_belongs_to_writing_stays_as_typed(typed: str) -> None:
    assert visible(typed) == typed


def test_no_hidden_character_passes_alone() -> None:
    hidden = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) in HIDDEN]
    passed = [each for each in hidden if any(category(c) in HIDDEN for c in visible(each))]
    assert passed == []


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_text_that_is_visible_is_one_line_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown
