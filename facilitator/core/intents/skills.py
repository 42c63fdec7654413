"""Skills: what people say of themselves, who learned what, who practices with whom."""

from __future__ import annotations

from facilitator.core.intents.sent import Intent
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, Sense, SkillSort, StepId


class FileSkill(Intent, frozen=True):
    """Somebody used some skills, wishes for them, or teaches them."""

    person: PersonId
    skills: tuple[str, ...]
    sense: Sense = Sense.USED
    step: StepId = ""


class WithdrawSkill(Intent, frozen=True):
    """What somebody said of a skill is not so; without a sense, that they learned it."""

    person: PersonId
    skill: str
    sense: Sense | None = None


class LearnSkill(Intent, frozen=True):
    """Somebody can do it now; say who showed it, if anybody did."""

    person: PersonId
    skill: str
    teacher: PersonId = NOBODY


class DescribeSkill(Intent, frozen=True):
    """Say what a skill is called, and of which sort it is; ``None`` leaves it as it is.

    The name of another skill makes it part of that one.
    """

    skill: str
    name: str | None = None
    sort: SkillSort | None = None


class MakePairing(Intent, frozen=True):
    """Somebody shows a skill to somebody."""

    skill: str
    teacher: PersonId
    learner: PersonId
    step: StepId = ""


class MakePairings(Intent, frozen=True):
    """Several pairs practice, as suggested; one undo takes them all back."""

    pairs: tuple[MakePairing, ...]


class EndPairing(Intent, frozen=True):
    """Two people practice no longer together."""

    pairing: FactId
