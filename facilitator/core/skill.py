"""Skills that people of the group have, teach, learn and wish for, each as a frozen value.

Who can teach whom is asked of ``core.skills``.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, field

from facilitator.core.letters import plain_letters
from facilitator.core.vocabulary import NOBODY, FactId, PersonId, Sense, SkillSort, StepId


def tidy_skill(words: str) -> str:
    """What a skill is called: the words as typed, with single spaces."""
    return " ".join(words.split())


def skill_key(words: str) -> str:
    """What is the same for all words that name the same skill; empty if they name none."""
    return " ".join(plain_letters(words).split())


class Since(Struct, frozen=True):
    """When something was said of a person and a skill: the fact, its day, its meeting if any."""

    fact: FactId
    on: str
    meeting: FactId = ""


class Learned(Since, frozen=True):
    """When a person learned a skill, and who showed it, if that is known."""

    teacher: PersonId = NOBODY


class Skill(Struct, frozen=True):
    """A skill, and since when who does what with it.

    Attributes:
        key: its identity, in plain letters; it stays when the skill is renamed.
        name: what it is called.
        sort: practical or strategic, once that was said.
        used: who said that they used it.
        teaches: who offers to teach it.
        wishes: who wishes for it and has not learned it since.
        learned: who learned it, and from whom.
        called_before: names that it had earlier.
    """

    key: str
    name: str
    sort: SkillSort | None = None
    used: dict[PersonId, Since] = {}
    teaches: dict[PersonId, Since] = {}
    wishes: dict[PersonId, Since] = {}
    learned: dict[PersonId, Learned] = {}
    called_before: tuple[str, ...] = ()

    def said(self, sense: Sense) -> dict[PersonId, Since]:
        """Who said something of themselves and the skill, and since when."""
        return {
            Sense.USED: self.used,
            Sense.WISHED: self.wishes,
            Sense.TEACHES: self.teaches,
        }[sense]

    @property
    def showed(self) -> set[PersonId]:
        """Who has shown it to somebody who learned it."""
        return {each.teacher for each in self.learned.values() if each.teacher != NOBODY}

    @property
    def knowers(self) -> set[PersonId]:
        """Everyone who has it: they teach it, learned it, used it, or showed it to somebody."""
        return {*self.teaches, *self.learned, *self.used} | self.showed

    @property
    def people(self) -> set[PersonId]:
        """Everyone of whom something was said."""
        return {*self.knowers, *self.wishes}


class Pairing(Struct, frozen=True):
    """Two people who practice a skill together.

    Attributes:
        skill: its key.
        ended_on: the day on which it was over, once it is.
        learned: whether it was over because the learner can do it.
    """

    id: FactId
    meeting: FactId
    step: StepId
    skill: str
    teacher: PersonId
    learner: PersonId
    on: str
    ended_on: str = ""
    learned: bool = False

    @property
    def open(self) -> bool:
        """Whether they practice still."""
        return not self.ended_on


class Happening(StrEnum):
    """What was said of a person and a skill in one meeting."""

    USED = "used"
    WISHED = "wished for"
    TEACHES = "teaches"
    LEARNED = "learned"


class SkillSaid(Struct, frozen=True):
    """One thing that was said of a person and a skill in a meeting.

    Attributes:
        skill: the words, as they were typed; ``State.skill`` has what it is called now.
        teacher: who showed it, where somebody learned it and that is known.
    """

    id: FactId
    at: int
    step: StepId
    person: PersonId
    skill: str
    how: Happening
    teacher: PersonId = NOBODY


class Skills(Struct):
    """The skills of a group; only ``core.fold`` changes it.

    Attributes:
        known: by their keys.
        also_called: other keys that lead to a skill: of names that it has, or had.
        pairings: who practices with whom, and who did.
    """

    known: dict[str, Skill] = field(default_factory=dict)
    also_called: dict[str, str] = field(default_factory=dict)
    pairings: dict[FactId, Pairing] = field(default_factory=dict)

    def key_of(self, words: str) -> str:
        """The identity of the skill that words name; of one not known yet, what it would be."""
        key = skill_key(words)
        return self.also_called.get(key, key)

    def named(self, words: str) -> Skill | None:
        """The skill that words name, if the group knows it."""
        return self.known.get(self.key_of(words))

    def called(self, key: str) -> str:
        """What a skill is called now."""
        skill = self.known.get(self.also_called.get(key, key))
        return skill.name if skill is not None else key

    def practicing(self) -> Iterator[Pairing]:
        """The pairings that are not over."""
        return (each for each in self.pairings.values() if each.open)
