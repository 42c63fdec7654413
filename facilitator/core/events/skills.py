"""Skills: who used, wishes for, teaches and learned which, and who practices with whom.

All of them outlast the meeting that they are said in. A skill is named in words; words that
differ only in case, accents and spaces name the same one. Dates are ISO dates in the room.
"""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import FactId, PersonId, Sense, SkillSort, StepId


class SkillFiled(Body, frozen=True):
    """Somebody said that they used a skill, wish for it, or teach it."""

    kind = "skill-filed"
    lasts: ClassVar[bool] = True
    step: StepId
    person: PersonId
    skill: str
    sense: Sense
    on: str


class SkillWithdrawn(Body, frozen=True):
    """What somebody said of a skill is not so any more; without a sense, that they learned it."""

    kind = "skill-withdrawn"
    lasts: ClassVar[bool] = True
    person: PersonId
    skill: str
    sense: Sense | None
    on: str


class SkillLearned(Body, frozen=True):
    """Somebody can do it now; ``teacher`` is who showed it, ``NOBODY`` if that is not said."""

    kind = "skill-learned"
    lasts: ClassVar[bool] = True
    person: PersonId
    skill: str
    teacher: PersonId
    on: str


class SkillDescribed(Body, frozen=True):
    """A skill got another name, and a sort.

    The name of another skill makes it part of that one. Without a sort it keeps the one it has.
    """

    kind = "skill-described"
    lasts: ClassVar[bool] = True
    skill: str
    name: str
    sort: SkillSort | None = None


class PairingMade(Body, frozen=True):
    """Somebody shows a skill to somebody who learns it."""

    kind = "pairing-made"
    lasts: ClassVar[bool] = True
    skill: str
    teacher: PersonId
    learner: PersonId
    step: StepId
    on: str


class PairingEnded(Body, frozen=True):
    """A pairing is over although nothing was learned."""

    kind = "pairing-ended"
    lasts: ClassVar[bool] = True
    pairing: FactId
    on: str
