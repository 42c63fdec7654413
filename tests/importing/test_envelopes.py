"""A line comes out of its envelope: time, nick, words, whatever the client."""

from __future__ import annotations

import pytest

from facilitator.importing.envelopes import Way, taken_out

NOON = 12 * 3600


@pytest.mark.parametrize(
    ("line", "second"),
    [
        ("<ana> hi there", -1),
        ("12:00 <ana> hi there", NOON),
        ("12:00:07 <@ana> hi there", NOON + 7),
        ("[12:00] <+ana> hi there", NOON),
        ("[12:00:07] < ana> hi there", NOON + 7),
        ("(12:00) <ana> hi there", NOON),
        ("12:00 PM <ana> hi there", NOON),
        ("2015-03-01T12:00:07Z <ana> hi there", NOON + 7),
        ("2015-03-01 12:00:07 <ana> hi there", NOON + 7),
        ("2015-03-01 12:00:07\tana\thi there", NOON + 7),
        ("Mar 01 12:00:07 <ana>\thi there", NOON + 7),
        ("[2015-03-01T12:00:07.123+0200] <ana> hi there", NOON + 7),
    ],
)
def test_what_somebody_says_is_theirs_in_every_clients_log(line: str, second: int) -> None:
    found = taken_out(line)
    assert (found.way, found.nick, found.words) == (Way.SAID, "ana", "hi there")
    assert found.stamp.second == second


@pytest.mark.parametrize(
    "line",
    [
        "12:00 -!- ana [~ana@host.example] has joined #kitchen",
        "12:00:00 --> ana (~ana@host.example) has joined #kitchen",
        "2015-03-01 12:00:00\t<--\tana (~ana@host) has quit (Quit: bye)",
        "*** ana joined #kitchen",
        "*** Joins: ana (~ana@host.example)",
        "* ana has quit (Ping timeout)",
        "12:00 ana has left #kitchen",
        "[12:00] * ana is now known as ana_away",
        "12:00 -!- mode/#kitchen [+o ana] by ChanServ",
        "* MeetBot changes topic to 'Doors'",
        "--- Log opened Sun Mar 01 12:00:00 2015",
        "--- Day changed Mon Mar 02 2015",
        "**** BEGIN LOGGING AT Sun Mar  1 12:00:00 2015",
        "Session Start: Sun Mar 01 12:00:00 2015",
        "==========",
    ],
)
def test_what_a_client_tells_is_nobodys_words(line: str) -> None:
    assert taken_out(line).way is Way.EVENT


@pytest.mark.parametrize(
    "line",
    [
        "Topic: the key of the shed",
        "17:00 doors open",
        "we have joined the two tables",
        "*** bring pots ***",
        "99:99 <not a time",
        "<> nobody",
        "-- the kitchen",
        "",
    ],
)
def test_a_line_without_an_envelope_keeps_every_word(line: str) -> None:
    found = taken_out(line)
    assert (found.way, found.words) == (Way.BARE, line)


def test_what_somebody_does_is_theirs() -> None:
    found = taken_out("12:00 * ana joined the two tables")
    assert (found.way, found.nick, found.words) == (Way.DID, "ana", "joined the two tables")


def test_a_day_or_a_zone_that_there_is_not_is_passed_over() -> None:
    assert taken_out("2015-02-31T12:00 <ana> hi").stamp.day is None
    assert taken_out("2015-02-01T12:00-99:00 <ana> hi").stamp.zone == -840
    assert taken_out("25:00 <ana> hi").stamp.second == -1
