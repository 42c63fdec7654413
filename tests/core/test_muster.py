"""A muster: the stopwatch, who has come when, and who is missing."""

from __future__ import annotations

from hypothesis import given, settings
from support.play import Circle
from support.strategies import LONG, facts

from facilitator.core import intents, timing
from facilitator.core.agenda import Agenda, Closing
from facilitator.core.agenda import Muster as MusterStep
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.muster import Muster, arrival_lines, lines, muster

SECOND, MINUTE = 1000, 60_000
DRILL = Agenda(
    title="Drill",
    steps=(
        MusterStep(title="Out", prompt="Is everyone at the tree?", minutes=3),
        Closing(title="Close", minutes=2),
        MusterStep(title="Unplanned", prompt="All back?"),
    ),
)


def drill(step: str = "step-1") -> Circle:
    circle = Circle(DRILL, ["Ana", "Bo", "Chidi"])
    circle.do(intents.OpenCircle())
    if step != "step-1":
        circle.do(intents.GoToStep("step-1", step))
    return circle


def tick(circle: Circle, *names: str, every: int = 60) -> None:
    for name in names:
        circle.now += every * SECOND
        circle.do(intents.TickOff(circle.meeting.step_id or "", circle.who(name)))


def found(circle: Circle, step: str = "step-1") -> Muster:
    return muster(circle.meeting, step, circle.now)


def told(circle: Circle, step: str = "step-1") -> tuple[str, ...]:
    return lines(found(circle, step), circle.names)


@settings(max_examples=150)
@given(facts(), LONG)
def test_any_facts_can_be_mustered(wild: list[Fact], now: int) -> None:
    for meeting in fold(wild).meetings.values():
        for step in {*meeting.plan, *meeting.mustered, *(visit.step for visit in meeting.visits)}:
            each = muster(meeting, step, now)
            assert each.elapsed == timing.step_elapsed(meeting, step, now)
            after = [arrival.after for arrival in each.arrivals]
            assert after == sorted(after)
            assert all(0 <= moment <= each.elapsed for moment in after)
            come = [arrival.person for arrival in each.arrivals]
            assert sorted(come) == sorted(meeting.mustered.get(step, {}))
            assert not {*come} & {*each.missing}
            assert {*each.missing} <= {*meeting.seats}
            assert (each.took is None) == (bool(each.missing) or not come)
            assert all(line.endswith(".") for line in lines(each, {}))


def test_arrivals_have_the_time_of_the_stopwatch_and_missing_people_their_seats_order() -> None:
    circle = drill()
    circle.do(intents.SwapSeats(circle.who("Ana"), circle.who("Chidi")))
    tick(circle, "Bo")
    circle.now += 30 * SECOND
    assert told(circle) == ("1 of 3 there after 1:30.", "Missing: Chidi and Ana.")
    tick(circle, "Ana", every=15)
    assert arrival_lines(found(circle), circle.names) == ("1:00 Bo", "1:45 Ana")
    assert (found(circle).took, found(circle).in_time) == (None, None)


def test_all_within_the_planned_minutes_is_said_and_stays_so() -> None:
    circle = drill()
    tick(circle, "Bo", "Ana", "Chidi")
    assert found(circle).in_time is True
    circle.now += 10 * MINUTE
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.now += 10 * MINUTE
    assert told(circle) == ("3 of 3 there after 3:00, within the 3 min planned.",)
    assert found(circle).elapsed == 13 * MINUTE


def test_whoever_comes_after_the_planned_minutes_makes_it_late() -> None:
    circle = drill()
    tick(circle, "Bo", "Ana")
    circle.now += 60 * SECOND
    assert found(circle).in_time is None
    circle.now += 10 * SECOND
    assert told(circle) == (
        "2 of 3 there after 3:10, 0:10 over the 3 min planned.",
        "Missing: Chidi.",
    )
    tick(circle, "Chidi", every=5)
    assert told(circle) == ("3 of 3 there after 3:15, 0:15 over the 3 min planned.",)


def test_the_agreed_minutes_are_planned_minutes() -> None:
    circle = drill()
    circle.do(intents.ExtendStep("step-1", 1))
    tick(circle, "Bo", "Ana", "Chidi", every=70)
    assert told(circle) == ("3 of 3 there after 3:30, within the 4 min planned.",)


def test_where_no_time_is_planned_nothing_is_late() -> None:
    circle = drill("step-3")
    tick(circle, "Bo", "Ana", every=600)
    assert found(circle, "step-3").in_time is None
    tick(circle, "Chidi", every=600)
    assert found(circle, "step-3").in_time is None
    assert told(circle, "step-3") == ("3 of 3 there after 30:00.",)


def test_the_stopwatch_stands_still_in_a_pause_and_between_two_visits() -> None:
    circle = drill()
    tick(circle, "Bo")
    circle.do(intents.PauseCircle())
    tick(circle, "Ana")
    circle.do(intents.ResumeCircle())
    circle.now += 10 * SECOND
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.now += 10 * MINUTE
    circle.do(intents.GoToStep("step-2", "step-1"))
    tick(circle, "Chidi", every=20)
    assert [arrival.after // SECOND for arrival in found(circle).arrivals] == [60, 60, 90]


def test_whoever_goes_home_is_not_missing_and_whoever_comes_is() -> None:
    circle = drill()
    tick(circle, "Bo")
    circle.do(intents.Leave(circle.who("Ana")))
    circle.do(intents.Welcome("Dee"))
    circle.do(intents.StepOut(circle.who("Chidi")))
    assert told(circle)[1] == "Missing: Chidi and Dee."


def test_who_was_missing_when_it_ended_was_missing_whoever_came_or_went_later() -> None:
    circle = drill()
    tick(circle, "Bo")
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.now += MINUTE
    circle.do(intents.Welcome("Dee"))
    circle.do(intents.Leave(circle.who("Chidi")))
    assert told(circle) == ("1 of 3 there after 1:00.", "Missing: Ana and Chidi.")


def test_whoever_came_or_went_in_the_moment_in_which_it_ended_was_part_of_it() -> None:
    circle = drill()
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.do(intents.Leave(circle.who("Chidi")))
    assert told(circle) == ("0 of 3 there after 0:01.", "Missing: Ana, Bo and Chidi.")


def test_a_muster_of_nobody_has_no_time() -> None:
    circle = drill()
    for name in ("Ana", "Bo", "Chidi"):
        circle.do(intents.Leave(circle.who(name)))
    circle.now += 10 * MINUTE
    assert (found(circle).took, found(circle).in_time) == (None, None)
    assert told(circle) == ("Nobody was there to be ticked off.",)


def test_a_seat_that_nobody_ever_took_is_not_missed() -> None:
    circle = drill()
    circle.meeting.seats.append("99@none")
    assert told(circle)[1] == "Missing: Ana, Bo and Chidi."
