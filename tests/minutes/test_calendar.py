from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from calendar_read import lines_of, read, texts, well_formed
from hostile import HOSTILE, typed
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.minutes.calendar import LARGEST, Entry, calendar
from facilitator.minutes.escape import tidy

NOW = datetime(2026, 11, 27, 20, 12, 33, 987_654, UTC)
TERM = Entry(
    uid="term-1042-k7f3",
    day=date(2026, 12, 11),
    time=None,
    utc_offset=60,
    minutes=0,
    title="Note-taker for two weeks: Chidi",
    details="Claimed in Flood kitchen.\nNext: whoever is trained.",
    categories=("Roles", "Flood kitchen"),
)
CIRCLE = Entry(
    uid="meeting-1100-k7f3",
    day=date(2026, 12, 3),
    time=time(0, 30),
    utc_offset=60,
    minutes=90,
    title="Flood kitchen",
    details="",
    categories=(),
)

offsets = st.one_of(st.integers(-14 * 60, 14 * 60), st.integers(-(2**70), 2**70))
entries = st.builds(
    Entry,
    uid=typed,
    day=st.dates(),
    time=st.one_of(st.none(), st.times()),
    utc_offset=offsets,
    minutes=st.one_of(st.integers(0, 600), st.integers(-(2**70), 2**70)),
    title=typed,
    details=typed,
    categories=st.lists(typed, max_size=3).map(tuple),
)


def read_back(entry: Entry) -> Any:
    """The one event of a file with one entry."""
    _, (event,) = read(calendar([entry], "Flood kitchen", NOW, 1))
    return event


def properties(file: bytes) -> Mapping[str, str]:
    """The content lines of a file with one event, by name and parameters."""
    return dict(line.split(":", 1) for line in lines_of(file)[5:])


def test_a_day_without_a_time_is_the_whole_day_and_leaves_the_person_free() -> None:
    event = read_back(TERM)
    assert event.dtstart.value == date(2026, 12, 11)
    assert event.dtend.value == date(2026, 12, 12)
    assert event.transp.value == "TRANSPARENT"
    assert properties(calendar([TERM], "", NOW, 1))["DTSTART;VALUE=DATE"] == "20261211"


def test_a_time_in_the_room_is_written_in_utc_and_takes_its_minutes() -> None:
    event = read_back(CIRCLE)
    assert event.dtstart.value == datetime(2026, 12, 2, 23, 30, tzinfo=event.dtstart.value.tzinfo)
    assert event.dtstart.value.utcoffset() == timedelta(0)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=90)
    assert "transp" not in event.contents
    assert properties(calendar([CIRCLE], "", NOW, 1))["DTSTART"] == "20261202T233000Z"


@pytest.mark.parametrize("minutes", [0, -1, -(10**30), 10**30])
def test_a_time_without_a_length_has_no_end_since_an_end_must_come_later(minutes: int) -> None:
    assert "dtend" not in read_back(replace(CIRCLE, minutes=minutes)).contents


def test_the_first_and_the_last_day_of_all_can_be_written() -> None:
    last = read_back(replace(TERM, day=date.max))
    assert last.dtstart.value == date.max
    assert "dtend" not in last.contents
    for day, offset in ((date.min, 14 * 60), (date.max, -14 * 60)):
        at_noon = read_back(replace(CIRCLE, day=day, time=time(12), utc_offset=offset))
        assert at_noon.dtstart.value.date() == day


def test_every_entry_says_when_the_file_was_made_and_how_often_it_was_changed() -> None:
    held = properties(calendar([TERM], "", NOW, 7))
    assert held["DTSTAMP"] == held["LAST-MODIFIED"] == "20261127T201233Z"
    assert held["SEQUENCE"] == "7"
    assert held["UID"] == "term-1042-k7f3@facilitator"


def test_what_does_not_happen_after_all_is_called_off_where_it_was() -> None:
    held = properties(calendar([replace(TERM, called_off=True)], "", NOW, 8))
    assert (held["STATUS"], held["UID"]) == ("CANCELLED", "term-1042-k7f3@facilitator")
    assert held["DTSTART;VALUE=DATE"] == "20261211"
    assert "STATUS" not in properties(calendar([TERM], "", NOW, 8))


def test_the_moment_it_is_made_is_told_in_utc_whatever_clock_it_is_read_from() -> None:
    east = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert calendar([TERM], "", east, 7) == calendar([TERM], "", NOW, 7)
    assert calendar([TERM], "", NOW.replace(tzinfo=None), 7) == calendar([TERM], "", NOW, 7)


@pytest.mark.parametrize(("changed", "told"), [(-1, "0"), (0, "0"), (2**63, str(LARGEST))])
def test_a_number_of_changes_that_no_calendar_takes_is_told_as_the_nearest(
    changed: int, told: str
) -> None:
    assert properties(calendar([TERM], "", NOW, changed))["SEQUENCE"] == told


def test_importing_it_again_changes_the_same_event_and_adds_none() -> None:
    kept: dict[str, tuple[int, date, str]] = {}
    moved = replace(TERM, day=date(2026, 12, 18), title="Note-taker: Chidi, a week more")
    for changed, entry in ((3, TERM), (4, moved), (3, TERM)):
        _, events = read(calendar([entry, CIRCLE], "Flood kitchen", NOW, changed))
        for event in events:
            told = int(event.sequence.value), event.dtstart.value, event.summary.value
            if told[0] >= kept.get(event.uid.value, told)[0]:
                kept[event.uid.value] = told
    assert kept.keys() == {"term-1042-k7f3@facilitator", "meeting-1100-k7f3@facilitator"}
    assert kept["term-1042-k7f3@facilitator"] == (4, moved.day, moved.title)


