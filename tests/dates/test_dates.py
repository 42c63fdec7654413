from __future__ import annotations

from datetime import date, time

import pytest

from facilitator.core.day_words import MOST_LETTERS
from facilitator.dates import day_meant, moment_meant

FRIDAY = date(2026, 11, 27)

MEANT = [
    ("friday", "2026-12-04"),
    ("Friday.", "2026-12-04"),
    ("next friday", "2026-12-04"),
    ("the next Friday", "2026-12-04"),
    ("this friday", "2026-11-27"),
    ("this coming monday", "2026-11-30"),
    ("coming sun", "2026-11-29"),
    ("next tuesday", "2026-12-01"),
    ("tues", "2026-12-01"),
    ("weds", "2026-12-02"),
    ("thurs", "2026-12-03"),
    ("sat", "2026-11-28"),
    ("on monday", "2026-11-30"),
    ("tuesday next week", "2026-12-01"),
    ("next week on Sunday", "2026-12-06"),
    ("today", "2026-11-27"),
    ("tonight", "2026-11-27"),
    ("this evening", "2026-11-27"),
    ("tomorrow", "2026-11-28"),
    ("TOMORROW!", None),
    ("the day after tomorrow", "2026-11-29"),
    ("in two weeks", "2026-12-11"),
    ("2 weeks", "2026-12-11"),
    ("within a fortnight", "2026-12-11"),
    ("in two weeks’ time", "2026-12-11"),
    ("in a week's time", "2026-12-04"),
    ("three days from now", "2026-11-30"),
    ("in twelve days", "2026-12-09"),
    ("in a month", "2026-12-27"),
    ("in 999 years", "3025-11-27"),
    ("next week", "2026-12-04"),
    ("next month", "2026-12-27"),
    ("next year", "2027-11-27"),
    ("12 Dec", "2026-12-12"),
    ("12 december", "2026-12-12"),
    ("the 12th of December", "2026-12-12"),
    ("Dec 12", "2026-12-12"),
    ("dec. 12th", "2026-12-12"),
    ("Dec 12, 2027", "2027-12-12"),
    ("Sat 12 Dec", "2026-12-12"),
    ("Sat., 12. Dec.", "2026-12-12"),
    ("Sunday 12 December 2027", "2027-12-12"),
    ("3 October 2027", "2027-10-03"),
    ("12 Dec 2025", "2025-12-12"),
    ("5 may", "2027-05-05"),
    ("26 Nov", "2027-11-26"),
    ("27 Nov", "2026-11-27"),
    ("28 Nov", "2026-11-28"),
    ("2026-12-01", "2026-12-01"),
    ("2026-12-1", "2026-12-01"),
    ("01.12.2026", "2026-12-01"),
    ("the 5th", "2026-12-05"),
    ("27th", "2026-11-27"),
    ("the 31st", "2026-12-31"),
    ("sat the 5th", "2026-12-05"),
    ("weekend", "2026-11-28"),
    ("the weekend", "2026-11-28"),
    ("next weekend", "2026-12-05"),
    ("end of the month", "2026-11-30"),
    ("the end of month", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of this week", "2026-11-29"),
    ("end of next week", "2026-12-06"),
    ("start of next week", "2026-11-30"),
    ("the beginning of the year", "2027-01-01"),
    ("end of the year", "2026-12-31"),
    ("end of next year", "2027-12-31"),
    ("end of November", "2026-11-30"),
    ("start of november", "2027-11-01"),
    ("end of february 2028", "2028-02-29"),
    ("start of Nov 2026", "2026-11-01"),
    ("before 12 Dec", "2026-12-12"),
    ("until friday", "2026-12-04"),
    ("by friday", "2026-12-04"),
    ("due by the end of the month", "2026-11-30"),
    ("before the weekend", "2026-11-28"),
    ("friday evening", "2026-12-04"),
    ("friday 7 pm", "2026-12-04"),
    ("  Friday \u0020 ", "2026-12-04"),
]

NO_DAY = [
    "",
    " ",
    "by",
    "on",
    "the",
    "of",
    "the the friday",
    "room 5",
    "5 pots",
    "5",
    "05",
    "2027",
    "12 2027",
    "20261201",
    "the 32nd",
    "0th",
    "0 Dec",
    "32 Dec",
    "31 February",
    "30 Feb 2028",
    "29 Feb 2027",
    "31 November",
    "2026-02-30",
    "2026-13-01",
    "0000-01-01",
    "1.13.2026",
    "1/12",
    "12/1/2027",
    "13/1/2027",
    "1.12",
    "1.12.",
    "12-13 Dec",
    "12 Dec 27",
    "12 Dec '27",
    "12 Dec - 14 Dec",
    "Mon 12 Dec",
    "Fri 12 Dec 2026",
    "fri the 5th",
    "december",
    "may",
    "march",
    "winter",
    "yesterday",
    "two weeks ago",
    "in -2 weeks",
    "in 0 days",
    "in 1.5 weeks",
    "in 2 hours",
    "a second",
    "in 9999 years",
    "in 999999999 weeks",
    "start of this week",
    "fridays",
    "every friday",
    "friday friday",
    "friday or saturday",
    "friday 12",
    "may friday",
    "may be",
    "sat on it",
    "sun cream",
    "mon ami",
    "the weekend shift",
    "friday at the hall",
    "friday 25:00",
    "friday 19:60",
    "friday 13 pm",
    "friday 19:00 pm",
    "friday at 29",
    "19:00",
    "7 pm",
    "noon",
    "same time",
    "now",
    "soon",
    "later",
    "asap",
    "Z",
    "UTC",
    "friday UTC",
    "12 Dec +02:00",
    "12 Dec EST",
    "１２ Dec",
    "١٢ Dec",
    "пятница",
    "fri\x00day",
    "friday\x1b",
    "friday\n",
    "friday\t",
    "12\u00a0Dec",
    "\u202efriday",
    "[/]",
    "friday" * 2_000,
    "1" * 10_000,
    " " * 10_000 + "friday",
    "in " + "two " * 3_000 + "weeks",
]


@pytest.mark.parametrize(("words", "day"), MEANT)
def test_words_about_a_day_mean_that_day(words: str, day: str | None) -> None:
    assert day_meant(words, FRIDAY) == (None if day is None else date.fromisoformat(day))


@pytest.mark.parametrize("words", NO_DAY, ids=range(len(NO_DAY)))
def test_words_that_are_not_all_about_a_day_mean_none(words: str) -> None:
    assert day_meant(words, FRIDAY) is None
    assert moment_meant(words, FRIDAY) is None


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("Friday 7 pm", "2026-12-04", "19:00"),
        ("Friday 7pm", "2026-12-04", "19:00"),
        ("7 pm on Friday", "2026-12-04", "19:00"),
        ("Fri. 4 Dec., 7.30 p.m.", "2026-12-04", "19:30"),
        ("Thu 3 Dec 19:00", "2026-12-03", "19:00"),
        ("Thu 3 Dec, at 19:00", "2026-12-03", "19:00"),
        ("3 Dec 2026 from 07:30", "2026-12-03", "07:30"),
        ("2026-12-03 00:00", "2026-12-03", "00:00"),
        ("2026-12-03 23:59", "2026-12-03", "23:59"),
        ("tuesday at 18:30", "2026-12-01", "18:30"),
        ("18:30 tuesday", "2026-12-01", "18:30"),
        ("tomorrow 9am", "2026-11-28", "09:00"),
        ("tonight at 8 pm", "2026-11-27", "20:00"),
        ("friday evening 7:15 pm", "2026-12-04", "19:15"),
        ("friday noon", "2026-12-04", "12:00"),
        ("friday 12 pm", "2026-12-04", "12:00"),
        ("friday 12 am", "2026-12-04", "00:00"),
        ("in two weeks at 19:00", "2026-12-11", "19:00"),
        ("next week 19:00", "2026-12-04", "19:00"),
    ],
)
def test_a_time_that_is_certain_is_known_with_its_day(words: str, day: str, at: str) -> None:
    known = date.fromisoformat(day), time.fromisoformat(at)
    assert moment_meant(words, FRIDAY) == known


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday", "2026-12-04"),
        ("next week same time", "2026-12-04"),
        ("same time next week", "2026-12-04"),
        ("next week, same time, same place", "2026-12-04"),
        ("in a month at the usual time and place", "2026-12-27"),
        ("friday evening", "2026-12-04"),
        ("friday in the evening", "2026-12-04"),
        ("tomorrow night", "2026-11-28"),
        ("friday at midnight", "2026-12-04"),
        ("friday at 7", "2026-12-04"),
        ("friday evening at 7", "2026-12-04"),
        ("friday at 7 o’clock", "2026-12-04"),
        ("friday 7:30", "2026-12-04"),
    ],
)
def test_a_time_that_is_not_said_for_certain_leaves_the_day_known(words: str, day: str) -> None:
    assert moment_meant(words, FRIDAY) == (date.fromisoformat(day), None)


