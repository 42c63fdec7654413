"""Who would be left unheard, were a step left or another round begun now."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.events import PersonId
from facilitator.core.rounds import waiting
from facilitator.core.stack import stack
from facilitator.core.state import Meeting
from facilitator.core.words import named


class Unheard(Struct, frozen=True):
    """People who are still to be heard at the step that the circle is at.

    Attributes:
        waiting: in the round, in its order.
        hands: with a hand up, in the order of the stack.
    """

    waiting: tuple[PersonId, ...] = ()
    hands: tuple[PersonId, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self.waiting or self.hands)

    def words(self, names: Mapping[PersonId, str]) -> str:
        """Who they are: ``Not heard yet: Bo, Chidi. Hands up: Dee.``, as sentences."""
        parts = (("Not heard yet", self.waiting), ("Hands up", self.hands))
        return " ".join(f"{what}: {named(each, names)}." for what, each in parts if each)


def left_behind(meeting: Meeting) -> Unheard:
    """Whom it leaves unheard to go to another step: of a round, and of the stack beside it."""
    if meeting.floor is None:
        return Unheard()
    return Unheard(cut_short(meeting).waiting, tuple(hand.person for hand in stack(meeting)))


def cut_short(meeting: Meeting) -> Unheard:
    """Whom it leaves unheard to begin another round: hands stay up."""
    last = meeting.last_round
    return Unheard(tuple(waiting(meeting, last))) if last is not None else Unheard()