def test_entries_come_by_day_and_then_by_identity() -> None:
    same_day = replace(TERM, uid="term-1041-k7f3")
    ordered = calendar([TERM, same_day, CIRCLE], "", NOW, 1)
    assert [texts(event)[0] for event in read(ordered)[1]] == [
        "meeting-1100-k7f3@facilitator",
        "term-1041-k7f3@facilitator",
        "term-1042-k7f3@facilitator",
    ]
    assert calendar([CIRCLE, same_day, TERM], "", NOW, 1) == ordered


def test_a_calendar_of_no_entries_has_its_name_and_no_event() -> None:
    empty = calendar([], "Flood, kitchen; \\", NOW, 0)
    well_formed(empty, 0)
    assert read(empty) == ("Flood, kitchen; \\", [])


def test_the_whole_file_reads_as_it_should() -> None:
    assert calendar([TERM], "Flood kitchen", NOW, 2).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Facilitator//Facilitator//EN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Flood kitchen",
        "BEGIN:VEVENT",
        "SUMMARY:Note-taker for two weeks: Chidi",
        "DTSTART;VALUE=DATE:20261211",
        "DTEND;VALUE=DATE:20261212",
        "DTSTAMP:20261127T201233Z",
        "UID:term-1042-k7f3@facilitator",
        "SEQUENCE:2",
        "CATEGORIES:Roles,Flood kitchen",
        "DESCRIPTION:Claimed in Flood kitchen.\\nNext: whoever is trained.",
        "LAST-MODIFIED:20261127T201233Z",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


INJECTED = [
    *HOSTILE,
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other",
    "BEGIN:VEVENT",
    "\nBEGIN:VALARM\nACTION:DISPLAY",
    "\\nBEGIN:VEVENT",
    "C:\\New\\notes\\,\\;",
    "a;b,c:d\"e'f^n",
    "x\u2028END:VCALENDAR\x0bEND:VCALENDAR\x85END:VCALENDAR\x1eEND:VCALENDAR",
    "quoted-printable =",
    " " * 300 + "x" + " " * 300,
    "\ud800",
    "é" * 200,
    "👩\u200d👩\u200d👧\u200d👦" * 2_000,
]


@pytest.mark.parametrize("text", INJECTED, ids=range(len(INJECTED)))
def test_no_text_breaks_the_file_or_comes_back_as_another(text: str) -> None:
    entry = replace(TERM, uid=text, title=text, details=f"{text}\n{text}", categories=(text, "b"))
    file = calendar([entry, CIRCLE], text, NOW, 1)
    well_formed(file, 2)
    name, (_, event) = read(file)
    assert name == tidy(text)
    uid, title, details, categories = texts(event)
    assert uid == f"{tidy(text)}@facilitator"
    assert title == tidy(text)
    assert categories == [tidy(text), "b"]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert details == "\n".join(map(tidy, [*lines, *lines])).strip()


def test_lines_of_the_details_stay_lines_and_other_controls_are_shown() -> None:
    entry = replace(TERM, details="one\r\ntwo\rthree\n\n\tfive\x1b[2J\u202e", title="a\nb")
    _, title, details, _ = texts(read_back(entry))
    assert details == "one\ntwo\nthree\n\nfive␛[2J‹U+202E›"
    assert title == "a␤b"


def test_a_long_text_is_folded_and_a_character_is_never_cut() -> None:
    for width in range(1, 5):
        text = "x" * width + "👧" * 2_500
        file = calendar([replace(TERM, title=text)], "", NOW, 1)
        assert max(map(len, file.split(b"\r\n"))) in range(70, 76)
        assert f"SUMMARY:{text}" in lines_of(file)


def test_blank_texts_leave_no_empty_property_behind() -> None:
    bare = replace(TERM, title=" ", details="\n \n", categories=("", "\t"))
    assert (
        not {"SUMMARY", "DESCRIPTION", "CATEGORIES"}
        & properties(calendar([bare], "", NOW, 1)).keys()
    )


@given(st.lists(entries, max_size=4), typed, st.integers())
def test_any_entries_make_a_file_that_another_program_reads(
    told: list[Entry], title: str, changed: int
) -> None:
    file = calendar(told, title, NOW, changed)
    assert calendar(list(told), title, NOW, changed) == file
    well_formed(file, len(told))
    name, events = read(file)
    assert name == tidy(title)
    for entry, event in zip(sorted(told, key=lambda e: (e.day, e.uid)), events, strict=True):
        uid, title, _, categories = texts(event)
        assert uid == f"{tidy(entry.uid)}@facilitator"
        assert title == tidy(entry.title)
        assert categories == [tidy(each) for each in entry.categories if tidy(each)]
        if entry.time is None:
            assert event.dtstart.value == entry.day


@given(
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.times(),
    st.integers(-14 * 60, 14 * 60),
    st.integers(1, 600),
)
def test_any_time_in_any_room_comes_back_as_the_same_moment(
    day: date, told: time, utc_offset: int, minutes: int
) -> None:
    room = timezone(timedelta(minutes=utc_offset))
    event = read_back(replace(CIRCLE, day=day, time=told, utc_offset=utc_offset, minutes=minutes))
    assert event.dtstart.value == datetime.combine(day, told.replace(microsecond=0), room)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=minutes)
