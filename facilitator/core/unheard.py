"""What would be left open, were a step left or another round begun now: who was not heard."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.events import NOBODY, Floor, PersonId
from facilitator.core.rounds import waiting
from facilitator.core.selection import proposed, standing_objections
from facilitator.core.stack import stack
from facilitator.core.state import Meeting
from facilitator.core.words import called, listed, named


class Unheard(Struct, frozen=True):
    """People who are still to be heard at the step that the circle is at, and what waits for them.

    Attributes:
        waiting: in the round, in its order.
        hands: with a hand up, in the order of the stack.
        candidate: who is proposed in a selection, and not chosen yet.
        objecting: whose objection to that stands.
        what: what they are unheard in: a round, a discussion, a selection.
    """

    waiting: tuple[PersonId, ...] = ()
    hands: tuple[PersonId, ...] = ()
    candidate: PersonId = NOBODY
    objecting: tuple[PersonId, ...] = ()
    what: str = "round"

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self.waiting or self.hands or self.candidate)

    def words(self, names: Mapping[PersonId, str]) -> str:
        """Who they are: ``Not heard yet: Bo, Chidi. Hands up: Dee.``, as sentences."""
        parts = (("Not heard yet", self.waiting), ("Hands up", self.hands))
        told = [f"{what}: {named(each, names)}." for what, each in parts if each]
        return " ".join([*told, *self._open(names)])

    def _open(self, names: Mapping[PersonId, str]) -> list[str]:
        """What a selection has not come to: ``Bo objects to Ana.``, as a sentence."""
        if not self.candidate:
            return []
        candidate = called(self.candidate, names)
        if not self.objecting:
            return [f"{candidate} is proposed and not chosen yet."]
        who = [called(each, names) for each in self.objecting]
        return [f"{listed(who)} {'objects' if len(who) == 1 else 'object'} to {candidate}."]


def left_behind(meeting: Meeting) -> Unheard:
    """Whom it leaves unheard to go to another step: of a round, and of the stack beside it.

    In a selection also who is proposed, as long as nothing has come of it.
    """
    if meeting.floor is None:
        return Unheard()
    candidate, objecting = _undecided(meeting)
    what = "round" if meeting.floor is Floor.ROUND else "discussion"
    return Unheard(
        cut_short(meeting).waiting,
        tuple(hand.person for hand in stack(meeting)),
        candidate,
        objecting,
        "selection" if candidate else what,
    )


def _undecided(meeting: Meeting) -> tuple[PersonId, tuple[PersonId, ...]]:
    """Who is proposed and not chosen where the circle is, and who objects."""
    proposal = proposed(meeting, meeting.step_id) if meeting.step_id is not None else None
    if proposal is None or proposal.filled:
        return NOBODY, ()
    against = (each.person for each in standing_objections(meeting, proposal))
    return proposal.person, tuple(dict.fromkeys(against))


def cut_short(meeting: Meeting) -> Unheard:
    """Whom it leaves unheard to begin another round: hands stay up."""
    last = meeting.last_round
    return Unheard(tuple(waiting(meeting, last))) if last is not None else Unheard()
