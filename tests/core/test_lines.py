"""Lines that are mended, struck or moved: both wordings are kept, and undo brings the first."""

from __future__ import annotations

import pytest
from support.written import circle, told, undo, write

from facilitator.core import intents
from facilitator.core.forms import Kind
from facilitator.core.line_history import wordings
from facilitator.core.lines import lines_of
from facilitator.core.step import Filing
from facilitator.core.vocabulary import Mention
from facilitator.core.words import plain


def test_lines_stand_in_the_order_of_writing_whatever_they_are() -> None:
    made = circle("It rained", "= We meet inside", "! @bo brings pots", "it stopped")
    lines = lines_of(made.state, made.meeting)
    assert [line.kind for line in lines] == [
        Kind.NOTE,
        Kind.DECISION,
        Kind.COMMITMENT,
        Kind.NOTE,
    ]
    assert made.called([lines[2].person]) == ["Bo"]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("s/pots/cups/", ["pots and pots", "= pots", "cups by the door"]),
        ("s/pots and/cups and/", ["cups and pots", "= pots", "pots by the door"]),
        ("s/pots/cups/g", ["cups and cups", "= cups", "cups by the door"]),
        ("s/pots //", ["pots and pots", "= pots", "by the door"]),
    ],
)
def test_the_last_line_that_has_the_words_is_mended_or_all(line: str, mended: list[str]) -> None:
    made = circle("pots and pots", "= = pots", "! @bo pots by the door")
    before = told(made)
    write(made, line)
    assert told(made) == mended
    undo(made)
    assert told(made) == before


def test_a_person_in_a_line_is_mended_by_name() -> None:
    made = circle("thanks @Ana for the pots")
    write(made, "s/Ana/bo/")
    (line,) = lines_of(made.state, made.meeting)
    assert line.text == ("thanks ", Mention(made.who("Bo")), " for the pots")
    write(made, "s/Bo/everyone/")
    assert told(made) == ["thanks everyone for the pots"]
    write(made, "s/everyone/@chidi/")
    assert Mention(made.who("Chidi")) in lines_of(made.state, made.meeting)[0].text


def test_every_wording_is_kept() -> None:
    made = circle("the pots")
    (line,) = lines_of(made.state, made.meeting)
    write(made, "s/pots/cups/")
    made.do(intents.MendLine(line.id, ("the mugs",)))
    first, second, third = (plain(text, {}) for text in wordings(made.state, line.id))
    assert (first, second, third) == ("the pots", "the cups", "the mugs")
    undo(made)
    assert len(wordings(made.state, line.id)) == 2
    assert told(made) == ["the cups"]


def test_two_people_mend_the_same_line_and_both_wordings_are_kept() -> None:
    made = circle("the pots")
    (line,) = lines_of(made.state, made.meeting)
    made.do(intents.MendLine(line.id, ("the cups",)), "t2")
    made.do(intents.MendLine(line.id, ("the mugs",)), "t3")
    assert told(made) == ["the mugs"]
    assert [plain(text, {}) for text in wordings(made.state, line.id)] == [
        "the pots",
        "the cups",
        "the mugs",
    ]


@pytest.mark.parametrize("line", ["pots", "= pots", "! @bo pots"])
def test_a_line_is_struck_and_comes_back_by_undo(line: str) -> None:
    made = circle("first", line)
    _, last = lines_of(made.state, made.meeting)
    made.do(intents.StrikeLine(last.id))
    assert told(made) == ["first"]
    assert made.refusal(intents.StrikeLine(last.id)).already
    undo(made)
    assert told(made) == ["first", "pots"]


def test_a_note_moves_to_another_person_and_step() -> None:
    made = circle("pots")
    (line,) = lines_of(made.state, made.meeting)
    made.do(intents.MoveLine(line.id, "step-3", made.who("Chidi")))
    (moved,) = lines_of(made.state, made.meeting)
    assert (moved.step, made.called([moved.person])) == ("step-3", ["Chidi"])
    assert made.refusal(intents.MoveLine(line.id, "step-3", made.who("Chidi"))).already
    assert made.refusal(intents.MoveLine(line.id, "step-99", "")).words == (
        "That step is not on the agenda."
    )
    assert made.refusal(intents.MoveLine(line.id, "step-3", "99@a")).words == (
        "Only the words of somebody who was there can be written down."
    )


@pytest.mark.parametrize(
    ("line", "filing"),
    [
        ("* a shelf", Filing.BUILD),
        ("?? who has the key", Filing.QUESTION),
        ("https://example.org", Filing.LINK),
        ("TOPIC: the shed", Filing.TOPIC),
        ("it rained", Filing.NOTE),
    ],
)
def test_a_note_is_filed_as_its_beginning_says(line: str, filing: Filing) -> None:
    made = circle(line)
    (note,) = made.meeting.notes.values()
    assert note.filing is filing


def test_a_promise_of_two_people_is_one_of_each_and_one_undo() -> None:
    made = circle("! @ana @bo carry the tables by friday")
    found = made.state.commitments_of(made.id)
    assert made.called([each.owner for each in found]) == ["Ana", "Bo"]
    assert [each.due for each in found] == ["friday", "friday"]
    undo(made)
    assert not made.state.commitments_of(made.id)


def test_what_goes_on_is_of_whoever_was_noted_last() -> None:
    made = circle("Chidi: we need shelves", "... and a roof")
    first, second = made.meeting.notes.values()
    assert made.called([first.person, second.person]) == ["Chidi", "Chidi"]
