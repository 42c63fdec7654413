"""Off the record in line mode, and what came of a topic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typist import Typist, complaints, typing

from facilitator.core.agenda import Agenda, Closing, Discussion, Filing
from facilitator.core.agenda import Round as RoundStep

TOPICS = Agenda(
    title="Topics",
    steps=(
        Discussion(title="Van", prompt="Who pays?"),
        RoundStep(title="Build", prompt="What next?", filing=Filing.BUILD, seconds_each=30),
        Closing(title="Close"),
    ),
)


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """Somebody types at a circle that talks about the van."""
    with typing(tmp_path, by_hand=True, agenda=TOPICS) as found:
        found("begin", "note the van is old")
        yield found


def test_off_begins_it_and_ends_it_and_the_state_says_so(typist: Typist) -> None:
    assert typist("off")[0] == "off the record."
    assert typist("state")[0].startswith("Off the record. Stack: no hands.")
    assert typist("z")[0] == "on the record again."
    assert not typist("state")[0].startswith("Off the record")


@pytest.mark.parametrize(
    "line", ["note x", "! @bo call", "= Doors at five", "+ cooking", "#idea a shelf", "% pots: ana"]
)
def test_nothing_is_written_down_meanwhile(typist: Typist, line: str) -> None:
    typist("off")
    assert typist(line) == ["Off the record: nothing is written down. z ends it."]
    assert typist.written == ["the van is old"]


def test_a_script_is_told_which_line_was_not_written_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with typing(tmp_path, agenda=TOPICS) as found:
        found("begin", "off", "note x", "off", "note y")
        assert found.written == ["y"]
        assert complaints(capsys.readouterr().err) == [
            (3, "Off the record: nothing is written down. z ends it.")
        ]


def test_next_asks_what_came_of_it_and_nothing_goes_on(typist: Typist) -> None:
    assert typist("next") == [
        "Leaving Van: what came of it?",
        "= WORDING for a decision, ! WHAT for a commitment, or nothing.",
    ]
    assert typist.meeting.step_id == "step-1"
    assert typist("nothing")[0].startswith("Build: step 2 of 3")
    assert [each.step for each in typist.meeting.nothing_came] == ["step-1"]
    typist("undo")
    assert (typist.meeting.step_id, typist.meeting.nothing_came) == ("step-1", [])


def test_whoever_says_next_again_goes_on_without_an_answer(typist: Typist) -> None:
    typist("next", "next")
    assert typist.meeting.step_id == "step-2"
    assert not typist.meeting.nothing_came


def test_whose_and_by_when_are_asked_for_what_was_decided_and_promised(typist: Typist) -> None:
    typist("= We keep it", "agreed")
    assert typist("next")[:2] == ["Leaving Van: whose, by when?", "Decided: We keep it."]
    typist("! ask the garage")
    assert typist("next")[:2] == [
        "Leaving Van: whose is it?",
        "Promised: ask the garage.",
    ]
    assert typist("whose bo")[-2:] == [
        "Promised: Bo: ask the garage: by when?",
        "by WHEN, or nothing leaves it so.",
    ]
    assert typist("by friday")[0].startswith("“ask the garage”: by Fri")
    assert typist("next")[0].startswith("Build: step 2 of 3")


def test_words_that_say_no_day_are_told_so(typist: Typist) -> None:
    typist("! @bo ask the garage")
    assert typist("by")[0] == "By when? by friday, or by 12 Dec"
    assert typist("by the rain")[-1].startswith("These words say no day")


def test_where_nothing_is_lacking_nothing_is_no_answer(typist: Typist) -> None:
    typist("next", "nothing")
    for line in ("nothing", "whose bo", "by friday"):
        assert typist(line) == ["Nothing is lacking here. next goes on."]


def test_a_script_is_not_asked_since_nobody_is_there_but_can_say_it(tmp_path: Path) -> None:
    with typing(tmp_path, agenda=TOPICS) as found:
        found("begin", "note the van is old", "next")
        assert found.meeting.step_id == "step-2"
        found("back yes", "note and slow", "nothing")
        assert found.meeting.step_id == "step-2"
        assert len(found.meeting.nothing_came) == 1
