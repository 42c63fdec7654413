"""Lines that were written down are mended, struck, moved and turned by their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typist import Typist, typing


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    with typing(tmp_path) as found:
        found("begin", "note the kichen", "! @chidi borrow the PA by friday", "?? who has the key")
        yield found


def test_lines_have_numbers(typist: Typist) -> None:
    assert typist("lines") == [
        "1 the kichen.",
        "2 Commitment: Chidi: borrow the PA, by friday.",
        "3 who has the key.",
    ]


def test_a_line_is_said_as_it_could_be_typed_and_in_other_words(typist: Typist) -> None:
    assert typist("edit 2") == ["! @Chidi borrow the PA by friday"]
    assert typist("edit 1 the kitchen") == ["mended to “the kitchen”."]
    assert typist("edit 2 ! @bo borrow the PA by sunday") == [
        "commitment now: “borrow the PA”, Bo, by sunday."
    ]
    assert typist("lines")[:2] == [
        "1 the kitchen.",
        "2 Commitment: Bo: borrow the PA, by sunday.",
    ]
    assert typist("edit 1 the kitchen") == ["That is so already."]


def test_numbers_stay_while_lines_are_struck(typist: Typist) -> None:
    typist("lines")
    assert typist("strike 1") == ["a line struck."]
    assert typist("edit 3 ?? who has the keys")[0].startswith("mended to")
    assert typist("lines struck")[0] == "the kichen."
    typist("undo 2")
    assert typist("lines")[0] == "1 the kichen."


def test_a_line_moves_to_a_person_or_a_step(typist: Typist) -> None:
    assert "Bo" in typist("moveline 1 to bo")[0]
    assert typist("lines")[0] == "1 Bo: the kichen."
    assert typist("moveline 1 to 3")[0].startswith("a note moved to")
    typist("moveline 1 nobody")
    assert typist("lines")[0] == "1 the kichen."
    assert typist("moveline 2 to dee") == ["commitment now: “borrow the PA”, Dee, by friday."]


def test_a_line_turns_into_another_kind(typist: Typist) -> None:
    assert typist("turn 1 dec") == ["decision now: “the kichen”."]
    assert typist("turn 2 note")[0].startswith("note now:")


def test_every_wording_is_said(typist: Typist) -> None:
    typist("edit 1 the kitchen")
    assert typist("wording 1") == [
        "20:00 written at t1: the kichen.",
        "20:00 mended at t1: the kitchen.",
    ]


def test_a_promise_is_written_without_a_date(typist: Typist) -> None:
    typist("undated @bo bring the list by friday")
    assert typist("lines")[-1] == "4 Commitment: Bo: bring the list by friday."


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with typing(tmp_path) as typist:
        typist("begin")
        assert typist("lines") == ["Nothing is written down yet."]
        assert typist("lines struck") == ["No line is struck."]


def test_of_many_lines_the_latest_are_listed(typist: Typist) -> None:
    for number in range(25):
        typist(f"note number {number}")
    assert typist("lines")[:2] == ["8 before these: lines all lists them.", "9 number 5."]
    assert len(typist("lines all")) == 28


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("edit 1 + first aid", "A line does not become that. Strike it, and type this as a new"),
        ("edit 3", "That line is not there any more."),
        ("strike 3", "That line is not there any more."),
        ("strike 2 3", "Only the number of a line stands behind this word, and not: 3"),
        ("moveline 1", "Where to? Type a name, or the number of a step: moveline 3 to bo."),
        ("moveline 1 to zed", "zed is no person here."),
        ("moveline 1 to 99", "99 is no step"),
        ("turn 1 pot", "pot is no kind of line: note, commitment, decision, idea or question"),
        ("wording 9", "9 is no line: 1 to 3."),
        ("edit", "Which line? Type its number, 1 to 3."),
    ],
)
def test_what_is_unclear_is_told(
    typist: Typist, line: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typist("lines", "strike 3", line)
    assert words in capsys.readouterr().err
