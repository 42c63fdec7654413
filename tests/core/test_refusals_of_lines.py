"""What the rules say no to about lines that were written down."""

from __future__ import annotations

import pytest
from support.written import circle

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.lines import lines_of
from facilitator.core.typed_again import anew
from facilitator.core.vocabulary import Text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ((), "A line needs words. Strike it, if it is not needed."),
        (("  ",), "A line needs words. Strike it, if it is not needed."),
    ],
)
def test_a_line_is_never_left_without_words(text: Text, words: str) -> None:
    made = circle("pots")
    (line,) = lines_of(made.state, made.meeting)
    assert made.refusal(intents.MendLine(line.id, text)).words == words
    assert made.refusal(intents.Substitute("pots", "")).words == words


def test_what_stands_nowhere_is_not_mended() -> None:
    made = circle("pots")
    assert made.refusal(intents.Substitute("cups", "mugs")).words == "No line has “cups” in it."
    gone = "That line is not there any more."
    assert made.refusal(intents.MendLine("99@a", ("x",))).words == gone
    assert made.refusal(intents.MoveLine("99@a", "", "")).words == gone


def test_the_same_wording_is_no_mending() -> None:
    made = circle("pots")
    (line,) = lines_of(made.state, made.meeting)
    assert made.refusal(intents.MendLine(line.id, ("pots",))).already
    assert made.refusal(intents.Substitute("pots", "pots")).words == "No line has “pots” in it."


def test_a_decision_moves_to_nobody() -> None:
    made = circle("= pots")
    (line,) = lines_of(made.state, made.meeting)
    assert made.refusal(intents.MoveLine(line.id, "step-3", made.who("Bo"))).words == (
        "A decision is everybody's: it moves to another step only."
    )


def test_a_commitment_of_which_something_became_stays_one() -> None:
    made = circle("! @bo pots")
    (line,) = lines_of(made.state, made.meeting)
    made.do(intents.KeepCommitment(line.id))
    for into in (intents.TakeNote(("pots",), "step-1"), intents.RecordDecision(("x",), "step-1")):
        assert made.refusal(intents.Rewrite(line.id, into)).words == (
            "It is written down what became of this commitment: it stays one."
        )


def test_a_line_that_is_said_anew_keeps_words_and_says_something_new() -> None:
    made = circle("pots")
    (line,) = lines_of(made.state, made.meeting)
    for into in (intents.TakeNote((" ",), line.step), intents.Commit((), line.step)):
        assert made.refusal(intents.Rewrite(line.id, into)).words == (
            "A line needs words. Strike it, if it is not needed."
        )
    same = made.refusal(intents.Rewrite(line.id, intents.TakeNote(line.text, line.step)))
    assert (same.words, same.already) == ("That is so already.", True)


def test_a_note_moves_only_where_it_can_be() -> None:
    made = circle("pots")
    (line,) = lines_of(made.state, made.meeting)
    assert made.refusal(intents.MoveLine(line.id, "step-99", "")).words == (
        "That step is not on the agenda."
    )
    assert made.refusal(intents.MoveLine(line.id, "step-3", "99@a")).words == (
        "Only the words of somebody who was there can be written down."
    )
    assert made.refusal(intents.MoveLine(line.id, line.step, line.person)).words == (
        "That is so already."
    )
    made.do(intents.StrikeLine(line.id))
    again = made.refusal(intents.StrikeLine(line.id))
    assert (again.words, again.already) == ("That line is not there any more.", True)


def test_nothing_else_than_a_line_comes_of_a_line() -> None:
    made = circle("pots")
    (line,) = lines_of(made.state, made.meeting)
    for words in ("+ first aid", "% pots: ana", "s/a/b/"):
        wish = anew(understand(words, made.names), line, made.meeting)
        assert isinstance(wish, intents.Refusal)
        assert wish.words == "A line does not become that. Strike it, and type this as a new one."
