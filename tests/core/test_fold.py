"""The fold takes whatever a stranger wrote, in any pieces, and everything can be asked of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from support.play import Circle, whole, write
from support.strategies import LONG, bodies_of, facts
from support.wishes import wishes

from facilitator.core import events, intents, rounds, stack, timing, walking, words, writing
from facilitator.core.facts import KINDS, Fact, Unknown
from facilitator.core.fold import apply, fold, taken_back
from facilitator.core.intents import Here, Refusal
from facilitator.core.rules import decide
from facilitator.core.state import Meeting, State
from facilitator.core.telling import described


@settings(max_examples=120)
@given(facts())
def test_any_facts_give_a_state_that_keeps_all_of_them(wild: list[Fact]) -> None:
    state = fold(wild)
    assert state.facts == wild
    assert set(state.unread) == {fact.id for fact in wild if isinstance(fact.body, Unknown)}


@settings(max_examples=120)
@given(facts(), st.lists(st.integers(0, 22), max_size=3))
def test_it_makes_no_difference_in_what_pieces_the_facts_arrive(
    wild: list[Fact], cuts: list[int]
) -> None:
    state, begin = State(), 0
    for cut in [*sorted(cuts), len(wild)]:
        state = fold(wild[begin:cut], onto=state)
        begin = max(begin, cut)
    assert whole(state) == whole(fold(wild))


@given(facts())
def test_fact_by_fact_gives_the_same_state(wild: list[Fact]) -> None:
    state = State()
    for fact in wild:
        state = apply(state, fact)
    assert whole(state) == whole(fold(wild))


@given(facts())
def test_a_fact_that_was_taken_back_might_as_well_not_be_there(wild: list[Fact]) -> None:
    struck = taken_back(wild)
    kept = [fact for fact in wild if fact.action not in struck or isinstance(fact.body, Unknown)]
    without = [fact for fact in kept if not isinstance(fact.body, events.Undone)]
    assert whole(fold(wild)) == {
        **whole(fold(without)),
        "facts": whole(fold(wild))["facts"],
        "struck": struck,
    }


@settings(max_examples=120)
@given(facts(), LONG)
def test_every_question_can_be_asked_of_any_state(wild: list[Fact], now: int) -> None:
    state = fold(wild)
    for fact in wild:
        assert described(fact, state, {})
    for terminal in ("t1", "t2"):
        writing.last_done(state, ("k7f3", terminal))
        writing.last_undone(state, ("k7f3", terminal))
    for meeting in state.meetings.values():
        _ask_everything(state, meeting, now)


def _ask_everything(state: State, meeting: Meeting, now: int) -> None:
    assert set(meeting.present) <= set(meeting.seats) == set(meeting.attendance)
    for direction in events.Direction:
        start = rounds.first_speaker(meeting, direction)
        assert start in (meeting.present or [events.NOBODY]) or start == events.NOBODY
    stack.suggestion(meeting)
    walking.what_next(meeting)
    for turn in meeting.turns.values():
        assert words.span(timing.turn_reading(meeting, turn, now).left)
    for going in meeting.rounds.values():
        waiting = rounds.waiting(meeting, going)
        assert len(waiting) == len(set(waiting))
    for step in meeting.steps:
        assert words.minutes(timing.step_elapsed(meeting, step, now))
    for at in (timing.projected_end(meeting, now), timing.planned_end(meeting, now)):
        assert words.time_of_day(at, meeting.utc_offset)
    for role in state.roles_of(meeting.id):
        assert role.term is None or words.short_date(role.term.ends) is not None
    for note in meeting.notes.values():
        words.plain(note.text, {})


@settings(max_examples=80)
@given(facts(), st.integers(0, 2**42), st.integers(0, 10**6))
def test_any_state_can_be_ruled_on(wild: list[Fact], now: int, pick: int) -> None:
    state = fold(wild)
    for meeting in list(state.meetings.values())[:2]:
        wanted = wishes(state, meeting, "t1")
        for wish in {wanted[(pick + step) % len(wanted)] for step in range(0, 60, 3)}:
            decided = decide(state, wish, Here(now, "t1", meeting.id))
            assert decided.words if isinstance(decided, Refusal) else decided


def test_the_longest_term_that_anyone_could_write_down_can_be_claimed() -> None:
    circle = Circle(people=["Ana"])
    circle.do(intents.OpenCircle())
    forever = events.RoleOpened("step-4", "Treasurer", "", 10**12)
    circle.state = fold(write([forever], circle.state, "t1", 0, circle.id), onto=circle.state)
    circle.do(intents.ClaimRole(circle.state.facts[-1].id, circle.who("Ana")))
    assert [role.terms[0].person for role in circle.state.roles.values() if role.terms]


@given(st.sampled_from(sorted(KINDS)).flatmap(lambda kind: bodies_of(KINDS[kind])))
def test_every_kind_can_be_told_in_words(body: events.Body) -> None:
    assert described(write([body], State(), "t1", 0, "")[0], State(), {})


def test_what_is_new_is_folded_onto_what_is_there_unless_something_is_taken_back() -> None:
    state = Circle(people=["Ana"]).state
    more = write([events.CirclePaused()], state, "t1", 0, state.facts[0].id)
    assert fold(more, onto=state) is state
    back = write([events.Undone(more[0].action)], state, "t1", 0, state.facts[0].id)
    before = whole(state)
    assert fold(back, onto=state) is not state
    assert whole(state) == before
