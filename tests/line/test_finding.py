"""Who is meant by a name, a beginning or a number."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.play import Circle
from typist import typing

from facilitator.line import finding
from facilitator.line.orders import LineError


@pytest.fixture
def circle() -> Circle:
    return Circle(people=["Ana Bell", "Ana Cruz", "Zoë", "O'Neill", "Zora", "42"])


def named(circle: Circle, words: str) -> str:
    return circle.names[finding.person(words, circle.meeting, circle.names)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("zoe", "Zoë"),
        ("ZOË", "Zoë"),
        ("oneill", "O'Neill"),
        ("@zor", "Zora"),
        ("ana b", "Ana Bell"),
        ("ana  cruz", "Ana Cruz"),
        ("3", "Zoë"),
        ("1", "Ana Bell"),
        ("42", "42"),
    ],
)
def test_a_person_is_found_by_name_by_beginning_or_by_seat(
    circle: Circle, words: str, name: str
) -> None:
    assert named(circle, words) == name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ana", "ana: Ana Bell or Ana Cruz?"),
        ("z", "z: Zoë or Zora?"),
        ("kofi", "kofi is no person here."),
        ("7", "7 is no seat: 1 to 6."),
        ("0", "0 is no seat: 1 to 6."),
        ("99999999999999999999", "99999999999999999999 is no seat: 1 to 6."),
        ("0000000019", "0000000019 is no seat: 1 to 6."),
        ("", "Whom? Type a name, or the number of a seat."),
        ("@", "Whom? Type a name, or the number of a seat."),
    ],
)
def test_who_is_meant_must_be_plain(circle: Circle, words: str, said: str) -> None:
    with pytest.raises(LineError) as refused:
        named(circle, words)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("ana bell: pots", "Ana Bell", "pots"),
        ("Zoë bring the pots", "Zoë", "bring the pots"),
        ("3 pots", "Zoë", "pots"),
        ("zoe:2", "Zoë", "2"),
        ("@zora", "Zora", ""),
    ],
)
def test_a_name_can_stand_before_other_words(
    circle: Circle, words: str, name: str, rest: str
) -> None:
    person, behind = finding.person_first(words, circle.meeting, circle.names)
    assert (circle.names[person], behind) == (name, rest)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hat zzz", "zzz is no hat: facilitator, note-taker, timekeeper, guardian or greeter."),
        ("agenda add zebra: x", "zebra is no kind of step: discussion, round or break."),
        ("agenda add : x", "Which kind of step? discussion, round or break."),
        ("agenda drop", "Which step? Type its number, 1 to 6."),
        ("claim Ana", "Which role? Type its name, or its number."),
        ("claim Ana: zzz", "zzz is no role."),
        ("stack call", "Whose hand? Type a name, or its number."),
        ("stack call dee", "dee has no hand up."),
    ],
)
def test_a_word_that_means_nothing_is_answered_with_what_can_be_meant(
    tmp_path: Path, typed: str, said: str
) -> None:
    with typing(tmp_path, by_hand=True) as type_:
        type_("begin", "offer Pots", "floor", "hand Ana")
        assert type_(typed) == [said]
