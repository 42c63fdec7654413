from __future__ import annotations

import json
from pathlib import Path

from a_debrief import Evening, at, debrief
from msgspec.structs import replace
from reading import READERS, blocks, body_of

from facilitator.core import events
from facilitator.core.fold import fold
from facilitator.core.state import Meeting, State
from facilitator.minutes.markdown import markdown

GOLDEN = Path(__file__).parent / "debrief.md"
LATER = at("23:00:00")


def test_a_debrief_reads_like_minutes_that_a_group_would_keep() -> None:
    state, meeting, names = debrief()
    assert markdown(state, meeting, names, LATER) == GOLDEN.read_text(encoding="utf-8")


def test_the_head_holds_json_that_any_yaml_reader_understands() -> None:
    state, meeting, names = debrief()
    meeting.title = 'Flood: "kitchen" # \x1b[2J \u202e'
    head = markdown(state, meeting, names, LATER).split("\n---\n")[0]
    fields = dict(row.strip().split(": ", 1) for row in head.split("\n") if ": " in row)
    assert json.loads(fields["title"]) == meeting.title
    assert json.loads(fields["people"])[:2] == ["Ana", "Bo"]
    assert json.loads(fields["note-taker"]) == "Dee"
    assert json.loads(fields["meeting"]) == meeting.id


def said(state: State, meeting: Meeting, names: dict[str, str], now: int = LATER) -> list[str]:
    return [text for _, text in blocks(body_of(markdown(state, meeting, names, now)))]


def test_a_meeting_that_goes_on_is_told_as_a_draft() -> None:
    state, meeting, names = debrief()
    meeting.closed = None
    told = said(state, meeting, names, at("20:15:00"))
    assert "A draft: at 20:15 the meeting is still going on." in told
    assert "Fri 27 Nov 2026, 18:30, 12 people" in told
    assert "Still to come: Close." in told
    head = markdown(state, meeting, names, at("20:15:00")).split("\n---\n")[0]
    assert 'duration: "1 h 45 min"' in head
    assert "status: open" in head
    assert "end:" not in head


def test_a_closed_meeting_says_what_it_did_not_bring() -> None:
    _, meeting, names = debrief()
    meeting.decisions.clear()
    meeting.next_meeting = replace(meeting.next_meeting, when="", facilitator="", note_taker="")
    told = said(State(), meeting, names)
    assert "No decisions were recorded." in told
    assert "No commitments were made." in told
    assert "No date was set." in told
    assert "Roles" not in told


def test_a_meeting_that_is_gathering_has_no_duration_and_misses_nothing_yet() -> None:
    evening = Evening()
    evening.happens("18:00:00", events.MeetingGathered("Soon", debrief()[1].agenda, 60))
    evening.arrives("18:20:00", "Ana")
    state = fold(evening.facts)
    text = markdown(state, state.meetings["1@k7f3"], {"2@k7f3": "Ana"}, at("18:25:00"))
    assert "duration" not in text
    assert [each for _, each in blocks(body_of(text))] == [
        "Soon",
        "Fri 27 Nov 2026, 18:00, 1 person",
        "The meeting has not begun yet.",
        "Who was here",
        "Ana",
    ]


def test_an_abandoned_meeting_says_so() -> None:
    state, meeting, names = debrief()
    meeting.abandoned = True
    assert "The meeting was called and not held." in said(state, meeting, names)


def test_notes_stand_where_the_turn_was_however_late_they_are_written() -> None:
    state, meeting, names = debrief()
    told = said(state, meeting, names)
    bo = told.index("Bo: Three people asked whether we do this every week.")
    assert told[bo + 1] == "Eli: The fire brigade sent people to us."


def test_someone_without_a_name_is_someone_and_namesakes_can_be_told_apart() -> None:
    state, meeting, names = debrief()
    bo, chidi, dee = list(names)[1:4]
    del names[chidi], names[dee]
    names[bo] = "ana"
    told = said(state, meeting, names)
    assert "[ ] someone: borrow the PA from the union hall — by Friday" in told
    assert "Facilitator: Ana · Note-taker: someone (2)" in told
    assert "- ana (2), until 19:40" in markdown(state, meeting, names, LATER)


def test_a_person_in_a_text_is_called_by_the_name_that_the_minutes_give_them() -> None:
    state, meeting, names = debrief()
    initials = {person: name[0] + "." for person, name in names.items()}
    assert "J.: Two families slept in the hall. L. found blankets for them." in said(
        state, meeting, initials
    )


def test_a_commitment_of_nobody_still_stands_on_the_list() -> None:
    state, meeting, names = debrief()
    first = next(iter(state.commitments.values()))
    state.commitments[first.id] = replace(first, owner="", due="before the rain")
    text = markdown(state, meeting, names, LATER)
    assert "- [ ] **Nobody yet**: borrow the PA from the union hall — before the rain\n" in text


def test_what_belongs_to_no_known_step_is_told_at_the_end() -> None:
    state, meeting, names = debrief()
    note = next(iter(meeting.notes.values()))
    meeting.notes["999@k7f3"] = replace(note, id="999@k7f3", step="nowhere", text=("Found later",))
    told = said(state, meeting, names)
    assert told[told.index("Also noted") + 1] == "Found later"


def test_no_html_comes_out_of_a_hostile_evening() -> None:
    state, meeting, names = debrief()
    evil = "<b onclick=x>[a](javascript:x) <!-- "
    meeting.title = evil
    names = dict.fromkeys(names, evil)
    for note in list(meeting.notes.values()):
        meeting.notes[note.id] = replace(note, text=(evil,))
    text = markdown(state, meeting, names, LATER)
    for reader in READERS.values():
        rendered = reader.render(text)
        assert "<b " not in rendered
        assert "<!--" not in rendered
        assert "<a " not in rendered
