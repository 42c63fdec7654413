"""Words in large letters: they fit, and no letter is lost."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.ui.text import wrap
from facilitator.widgets.alphabet import ABOVE, BASE, BELOW, BESIDE, LETTERS
from facilitator.widgets.lettering import enlarged, lettered, shape

NAMES = ["Lúcia", "Çağla", "Zoë", "Łukasz", "Ñandú", "O'Brien-Smith", "Nguyễn Thị Phượng", "Ģirts"]
CLOCKS = ["1:14", "+0:45", "! 0:20", "‖ 12:00", "10:00"]
QUESTION = "What skill did you use, or wish you had?"

drawable = st.text(st.sampled_from([*LETTERS, *ABOVE, *BELOW, *BESIDE]), max_size=60)
widths, heights = st.integers(-1, 220), st.integers(-1, 70)


@settings(deadline=None)
@given(st.text(max_size=300) | drawable, widths, heights)
def test_any_text_fits_any_area(text: str, width: int, height: int) -> None:
    lines = lettered(text, width, height)
    assert len(lines) <= max(0, height)
    assert all(cell_len(line) <= max(0, width) for line in lines)


@settings(deadline=None)
@given(drawable, st.characters(), drawable, widths, heights)
def test_one_letter_without_a_shape_makes_the_whole_text_plain(
    before: str, letter: str, after: str, width: int, height: int
) -> None:
    text = before + letter + after
    undrawable = {c for c in normalize("NFD", text) if c not in LETTERS and c not in "\n\r"}
    if undrawable - ABOVE.keys() - BELOW.keys() - BESIDE.keys():
        assert enlarged(text, width, height) == ()
        assert lettered(text, width, height) == tuple(wrap(text, width, height))


@settings(deadline=None)
@given(drawable, widths, heights)
def test_large_letters_are_lines_of_one_width(text: str, width: int, height: int) -> None:
    assert len({len(line) for line in enlarged(text, width, height)}) <= 1


@settings(deadline=None)
@given(drawable, widths, heights, st.integers(0, 20), st.integers(0, 10))
def test_what_is_large_stays_large_in_a_larger_area(
    text: str, width: int, height: int, wider: int, higher: int
) -> None:
    if enlarged(text, width, height):
        assert enlarged(text, width + wider, height + higher)


def test_every_shape_has_nine_rows_of_one_width_and_no_two_are_the_same() -> None:
    twins = {"\u00a0", "\u2010", "\u2011", "\u2212", "Ð", "ʼ"}
    shapes = [glyph for letter, glyph in LETTERS.items() if letter not in twins]
    assert {len(glyph) for glyph in shapes} == {BASE + 2}
    assert all(len({len(row) for row in glyph}) == 1 for glyph in LETTERS.values())
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("size", [(80, 6), (80, 24), (200, 60)])
def test_letters_that_differ_look_different_with_every_mark(size: tuple[int, int]) -> None:
    letters = [chr(code) for code in range(0x21, 0x250) if chr(code).isalnum()]
    looks = {letter: enlarged(letter, *size) for letter in letters if letter != "Ð"}
    drawn = [look for look in looks.values() if look]
    assert len(drawn) > 280
    assert len(set(drawn)) == len(drawn)


def test_all_of_ascii_and_of_western_european_writing_has_shapes() -> None:
    missing = [c for c in map(chr, range(0x20, 0x7F)) if not shape(c)]
    missing += [c for c in map(chr, range(0xC0, 0x180)) if not shape(normalize("NFD", c))]
    assert "".join(missing) == "÷ĲĳĸĿŀŉŦŧſ"


@pytest.mark.parametrize("name", [*NAMES, *CLOCKS, "Say … “yes” – or ‘no’!", "¿Qué? · 50 %"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_names_and_clocks_are_large(name: str, size: tuple[int, int]) -> None:
    assert enlarged(name, size[0], size[1] // 3)


@pytest.mark.parametrize(
    "name", ["李小龙", "محمد", "Zoë 👋", "Олена", "Z̷o", "a\x1b[2J", "\u202eab"]
)
def test_what_has_no_shape_is_plain_and_complete(name: str) -> None:
    lines = lettered(name, 80, 24)
    assert lines == tuple(wrap(name, 80, 24))
    assert len(lines) == 1


def test_a_decomposed_name_looks_like_a_composed_one() -> None:
    for name in NAMES:
        assert enlarged(normalize("NFD", name), 80, 24) == enlarged(normalize("NFC", name), 80, 24)


def test_the_smallest_letters_look_like_this() -> None:
    assert enlarged("Zoë 1:14", 24, 4) == (
        "▀▀▌   ▝▝   ▗▌  ▗▌  ▟ ",
        " ▞ ▞▀▖▞▀▖   ▌ ▘ ▌ ▞▐ ",
        "▞  ▌ ▌▛▀▘   ▌   ▌ ▀▜▘",
        "▀▀▘▝▀ ▝▀   ▝▀ ▘▝▀  ▝ ",
    )


def test_words_are_wrapped_when_that_makes_them_larger() -> None:
    one, two = enlarged("Ana Maria", 80, 5), enlarged("Ana Maria", 80, 24)
    assert len(one) < len(two)
    assert len(two) > 12


def test_a_long_question_has_lines_of_about_one_length() -> None:
    lines = enlarged(QUESTION, 80, 10)
    assert len(lines) == 10
    first = max(len(line.rstrip()) for line in lines[:5])
    assert abs(first - max(len(line.strip()) for line in lines[5:])) < 20


def test_a_name_may_be_parted_at_its_hyphen_and_nowhere_else() -> None:
    assert len(enlarged("O'Brien-Smith", 60, 24)) > 10
    assert enlarged("Wolfeschlegelsteinhausen", 40, 24) == ()


def test_a_clock_keeps_its_size_whatever_it_reads() -> None:
    def look(reading: str) -> int:
        return len(lettered(reading, 60, 12, like="! 00:00"))

    assert {look(reading) for reading in CLOCKS} == {look("! 00:00")}
    assert len(lettered("1:11", 60, 12)[0]) == len(lettered("8:88", 60, 12)[0])


def test_a_text_far_too_long_is_plain_and_cut() -> None:
    lines = lettered("word " * 100_000, 80, 10)
    assert len(lines) == 10
    assert lines[-1].endswith("…")


def test_nothing_is_no_lines() -> None:
    assert lettered("", 80, 24) == lettered(" \n", 80, 24) == ()
