"""What people may ask for about skills, sensible or not."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import NOBODY, PersonId, Sense, SkillSort
from facilitator.core.intents import Intent
from facilitator.core.state import State

NOTHING = "99@none"
SKILLS = ("First aid", "first  AID", "Cooking", " ")


def skill_wishes(state: State, people: list[PersonId], step: str) -> list[Intent]:
    """Intents about skills that are known and that are not; always in one order."""
    some = [*people[:3], NOTHING]
    return [
        *(
            intents.FileSkill(person, (skill, "Juggling"), sense, step)
            for person in (*some, NOBODY)
            for skill in SKILLS
            for sense in Sense
        ),
        intents.FileSkill(some[0], (), Sense.WISHED, step),
        *(
            intents.WithdrawSkill(person, skill, sense)
            for person in some
            for skill in SKILLS[1:3]
            for sense in (*Sense, None)
        ),
        *(
            intents.LearnSkill(learner, skill, teacher)
            for learner in some
            for teacher in (*some, NOBODY)
            for skill in SKILLS[1:]
        ),
        *(
            intents.MakePairing(skill, teacher, learner, step)
            for learner in some
            for teacher in some
            for skill in SKILLS[1:]
        ),
        intents.MakePairings(
            tuple(intents.MakePairing("Cooking", some[0], learner, step) for learner in some)
        ),
        *(intents.EndPairing(pairing) for pairing in (*state.skills.pairings, NOTHING)),
        intents.DescribeSkill("cooking", "Cooking for 100"),
        intents.DescribeSkill("cooking for 100", "first aid"),
        intents.DescribeSkill("JUGGLING", sort=SkillSort.STRATEGIC),
        intents.DescribeSkill("juggling", "Keeping things in the air", SkillSort.PRACTICAL),
        intents.DescribeSkill("juggling", " "),
        intents.DescribeSkill("never heard of", "known"),
    ]
