"""What people were renamed at one terminal, so that undo and redo reach it among the facts.

Names are no facts: a journal that never forgets must not hold them. So a rename has no place
among the facts by itself; here it is given one.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core.events import FactId, PersonId, Undone
from facilitator.core.state import State
from facilitator.core.writing import Seat, last_done, last_undone


class Rename(Struct, frozen=True):
    """Somebody was called by another name.

    Attributes:
        person: who.
        old: the name before.
        new: the name since.
        after: the place in logical time of the latest fact when it was done.
        taken_back: the same when it was taken back; ``None`` while it holds.
    """

    person: PersonId
    old: str
    new: str
    after: int
    taken_back: int | None = None

    @property
    def other(self) -> str:
        """The name that turns it: the old one while it holds, else the new one."""
        return self.old if self.taken_back is None else self.new

    @property
    def words(self) -> str:
        """What it did, in a few words."""
        return f"{self.old} renamed {self.new}"


class Renames(Struct, frozen=True):
    """The renames of one terminal at one meeting, in their order."""

    done: tuple[Rename, ...] = ()

    def with_another(self, person: PersonId, old: str, new: str, state: State) -> Renames:
        """These and a new one; what was taken back before is not done again after it."""
        held = (each for each in self.done if each.taken_back is None)
        return Renames((*held, Rename(person, old, new, _latest(state))))

    def turned(self, one: Rename, state: State) -> Renames:
        """These, one of which holds no longer, or holds again."""
        when = _latest(state) if one.taken_back is None else None
        turned = replace(one, taken_back=when)
        return Renames(tuple(turned if each is one else each for each in self.done))


def undo_target(
    renames: Renames, state: State, seat: Seat, names: Mapping[PersonId, str]
) -> Rename | FactId | None:
    """What *undo* takes back: a rename, or an action, whichever was done last."""
    action = last_done(state, seat)
    held = [each for each in renames.done if each.taken_back is None]
    if not held or names.get(held[-1].person) != held[-1].new:
        return action
    return held[-1] if action is None or _place(action) <= held[-1].after else action


def redo_target(
    renames: Renames, state: State, seat: Seat, names: Mapping[PersonId, str]
) -> Rename | FactId | None:
    """What *redo* does again: what was taken back last, unless something was done since."""
    action = last_undone(state, seat)
    if action is not None and any(
        each.after >= _place(action) and each.taken_back is None for each in renames.done
    ):
        return None
    undone = [(each.taken_back, each) for each in renames.done if each.taken_back is not None]
    if not undone:
        return action
    # Of several with no fact between them the first was taken back last.
    when, latest = max(undone, key=lambda each: each[0])
    if action is not None and _place(action) > when:
        return action
    if _done_since(when, state, seat) or names.get(latest.person) != latest.old:
        return None
    return latest


def _done_since(place: int, state: State, seat: Seat) -> bool:
    return any(
        (fact.replica, fact.terminal) == seat
        and fact.action not in state.struck
        and not isinstance(fact.body, Undone)
        for fact in takewhile(lambda fact: fact.lamport > place, reversed(state.facts))
    )


def _latest(state: State) -> int:
    return state.facts[-1].lamport if state.facts else 0


def _place(action: FactId) -> int:
    """The place of an action in logical time, which its identity begins with."""
    return int(action.partition("@")[0])
