"""Who has had the word, against an equal share; a category never stands for one person."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.play import Circle
from support.strategies import LONG, facts

from facilitator.core import balance, intents, timing
from facilitator.core.agenda import Agenda, Discussion, Muster
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.balance import LEAST_IN_CATEGORY, Balance, Voice
from facilitator.core.events import Outcome
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.state import Meeting, Span
from facilitator.core.stretches import Stretches

SECOND, MINUTE = 1000, 60_000
TWO_TALKS = Agenda(
    title="Talks",
    steps=(
        Discussion(title="Budget", prompt="What do we spend?", minutes=10),
        Discussion(title="Venue", prompt="Where?", minutes=10),
        RoundStep(title="Round", prompt="How was it?", minutes=5),
        Muster(title="Out", prompt="All out?", minutes=5),
    ),
)
MOMENTS = st.integers(0, 40)
SPANS = st.lists(st.builds(Span, MOMENTS, st.one_of(st.none(), MOMENTS)), max_size=6)


def talking(*people: str) -> Circle:
    circle = Circle(TWO_TALKS, people)
    circle.do(intents.OpenCircle())
    return circle


def speaks(circle: Circle, name: str, seconds: int, outcome: Outcome = Outcome.HEARD) -> None:
    circle.do(intents.CallOn(circle.who(name), circle.meeting.speaking or ""))
    circle.now += seconds * SECOND
    turn = circle.meeting.speaking
    assert turn is not None
    circle.do(intents.EndTurn(turn, outcome))


def voice(circle: Circle, name: str, of: Balance) -> Voice:
    return next(each for each in of.voices if each.person == circle.who(name))


def whole(circle: Circle) -> Balance:
    return balance.of_meeting(circle.meeting, circle.now)


def milliseconds(spans: list[Span], now: int) -> set[int]:
    return {
        at for span in spans for at in range(span.began, now if span.ended is None else span.ended)
    }


@given(SPANS, SPANS, SPANS, st.tuples(MOMENTS, MOMENTS, MOMENTS))
def test_stretches_measure_what_counting_every_millisecond_does(
    spans: list[Span], without: list[Span], others: list[Span], moments: tuple[int, int, int]
) -> None:
    now, one, other = moments
    every = milliseconds(spans, now) - milliseconds(without, now)
    laid = Stretches(spans, now, without)
    assert laid.length == len(every)
    assert laid.before(one) == sum(at < one for at in every)
    assert laid.between(one, other) == sum(one <= at < other for at in every)
    assert laid.within(others, now) == len(every & milliseconds(others, now))
    assert laid.outside(Stretches(others, now)) == len(every - milliseconds(others, now))


def balances(meeting: Meeting, now: int) -> list[Balance]:
    steps = {*meeting.plan, *(visit.step for visit in meeting.visits)}
    steps |= {turn.step for turn in meeting.turns.values()}
    return [
        balance.of_meeting(meeting, now),
        *(balance.of_step(meeting, step, now) for step in sorted(steps)),
    ]


@settings(max_examples=150)
@given(facts(), LONG)
def test_any_facts_have_a_balance_whose_shares_add_up(wild: list[Fact], now: int) -> None:
    for meeting in fold(wild).meetings.values():
        for each in balances(meeting, now):
            people = [one.person for one in each.voices]
            assert len(people) == len(set(people))
            assert [one for one in people if one in meeting.seats] == [
                one for one in meeting.seats if one in people
            ]
            assert sum(one.share for one in each.voices) == pytest.approx(1.0 if each.time else 0.0)
            assert sum(one.even for one in each.voices) == pytest.approx(1.0 if people else 0.0)
            assert sum(one.time for one in each.voices) == each.time
            assert sum(one.turns for one in each.voices) == each.turns


@settings(max_examples=150)
@given(facts(), LONG)
def test_what_is_charged_is_what_the_clocks_of_the_turns_show(wild: list[Fact], now: int) -> None:
    for meeting in fold(wild).meetings.values():
        shown: Counter[str] = Counter()
        wall: Counter[str] = Counter()
        for turn in meeting.turns.values():
            if turn.outcome in (None, Outcome.HEARD):
                shown[turn.person] += timing.turn_reading(meeting, turn, now).elapsed
                wall[turn.person] += timing.length(turn.span, now)
        for one in balance.of_meeting(meeting, now).voices:
            assert one.time == shown[one.person] <= wall[one.person]


PRESSED = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 3), st.integers(0, 90_000)), max_size=25
)


@settings(max_examples=100)
@given(PRESSED)
def test_the_parts_of_a_played_meeting_add_up_over_its_steps(
    pressed: list[tuple[int, int, int]],
) -> None:
    circle = talking("Ana", "Bo", "Chidi", "Dee")
    people = [*circle.names]
    began = circle.now
    for what, who, passes in pressed:
        circle.now += passes
        turn = circle.meeting.speaking or ""
        wish: tuple[intents.Intent, ...] = (
            intents.CallOn(people[who], turn),
            intents.CallOn(people[who], turn),
            intents.EndTurn(turn),
            intents.EndTurn(turn, Outcome.PASSED),
            intents.PauseTurn(turn),
            intents.PauseCircle(),
            intents.ResumeCircle(),
            intents.GoToStep(circle.meeting.step_id or "", f"step-{who + 1}"),
            intents.Leave(people[who]),
        )
        circle.send(wish[what])
    meeting, now = circle.meeting, circle.now
    all_of_it, *steps = balances(meeting, now)
    assert sum(step.time for step in steps) == all_of_it.time <= now - began
    for one in all_of_it.voices:
        there = [each.there for step in steps for each in step.voices if each.person == one.person]
        assert sum(there) == one.there <= now - began
        assert one.time <= one.there


def test_turns_and_time_are_those_in_which_somebody_spoke() -> None:
    circle = talking("Ana", "Bo", "Chidi")
    speaks(circle, "Ana", 60)
    speaks(circle, "Bo", 20)
    speaks(circle, "Ana", 40)
    circle.do(intents.GoToStep("step-1", "step-3"))
    going = [*circle.meeting.rounds][-1]
    circle.do(intents.BeginTurn(going, circle.who("Ana")))
    circle.now += 9 * SECOND
    circle.do(intents.EndTurn(circle.meeting.speaking or "", Outcome.PASSED))
    circle.now += 7 * SECOND
    circle.do(intents.EndTurn(circle.meeting.speaking or "", Outcome.LATER))
    circle.now += 5 * SECOND
    had = [(each.turns, each.time) for each in whole(circle).voices]
    assert had == [(2, 100 * SECOND), (1, 20 * SECOND), (1, 5 * SECOND)]
    assert (whole(circle).turns, whole(circle).time) == (4, 125 * SECOND)


def test_the_time_of_a_pause_is_nobodys() -> None:
    circle = talking("Ana", "Bo")
    circle.do(intents.CallOn(circle.who("Ana")))
    for wish in (
        intents.PauseTurn(circle.meeting.speaking or ""),
        intents.PauseCircle(),
        intents.ResumeTurn(circle.meeting.speaking or ""),
    ):
        circle.now += 10 * SECOND
        circle.do(wish)
    circle.now += 5 * SECOND
    ana = voice(circle, "Ana", whole(circle))
    assert (ana.time, ana.there) == (15 * SECOND, 25 * SECOND)


def test_everyone_there_has_an_equal_share_before_anybody_has_spoken() -> None:
    circle = talking("Ana", "Bo", "Chidi", "Dee")
    assert [each.even for each in whole(circle).voices] == [0.25] * 4
    circle.now += MINUTE
    assert [(each.even, each.share) for each in whole(circle).voices] == [(0.25, 0.0)] * 4


def test_whoever_came_for_the_last_quarter_has_an_even_share_of_a_quarter() -> None:
    circle = talking("Ana", "Bo")
    circle.now += 30 * MINUTE
    circle.do(intents.Welcome("Late"))
    circle.now += 10 * MINUTE
    found = whole(circle)
    evens = [voice(circle, name, found).even for name in ("Ana", "Bo", "Late")]
    assert evens == pytest.approx([4 / 9, 4 / 9, 1 / 9])


def test_a_break_is_no_time_in_which_somebody_was_there_to_speak() -> None:
    circle = talking("Ana", "Bo")
    circle.now += 10 * MINUTE
    circle.do(intents.TakeBreak(15))
    circle.now += 5 * MINUTE
    circle.do(intents.Welcome("Late"))
    circle.now += 10 * MINUTE
    circle.do(intents.ResumeCircle())
    circle.now += 10 * MINUTE
    there = [each.there for each in whole(circle).voices]
    assert there == [20 * MINUTE, 20 * MINUTE, 10 * MINUTE]


def test_time_before_the_opening_and_after_the_close_counts_for_nobody() -> None:
    circle = Circle(TWO_TALKS, ["Ana", "Bo"])
    circle.now += 20 * MINUTE
    circle.do(intents.OpenCircle())
    circle.now += 5 * MINUTE
    circle.do(intents.CloseCircle())
    circle.now += 60 * MINUTE
    assert [each.there for each in whole(circle).voices] == [5 * MINUTE] * 2


def test_a_step_is_balanced_among_those_who_were_there_for_it() -> None:
    circle = talking("Ana", "Bo", "Chidi")
    speaks(circle, "Ana", 60)
    circle.do(intents.Leave(circle.who("Chidi")))
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.do(intents.Welcome("Dee"))
    speaks(circle, "Bo", 30)
    first = balance.of_step(circle.meeting, "step-1", circle.now)
    second = balance.of_step(circle.meeting, "step-2", circle.now)
    assert [each.person for each in second.voices] == [
        circle.who(name) for name in ("Ana", "Bo", "Dee")
    ]
    assert [each.time for each in second.voices] == [0, 30 * SECOND, 0]
    assert voice(circle, "Chidi", first).even == pytest.approx(1 / 3)


def test_people_are_in_seating_order_however_much_they_have_had() -> None:
    circle = talking("Ana", "Bo", "Chidi")
    for name, seconds in (("Chidi", 90), ("Bo", 60), ("Ana", 30)):
        speaks(circle, name, seconds)
    circle.do(intents.SwapSeats(circle.who("Ana"), circle.who("Bo")))
    order = circle.called([each.person for each in whole(circle).voices])
    assert order == ["Bo", "Ana", "Chidi"]


def chosen(circle: Circle, **words: str) -> None:
    for name, word in words.items():
        circle.do(intents.TakeCategory(circle.who(name), word))


def told(circle: Circle) -> list[tuple[str, int]]:
    return [(each.word, each.people) for each in whole(circle).categories]


NINE = ("Ana", "Bo", "Cy", "Dee", "Eli", "Fay", "Gil", "Hui", "Ian")


def test_a_category_has_what_its_people_have_together() -> None:
    circle = talking(*NINE)
    chosen(circle, Ana="tenant", Bo="tenant", Cy="Tenant", Dee="tenant")
    speaks(circle, "Ana", 20)
    speaks(circle, "Cy", 10)
    speaks(circle, "Hui", 30)
    tenants, others = whole(circle).categories
    assert (tenants.word, tenants.people, tenants.turns) == ("tenant", 4, 2)
    assert (tenants.time, tenants.share) == (30 * SECOND, 0.5)
    assert tenants.even == pytest.approx(4 / 9)
    assert (others.word, others.people, others.turns, others.share) == ("", 5, 1, 0.5)


def test_a_category_of_two_is_among_the_others() -> None:
    circle = talking(*NINE)
    chosen(circle, Ana="tenant", Bo="tenant", Cy="tenant", Dee="owner", Eli="owner")
    assert told(circle) == [("tenant", 3), ("", 6)]


def test_others_who_are_so_few_that_they_could_be_told_apart_are_joined_by_a_category() -> None:
    circle = talking(*NINE[:8])
    chosen(circle, Ana="b", Bo="b", Cy="b", Dee="a", Eli="a", Fay="a", Gil="a")
    assert told(circle) == [("a", 4), ("", 4)]


def test_a_category_beside_one_or_two_people_alone_is_not_told() -> None:
    circle = talking(*NINE[:4])
    chosen(circle, Ana="tenant", Bo="tenant", Cy="tenant")
    assert told(circle) == []
    chosen(circle, Dee="tenant")
    assert told(circle) == [("tenant", 4)]


def test_categories_are_in_the_order_of_the_alphabet_and_others_is_no_word_of_its_own() -> None:
    circle = talking(*NINE)
    chosen(circle, Ana="worker", Bo="worker", Cy="worker", Dee="elder", Eli="elder", Fay="elder")
    chosen(circle, Gil="Others", Hui="others")
    assert told(circle) == [("elder", 3), ("worker", 3), ("", 3)]


def test_nobody_who_has_left_before_a_step_makes_up_the_numbers_of_a_category() -> None:
    circle = talking(*NINE)
    chosen(circle, Ana="tenant", Bo="tenant", Cy="tenant")
    circle.now += MINUTE
    circle.do(intents.Leave(circle.who("Cy")))
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.now += MINUTE
    assert told(circle) == [("tenant", 3), ("", 6)]
    assert balance.of_step(circle.meeting, "step-2", circle.now).categories == ()


@given(st.lists(st.sampled_from(["", "a", "A", "b", "c", "d", "others"]), max_size=14))
def test_a_category_never_singles_anybody_out(words: list[str]) -> None:
    circle = talking(*(f"P{place}" for place in range(max(1, len(words)))))
    for person, word in zip(circle.names, words, strict=False):
        if word:
            circle.do(intents.TakeCategory(person, word))
    found = whole(circle)
    assert all(each.people >= LEAST_IN_CATEGORY for each in found.categories)
    if found.categories:
        assert sum(each.people for each in found.categories) == len(found.voices)
        assert any(each.word for each in found.categories)
    sizes = Counter(word.lower() for word in words if word.lower() not in ("", "others"))
    for each in found.categories[:-1]:
        assert each.people == sizes[each.word.lower()]
