"""The agenda against the clock, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from support.play import Circle
from support.strategies import LONG, facts

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Discussion, Opening
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.forecast import forecast
from facilitator.core.relief import Kind, Relief, what_gives
from facilitator.ui.forecast import ForecastView, forecast_lines, forecast_view, relief_lines

MINUTE = 60_000
EVENING = Agenda(
    title="Evening",
    steps=(
        Opening(title="Welcome", minutes=10),
        Discussion(title="Budget", prompt="What?", minutes=20),
        Discussion(title="Announcements", prompt="What else?", minutes=15),
        Closing(title="Close"),
    ),
)


def evening(*stays: tuple[str, int]) -> Circle:
    """A circle that stays so many minutes at each of these steps; it began at 20:00."""
    circle = Circle(EVENING, ["Ana", "Bo"])
    circle.do(intents.OpenCircle())
    for step, stay in stays:
        if circle.meeting.step_id != step:
            circle.do(intents.GoToStep(circle.meeting.step_id or "", step))
        circle.now += stay * MINUTE
    return circle


def view(circle: Circle) -> ForecastView:
    return forecast_view(
        circle.meeting,
        forecast(circle.meeting, circle.now),
        what_gives(circle.meeting, circle.now),
    )


def words(circle: Circle) -> list[str]:
    return [f"{row.mark} {row.words}" for row in view(circle).rows]


def test_a_row_says_from_when_how_long_and_until_when() -> None:
    circle = evening(("step-1", 12), ("step-2", 5))
    assert words(circle) == [
        "✓ 20:00 · 12 of 10 min · → 20:12",
        "▶ 20:12 · 5 of 20 min · → 20:32",
        "· 20:32 · 15 min · → 20:47",
        "· 20:47 · → 20:47",
    ]
    assert view(circle).end == "ends 20:47, on time"


def test_a_meeting_that_will_be_late_says_what_could_give() -> None:
    found = view(evening(("step-1", 14), ("step-2", 5)))
    assert found.end == "ends 20:49, announced for 20:45: 4 min late"
    assert found.reliefs == ("End “Budget” sooner: 4 min", "Drop or defer “Announcements”: 15 min")


def test_two_minutes_are_on_time_and_three_are_late() -> None:
    assert view(evening(("step-1", 12))).end == "ends 20:47, on time"
    assert view(evening(("step-1", 13))).end == "ends 20:48, announced for 20:45: 3 min late"


def test_a_step_that_was_passed_over_was_not_reached() -> None:
    circle = evening(("step-1", 4), ("step-3", 6))
    assert words(circle)[1] == "○ 20 min · not reached"
    assert view(circle).end == "ends 20:19, announced for 20:45: 26 min early"
    circle.do(intents.CloseCircle())
    assert view(circle).end == "ended 20:10, announced for 20:45: 35 min early"
    assert words(circle)[2:] == ["✓ 20:04 · 6 of 15 min · → 20:10", "○ not reached"]


def test_more_than_an_hour_late_is_said_in_hours() -> None:
    found = view(evening(("step-1", 45), ("step-4", 75)))
    assert found.end == "ends 22:00, announced for 20:45: 1 h 15 min late"


def test_lines_are_one_a_step_where_they_fit_and_else_two() -> None:
    found = view(evening(("step-1", 14), ("step-2", 5)))
    assert forecast_lines(found, 60) == (
        "✓ Welcome  20:00 · 14 of 10 min · → 20:14",
        "▶ Budget  20:14 · 5 of 20 min · → 20:34",
        "· Announcements  20:34 · 15 min · → 20:49",
        "· Close  20:49 · → 20:49",
        "",
        "ends 20:49, announced for 20:45: 4 min late",
        "End “Budget” sooner: 4 min",
        "Drop or defer “Announcements”: 15 min",
    )
    assert forecast_lines(found, 40)[:5] == (
        "✓ Welcome",
        "  20:00 · 14 of 10 min · → 20:14",
        "▶ Budget  20:14 · 5 of 20 min · → 20:34",
        "· Announcements",
        "  20:34 · 15 min · → 20:49",
    )


def relief(saves: int, late: int) -> Relief:
    return Relief(Kind.STEP, "step-1", saves * MINUTE, late * MINUTE, 0, "Drop “It”")


def test_where_nothing_suffices_alone_it_is_said_what_everything_comes_to() -> None:
    assert relief_lines([relief(10, 18), relief(5, 18)]) == (
        "Drop “It”: 10 min, 8 min still missing",
        "Drop “It”: 5 min, 13 min still missing",
        "All of it together: 15 min, 3 min still missing",
    )
    assert relief_lines([relief(10, 14), relief(5, 14)])[-1] == (
        "All of it together: 15 min, that is enough"
    )


def test_one_relief_and_several_that_suffice_are_not_added_up() -> None:
    assert relief_lines([relief(10, 18)]) == ("Drop “It”: 10 min, 8 min still missing",)
    assert relief_lines([relief(10, 5), relief(15, 5)]) == (
        "Drop “It”: 10 min",
        "Drop “It”: 15 min",
    )
    assert relief_lines([]) == ()


@given(facts(), LONG, st.integers(0, 100))
def test_any_facts_have_lines_that_fit(wild: list[Fact], now: int, cells: int) -> None:
    for meeting in fold(wild).meetings.values():
        found = forecast_view(meeting, forecast(meeting, now), what_gives(meeting, now))
        assert len(found.rows) == len(meeting.plan)
        lines = forecast_lines(found, cells)
        assert len(lines) >= len(meeting.plan) + 2
        assert all(cell_len(line) <= cells for line in lines)
