"""The days on which commitments are due: written down with them, or read from their words."""

from __future__ import annotations

import pytest

from facilitator.core import events
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.intents import Commit, RenegotiateCommitment, TakeNote
from facilitator.dates import dated, due_on, new_date, with_day

EVENING = 1_763_924_400_000
"""Sunday 23 November 2025, 19:00 UTC."""


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("friday", "2025-11-28"),
        ("in two weeks", "2025-12-07"),
        ("soon", ""),
        ("", ""),
        ("next meeting", ""),
    ],
)
def test_words_say_a_day_or_none(words: str, day: str) -> None:
    assert due_on(words, "2025-11-23") == day
    assert due_on(words, "some day") == ""


def test_a_promise_is_sent_with_its_day_and_nothing_else_is_touched() -> None:
    assert with_day(Commit((), "", "", "friday"), "2025-11-23").due_on == "2025-11-28"
    assert with_day(Commit((), due="friday", due_on="2026-01-02"), "2025-11-23").due_on == (
        "2026-01-02"
    )
    note = TakeNote(("by friday",), "")
    assert with_day(note, "2025-11-23") is note


def test_a_new_date_is_read_and_its_reason_parted_from_it() -> None:
    said = new_date("1@a", "by friday; @ana is ill", "2025-11-23", {"p": "Ana"})
    assert (said.commitment, said.due, said.due_on) == ("1@a", "friday", "2025-11-28")
    assert said.reason == (events.Mention("p"), " is ill")
    assert new_date("1@a", "by", "2025-11-23", {}) == RenegotiateCommitment("1@a", "by")


def fact(place: int, body: events.Body) -> Fact:
    return Fact(f"{place}@a", place, "a", EVENING, "t1", f"{place}@a", "m", body)


def test_what_was_written_down_without_a_day_is_read_by_its_words_and_the_day_it_was() -> None:
    old = fact(1, events.CommitmentMade("", "p", ("sweep",), "friday"))
    new = fact(2, events.CommitmentMade("", "p", ("mop",), "friday", "", "2025-11-23"))
    state = fold([old, new])
    read, unread = dated(state.commitments.values())
    assert (read.due_on, unread.due_on) == ("2025-11-28", "")
    anew = fact(3, events.CommitmentRenegotiated("1@a", "2025-11-24", ("sweep",), "monday"))
    assert dated(fold([old, anew]).commitments.values())[0].due_on == ""
