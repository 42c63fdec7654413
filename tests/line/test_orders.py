"""What a typed line asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.commands import circle
from facilitator.line.orders import KEYS, WORDS, LineError, Order, understood


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("next", Order("next")),
        ("  NEXT  ", Order("next")),
        ("hand ines question", Order("hand", "ines question")),
        ("note   two  words ", Order("note", "two  words")),
        ("note: with a colon", Order("note", "with a colon")),
        ("! @bo call", Order("!", "@bo call")),
        ("!@bo call", Order("!", "@bo call")),
        ("=Doors open", Order("=", "Doors open")),
        ("% pots: bo", Order("%", "pots: bo")),
        ("+45", Order("more", "45")),
        ("-", Order("less")),
        ("/ a thought", Order("note", "a thought")),
        ("\\= no decision", Order("note", "= no decision")),
        ("] 3", Order("step", "3")),
        ("?", Order("help")),
    ],
)
def test_a_line_begins_with_the_word_or_the_sign_of_a_command(line: str, order: Order) -> None:
    assert understood(line) == order


@pytest.mark.parametrize("line", ["", "   ", "\t", "# a comment", "  # next"])
def test_an_empty_line_and_a_comment_ask_for_nothing(line: str) -> None:
    assert understood(line) is None


@pytest.mark.parametrize(
    ("key", "word"), [("n", "next"), ("p", "pass"), ("U", "redo"), ("u", "undo"), ("C", "close")]
)
def test_the_keys_of_the_screens_are_words_as_well(key: str, word: str) -> None:
    assert understood(key) == Order(word)


def test_every_key_that_is_a_word_does_what_it_does_on_the_screen() -> None:
    by_word = {command.word: command for command in circle.COMMANDS}
    assert len(KEYS) > 25
    for key, word in KEYS.items():
        if key != "?":
            assert by_word[word].key in (key, *_NAMES_OF_SIGNS.get(key, ()))


_NAMES_OF_SIGNS = {
    "/": ("slash",),
    "%": ("percent_sign",),
    "*": ("asterisk",),
    "+": ("plus",),
    "-": ("minus",),
    "!": ("exclamation_mark",),
    "=": ("equals_sign",),
    "[": ("left_square_bracket",),
    "]": ("right_square_bracket",),
}


@pytest.mark.parametrize(
    ("beginning", "word"), [("ne", None), ("nex", "next"), ("lat", "later"), ("undo", "undo")]
)
def test_a_beginning_counts_if_it_fits_one_word(beginning: str, word: str | None) -> None:
    if word is not None:
        assert understood(beginning) == Order(word)
        return
    with pytest.raises(LineError, match=r"ne: did you mean next or newcomer\?"):
        understood(beginning)


@pytest.mark.parametrize("word", WORDS)
def test_no_word_hides_behind_the_beginning_of_another(word: str) -> None:
    assert understood(f"{word} x") == Order(word, "x")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nxt", "nxt: did you mean next?"),
        ("paas", "paas: did you mean pass?"),
        ("frobnicate", "frobnicate is no command. help lists them."),
        (
            "Kitchen ran out of gas",
            "Kitchen is no command. To write this down, begin with: note",
        ),
    ],
)
def test_what_is_no_command_is_refused_and_not_written_down(line: str, said: str) -> None:
    with pytest.raises(LineError) as refused:
        understood(line)
    assert str(refused.value) == said


def test_an_english_sentence_is_nobodys_arrival() -> None:
    with pytest.raises(LineError):
        understood("a tree fell on the road")


@given(st.text())
def test_any_line_is_understood_or_refused_in_words(line: str) -> None:
    order, refused = None, ""
    try:
        order = understood(line)
    except LineError as error:
        refused = str(error)
    nothing = not line.strip() or line.strip().startswith("#")
    assert nothing or refused or (order is not None and order.word in WORDS)
