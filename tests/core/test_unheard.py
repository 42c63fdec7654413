"""Who would be left unheard, and is asked about before a step is left or a round begins anew."""

from __future__ import annotations

from support import scenes
from support.play import Circle

from facilitator.core import intents
from facilitator.core.events import Floor
from facilitator.core.unheard import cut_short, left_behind


def leaving(circle: Circle) -> str:
    return left_behind(circle.meeting).words(circle.names)


def beginning(circle: Circle) -> str:
    return cut_short(circle.meeting).words(circle.names)


def test_whoever_waits_in_a_round_is_left_unheard() -> None:
    circle = scenes.speaking()
    assert leaving(circle) == beginning(circle) == "Not heard yet: Chidi, Zoë."


def test_whoever_has_a_hand_up_is_left_unheard_by_leaving_but_not_by_another_round() -> None:
    circle = scenes.stacked()
    assert leaving(circle) == "Hands up: Ana, Chidi."
    assert not cut_short(circle.meeting)


def test_a_round_behind_the_stack_is_not_forgotten() -> None:
    circle = scenes.speaking()
    step = circle.meeting.step_id or ""
    circle.do(intents.GiveFloor(step, Floor.STACK))
    scenes.hands_up(circle, "Zoë")
    assert leaving(circle) == "Not heard yet: Chidi, Zoë. Hands up: Zoë."


def test_where_everyone_was_heard_or_nobody_takes_turns_nobody_is_left_behind() -> None:
    assert not left_behind(scenes.all_heard().meeting)
    assert not left_behind(scenes.opened().meeting)
    assert not left_behind(scenes.called().meeting)


def test_of_many_only_the_first_are_named() -> None:
    circle = Circle(people=[f"P{place}" for place in range(1, 10)])
    circle.do(intents.OpenCircle())
    circle.do(intents.GoToStep("step-1", "step-2"))
    assert leaving(circle) == "Not heard yet: P1, P2, P3, P4, P5, P6 and 3 more."
