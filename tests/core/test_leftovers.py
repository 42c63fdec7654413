"""Steps that were not reached: which come back, and where on the next agenda."""

from __future__ import annotations

import pytest
from support.play import Circle

from facilitator.core.agenda import (
    Agenda,
    AnyStep,
    Break,
    Closing,
    Commitments,
    Discussion,
    Filing,
    Muster,
    Opening,
    Roles,
)
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.leftovers import Leftover, before_closing, worth_offering

OPEN = Opening(title="Welcome")
VAN = Discussion(title="The van", prompt="Do we keep it?")
CHECK_IN = RoundStep(title="Check-in", prompt="How are you?", filing=Filing.CHECK_IN)
CHECK_OUT = RoundStep(title="Check-out", prompt="One word?", filing=Filing.CHECK_OUT)
READ_BACK, CLOSE = Commitments(title="Read back"), Closing(title="Close")


def circle(*steps: AnyStep) -> Circle:
    return Circle(Agenda(title="Evening", steps=steps))


@pytest.mark.parametrize(
    ("steps", "after"),
    [
        ((OPEN, VAN, READ_BACK, CHECK_OUT, CLOSE), "step-2"),
        ((OPEN, VAN, CHECK_OUT, CLOSE), "step-2"),
        ((OPEN, CHECK_OUT, VAN, CLOSE), "step-3"),
        ((OPEN, VAN), "step-2"),
        ((READ_BACK, CLOSE), ""),
    ],
)
def test_what_is_taken_up_comes_before_the_close(steps: tuple[AnyStep, ...], after: str) -> None:
    assert before_closing(circle(*steps).meeting) == after


def test_several_are_taken_up_in_the_order_in_which_they_were_chosen() -> None:
    at = circle(OPEN, CLOSE)
    for title in ("The van", "Keys"):
        step = Discussion(title=title, prompt="?")
        at.do(Leftover("1@a", f"{title}", "2025-11-16", step).taken_up(at.meeting))
    titles = [at.meeting.steps[step].title for step in at.meeting.plan]
    assert titles == ["Welcome", "The van", "Keys", "Close"]


@pytest.mark.parametrize("step", [OPEN, CHECK_IN, Break(title="Tea"), READ_BACK, CHECK_OUT, CLOSE])
def test_what_belongs_to_its_evening_comes_back_only_if_it_was_deferred(step: AnyStep) -> None:
    assert not worth_offering(step, deferred=False)
    assert worth_offering(step, deferred=True)


@pytest.mark.parametrize("step", [VAN, Roles(title="Roles"), Muster(title="Drill", prompt="Now?")])
def test_what_a_circle_came_for_comes_back(step: AnyStep) -> None:
    assert worth_offering(step, deferred=False)
