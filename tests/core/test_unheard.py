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


def test_an_objection_that_stands_is_not_left_without_a_question() -> None:
    circle = scenes.proposed()
    assert leaving(circle) == (
        "Not heard yet: Zoë, Ana, Chidi. Chidi is proposed and not chosen yet."
    )
    proposal = next(iter(circle.meeting.proposals))
    circle.do(intents.Object(proposal, circle.who("Zoë"), ("no evenings free",)))
    scenes.go_round(circle)
    found = left_behind(circle.meeting)
    assert found
    assert (found.words(circle.names), found.what) == ("Zoë objects to Chidi.", "selection")
    circle.do(intents.Object(proposal, circle.who("Ana"), ("too far",)))
    assert leaving(circle) == "Zoë and Ana object to Chidi."


def test_who_is_proposed_is_chosen_or_asked_about_before_the_selection_is_left() -> None:
    circle = scenes.proposed()
    proposal = next(iter(circle.meeting.proposals))
    scenes.go_round(circle)
    assert leaving(circle) == "Chidi is proposed and not chosen yet."
    circle.do(intents.FillRole(proposal))
    assert not left_behind(circle.meeting)


def test_a_selection_in_which_nobody_is_proposed_leaves_behind_who_was_not_heard() -> None:
    found = left_behind(scenes.choosing().meeting)
    assert (found.what, bool(found.waiting), found.candidate) == ("round", True, "")
