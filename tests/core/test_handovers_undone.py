"""What a handover rests on is not taken back from under it: the handover goes first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.group import Group, with_pantry
from support.handoffs import claim, hand_over, lead, name_next, shadow, sign, train
from support.play import seen

from facilitator.core import events, intents
from facilitator.core.events import Body, FactId, RoleKind
from facilitator.core.intents import Intent, Refusal
from facilitator.core.tenure import Ending

Wish = Callable[[Group], Intent]

FIRST = "Pantry was handed over since. Take that back first."


def handed_over() -> Group:
    """Ana had the pantry and trained Bo, who has it now."""
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    hand_over(group, "Pantry", "Bo")
    return group


def actions(group: Group, kind: type[Body]) -> list[FactId]:
    """The actions in which something of a kind was done, the latest last."""
    found = [fact.action for fact in group.state.facts if isinstance(fact.body, kind)]
    return list(dict.fromkeys(found))


def release(group: Group) -> FactId:
    """The action in which the pantry changed hands."""
    return actions(group, events.TermReleased)[0]


@pytest.mark.parametrize(
    "kind",
    [
        events.SuccessorNamed,
        events.ShadowingBegan,
        events.SuccessorLed,
        events.SkillTicked,
        events.SkillConfirmed,
        events.HandoffSigned,
    ],
)
def test_a_step_of_the_training_is_taken_back_only_after_the_handover(kind: type[Body]) -> None:
    group = handed_over()
    before = seen(group.state)
    step = intents.Undo(actions(group, kind)[0])
    assert group.refusal(step) == Refusal(FIRST)
    assert seen(group.state) == before
    group.do(intents.Undo(release(group)), step)
    assert group.holders("Pantry") == ["Ana"]


def test_the_handover_can_be_taken_back_and_done_again() -> None:
    group = handed_over()
    before = seen(group.state)
    group.do(intents.Undo(release(group)))
    group.do(intents.Undo(group.last_action))
    assert seen(group.state) == before


def test_a_handover_is_not_done_again_without_the_training_that_it_rests_on() -> None:
    group = handed_over()
    group.do(intents.Undo(release(group)))
    again = intents.Undo(group.last_action)
    group.do(intents.Undo(actions(group, events.SuccessorLed)[0]))
    led_again = intents.Undo(group.last_action)
    assert group.refusal(again) == Refusal(
        "Pantry can't be handed over again: Bo has not led it once."
    )
    group.do(led_again, again)
    assert group.holders("Pantry") == ["Bo"]


def test_what_the_handover_does_not_rest_on_can_be_taken_back() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    name_next(group, "Pantry", "Chidi")
    first = group.last_action
    shadow(group, "Pantry")
    hand_over(group, "Pantry", "Bo")
    group.do(intents.OfferRole("Van"))
    group.do(intents.Undo(group.last_action), intents.Undo(first))
    assert group.role("Pantry").terms[0].ending is Ending.HANDED_OVER
    assert group.holders("Pantry") == ["Bo"]


def test_a_list_that_was_shortened_for_a_handover_stays_short_as_long_as_it_stands() -> None:
    group = with_pantry(skills=("Keys", "Ordering", "Bread"))
    claim(group, "Pantry", "Ana")
    group.do(intents.DescribeRole(group.role("Pantry").id, skills=("Keys", "Ordering")))
    shorter = intents.Undo(group.last_action)
    hand_over(group, "Pantry", "Bo")
    assert group.refusal(shorter) == Refusal(FIRST)


def test_a_step_is_taken_back_as_long_as_only_one_has_signed() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    train(group, "Pantry", "Bo")
    sign(group, "Pantry", "Ana")
    group.do(intents.Undo(actions(group, events.SuccessorLed)[0]))
    refused = group.refusal(intents.SignHandoff(group.term("Pantry").id, group.who("Bo")))
    assert "Bo has not led it once." in refused.words
    lead(group, "Pantry")
    sign(group, "Pantry", "Bo")
    assert group.holders("Pantry") == ["Bo"]


@pytest.mark.parametrize(
    "wish",
    [
        lambda group: intents.ReleaseTerm(group.term("Pantry").id, ("ill",), emergency=True),
        lambda group: intents.LeaveGroup(group.who("Bo")),
    ],
)
def test_an_emergency_after_it_changes_nothing_about_that(wish: Wish) -> None:
    group = handed_over()
    group.do(wish(group))
    assert group.refusal(intents.Undo(actions(group, events.ShadowingBegan)[0])) == Refusal(FIRST)
    group.do(intents.Undo(group.last_action))
    assert group.holders("Pantry") == ["Bo"]


def test_a_description_without_which_it_was_no_stewardship_can_be_taken_back() -> None:
    group = Group("Ana", "Bo")
    group.do(intents.OfferRole("Pots"))
    group.do(intents.DescribeRole(group.role("Pots").id, role_kind=RoleKind.STEWARDSHIP))
    described = intents.Undo(group.last_action)
    claim(group, "Pots", "Ana")
    hand_over(group, "Pots", "Bo")
    group.do(described)
    refused = group.refusal(intents.Undo(actions(group, events.SuccessorLed)[0]))
    assert refused == Refusal("Pots was handed over since. Take that back first.")
