"""A line is said anew: whose it is, by when, what it is; and it can be typed as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.play import Circle
from support.written import PEOPLE, circle, told, undo

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.commitment import Commitment
from facilitator.core.fold import fold
from facilitator.core.forms import Kind
from facilitator.core.line_history import Became, history, struck_lines, wordings
from facilitator.core.lines import Line, line_of, lines_of
from facilitator.core.placing import here_and_now, intent_for
from facilitator.core.step import Filing
from facilitator.core.turning_lines import turned
from facilitator.core.typed_again import anew, meant_in, place_of, typed_again
from facilitator.core.words import plain


def last(made: Circle) -> Line:
    return lines_of(made.state, made.meeting)[-1]


def typed(made: Circle, line: Line, speaks: str = "") -> str:
    return typed_again(line, made.meeting, meant_in(line, made.names, made.names), speaks).words


def rewrite(made: Circle, line: Line, words: str, *, dated: bool = True) -> None:
    people = meant_in(line, made.names, made.names)
    wish = anew(understand(words, people, dated=dated), line, made.meeting)
    assert isinstance(wish, intents.Rewrite)
    made.do(wish)


def turn(made: Circle, line: Line, kind: Kind) -> None:
    wish = turned(line, kind, made.meeting, made.names, made.names)
    assert isinstance(wish, intents.Rewrite)
    made.do(wish)


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("it rained", "it rained"),
        ("Chidi: we need shelves", "Chidi: we need shelves"),
        ("! @chidi borrow the PA by friday", "! @Chidi borrow the PA by friday"),
        ("! @chidi borrow the PA until friday", "! @Chidi borrow the PA until friday"),
        ("! @chidi borrow the PA bis Freitag", "! @Chidi borrow the PA bis Freitag"),
        ("! chidi: @bo and the PA", "! @Chidi: @Bo and the PA"),
        ("! somebody calls", "! somebody calls"),
        ("= Doors open at 17:00", "= Doors open at 17:00"),
        ("* a shelf", "* a shelf"),
        ("ISSUE: who has the key", "?? who has the key"),
        ("TOPIC: the shed", "TOPIC: the shed"),
        ("https://example.org the plan", "https://example.org the plan"),
        ("#link the plan", "#link the plan"),
        ("\\= a sign", "\\= a sign"),
        ("\\Bo: a drum", "\\Bo: a drum"),
        ("thanks @Ana", "thanks @Ana"),
    ],
)
def test_a_line_is_shown_as_it_could_be_typed(written: str, again: str) -> None:
    made = circle(written)
    assert typed(made, last(made)) == again


def test_the_words_of_who_speaks_need_no_name() -> None:
    made = circle("Chidi: we need shelves")
    assert typed(made, last(made), made.who("Chidi")) == "we need shelves"


WORDS = st.sampled_from(
    [
        *("@ana", "@Bo", "@bo b", "Chidi", ":", "!", "=", "*", "?", "??", "+", "\\", "..."),
        *("by friday", "in two weeks", "until", "due", "#pantry", "#link", "TOPIC", "pots", "→"),
        *("https://example.org", "  ", "\u202eabc", "[/]", "12 Dec", "and", "%", "é", "@", "|"),
        *("s/a/b/", "to", "will", "next meeting", "\t", "\x1b[31m"),
    ]
)
LINES = st.lists(WORDS | st.text(max_size=6), max_size=8).map(" ".join)
NAMES = (*PEOPLE, "Bo Bakker", "Émile")


@given(LINES, st.sampled_from([0, 1]), st.booleans())
def test_what_is_typed_again_is_understood_as_what_it_is(
    words: str, speaker: int, dated: bool
) -> None:
    made = Circle(people=NAMES)
    made.do(intents.OpenCircle())
    captured = understand(words, made.names, dated=dated)
    if captured.kind in (Kind.SKILL, Kind.ROLE, Kind.MENDING) or captured.empty:
        return
    made.do(intent_for(captured, here_and_now(made.meeting)))
    line = last(made)
    people = meant_in(line, made.names, made.names)
    again = typed_again(line, made.meeting, people, made.who(NAMES[speaker]))
    wish = anew(understand(again.words, people, dated=again.dated), line, made.meeting)
    assert isinstance(wish, intents.Rewrite)
    assert made.refusal(wish).already, (words, again)


def commitment(made: Circle) -> tuple[str, str, str]:
    line = last(made)
    assert line.kind is Kind.COMMITMENT
    return made.names.get(line.person, ""), plain(line.text, made.names), line.due


def test_whose_a_promise_is_and_by_when_is_corrected() -> None:
    made = circle("! @chidi borrow the PA by friday")
    rewrite(made, last(made), "! @bo borrow the PA by sunday")
    assert commitment(made) == ("Bo", "borrow the PA", "sunday")
    (found,) = made.state.commitments_of(made.id)
    assert [each.fate.value for each in found.lineage] == ["open"], "it is no new agreement"
    assert found.lineage[0].due == "sunday"
    undo(made)
    assert commitment(made) == ("Chidi", "borrow the PA", "friday")


def test_another_date_of_a_promise_leaves_what_became_of_it() -> None:
    made = circle("! @chidi borrow the PA by friday")
    made.do(intents.CarryCommitment(last(made).id))
    rewrite(made, last(made), "! @chidi borrow both PAs")
    (found,) = made.state.commitments_of(made.id)
    assert [each.fate.value for each in found.lineage] == ["open", "carried"]
    assert (found.due, plain(found.what, {})) == ("", "borrow both PAs")


def test_a_second_name_in_a_promise_that_is_mended_makes_one_of_their_own() -> None:
    made = circle("! @chidi borrow the PA")
    rewrite(made, last(made), "! @chidi @bo borrow the PA by friday")
    found = made.state.commitments_of(made.id)
    assert made.called([each.owner for each in found]) == ["Chidi", "Bo"]
    assert [each.due for each in found] == ["friday", "friday"]
    undo(made)
    assert len(made.state.commitments_of(made.id)) == 1


@pytest.mark.parametrize("kind", [Kind.NOTE, Kind.DECISION, Kind.IDEA, Kind.QUESTION])
def test_a_line_turns_into_another_kind_and_back(kind: Kind) -> None:
    made = circle("first", "! @chidi borrow the PA by friday", "last")
    line = lines_of(made.state, made.meeting)[1]
    turn(made, line, kind)
    assert told(made) == ["first", "borrow the PA by friday", "last"]
    other = line_of(made.state, made.meeting, line.id)
    assert other is not None
    assert (other.id, other.at) == (line.id, line.at)
    assert other.kind is (kind if kind is Kind.DECISION else Kind.NOTE)
    assert not made.state.commitments
    rewrite(made, other, "! @chidi borrow the PA by friday")
    assert line_of(made.state, made.meeting, line.id) == line
    assert [each.became for each in history(made.state, line.id)] == [
        *(Became.WRITTEN, Became.TURNED, Became.TURNED),
    ]
    assert len(wordings(made.state, line.id)) == 3
    undo(made)
    undo(made)
    assert lines_of(made.state, made.meeting)[1] == line


def test_a_note_turns_into_a_promise_of_whose_words_it_was() -> None:
    made = circle("Chidi: borrow the PA by friday")
    line = last(made)
    turn(made, line, Kind.COMMITMENT)
    assert commitment(made) == ("Chidi", "borrow the PA", "friday")
    assert made.state.commitments[line.id].on == "2025-11-23"


def test_an_idea_without_its_sign_is_a_note() -> None:
    made = circle("* a shelf")
    rewrite(made, last(made), "a shelf")
    assert last(made).filing is Filing.NOTE


def later(made: Circle) -> dict[str, Commitment]:
    """The commitments as another meeting knows them."""
    lasting = (fact for fact in made.state.facts if getattr(fact.body, "lasts", False))
    return fold(lasting).commitments


def test_a_promise_that_was_a_note_is_known_at_the_next_meeting() -> None:
    made = circle("borrow the PA")
    rewrite(made, last(made), "! @bo borrow the PA")
    assert later(made) == made.state.commitments
    made.do(intents.Undo(last(made).id))
    assert not made.state.commitments
    assert later(made) == {}


def test_a_line_that_is_gone_is_written_anew() -> None:
    made = circle("! @bo pots")
    line = last(made)
    made.do(intents.StrikeLine(line.id))
    rewrite(made, line, "! @bo pots and cups by friday")
    assert commitment(made) == ("Bo", "pots and cups", "friday")
    assert last(made).id != line.id


@pytest.mark.parametrize("line", ["= pots", "! @bo pots by friday"])
def test_decisions_and_promises_move_to_another_step(line: str) -> None:
    made = circle(line)
    before = last(made)
    made.do(intents.MoveLine(before.id, "step-3", before.person))
    assert last(made).step == "step-3"
    assert [each.became for each in history(made.state, before.id)][1:] == [Became.MOVED]
    undo(made)
    assert last(made) == before


def test_a_promise_moves_to_another_person() -> None:
    made = circle("! @bo pots by friday")
    made.do(intents.MoveLine(last(made).id, last(made).step, made.who("Ana")))
    assert commitment(made) == ("Ana", "pots", "friday")


def test_what_two_people_say_of_a_line_is_both_kept_and_the_later_holds() -> None:
    made = circle("pots")
    line = last(made)
    rewrite(made, line, "! @bo pots")
    rewrite(made, line, "the cups")
    assert (last(made).kind, told(made)) == (Kind.NOTE, ["the cups"])
    assert len(history(made.state, line.id)) == 3


def test_struck_lines_are_found_and_come_back() -> None:
    made = circle("pots", "= cups")
    for line in lines_of(made.state, made.meeting):
        made.do(intents.StrikeLine(line.id))
    cups, pots = struck_lines(made.state)
    assert [plain(each.line.text, {}) for each in (cups, pots)] == ["cups", "pots"]
    made.do(intents.Undo(pots.action))
    assert told(made) == ["pots"]
    assert [each.became for each in history(made.state, pots.line.id)] == [Became.WRITTEN]


def test_where_a_line_belongs_stays_whoever_speaks_by_then() -> None:
    made = circle("Chidi: we need shelves")
    line = last(made)
    assert place_of(line, made.meeting).person == made.who("Chidi")
    rewrite(made, line, "we need tables")
    assert made.called([last(made).person]) == ["Chidi"]
    rewrite(made, line, "Bo: we need tables")
    assert made.called([last(made).person]) == ["Bo"]
