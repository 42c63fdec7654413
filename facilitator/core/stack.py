"""The stack of raised hands: who is heard next, and who could be heard first.

The order is that of the practice: points of process, then direct responses, then clarifying
questions, then whoever wants to speak, each in the order in which they were raised. Nothing
here reorders by itself: a suggestion is a suggestion.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from facilitator.core.events import PersonId, StepId, Wish
from facilitator.core.state import Hand, Meeting


class Suggestion(Struct, frozen=True):
    """A hand that could be heard before the first one: its person has not spoken here yet."""

    hand: Hand
    instead_of: Hand


def stack(meeting: Meeting) -> list[Hand]:
    """The hands that are up at the step where the circle is, in the order they are heard."""
    step = meeting.step_id
    up = [
        hand
        for hand in meeting.hands.values()
        if hand.up and hand.step == step and in_room(meeting, hand.person)
    ]
    return sorted(up, key=lambda hand: (hand.wish.rank, hand.place, hand.id))


def hand_of(meeting: Meeting, person: PersonId, hands: Sequence[Hand] | None = None) -> Hand | None:
    """A person's hand at the step where the circle is, if one is up."""
    hands = stack(meeting) if hands is None else hands
    return next((hand for hand in hands if hand.person == person), None)


def heard_at(meeting: Meeting, step: StepId) -> set[PersonId]:
    """Who has had a turn at a step; whoever only passed has not."""
    return {
        turn.person
        for turn in meeting.turns.values()
        if turn.step == step and (turn.outcome is None or turn.outcome.spoke)
    }


def suggestion(meeting: Meeting, hands: Sequence[Hand] | None = None) -> Suggestion | None:
    """Who could be heard before the first on the stack, because they were not heard here yet.

    Only among those who simply want to speak: a point of process is urgent, whoever makes it.

    Args:
        meeting: the meeting.
        hands: the stack, where that is known already.
    """
    hands = stack(meeting) if hands is None else hands
    if not hands or hands[0].wish is not Wish.SPEAK:
        return None
    heard = heard_at(meeting, hands[0].step)
    if hands[0].person not in heard:
        return None
    fresh = (hand for hand in hands if hand.wish is Wish.SPEAK and hand.person not in heard)
    first = next(fresh, None)
    return Suggestion(first, hands[0]) if first is not None else None


def in_room(meeting: Meeting, person: PersonId) -> bool:
    """Whether a person is in the room just now."""
    attendance = meeting.attendance.get(person)
    return attendance is not None and attendance.in_room
