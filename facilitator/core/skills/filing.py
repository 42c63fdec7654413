"""Rules for skills: what people say of themselves, what they learned, pairings, names and sorts."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.events import NOBODY, Body, PersonId
from facilitator.core.intents import Refusal
from facilitator.core.rulebook import Decision, GroupCase, group_rule
from facilitator.core.skill import Skill, skill_key, tidy_skill
from facilitator.core.vocabulary import Sense

NO_SKILL = Refusal("Which skill? Type what it is called, as in: first aid.")
SO_ALREADY = Refusal("That is so already.", already=True)
WRITTEN_ALREADY = Refusal("That is written down already.", already=True)

_SIGN = {Sense.USED: "+", Sense.WISHED: "?", Sense.TEACHES: "+"}


@group_rule(intents.FileSkill)
def file_skill(case: GroupCase, intent: intents.FileSkill) -> Decision:
    """People speak for themselves, or are spoken for; once in a meeting is enough."""
    named = {skill_key(words): tidy_skill(words) for words in reversed(intent.skills)}
    skills = [words for key, words in reversed(named.items()) if key]
    if not skills:
        sign = _SIGN[intent.sense]
        return Refusal(f"Which skill? Type it after the {sign}, as in: {sign} first aid.")
    if intent.person == NOBODY:
        return Refusal("Whose skill is it? Begin with a name, as in: + @ana first aid.")
    refused = _unknown(case, intent.person)
    if refused is not None:
        return refused
    said_here = _said_here(case, intent.person, intent.sense)
    today = case.today.isoformat()
    facts: list[Body] = [
        events.SkillFiled(intent.step, intent.person, words, intent.sense, today)
        for words in skills
        if case.state.skills.key_of(words) not in said_here
    ]
    return facts or WRITTEN_ALREADY


def _said_here(case: GroupCase, person: PersonId, sense: Sense) -> set[str]:
    """The skills of which a person said it in this meeting; between meetings, ever."""
    skills = case.state.skills
    if case.meeting is None:
        return {skill.key for skill in skills.known.values() if person in skill.said(sense)}
    return {
        skills.key_of(said.skill)
        for said in case.meeting.skills_said.values()
        if said.person == person and said.how.value == sense.value
    }


def _said(skill: Skill | None, sense: Sense) -> set[PersonId]:
    return set(skill.said(sense)) if skill is not None else set()


@group_rule(intents.WithdrawSkill)
def withdraw_skill(case: GroupCase, intent: intents.WithdrawSkill) -> Decision:
    """What is not so can be taken back at any time, by whoever knows better."""
    skill = case.state.skills.named(intent.skill)
    said: set[PersonId] = set()
    if skill is not None:
        said = set(skill.learned) if intent.sense is None else _said(skill, intent.sense)
    if skill is None or intent.person not in said:
        return Refusal("That is not said of anybody any more.", already=True)
    today = case.today.isoformat()
    return [events.SkillWithdrawn(intent.person, skill.name, intent.sense, today)]


@group_rule(intents.LearnSkill)
def learn_skill(case: GroupCase, intent: intents.LearnSkill) -> Decision:
    """Whoever learned it is asked; it counts once, unless they wished for more of it since."""
    if not skill_key(intent.skill):
        return NO_SKILL
    refused = _unknown(case, intent.person)
    if refused is not None:
        return refused
    teacher, learner = intent.teacher, case.name(intent.person)
    if teacher == intent.person:
        return Refusal(f"Who showed it to {learner}? Somebody else, or nobody.")
    if teacher != NOBODY and teacher not in case.here.names:
        return Refusal("That person is not known to the group.")
    skill = case.state.skills.named(intent.skill)
    if skill is not None and intent.person in skill.learned and not _at_it(case, skill, intent):
        return Refusal(f"{learner} has learned {skill.name} already.", already=True)
    words = skill.name if skill is not None else tidy_skill(intent.skill)
    return [events.SkillLearned(intent.person, words, teacher, case.today.isoformat())]


def _at_it(case: GroupCase, skill: Skill, intent: intents.LearnSkill) -> bool:
    """Whether somebody who learned a skill wishes for it, or practices it, again."""
    return intent.person in skill.wishes or any(
        (each.skill, each.learner) == (skill.key, intent.person)
        for each in case.state.skills.practicing()
    )


@group_rule(intents.DescribeSkill)
def describe_skill(case: GroupCase, intent: intents.DescribeSkill) -> Decision:
    """A skill can be called otherwise; by the name of another one it becomes part of it."""
    skill = case.state.skills.named(intent.skill)
    if skill is None:
        return Refusal(f"The group knows no skill “{tidy_skill(intent.skill)}”.")
    name = skill.name if intent.name is None else tidy_skill(intent.name)
    if not skill_key(name):
        return NO_SKILL
    if name == skill.name and intent.sort in (None, skill.sort):
        return SO_ALREADY
    return [events.SkillDescribed(skill.name, name, intent.sort)]


@group_rule(intents.MakePairing)
def make_pairing(case: GroupCase, intent: intents.MakePairing) -> Decision:
    """Two people of the group, who are not the same."""
    if not skill_key(intent.skill):
        return NO_SKILL
    if intent.teacher == intent.learner:
        return Refusal("Nobody is paired with themselves.")
    for person in (intent.teacher, intent.learner):
        refused = _unknown(case, person)
        if refused is not None:
            return refused
    key = case.state.skills.key_of(intent.skill)
    wanted = (key, intent.teacher, intent.learner)
    for each in case.state.skills.practicing():
        if (each.skill, each.teacher, each.learner) == wanted:
            pair = f"{case.name(intent.teacher)} and {case.name(intent.learner)}"
            return Refusal(f"{pair} are paired already.", already=True)
    skill = case.state.skills.named(intent.skill)
    words = skill.name if skill is not None else tidy_skill(intent.skill)
    today = case.today.isoformat()
    return [events.PairingMade(words, intent.teacher, intent.learner, intent.step, today)]


@group_rule(intents.MakePairings)
def make_pairings(case: GroupCase, intent: intents.MakePairings) -> Decision:
    """Those that can be made, in one action; if none can, why not."""
    decided = [make_pairing(case, each) for each in dict.fromkeys(intent.pairs)]
    facts = [fact for each in decided if not isinstance(each, Refusal) for fact in each]
    refusals = [each for each in decided if isinstance(each, Refusal)]
    return facts or next(iter(refusals), Refusal("No pair is suggested."))


@group_rule(intents.EndPairing)
def end_pairing(case: GroupCase, intent: intents.EndPairing) -> Decision:
    """A pair can part without anything learned."""
    pairing = case.state.skills.pairings.get(intent.pairing)
    if pairing is None or not pairing.open:
        return Refusal("That pairing is over already.", already=True)
    return [events.PairingEnded(pairing.id, case.today.isoformat())]


def _unknown(case: GroupCase, person: PersonId) -> Refusal | None:
    """Why nothing can be said of a person: they are not of the group, or not any more."""
    if person not in case.here.names:
        return Refusal("That person is not known to the group.")
    if person in case.state.departed:
        return Refusal(f"{case.name(person)} has left the group.")
    return None
