from __future__ import annotations

import pytest
from a_debrief import at, debrief
from msgspec.structs import replace

from facilitator.core.state import Span
from facilitator.minutes.markdown import markdown
from facilitator.minutes.when import by, date_in, full_date, term


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("", ""),
        ("  ", ""),
        ("Friday", "by Friday"),
        ("by Friday", "by Friday"),
        ("before the rain", "before the rain"),
        ("2026-12-04", "by Fri 4 Dec"),
        ("2027-01-08", "by Fri 8 Jan 2027"),
        ("2026-02-30", "by 2026-02-30"),
        ("1204", "by 1204"),
    ],
)
def test_a_due_date_is_told_in_the_words_that_were_used(due: str, words: str) -> None:
    assert by(due, 2026) == words


def test_a_year_stands_only_where_it_is_needed() -> None:
    assert full_date("2026-11-27") == "Fri 27 Nov 2026"
    assert date_in("2026-11-27", 2026) == "Fri 27 Nov"
    assert date_in("2026-11-27", 2025) == "Fri 27 Nov 2026"
    assert term("2026-11-27", "2026-12-11") == "Fri 27 Nov to Fri 11 Dec 2026"
    assert term("2026-12-27", "2027-01-10") == "Sun 27 Dec 2026 to Sun 10 Jan 2027"
    assert term("2026-11-27", "some day") == "Fri 27 Nov 2026 to some day"
    assert term("", "") == ""


@pytest.mark.parametrize(
    ("stretches", "words"),
    [
        ([("18:10:00", None)], ", Ana"),
        ([("18:30:40", None)], ", Ana"),
        ([("18:10:00", "20:20:00")], ", Ana"),
        ([("18:10:00", "20:12:50")], ", Ana"),
        ([("18:31:00", None)], "- Ana, from 18:31"),
        ([("18:10:00", "20:11:59")], "- Ana, until 20:11"),
        ([("18:45:00", "19:30:00")], "- Ana, 18:45–19:30"),
        ([("18:10:00", "19:00:00"), ("19:20:00", None)], "- Ana, until 19:00 and from 19:20"),
        ([("18:10:00", "19:00:10"), ("19:00:50", None)], ", Ana"),
        ([("18:00:00", "18:20:00"), ("18:40:00", None)], "- Ana, from 18:40"),
    ],
)
def test_arrivals_and_departures_are_told_where_they_differ_from_the_whole(
    stretches: list[tuple[str, str | None]], words: str
) -> None:
    state, meeting, names = debrief()
    ana = meeting.seats.pop(0)
    meeting.seats.append(ana)
    spans = tuple(
        Span(at(began), None if ended is None else at(ended)) for began, ended in stretches
    )
    meeting.attendance[ana] = replace(meeting.attendance[ana], spans=spans)
    text = markdown(state, meeting, names, at("23:00:00"))
    assert words + "\n" in text.split("## Who was here")[1]


def test_someone_who_left_before_the_opening_was_not_there() -> None:
    state, meeting, names = debrief()
    ana = meeting.seats[0]
    early = (Span(at("18:00:00"), at("18:20:00")),)
    meeting.attendance[ana] = replace(meeting.attendance[ana], spans=early)
    text = markdown(state, meeting, names, at("23:00:00"))
    assert ", 11 people\n" in text
    assert 'people: ["Bo"' in text


def test_a_meeting_past_midnight_says_both_days() -> None:
    state, meeting, names = debrief()
    meeting.closed = at("23:59:00") + 31 * 60_000
    text = markdown(state, meeting, names, meeting.closed)
    assert "Fri 27 Nov 2026, 18:30 to Sat 28 Nov 2026, 00:30, 12 people\n" in text
