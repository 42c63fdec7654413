"""Whatever the journal says, there are minutes, and nothing in them is what it is not."""

from __future__ import annotations

import json

import any_state
from hypothesis import HealthCheck, given, settings
from reading import blocks, body_of

from facilitator.core.state import Meeting, State
from facilitator.minutes.compose import compose
from facilitator.minutes.data import as_data
from facilitator.minutes.escape import tidy
from facilitator.minutes.head import fields
from facilitator.minutes.markdown import markdown
from facilitator.minutes.steps_told import told

OUR_HEADINGS = {
    "Decisions",
    "Commitments",
    "Earlier commitments",
    "Questions left open",
    "Roles",
    "Next meeting",
    "What was said",
    "Who was here",
}
anything = given(any_state.states, any_state.meetings, any_state.names, any_state.moments)
patiently = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@patiently
@anything
def test_any_meeting_has_minutes_in_markdown(
    state: State, meeting: Meeting, names: dict[str, str], now: int
) -> None:
    text = markdown(state, meeting, names, now)
    assert fields(text)["meeting"] == meeting.id
    found = blocks(body_of(text))
    assert [words for tags, words in found if tags == "h1"] == [
        tidy(meeting.title) or tidy(meeting.agenda.title) or "Meeting"
    ]
    assert {words for tags, words in found if tags == "h2"} <= OUR_HEADINGS
    assert {tags for tags, _ in found} <= {
        *("h1", "h2", "h3", "h4", "p"),
        *("ul li p", "ul li ul li p", "ul li ul li ul li p"),
    }
    text.encode()


@patiently
@anything
def test_any_meeting_has_minutes_as_data(
    state: State, meeting: Meeting, names: dict[str, str], now: int
) -> None:
    data = as_data(state, meeting, names, now)
    assert json.loads(json.dumps(data, ensure_ascii=False).encode()) == data
    notes = sum(len(step["notes"]) for step in data["steps"])
    turns = sum(len(step["turns"]) for step in data["steps"])
    assert (notes, turns) == (len(meeting.notes), len(meeting.turns))


@patiently
@anything
def test_no_word_is_lost_between_the_state_and_the_markdown(
    state: State, meeting: Meeting, names: dict[str, str], now: int
) -> None:
    shown = "\n".join(words for _, words in blocks(body_of(markdown(state, meeting, names, now))))
    minutes = compose(state, meeting, names, now)
    texts = [note.text for step in minutes.steps for note in step.notes]
    texts += [decision.text for decision in minutes.decisions]
    texts += [commitment.what for commitment in minutes.commitments]
    texts += [pause.reason for pause in minutes.pauses]
    texts += [pause.reason for step in minutes.steps for pause in step.pauses]
    texts += [*minutes.deferred, *minutes.dropped, *minutes.not_reached] if minutes.steps else []
    for text in texts:
        assert tidy(text) in shown


@patiently
@anything
def test_whoever_had_a_turn_or_a_hand_up_is_named_in_the_step(
    state: State, meeting: Meeting, names: dict[str, str], now: int
) -> None:
    minutes = compose(state, meeting, names, now)
    for stage in minutes.steps:
        shown = "\n".join(words for _, words in blocks("\n\n".join(told(minutes, stage))))
        for who in (*(turn.person for turn in stage.turns), *stage.hands_up):
            assert tidy(who.name) in shown
