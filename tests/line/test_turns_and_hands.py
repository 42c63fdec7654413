"""Turns, rounds, hands and clocks in lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typist import Typist, typing

from facilitator.core.events import Direction, Floor, Outcome, Stop


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """Ana speaks, in the debrief's first round of 90 seconds."""
    with typing(tmp_path) as found:
        found("begin", "next", "next")
        yield found


@pytest.fixture
def welcome(tmp_path: Path) -> Iterator[Typist]:
    """At the welcome, where nobody takes turns."""
    with typing(tmp_path) as found:
        found("begin")
        yield found


def test_the_first_step_says_where_it_stands_and_what_to_read_aloud(tmp_path: Path) -> None:
    with typing(tmp_path) as typist:
        assert typist("begin") == ["Welcome: step 1 of 6, 5 min.", "say: words to read aloud."]
        assert typist("say") == ["Agreements:", "Phones off"]


def test_next_before_the_beginning_begins(tmp_path: Path) -> None:
    with typing(tmp_path) as typist:
        typist("next")
        assert typist.meeting.step_id == "step-1"


def test_next_lets_one_after_the_other_speak_and_says_who_comes_then(typist: Typist) -> None:
    assert typist("state") == ["Ana speaks, 1:30 left; Bo next. 3 not yet."]
    typist.clock.move(16_000)
    assert typist("state") == ["Ana speaks, 1:14 left; Bo next. 3 not yet."]
    assert typist("n") == ["Bo speaks, 1:30 left; Chidi next. 2 not yet."]
    assert typist("pass") == ["Chidi speaks, 1:30 left; Dee next. 1 not yet."]
    assert typist("later") == ["Dee speaks, 1:30 left; Chidi next. Come back to Chidi."]
    assert typist("n") == ["Chidi speaks, 1:30 left; nobody next."]
    assert typist("n") == ["Not heard: Bo. next asks once more."]
    assert typist("n") == [
        "Not heard yet: Bo. Ask once more.",
        "jump NAME lets one speak; next goes on.",
    ]
    assert typist("jump bo") == ["Bo speaks, 1:30 left; nobody next."]
    assert typist("n") == ["Everyone has been heard. Next step: Skill."]
    assert typist("n")[0] == "Skill: step 3 of 6, 8 min."
    outcomes = [turn.outcome for turn in typist.meeting.turns.values()]
    assert outcomes.count(Outcome.PASSED) == outcomes.count(Outcome.LATER) == 1


def test_leaving_a_round_asks_first_and_yes_leaves_it(typist: Typist) -> None:
    assert typist("step") == ["Not heard yet: Bo, Chidi, Dee. Leave this round? yes or no."]
    assert typist.meeting.step_id == "step-2"
    assert typist("no") == ["The round was not left."]
    assert typist.meeting.step_id == "step-2"
    typist("step", "yes")
    assert typist.meeting.step_id == "step-3"
    assert typist("back yes")[0] == "Witness: step 2 of 6, 10 min."


def test_leaving_a_discussion_with_hands_up_asks_first(welcome: Typist) -> None:
    welcome("hand ana", "hand bo")
    assert welcome("step") == ["Hands up: Ana, Bo. Leave this discussion? yes or no."]
    assert welcome("no") == ["The discussion was not left."]
    welcome("step yes")
    assert welcome.meeting.step_id == "step-2"


def test_a_question_that_is_not_answered_is_no_yes(typist: Typist) -> None:
    typist("step", "note something else", "yes")
    assert typist.meeting.step_id == "step-2"
    assert typist.status == 2


def test_jumping_to_somebody_leaves_the_order_of_the_others(typist: Typist) -> None:
    assert typist("jump dee") == ["Dee speaks, 1:30 left; Bo next. 2 not yet."]


def test_a_round_can_start_elsewhere_go_the_other_way_and_have_other_times(
    welcome: Typist,
) -> None:
    welcome("next")
    assert welcome("round") == ["Round 1, sunwise from Ana, 1:30 each."]
    assert welcome("round start chidi") == ["Chidi begins. 4 not yet."]
    assert welcome("round turn") == ["Chidi begins. 4 not yet."]
    going = welcome.meeting.round
    assert going is not None
    assert going.direction is Direction.COUNTER
    welcome("round each 1:00")
    assert welcome("next") == ["Chidi speaks, 1:00 left; Bo next. 3 not yet."]
    welcome("round share 3")
    assert welcome("round") == ["Round 1, counter-sunwise from Chidi, 1:00 each."]
    assert welcome("round again") == [
        "Not heard yet: Bo, Ana, Dee. Begin another round without them? yes or no."
    ]
    assert welcome("no") == ["Another round was not begun."]
    welcome("round again yes")
    assert len(welcome.meeting.rounds) == 2


