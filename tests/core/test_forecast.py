"""When each step and the meeting will end, and what would have to give."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.agendas import DEBRIEF
from support.play import Circle
from support.strategies import LONG, facts

from facilitator.core import intents, timing
from facilitator.core.agenda import Agenda, Break, Closing, Commitments, Discussion, Opening, Roles
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import Floor, Stop
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.forecast import Forecast, Standing, StepForecast, forecast
from facilitator.core.going_round import shared_seconds
from facilitator.core.relief import LEAST_BREAK, LEAST_EACH, NEVER_DROPPED, Kind, Relief, what_gives

SECOND, MINUTE = 1000, 60_000
EVENING = Agenda(
    title="Evening",
    steps=(
        Opening(title="Welcome", minutes=5),
        RoundStep(title="Check-in", prompt="How are you?", minutes=8, seconds_each=120),
        Discussion(title="Budget", prompt="What do we spend?", minutes=20),
        Break(title="Tea", minutes=12),
        Discussion(title="Announcements", prompt="What else?", minutes=10),
        Roles(title="Roles", minutes=5),
        Commitments(title="Read back", minutes=5),
        Closing(title="Close", minutes=5),
    ),
)
PEOPLE = ("Ana", "Bo", "Chidi", "Dee")


def evening(step: str = "step-1", after: int = 0, agenda: Agenda = EVENING) -> Circle:
    """A circle that goes to a step so many minutes after it was opened."""
    circle = Circle(agenda, PEOPLE)
    circle.do(intents.OpenCircle())
    circle.now += after * MINUTE
    if step != "step-1":
        circle.do(intents.GoToStep("step-1", step))
    return circle


def foreseen(circle: Circle) -> Forecast:
    return forecast(circle.meeting, circle.now)


def row(circle: Circle, step: str) -> StepForecast:
    return next(each for each in foreseen(circle).steps if each.step == step)


def times(circle: Circle) -> list[tuple[int | None, int | None]]:
    """From when until when each step is, in minutes after the opening."""
    opened = circle.meeting.opened or circle.now
    return [
        (
            each.begins and (each.begins - opened) // MINUTE,
            each.ends and (each.ends - opened) // MINUTE,
        )
        for each in foreseen(circle).steps
    ]


def minutes_after(opened: int, at: int | None) -> int | None:
    return None if at is None else (at - opened) // MINUTE


def given_up(circle: Circle) -> list[str]:
    return [relief.words for relief in what_gives(circle.meeting, circle.now)]


@settings(max_examples=150)
@given(facts(), LONG)
def test_any_facts_have_a_forecast_in_line_with_the_projected_end(
    wild: list[Fact], now: int
) -> None:
    for meeting in fold(wild).meetings.values():
        found = forecast(meeting, now)
        assert [each.step for each in found.steps] == meeting.plan
        assert found.ends == timing.projected_end(meeting, now)
        assert found.announced == timing.planned_end(meeting, now)
        reached = None
        for each in found.steps:
            assert (each.begins is None) == (each.ends is None)
            assert (each.begins is None) == (each.standing is Standing.NOT_REACHED)
            assert each.planned >= 0
            assert each.actual >= 0
            if each.standing is Standing.AHEAD and each.begins is not None:
                assert reached in (None, each.begins)
                assert each.ends == each.begins + each.planned * MINUTE
            if each.standing in (Standing.HERE, Standing.AHEAD):
                reached = each.ends
        assert reached in (None, found.ends)


@settings(max_examples=150)
@given(facts(), LONG)
def test_any_facts_can_be_asked_what_gives(wild: list[Fact], now: int) -> None:
    for meeting in fold(wild).meetings.values():
        assume(not meeting.abandoned)
        late = timing.projected_end(meeting, now) - timing.planned_end(meeting, now)
        found = what_gives(meeting, now)
        assert not found or (late >= MINUTE and meeting.closed is None)
        assert all(each.saves >= MINUTE for each in found)
        assert len({bool(each.missing) for each in found}) <= 1
        saved = [each.saves for each in found]
        assert saved == sorted(saved, reverse=bool(found and found[0].missing))
        for each in found:
            assert each.missing == max(0, late - each.saves)
            if each.kind is Kind.STEP:
                assert not isinstance(meeting.steps[each.step], NEVER_DROPPED)
                assert all(visit.step != each.step for visit in meeting.visits)


def test_before_the_opening_the_plan_is_laid_out_from_now_on() -> None:
    circle = Circle(EVENING, PEOPLE)
    circle.now += 17 * MINUTE
    assert times(circle)[:3] == [(0, 5), (5, 13), (13, 33)]
    assert foreseen(circle).ends == foreseen(circle).announced == circle.now + 70 * MINUTE
    assert {each.standing for each in foreseen(circle).steps} == {Standing.AHEAD}


def test_steps_are_told_as_they_were_as_they_are_and_as_they_will_be() -> None:
    circle = evening("step-2", after=8)
    circle.now += 3 * MINUTE
    assert [each.standing for each in foreseen(circle).steps][:3] == [
        Standing.BEEN,
        Standing.HERE,
        Standing.AHEAD,
    ]
    assert times(circle) == [
        (0, 8),
        (8, 19),
        (19, 39),
        (39, 51),
        (51, 61),
        (61, 66),
        (66, 71),
        (71, 76),
    ]
    assert [each.actual for each in foreseen(circle).steps][:3] == [8 * MINUTE, 3 * MINUTE, 0]
    assert foreseen(circle).late == 6 * MINUTE


def test_what_the_room_agreed_to_is_planned_but_was_not_announced() -> None:
    circle = evening("step-3")
    circle.do(intents.ExtendStep("step-3", 5))
    assert row(circle, "step-3").planned == 25
    assert foreseen(circle).announced == circle.now + 70 * MINUTE
    assert times(circle)[2:4] == [(0, 25), (25, 37)]


def test_a_step_that_was_come_back_to_began_the_first_time() -> None:
    circle = evening("step-3", after=5)
    circle.now += 4 * MINUTE
    circle.do(intents.GoToStep("step-3", "step-1"))
    circle.now += 1 * MINUTE
    assert row(circle, "step-1").actual == 6 * MINUTE
    assert times(circle)[:4] == [(0, 10), (10, 18), (5, 9), (18, 30)]
    circle.do(intents.GoToStep("step-1", "step-3"))
    circle.now += 16 * MINUTE
    assert times(circle)[:4] == [(0, 10), (None, None), (5, 26), (26, 38)]
    assert row(circle, "step-2").standing is Standing.NOT_REACHED


def test_after_the_close_nothing_is_projected() -> None:
    circle = evening("step-3", after=5)
    circle.now += 10 * MINUTE
    circle.do(intents.CloseCircle())
    closed = circle.now
    circle.now += 60 * MINUTE
    assert times(circle)[:4] == [(0, 5), (None, None), (5, 15), (None, None)]
    assert (foreseen(circle).ends, foreseen(circle).late) == (closed, -55 * MINUTE)
    assert given_up(circle) == []


def test_a_meeting_that_was_called_off_has_no_times_and_nothing_to_give() -> None:
    circle = Circle(EVENING, PEOPLE)
    circle.do(intents.AddStep(Discussion(title="More", prompt="More?", minutes=9), "step-3"))
    announced = foreseen(circle).announced
    assert announced == circle.now + (circle.meeting.agenda.minutes + 9) * MINUTE
    circle.do(intents.AbandonMeeting())
    assert {each.standing for each in foreseen(circle).steps} == {Standing.NOT_REACHED}
    assert given_up(circle) == []


def test_a_break_that_goes_on_puts_everything_off_until_it_is_over() -> None:
    circle = evening("step-3", after=13)
    circle.now += 10 * MINUTE
    circle.do(intents.TakeBreak(15))
    circle.now += 5 * MINUTE
    assert timing.break_left(circle.meeting, circle.now) == 10 * MINUTE
    assert times(circle)[2:4] == [(13, 48), (48, 60)]
    circle.now += 20 * MINUTE
    assert timing.break_left(circle.meeting, circle.now) == 0
    assert row(circle, "step-3").actual == 10 * MINUTE
    circle.do(intents.ResumeCircle())
    assert times(circle)[2:4] == [(13, 58), (58, 70)]


def test_a_break_agreed_on_for_after_this_turn_is_counted() -> None:
    circle = evening("step-3")
    circle.do(intents.CallOn(circle.who("Ana")))
    before = foreseen(circle).ends
    circle.do(intents.TakeBreak(7))
    assert foreseen(circle).ends == before + 7 * MINUTE


def test_a_pause_without_an_end_puts_off_nothing_but_by_its_length() -> None:
    circle = evening("step-3")
    before = foreseen(circle).ends
    circle.do(intents.PauseCircle(stop=Stop.SILENCE))
    circle.now += 2 * MINUTE
    assert foreseen(circle).ends == before + 2 * MINUTE


def test_a_break_had_at_a_step_planned_for_it_is_that_step() -> None:
    circle = evening("step-4")
    end = foreseen(circle).ends
    assert circle.meeting.stop is Stop.BREAK
    circle.now += 5 * MINUTE
    assert row(circle, "step-4").actual == 5 * MINUTE
    assert foreseen(circle).ends == end
    circle.now += 7 * MINUTE
    circle.do(intents.ResumeCircle())
    assert foreseen(circle).ends == end
    assert row(circle, "step-4").actual == 12 * MINUTE


def test_a_break_longer_than_the_step_planned_for_it_takes_what_was_said() -> None:
    circle = evening("step-4")
    end = foreseen(circle).ends
    circle.do(intents.TakeBreak(20))
    assert foreseen(circle).ends == end + 8 * MINUTE
    circle.now += 15 * MINUTE
    assert foreseen(circle).ends == end + 8 * MINUTE


def test_silence_at_a_break_is_a_pause_as_everywhere() -> None:
    circle = evening("step-4")
    circle.do(intents.PauseCircle(stop=Stop.SILENCE))
    circle.now += 3 * MINUTE
    assert row(circle, "step-4").actual == 0


def test_nothing_has_to_give_while_the_meeting_is_on_time() -> None:
    circle = evening()
    circle.now += 5 * MINUTE + 59 * SECOND
    assert given_up(circle) == []
    circle.now += SECOND
    assert given_up(circle)[0] == "Shorten “Tea” from 12 to 11 min: 1 min"


def test_what_takes_the_least_comes_first_where_something_suffices() -> None:
    circle = evening("step-2", after=12)
    circle.do(intents.BeginTurn([*circle.meeting.rounds][-1], circle.who("Ana")))
    assert foreseen(circle).late == 7 * MINUTE
    assert given_up(circle) == [
        "Shorten “Tea” from 12 to 5 min: 7 min",
        "Drop or defer “Announcements”: 10 min",
        "Drop or defer “Budget”: 20 min",
    ]


def test_a_round_gives_the_same_time_to_each_who_is_still_to_be_heard() -> None:
    circle = evening("step-2", after=8)
    assert foreseen(circle).late == 3 * MINUTE
    relief = what_gives(circle.meeting, circle.now)[0]
    assert relief.words == "1:15 each in this round instead of 2:00: 3 min"
    circle.do(intents.TimeRound([*circle.meeting.rounds][-1], relief.amount))
    assert foreseen(circle).late == 0


@given(st.integers(1, 6), st.integers(6, 12))
def test_what_each_gets_is_the_share_of_the_minutes_that_are_left(late: int, people: int) -> None:
    circle = Circle(EVENING, [f"P{place}" for place in range(people)])
    circle.do(intents.OpenCircle())
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.now += (70 + late) * MINUTE - (foreseen(circle).ends - circle.now)
    going = circle.meeting.round
    assert going is not None
    relief = next(
        each for each in what_gives(circle.meeting, circle.now) if each.kind is Kind.ROUND
    )
    assert relief.amount == shared_seconds(circle.meeting, going, 2 * people - late)


def test_nobody_is_asked_to_speak_in_less_than_half_a_minute() -> None:
    circle = evening("step-2", after=60)
    found = {each.kind: each for each in what_gives(circle.meeting, circle.now)}
    assert found[Kind.ROUND].amount == LEAST_EACH
    assert found[Kind.ROUND].saves == 6 * MINUTE
    circle.do(intents.TimeRound([*circle.meeting.rounds][-1], LEAST_EACH))
    assert Kind.ROUND not in {each.kind for each in what_gives(circle.meeting, circle.now)}


def test_where_nothing_suffices_it_is_said_how_much_is_missing() -> None:
    circle = evening("step-2", after=60)
    assert foreseen(circle).late == 55 * MINUTE
    assert given_up(circle) == [
        "Drop or defer “Budget”: 20 min, 35 min still missing",
        "Drop or defer “Announcements”: 10 min, 45 min still missing",
        "Shorten “Tea” from 12 to 5 min: 7 min, 48 min still missing",
        "0:30 each in this round instead of 2:00: 6 min, 49 min still missing",
    ]


def test_a_discussion_that_goes_on_can_end_sooner_by_what_it_has_left() -> None:
    circle = evening("step-3", after=17)
    circle.now += 2 * MINUTE
    relief = next(each for each in what_gives(circle.meeting, circle.now) if each.kind is Kind.TALK)
    assert (relief.words, relief.amount) == ("End “Budget” sooner: 4 min", 4)
    circle.do(intents.ExtendStep("step-3", -relief.amount))
    assert foreseen(circle).late == 0
    circle.now += 60 * MINUTE
    assert Kind.TALK not in {each.kind for each in what_gives(circle.meeting, circle.now)}


def test_a_break_gives_no_more_than_leaves_people_time_to_breathe() -> None:
    circle = evening("step-3", after=13)
    circle.do(intents.CallOn(circle.who("Ana")))
    circle.do(intents.TakeBreak(9))
    circle.now += 60 * MINUTE
    found = [each for each in what_gives(circle.meeting, circle.now) if each.kind is Kind.BREAK]
    assert [(each.step, each.amount, each.saves) for each in found] == [
        ("step-4", LEAST_BREAK, 7 * MINUTE),
        ("", LEAST_BREAK, 4 * MINUTE),
    ]
    assert found[1].words.startswith("Shorten the break after this turn from 9 to 5 min: 4 min")


def test_a_break_that_people_were_sent_into_does_not_give() -> None:
    circle = evening("step-4", after=60)
    assert circle.meeting.stop is Stop.BREAK
    assert {each.kind for each in what_gives(circle.meeting, circle.now)} == {Kind.STEP}


def test_what_a_circle_is_for_never_gives() -> None:
    circle = evening("step-5", after=120)
    circle.now += 20 * MINUTE
    assert given_up(circle) == []


def test_a_step_that_has_begun_is_not_dropped() -> None:
    circle = evening("step-5", after=30)
    circle.do(intents.GoToStep("step-5", "step-2"))
    circle.now += 30 * MINUTE
    dropped = [
        each.step for each in what_gives(circle.meeting, circle.now) if each.kind is Kind.STEP
    ]
    assert dropped == ["step-3"]


REACHED = st.tuples(st.sampled_from(["step-1", "step-2", "step-3", "step-4"]), st.integers(0, 90))


@given(REACHED, st.booleans())
def test_doing_what_was_proposed_saves_what_was_said(
    reached: tuple[str, int], a_break: bool
) -> None:
    circle = evening(*reached)
    if a_break and circle.meeting.step_id == "step-3":
        circle.do(intents.CallOn(circle.who("Ana")))
        circle.do(intents.TakeBreak(10))
    for relief in what_gives(circle.meeting, circle.now):
        tried = Circle(EVENING)
        tried.state, tried.id, tried.now = fold(circle.state.facts), circle.id, circle.now
        before = foreseen(tried).ends
        done(tried, relief)
        assert before - foreseen(tried).ends == relief.saves


def done(circle: Circle, relief: Relief) -> None:
    """What the room says yes to."""
    planned = circle.meeting.planned_minutes(relief.step) if relief.step else 0
    wish: intents.Intent
    if relief.kind is Kind.STEP:
        wish = intents.DropStep(relief.step, deferred=True)
    elif relief.kind is Kind.ROUND:
        wish = intents.TimeRound([*circle.meeting.rounds][-1], relief.amount)
    elif relief.kind is Kind.TALK:
        wish = intents.ExtendStep(relief.step, -relief.amount)
    elif relief.step:
        wish = intents.ExtendStep(relief.step, relief.amount - planned)
    else:
        wish = intents.TakeBreak(relief.amount)
    circle.do(wish)


def test_a_stack_opened_at_a_round_can_end_sooner_too() -> None:
    circle = evening("step-2", after=10, agenda=DEBRIEF)
    circle.do(intents.GiveFloor("step-2", Floor.STACK))
    assert "End “Witness” sooner: 5 min" in given_up(circle)
