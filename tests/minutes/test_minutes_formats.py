"""Minutes as plain text and as MeetBot's: nothing is lost, and nothing looks like what it isn't."""

from __future__ import annotations

import any_state
import pytest
from a_debrief import at, debrief
from an_assembly import assembly
from hypothesis import HealthCheck, given, settings
from reading import blocks

from facilitator.core.state import Meeting, State
from facilitator.core.visible import visible
from facilitator.minutes.compose import compose
from facilitator.minutes.escape import tidy
from facilitator.minutes.markdown import body
from facilitator.minutes.meetbot import meetbot_text
from facilitator.minutes.model import Minutes
from facilitator.minutes.plain import WIDTH, cells, plain_text, wrapped

LATER = at("23:00:00")
anything = given(any_state.states, any_state.meetings, any_state.names, any_state.moments)
patiently = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)


def of_debrief() -> Minutes:
    return compose(*debrief(), LATER)


def test_the_text_of_meetbot_tells_topics_by_number_and_actions_by_person() -> None:
    lines = meetbot_text(of_debrief()).splitlines()
    assert lines[:3] == ["=============", "Flood kitchen", "============="]
    assert lines[4] == "Meeting started by Ana on Fri 27 Nov 2026 at 18:30:00."
    assert any(line.startswith("3. What did you witness?  (") for line in lines)
    place = lines.index("Action items, by person")
    assert lines[place + 1] == "-----------------------"
    assert "* Chidi" in lines[place:]
    assert "* **UNASSIGNED**" in lines[place:]
    assert "People present (lines said)" in lines


@pytest.mark.parametrize("made", [debrief, assembly])
def test_the_text_of_meetbot_keeps_every_decision_action_and_topic(made: object) -> None:
    minutes = compose(*(debrief() if made is debrief else assembly()), LATER)
    text = meetbot_text(minutes)
    for decided in minutes.decisions:
        assert f"AGREED: {tidy(decided.text)}  (" in text
    for promised in minutes.commitments:
        assert text.count(tidy(promised.what)) >= 3
    for stage in minutes.steps:
        assert f". {tidy(stage.question)}" in text
        assert all(tidy(note.text) in text for note in stage.notes)


@patiently
@anything
def test_any_meeting_has_the_text_of_meetbot(
    state: State, meeting: Meeting, names: dict[str, str], now: int
) -> None:
    minutes = compose(state, meeting, names, now)
    lines = meetbot_text(minutes).split("\n")
    assert all(visible(line) == line for line in lines)
    assert sum(line in HEADINGS for line in lines) == len(HEADINGS)
    assert sum(line.startswith("   * AGREED: ") for line in lines) >= len(minutes.decisions)
    assert sum(line.startswith("   * ACTION: ") for line in lines) >= len(minutes.commitments)
    "\n".join(lines).encode()


HEADINGS = (
    "Meeting summary",
    "Action items",
    "Action items, by person",
    "People present (lines said)",
)


@patiently
@anything
def test_any_meeting_has_plain_text_with_every_word_of_its_markdown(
    state: State, meeting: Meeting, names: dict[str, str], now: int
) -> None:
    minutes = compose(state, meeting, names, now)
    text = plain_text(minutes)
    told = "".join(words for _, words in blocks(body(minutes)))
    without = str.maketrans(dict.fromkeys(" \n\t\u3000\u00a0-–=", ""))
    assert _letters(told.translate(without)) == _letters(_unlined(text).translate(without))
    assert all(cells(line) <= WIDTH or "://" in line for line in text.split("\n"))
    text.encode()


def _unlined(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if set(line.strip()) - {"-", "="})


def _letters(words: str) -> str:
    return "".join(letter for letter in words if letter.isalnum())


def test_plain_text_has_the_sections_of_the_markdown_without_its_signs() -> None:
    text = plain_text(of_debrief())
    assert text.startswith("Flood kitchen\n=============\n\nFri 27 Nov 2026, 18:30–20:12")
    assert "\nDecisions\n---------\n" in text
    assert "**" not in text
    assert "\n3. What did you witness?\n" in text
    assert max(map(len, text.splitlines())) <= WIDTH


def test_a_line_that_goes_on_begins_no_item_and_no_heading() -> None:
    words = " ".join(["word"] * 15) + "s - Decided: everything"
    assert wrapped(words, 78, "- ", "  ")[1] == "  – Decided: everything"
    assert wrapped("x" * 200, 78, "- ", "  ")[0] == "- " + "x" * 76
    long = "https://example.org/" + "y" * 100
    assert wrapped(f"see {long}", 78) == ["see", long]
    assert wrapped("漢字" * 60, 78, "- ", "  ")[0] == "- " + "漢字" * 19
    assert wrapped("", 78, "- ", "  ") == ["-"]
