"""A circle that was opened by accident is dropped, as long as nothing happened in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support import scenes
from support.play import Circle

from facilitator.core import intents
from facilitator.core.gathering import untouched
from facilitator.core.intents import Intent

HAPPENED: list[Callable[[Circle], Intent]] = [
    lambda _: intents.TakeNote(("Rain",), "step-1"),
    lambda _: intents.RecordDecision(("Tuesdays",), "step-1"),
    lambda _: intents.Commit(("sweep",), "step-1"),
    lambda c: intents.RaiseHand("step-1", c.who("Ana")),
    lambda _: intents.PlanNext("Tuesday"),
]


def test_a_circle_that_was_only_opened_is_dropped() -> None:
    circle = scenes.opened()
    circle.do(intents.Welcome("Late"))
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.do(intents.PauseCircle())
    assert untouched(circle.state, circle.meeting)
    circle.do(intents.AbandonMeeting())
    assert circle.meeting.abandoned
    assert not circle.meeting.live


@pytest.mark.parametrize("wish", HAPPENED)
def test_a_circle_in_which_something_happened_is_not_dropped(
    wish: Callable[[Circle], Intent],
) -> None:
    circle = scenes.opened()
    circle.do(wish(circle))
    assert not untouched(circle.state, circle.meeting)
    circle.refusal(intents.AbandonMeeting())
    circle.do(intents.Undo(circle.state.facts[-1].action))
    circle.do(intents.AbandonMeeting())


@pytest.mark.parametrize("scene", [scenes.speaking, scenes.at_roles, scenes.mustering])
def test_a_turn_a_claimed_role_and_a_tick_are_something(scene: Callable[[], Circle]) -> None:
    circle = scene()
    assert not untouched(circle.state, circle.meeting)


def test_a_circle_is_dropped_from_the_seat() -> None:
    circle = scenes.between_two()
    circle.refusal(intents.AbandonMeeting(), "t2")
    circle.do(intents.AbandonMeeting(), "t1")