@pytest.mark.parametrize(
    ("said_on", "words", "day"),
    [
        ("2026-11-27", "29 Feb", "2028-02-29"),
        ("2028-02-29", "29 Feb", "2028-02-29"),
        ("2028-03-01", "29 Feb", "2032-02-29"),
        ("2096-03-01", "29 Feb", "2104-02-29"),
        ("2028-02-28", "tomorrow", "2028-02-29"),
        ("2028-02-10", "end of the month", "2028-02-29"),
        ("2100-02-10", "end of the month", "2100-02-28"),
        ("2027-02-10", "the 29th", "2027-03-29"),
        ("2028-02-29", "in a year", "2029-02-28"),
        ("2027-01-31", "in a month", "2027-02-28"),
        ("2026-12-31", "31 Dec", "2026-12-31"),
        ("2026-12-31", "1 Jan", "2027-01-01"),
        ("2026-12-31", "30 Dec", "2027-12-30"),
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2026-12-31", "friday", "2027-01-01"),
        ("2026-12-31", "thursday", "2027-01-07"),
        ("2026-12-31", "the 1st", "2027-01-01"),
        ("2026-12-31", "the 30th", "2027-01-30"),
        ("2026-12-31", "end of the month", "2026-12-31"),
        ("2026-12-31", "end of next month", "2027-01-31"),
        ("2026-12-31", "end of the year", "2026-12-31"),
        ("2026-12-31", "end of november", "2027-11-30"),
        ("2026-12-31", "end of december", "2026-12-31"),
        ("2026-12-01", "start of december", "2026-12-01"),
        ("2026-12-31", "end of next week", "2027-01-10"),
        ("2026-11-28", "weekend", "2026-12-05"),
        ("2026-11-28", "this weekend", "2026-11-28"),
        ("2026-11-29", "this weekend", "2026-11-29"),
        ("2026-11-29", "the weekend", "2026-12-05"),
        ("2026-11-29", "next weekend", "2026-12-05"),
        ("2026-11-29", "end of the week", "2026-11-29"),
        ("2026-11-29", "tuesday next week", "2026-12-01"),
        ("2026-11-23", "tuesday next week", "2026-12-01"),
        ("2026-11-23", "next tuesday", "2026-11-24"),
    ],
)
def test_ends_of_weeks_months_and_years_and_leap_days_are_counted_right(
    said_on: str, words: str, day: str
) -> None:
    assert day_meant(words, date.fromisoformat(said_on)) == date.fromisoformat(day)


AFTER_TODAY = ["tomorrow", "friday", "in 3 days", "in 12 months", "next week", "1 Jan", "29 Feb"]
AFTER_TODAY += ["the 1st", "end of next month", "next weekend", "start of the year", "end of may"]


@pytest.mark.parametrize("words", AFTER_TODAY)
def test_after_the_last_day_of_all_there_is_no_day(words: str) -> None:
    assert day_meant(words, date.max) is None


def test_the_first_days_of_all_are_days_too() -> None:
    assert day_meant("tomorrow", date.min) == date(1, 1, 2)
    assert day_meant("monday", date.min) == date(1, 1, 8)
    assert day_meant("0001-01-01", date.max) == date.min


def test_words_are_read_up_to_a_length_and_no_further() -> None:
    assert day_meant("friday".center(MOST_LETTERS), FRIDAY) == date(2026, 12, 4)
    assert day_meant("friday".center(MOST_LETTERS + 1), FRIDAY) is None
