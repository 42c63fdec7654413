"""Whatever is typed, in whatever order: an answer in words, and a journal that adds up."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support.files import rebuilt, tables
from typist import PEOPLE, typing

from facilitator.core.fold import fold
from facilitator.core.visible import visible
from facilitator.line.orders import WORDS

BEHIND = (
    *("", *PEOPLE, "1", "2", "9", "0", "-1", "bo: 1", "ana, dee", "ana after dee", "yes", "all"),
    *("question", "bo question", "again", "start dee", "turn", "each 60", "share 5", "go 3 yes"),
    *("add Tea 10", "add round: Hello", "move 4 2", "drop 5", "defer 4", "call 1", "lower 1"),
    *("last bo", "step 5", "turn 30", "clock hidden", "clock up ana", "facilitator bo", "t2"),
    *("bell off", "still on", "take 1", "let go 1", "note-taker", "@bo sweep by friday", "[/]"),
    *("\x1b[2J", "\u202e", "x" * 300, "1:30", "99999999999", "½", "suggested", "Zoë*, Jo"),
)

BEGINNINGS = ((), ("begin",), ("begin", "next", "next"), ("begin", "hand ana", "hand bo", "next"))

lines = st.one_of(
    st.builds(
        lambda word, behind: f"{word} {behind}", st.sampled_from([*WORDS]), st.sampled_from(BEHIND)
    ),
    st.sampled_from(["begin", "next", "next", "yes", "step yes", "later", "undo", ""]),
    st.text(max_size=30),
)


@settings(max_examples=150)
@given(st.sampled_from(BEGINNINGS), st.lists(lines, max_size=40))
def test_any_lines_are_answered_in_words_and_the_journal_adds_up(
    begun: tuple[str, ...], typed: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder, typing(Path(folder), by_hand=True) as typist:
        for line in (*begun, *typed):
            printed = typist(*line.encode("utf-8", "replace").decode().splitlines())
            assert printed == [visible(each) for each in printed]
            typist.clock.move(7_000)
            typist.look()
        session = typist.session
        again = fold(session.state.facts)
        assert again.meetings == session.state.meetings
        before = tables(session.journal.connection)
        assert rebuilt(session.journal) == before
