"""User text on a terminal: what is shown, how it is cut, how it is wrapped."""

from __future__ import annotations

import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.ui.text import column, fit, visible, wrap

FAMILY = "👩\u200d👩\u200d👧"
ASTRONAUT = "👩🏽\u200d🚀"
NASTY = ["\x1b", "\u202e", "\u200d", "\u200c", "\ufe0f", "\u0301", "\ud800", "\n", "\t", " "]

anything = st.text(st.characters(exclude_categories=()), max_size=60) | st.lists(
    st.sampled_from([*NASTY, "a", "क", "्", "漢", "👩", "🚀", "🏽", "🇩", "❤", FAMILY, "word"]),
    max_size=30,
).map("".join)
plain = st.text(st.sampled_from("abc XYZ-éß漢字👍·›"), max_size=60)


def unsafe(character: str) -> bool:
    """Whether a character by itself may act on a terminal or hide."""
    if character in "\u200c\u200d":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(anything)
def test_nothing_unsafe_is_left(text: str) -> None:
    assert not [character for character in visible(text) if unsafe(character)]


def test_every_unsafe_character_of_unicode_is_shown() -> None:
    suspects = [chr(code) for code in range(sys.maxunicode + 1) if unsafe(chr(code))]
    assert len(suspects) > 2000
    assert [f"{ord(c):X}" for c in suspects if unsafe(visible(f"a{c}b")[1])] == []


@given(anything)
def test_making_text_visible_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(plain)
def test_safe_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\nb", "a␤b"),
        ("a\tb", "a b"),
        ("\x7f\x00", "␡␀"),
        ("\x9b31m", "‹U+009B›31m"),
        ("\u202eevil", "‹U+202E›evil"),
        ("a\u2028b", "a‹U+2028›b"),
        ("\ufeffAna", "‹U+FEFF›Ana"),
        ("\ud83d", "‹U+D83D›"),
        ("a\u200db", "a‹U+200D›b"),
        ("Ana\u200d", "Ana‹U+200D›"),
        ("Ana\u200c", "Ana‹U+200C›"),
        ("\ufe0f", "‹U+FE0F›"),
        ("[/] [bold]x", "[/] [bold]x"),
    ],
)
def test_what_acts_on_a_terminal_is_shown_instead(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        FAMILY,
        ASTRONAUT,
        "❤\ufe0f\u200d🔥",
        "🏳\ufe0f\u200d🌈",
        "ශ්\u200dරී",
        "می\u200cخواهم",
        "葛\U000e0100",
    ],
    ids=ascii,
)
def test_joiners_stay_where_they_mean_something(text: str) -> None:
    assert visible(text) == text


@given(anything, st.integers(0, 30))
def test_a_column_is_as_wide_as_asked_whatever_is_in_it(text: str, cells: int) -> None:
    told = column(text, cells)
    assert cell_len(told) == cells
    assert told.startswith(fit(text, cells))


@given(anything, st.integers(-1, 30))
def test_a_fitted_text_is_never_wider_than_asked(text: str, cells: int) -> None:
    fitted = fit(text, cells)
    assert cell_len(fitted) <= max(0, cells)
    assert visible(fitted) == fitted


@given(anything)
def test_a_text_that_fits_is_not_cut(text: str) -> None:
    safe = visible(text)
    assert fit(text, max(1, cell_len(safe))) == safe


@given(anything, st.integers(1, 30))
def test_a_cut_text_is_a_beginning_and_an_ellipsis(text: str, cells: int) -> None:
    safe, fitted = visible(text), fit(text, cells)
    if cell_len(safe) > cells:
        assert fitted.endswith("…")
        assert safe.startswith(fitted[:-1])
    else:
        assert fitted == safe


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("Fatima", 6, "Fatima"),
        ("Fatima", 5, "Fati…"),
        ("Fatima", 1, "…"),
        ("Fatima", 0, ""),
        ("Ana Bo", 5, "Ana…"),
        ("漢字漢字", 4, "漢…"),
        ("漢字漢字", 5, "漢字…"),
        (FAMILY + "abc", 3, FAMILY + "…"),
        (FAMILY + "abc", 2, "…"),
        ("🇩🇪🇫🇷🇳🇱", 4, "🇩🇪…"),
        ("🇩🇪🇫🇷🇳🇱", 5, "🇩🇪🇫🇷…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("कि की", 2, "कि…"),
        ("👍🏽👍🏽", 3, "👍🏽…"),
        ("می\u200cخواهم", 3, "می…"),
    ],
)
def test_a_cut_falls_between_what_people_read_as_characters(
    text: str, cells: int, fitted: str
) -> None:
    assert fit(text, cells) == fitted


@given(anything, st.integers(0, 20), st.integers(0, 5))
def test_wrapped_lines_are_few_and_narrow_enough(text: str, cells: int, lines: int) -> None:
    wrapped = wrap(text, cells, lines)
    assert len(wrapped) <= lines
    assert all(cell_len(line) <= cells for line in wrapped)
    assert all(visible(line) == line for line in wrapped)


@given(plain, st.integers(2, 20))
def test_wrapping_loses_and_adds_only_spaces(text: str, cells: int) -> None:
    assert "".join(wrap(text, cells, 100)).replace(" ", "") == text.replace(" ", "")


@given(plain, st.integers(2, 20), st.integers(1, 4))
def test_the_last_line_tells_that_there_was_more(text: str, cells: int, lines: int) -> None:
    there_is_more = len(wrap(text, cells, 100)) > lines
    assert "".join(wrap(text, cells, lines)).endswith("…") == there_is_more


@pytest.mark.parametrize(
    ("text", "cells", "lines", "wrapped"),
    [
        (
            "What skill did you use, or wish you had?",
            22,
            3,
            ["What skill did you", "use, or wish you had?"],
        ),
        ("one two three four", 9, 2, ["one two", "three…"]),
        ("Donaudampfschiff an", 8, 5, ["Donaudam", "pfschiff", "an"]),
        ("first\n\nsecond  line\r\n", 20, 5, ["first", "second line"]),
        ("漢字漢字漢字", 5, 2, ["漢字", "漢字…"]),
        ("a 漢", 1, 3, ["a", "…"]),
        ("", 10, 3, []),
    ],
)
def test_text_wraps_at_words(text: str, cells: int, lines: int, wrapped: list[str]) -> None:
    assert wrap(text, cells, lines) == wrapped


@pytest.mark.parametrize(
    "unit",
    ["x", "ab ", "é", "\x1b", "\u0301", FAMILY, "漢", "\u200d", "❤\ufe0f", "\ufe0f", "x\u202e"],
    ids=ascii,
)
def test_long_texts_take_no_more_than_their_share_of_time(unit: str) -> None:
    def seconds(text: str) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            fit(text, 20)
            wrap(text, 30, 4)
            best = min(best, time.process_time() - start)
        return best

    # Sixteen times the text: a quadratic cost would be 256 times as high.
    assert seconds(unit * 32_000) < max(0.001, seconds(unit * 2_000)) * 100


def test_the_command_line_can_use_it_without_loading_textual() -> None:
    code = "import sys, facilitator.ui.text; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
