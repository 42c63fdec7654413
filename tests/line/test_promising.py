"""What became of commitments, typed in lines; two meetings that lie months apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.clock import EVENING, HandClock
from support.files import ask, do, session
from typist import Typist, typing

from facilitator.core import intents
from facilitator.keeper import MinutesKeeper
from facilitator.minutes.markdown import markdown

DAY = 24 * 3_600_000
PROMISES = (
    "! @ana borrow the PA by friday",
    "! @bo sweep before the next meeting",
    "! @bo call the printer by 23 February",
    "! @dee learn the song",
)


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """Four things were promised at a circle; the next one is held eighty days later."""
    with typing(tmp_path) as first:
        first("begin", *PROMISES, "close", "yes")
    clock = HandClock(EVENING + 80 * DAY)
    with session(tmp_path / "circle.db", clock=clock) as at:
        do(at, intents.CallMeeting("", at.state.meetings[at.at].agenda))
        for name in ("Ana", "Bo", "Dee"):
            do(at, intents.Welcome(name))
        found = Typist(at, clock)
        found("begin")
        yield found


def test_the_opening_tells_what_is_due_and_due_gives_it_numbers(typist: Typist) -> None:
    assert typist("say")[-3:] == [
        "Commitments to ask about:",
        "Ana: borrow the PA, overdue, by Fri 28 Nov 2025.",
        "Bo: sweep, due.",
    ]
    assert typist("due") == [
        "Overdue: 1.",
        "1 Ana: borrow the PA, by Fri 28 Nov 2025; promised Sun 23 Nov 2025",
        "Due: 1.",
        "2 Bo: sweep, before the next meeting; promised Sun 23 Nov 2025",
        "kept N, renegotiate N: WHEN, carried N or letgo N: WHY says what became.",
    ]


def test_each_word_says_what_became_and_the_numbers_stay(typist: Typist) -> None:
    typist("due")
    assert typist("kept 1") == ["“borrow the PA” kept."]
    assert typist("carried 2") == ["“sweep” carried to the next meeting."]
    assert typist("renegotiate 3: in two weeks; the printer moved") == [
        "renegotiated “call the printer”: by Wed 25 Feb."
    ]
    assert typist("renegotiate learn: some day") == [
        "renegotiated “learn the song”: by some day.",
        "These words say no day: it is on the list, and never overdue.",
    ]
    assert typist("due") == ["No commitment is due just now."]
    assert typist("letgo song: nobody likes it") == ["“learn the song” released: nobody likes it."]
    assert [line[:2] for line in typist("promises")] == ["Du", "1 ", "Op", "2 "]
    assert typist("promises all")[-2:] == [
        "Released: 1.",
        "4 Dee: learn the song, by some day; promised Sun 23 Nov 2025, "
        "renegotiated Wed 11 Feb, released Wed 11 Feb (nobody likes it)",
    ]
    assert typist("undo")[0] == "Taken back: “learn the song” released: nobody likes it."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("kept", "Which commitment? Type its number, or its first words."),
        ("kept 9", "9 is no commitment: 1 to 4."),
        ("kept wash", "No commitment begins with wash."),
        ("letgo 1", "Why is it released? A few words are enough."),
        ("letgo 1: ", "Why is it released? A few words are enough."),
        ("renegotiate 4:", "By when now? Say a new date, or what is promised in other words."),
        (
            "renegotiate 1: 2025-11-24; late",
            "Mon 24 Nov 2025 has gone by. Say a date that is to come.",
        ),
        ("promises some", "some is no form of promises: all."),
    ],
)
def test_what_is_unclear_is_told(
    typist: Typist, line: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = typist(line)
    assert words in "\n".join(said) + capsys.readouterr().err
    assert "commitment-kept" not in {fact.body.kind for fact in typist.session.state.facts}


def test_the_closing_and_the_minutes_tell_what_became_of_earlier_promises(
    typist: Typist, tmp_path: Path
) -> None:
    typist("due", "kept 1", "carried 2", "! @ana mop by friday", "! @bo mop", "! @ana sing")
    told = typist("close")
    assert told[:7] == [
        "Commitments: 3.",
        "Ana: mop, by friday (Fri 13 Feb)",
        "Ana: sing",
        "Bo: mop",
        "Earlier commitments: 2.",
        "Ana: borrow the PA; promised Sun 23 Nov 2025, kept Wed 11 Feb",
        "Bo: sweep; promised Sun 23 Nov 2025, carried once",
    ]
    typist("yes")
    at = typist.session
    second = markdown(at.state, typist.meeting, at.names, at.now())
    assert sections(second)["Commitments"] == [
        "- [ ] **Ana**: mop — by friday (Fri 13 Feb)",
        "- [ ] **Ana**: sing",
        "- [ ] **Bo**: mop",
    ]
    assert sections(second)["Earlier commitments"] == [
        "- **Ana**: borrow the PA — promised Sun 23 Nov 2025, kept Wed 11 Feb",
        "- **Bo**: sweep — promised Sun 23 Nov 2025, carried once",
    ]
    at.enter(at.group.meetings()[-1].id)
    first = MinutesKeeper(at, kept=False).text()
    assert "- [ ] **Ana**: borrow the PA — by friday (Fri 28 Nov)" in first
    assert "Earlier commitments" not in first
    assert ask(tmp_path / "circle.db", "SELECT count(*) FROM commitments WHERE over IS NULL") == [
        (6,)
    ]


def sections(text: str) -> dict[str, list[str]]:
    """What stands under each heading of minutes."""
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)[1:]
    return {
        title: lines.strip().splitlines()
        for title, lines in zip(parts[::2], parts[1::2], strict=True)
    }
