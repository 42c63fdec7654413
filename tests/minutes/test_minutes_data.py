from __future__ import annotations

from pathlib import Path
from typing import Any

from a_debrief import at, debrief
from an_assembly import assembly

from facilitator.core.events import Hat, Stop
from facilitator.minutes.data import as_data

LATER = at("23:00:00")
PAGE = Path(__file__).parents[2] / "docs" / "minutes.md"


def test_the_data_say_when_and_where_in_the_rooms_own_time() -> None:
    state, meeting, names = debrief()
    data = as_data(state, meeting, names, LATER)
    assert (data["title"], data["agenda"], data["status"]) == (
        "Flood kitchen",
        "Debrief commons",
        "closed",
    )
    assert data["date"] == "2026-11-27"
    assert data["began"] == "2026-11-27T18:30:00+01:00"
    assert data["ended"] == "2026-11-27T20:12:00+01:00"
    assert data["duration_seconds"] == 102 * 60
    assert data["not_reached"] == ["Close"]
    assert data["hats"]["facilitator"]["name"] == "Ana"


def test_the_data_hold_each_turn_with_its_time_and_outcome() -> None:
    state, meeting, names = debrief()
    step = as_data(state, meeting, names, LATER)["steps"][2]
    assert (step["number"], step["title"], step["question"], step["kind"]) == (
        3,
        "What we witnessed",
        "What did you witness?",
        "round",
    )
    assert (step["planned_minutes"], step["taken_seconds"]) == (20, 24 * 60)
    eli = [turn for turn in step["turns"] if turn["person"]["name"] == "Eli"]
    assert [turn["outcome"] for turn in eli] == ["later", "heard"]
    assert eli[0]["given_seconds"] == 90
    assert step["notes"][0]["person"]["name"] == "Chidi"
    assert step["notes"][0]["text"] == "The kitchen ran out of gas at six."


def test_the_data_hold_promises_roles_and_who_was_there() -> None:
    state, meeting, names = debrief()
    data = as_data(state, meeting, names, LATER)
    borrowed = data["commitments"][0]
    assert (borrowed["owner"]["name"], borrowed["due"]) == ("Chidi", "Friday")
    assert [role["holder"] and role["holder"]["name"] for role in data["roles"]] == [
        "Ana",
        "Ines",
        None,
    ]
    assert data["roles"][0]["ends"] == "2026-12-11"
    there = {each["person"]["name"]: each for each in data["attendance"]}
    assert there["Bo"]["stretches"] == [
        {"began": "2026-11-27T18:20:00+01:00", "ended": "2026-11-27T19:40:20+01:00"}
    ]
    assert there["Hui"]["newcomer"]
    assert not there["Ana"]["newcomer"]


def test_the_data_hold_texts_exactly_as_typed() -> None:
    state, meeting, names = debrief()
    meeting.title = "\x1b[2J **x** \u202e"
    assert as_data(state, meeting, names, LATER)["title"] == meeting.title


def keys_in(data: Any) -> set[str]:
    if isinstance(data, list):
        return set().union(*map(keys_in, data))
    if isinstance(data, dict):
        return {*data, *keys_in(list(data.values()))}
    return set()


def test_the_page_on_minutes_names_every_key_of_the_data() -> None:
    page = PAGE.read_text(encoding="utf-8")
    data = [as_data(*evening(), LATER) for evening in (debrief, assembly)]
    hats = {hat.value for hat in Hat}
    assert {key for key in keys_in(data) - hats if f"`{key}`" not in page} == set()
    assert [stop for stop in Stop if f"`{stop.value}`" not in page] == []
