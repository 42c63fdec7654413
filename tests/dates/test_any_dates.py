from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.words import DAYS, MONTHS, short_date
from facilitator.dates import day_meant, moment_meant

said = st.dates(date(1900, 1, 1), date(9000, 12, 31))
MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August"]
MONTH_NAMES += ["September", "October", "November", "December"]

VOCABULARY = [*DAYS, *MONTHS, *MONTH_NAMES, "friday", "the", "of", "on", "at", "in", "next", "this"]
VOCABULARY += ["5", "12", "31st", "2027", "29", "Feb", "two", "a", "999", "days", "week", "month"]
VOCABULARY += ["year", "years", "end", "start", "weekend", "today", "tomorrow", "day", "after"]
VOCABULARY += ["7 pm", "19:00", "noon", "same time", "evening", "before", "until", "-", ",", "."]
VOCABULARY += ["2026-12-01", "1.12.2026", "9999", "0000", "from now", "24:00", "at 7"]

YEARLESS = ["tomorrow", "today", "tonight", "friday", "this monday", "next sunday", "weekend"]
YEARLESS += ["this weekend", "next weekend", "12 Dec", "1 Jan", "29 Feb", "31 December", "Mar 31"]
YEARLESS += ["the 5th", "31st", "29th", "end of the week", "end of the month", "end of the year"]
YEARLESS += ["start of next week", "end of feb", "start of january", "in a day", "2 weeks"]
YEARLESS += ["in twelve months", "next week", "next month", "next year", "tuesday next week"]

STRANGERS = ["pots", "room", "Ana", "5", "about", "xii", "+", "not", "maybe", "sec", "pm", "31"]


def sayings() -> st.SearchStrategy[str]:
    """Words of dates in any order, and anything else."""
    soup = st.lists(st.sampled_from(VOCABULARY), max_size=6).map(" ".join)
    return st.one_of(soup, soup, soup.map("in {}".format), st.text())


@given(sayings(), st.dates())
def test_any_words_mean_a_day_or_none_and_never_raise(words: str, said_on: date) -> None:
    found = moment_meant(words, said_on)
    assert day_meant(words, said_on) == (None if found is None else found[0])
    if found is not None:
        assert type(found[0]) is date
        assert found[1] is None or type(found[1]) is time
        assert words.isascii()


@given(st.text(min_size=81), said)
def test_a_long_text_means_no_day(words: str, said_on: date) -> None:
    assert day_meant(words, said_on) is None


@given(st.dates(), said)
def test_a_date_with_its_year_is_that_date_whenever_it_is_said(day: date, said_on: date) -> None:
    month, year = MONTHS[day.month - 1], f"{day.year:04}"
    weekday, full = DAYS[day.weekday()], MONTH_NAMES[day.month - 1]
    for words in (
        day.isoformat(),
        f"{day.day} {month} {year}",
        f"{day.day:02} {full} {year}",
        f"{weekday} {day.day} {month} {year}",
        f"{full} {day.day}, {year}",
        f"before the {day.day}th of {full} {year}",
        f"{day.day}.{day.month}.{year}",
    ):
        assert day_meant(words, said_on) == day, words


@given(st.dates(), said, st.integers(1, 6))
def test_a_date_on_another_weekday_than_it_says_means_no_day(
    day: date, said_on: date, off: int
) -> None:
    weekday = DAYS[(day.weekday() + off) % 7]
    words = f"{weekday} {day.day} {MONTHS[day.month - 1]} {day.year:04}"
    assert day_meant(words, said_on) is None


@given(said, st.integers(0, 364))
def test_a_date_of_the_next_twelve_months_needs_no_year(said_on: date, days: int) -> None:
    day = said_on + timedelta(days=days)
    month, weekday = MONTHS[day.month - 1], DAYS[day.weekday()]
    for words in (
        short_date(day.isoformat()),
        f"{day.day} {month}",
        f"{month} {day.day}",
        f"{weekday} {day.day} {MONTH_NAMES[day.month - 1]}",
    ):
        assert day_meant(words, said_on) == day, words


@given(said, st.sampled_from(YEARLESS))
def test_words_without_a_year_never_mean_a_day_that_is_over(said_on: date, words: str) -> None:
    day = day_meant(words, said_on)
    assert day is not None
    assert day >= said_on


@given(said, st.integers(0, 6), st.sampled_from(["", "on ", "next ", "by ", "until next "]))
def test_a_weekday_is_the_next_such_day_after_it_was_said(
    said_on: date, weekday: int, before: str
) -> None:
    day = day_meant(before + DAYS[weekday], said_on)
    assert day is not None
    assert day.weekday() == weekday
    assert 1 <= (day - said_on).days <= 7


@given(said)
def test_the_leap_day_is_the_next_that_there_is(said_on: date) -> None:
    day = day_meant("29 Feb", said_on)
    assert day is not None
    assert (day.month, day.day) == (2, 29)
    between = range(said_on.year, day.year + 1)
    leap_days = [date(y, 2, 29) for y in between if y % 4 == 0 and (y % 100 or y % 400 == 0)]
    assert [each for each in leap_days if each >= said_on] == [day]


@given(said, st.integers(1, 999))
def test_a_span_of_days_or_weeks_counts_from_the_day_when_it_was_said(
    said_on: date, count: int
) -> None:
    assert day_meant(f"in {count} days", said_on) == said_on + timedelta(days=count)
    assert day_meant(f"{count} weeks", said_on) == said_on + timedelta(weeks=count)


@given(said, st.times(), st.sampled_from(["tomorrow", "12 Dec", "next week", "friday"]))
def test_any_time_of_day_is_known_beside_any_day(said_on: date, at: time, words: str) -> None:
    day = day_meant(words, said_on)
    at = at.replace(second=0, microsecond=0)
    half = f"{at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}"
    for told in (f"{at:%H:%M}", f"at {at:%H:%M}", half, half.replace(":", ".")):
        assert moment_meant(f"{words} {told}", said_on) == (day, at)
        assert moment_meant(f"{told}, {words}", said_on) == (day, at)


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("words", YEARLESS)
def test_one_strange_word_beside_a_day_leaves_no_day(words: str, stranger: str) -> None:
    said_on = date(2026, 11, 27)
    assert day_meant(f"{words} {stranger}", said_on) is None
    assert day_meant(f"{stranger} {words}", said_on) is None