def test_a_hand_says_what_it_is_for_by_a_word_or_a_sign(welcome: Typist) -> None:
    welcome("hand ana", "hand dee question", "hand chidi !", "hand bo last word")
    assert welcome("stack") == [
        "1 Chidi (process)",
        "2 Dee (question)",
        "3 Ana",
        "4 Bo (last word)",
    ]
    assert welcome.floor() == Floor.STACK
    assert welcome("next") == ["Chidi speaks, 2:00 left; Dee (question) next. 3 hands."]
    assert welcome("stack call bo")[0].startswith("Bo speaks")
    welcome("stack lower 1")
    assert welcome("stack") == ["1 Ana"]


def test_the_stack_is_shut_and_opened_and_lets_others_go_first(welcome: Typist) -> None:
    welcome("hand ana", "hand bo")
    assert welcome("stack last ana") == ["Ana lets others go first."]
    assert welcome("stack") == ["1 Bo", "2 Ana"]
    assert welcome("shut") == ["stack closed."]
    assert welcome("stack") == ["1 Bo", "2 Ana", "The stack is closed."]
    welcome("hand dee")
    assert welcome.status == 2
    assert welcome("shut") == ["stack open again."]


def test_whoever_was_not_heard_is_suggested_and_nobody_reorders_by_himself(
    welcome: Typist,
) -> None:
    assert welcome("suggested") == ["Nobody is suggested just now."]
    welcome("hand ana", "next", "hand ana", "hand bo")
    # Ana's second hand is first, and Bo was not heard.
    welcome("next")
    assert welcome.speaker == "Ana"
    welcome("hand dee", "stack")
    assert welcome.speaker == "Ana"


def test_from_the_round_to_the_stack_and_back(typist: Typist) -> None:
    typist("floor")
    assert typist.floor() == Floor.STACK
    typist("floor")
    assert typist.floor() == Floor.ROUND


def test_the_clock_stops_and_goes_on_and_nobody_is_charged(typist: Typist) -> None:
    assert typist("pause") == ["Ana is paused, 1:30 left; Bo next. 3 not yet."]
    typist.clock.move(60_000)
    assert typist("pause") == ["Ana speaks, 1:30 left; Bo next. 3 not yet."]
    assert typist("silence for Ines") == [
        "Silence: for Ines. Ana speaks, 1:30 left; Bo next. 3 not yet."
    ]
    assert typist.meeting.pauses[-1].stop is Stop.SILENCE
    typist.clock.move(60_000)
    assert typist("silence") == ["Ana speaks, 1:30 left; Bo next. 3 not yet."]
    assert typist("wait")[0].startswith("Waiting for the notes.")
    assert typist("wait")[0].startswith("Ana speaks")


def test_time_is_given_and_taken(typist: Typist) -> None:
    assert typist("more")[0].startswith("Ana speaks, 2:00 left")
    assert typist("less 15")[0].startswith("Ana speaks, 1:45 left")
    assert typist("+1:00")[0].startswith("Ana speaks, 2:45 left")
    assert typist("time turn -45")[0].startswith("Ana speaks, 2:00 left")
    typist("time step 5")
    assert typist.meeting.planned_minutes("step-2") == 15
    assert typist("time")[:2] == ["Ana: 2:00 left, of 2:00.", "Step: 0:01 of 15 min."]


def test_a_clock_that_counts_up_is_not_hidden_in_its_first_second(typist: Typist) -> None:
    typist("time clock up")
    assert typist("time")[0] == "Ana: 0:00 gone, of 1:30."


def test_a_clock_counts_up_or_is_hidden_for_whoever_wants_it(typist: Typist) -> None:
    typist("time clock hidden ana")
    assert typist("state") == ["Ana speaks; Bo next. 3 not yet."]
    typist("time clock up ana")
    typist.clock.move(5_000)
    assert typist("state") == ["Ana speaks, 0:05 gone; Bo next. 3 not yet."]
    typist("time clock hidden ana")
    assert typist("time")[0] == "Ana: clock hidden, of 1:30."
    typist("time clock planned ana")
    assert typist("state") == ["Ana speaks, 1:25 left; Bo next. 3 not yet."]


def test_a_break_comes_after_the_turn_and_says_until_when(typist: Typist) -> None:
    assert typist("break 10") == ["a break of 10 min after this turn."]
    assert typist("next") == ["Break until 20:10. Bo next. 3 not yet."]
    assert typist("next")[0].startswith("Bo speaks")


def test_a_turn_over_its_time_says_by_how_much(typist: Typist) -> None:
    typist.clock.move(102_000)
    assert typist("state") == ["Ana speaks, 0:12 over; Bo next. 3 not yet."]


@pytest.mark.parametrize(
    "line",
    [
        *("jump nobody", "hand", "hand 9", "stack call ana", "round sideways", "round start"),
        *("more much", "time soon", "time clock", "time clock red", "break long", "round each x"),
        *("next please", "pass bo", "round share 0", "step 77", "tick nobody", "more 99999"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(typist: Typist, line: str) -> None:
    before = list(typist.session.state.facts)
    typist(line)
    assert typist.status == 2
    assert typist.session.state.facts == before
