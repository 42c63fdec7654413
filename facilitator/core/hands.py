"""Rules for raised hands."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.events import Body, Floor, Wish
from facilitator.core.intents import Refusal
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.stack import hand_of, stack

STILL_HEARD_WHEN_CLOSED = (Wish.PROCESS, Wish.LAST_WORD)


@rule(intents.RaiseHand, Stage.LIVE)
def raise_hand(case: Case, intent: intents.RaiseHand) -> Decision:
    """A person has one hand up; raised again for something else, that is what it is for."""
    meeting, name = case.meeting, case.name(intent.person)
    if meeting.step_id != intent.step:
        return Refusal("The circle has moved on already.", already=True)
    if not case.in_room(intent.person):
        return Refusal(f"{name} is not in the room.")
    hands = stack(meeting)
    if intent.step in meeting.closed_stacks and intent.wish not in STILL_HEARD_WHEN_CLOSED:
        return Refusal("The stack is closed: a last word or a point of process can be raised.")
    before = hand_of(meeting, intent.person, hands)
    if before is not None and before.wish is intent.wish:
        return Refusal(f"{name}'s hand is up already.")
    if intent.wish is Wish.LAST_WORD and any(hand.wish is intent.wish for hand in hands):
        return Refusal("The last word is somebody's already. Lower that hand first.")
    raised: list[Body] = [events.HandLowered(before.id)] if before is not None else []
    if meeting.floor is None:
        raised.append(events.FloorGiven(intent.step, Floor.STACK))
    answers = (meeting.speaking or "") if intent.wish is Wish.RESPONSE else ""
    return [*raised, events.HandRaised(intent.step, intent.person, intent.wish, answers)]


@rule(intents.LowerHand, Stage.LIVE)
def lower_hand(case: Case, intent: intents.LowerHand) -> Decision:
    """A wish can be withdrawn."""
    hand = case.meeting.hands.get(intent.hand)
    if hand is None or not hand.up:
        return Refusal("That hand is not up any more.", already=True)
    return [events.HandLowered(hand.id)]


@rule(intents.MoveHand, Stage.LIVE)
def move_hand(case: Case, intent: intents.MoveHand) -> Decision:
    """Whoever lets others go first is heard after them."""
    hand = next((one for one in stack(case.meeting) if one.id == intent.hand), None)
    if hand is None:
        return Refusal("That hand is not up any more.", already=True)
    others = [one for one in stack(case.meeting) if one.wish is hand.wish]
    if others[-1] is hand:
        return Refusal("It is the last one already.", already=True)
    return [events.HandMoved(hand.id)]


@rule(intents.CloseStack, Stage.LIVE)
def close_stack(case: Case, intent: intents.CloseStack) -> Decision:
    """Who is on the stack is still heard."""
    if case.meeting.step_id != intent.step or intent.step in case.meeting.closed_stacks:
        return Refusal("The stack is closed already.", already=True)
    return [events.StackClosed(intent.step)]


@rule(intents.ReopenStack, Stage.LIVE)
def reopen_stack(case: Case, intent: intents.ReopenStack) -> Decision:
    """Hands are taken again."""
    if intent.step not in case.meeting.closed_stacks:
        return Refusal("The stack is open already.", already=True)
    return [events.StackReopened(intent.step)]
