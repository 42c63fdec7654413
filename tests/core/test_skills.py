"""What people can do and want to learn, as facts add it up."""

from __future__ import annotations

import pytest
from support.group import Group, with_pantry
from support.handoffs import claim, hand_over, train
from support.play import seen
from support.scenes import opened

from facilitator.core import intents
from facilitator.core.events import NOBODY, Sense, SkillLearned, SkillSort
from facilitator.core.intents import (
    FileSkill,
    LearnSkill,
    MakePairing,
    MakePairings,
    Refusal,
    Undo,
    WithdrawSkill,
)
from facilitator.core.skill import Happening, Skill
from facilitator.core.telling import told


def skill(at: Group, words: str) -> Skill:
    found = at.state.skills.named(words)
    assert found is not None, words
    return found


def called(at: Group, people: object) -> list[str]:
    assert isinstance(people, dict | set)
    return sorted(at.names[person] for person in people)


def group() -> Group:
    """Ana used first aid, Bo teaches it, Chidi and Dee wish for it."""
    found = Group("Ana", "Bo", "Chidi", "Dee")
    found.do(
        FileSkill(found.who("Ana"), ("First aid", "Cooking")),
        FileSkill(found.who("Bo"), ("first aid",), Sense.TEACHES),
        FileSkill(found.who("Chidi"), ("FIRST AÍD",), Sense.WISHED),
        FileSkill(found.who("Dee"), ("first  aid",), Sense.WISHED),
    )
    return found


def test_a_skill_is_one_however_it_is_typed_and_shown_as_it_was_first() -> None:
    at = group()
    assert [each.name for each in at.state.skills.known.values()] == ["First aid", "Cooking"]
    aid = skill(at, " first AID ")
    assert called(at, aid.used) == ["Ana"]
    assert called(at, aid.teaches) == ["Bo"]
    assert called(at, aid.wishes) == ["Chidi", "Dee"]
    assert called(at, aid.knowers) == ["Ana", "Bo"]
    assert aid.used[at.who("Ana")].on == "2027-01-04"


def test_several_skills_in_one_line_are_one_action() -> None:
    at = group()
    at.do(FileSkill(at.who("Dee"), ("Wiring", "wiring", "Plumbing")))
    words = told(at.last_action, at.state, at.names)
    assert words == "Dee used “Wiring”; Dee used “Plumbing”"
    at.do(Undo(at.last_action))
    assert at.state.skills.named("wiring") is None


def test_what_was_learned_is_wished_for_no_longer_until_it_is_wished_for_again() -> None:
    at = group()
    chidi, bo = at.who("Chidi"), at.who("Bo")
    at.do(LearnSkill(chidi, "first aid", bo))
    aid = skill(at, "first aid")
    assert called(at, aid.wishes) == ["Dee"]
    assert aid.learned[chidi].teacher == bo
    assert called(at, aid.knowers) == ["Ana", "Bo", "Chidi"]
    at.do(FileSkill(chidi, ("first aid",), Sense.WISHED))
    assert called(at, skill(at, "first aid").wishes) == ["Chidi", "Dee"]
    at.wait(3)
    at.do(LearnSkill(chidi, "first aid"))
    again = skill(at, "first aid").learned[chidi]
    assert (again.on, again.teacher) == ("2027-01-07", NOBODY)


def test_a_pairing_is_over_once_the_learner_can_do_it() -> None:
    at = group()
    ana, chidi, dee = (at.who(name) for name in ("Ana", "Chidi", "Dee"))
    at.do(MakePairing("first aid", ana, chidi), MakePairing("first aid", ana, dee))
    assert [each.learner for each in at.state.skills.practicing()] == [chidi, dee]
    at.wait(14)
    at.do(LearnSkill(chidi, "first aid", ana))
    over, still = at.state.skills.pairings.values()
    assert (over.ended_on, over.learned, still.open) == ("2027-01-18", True, True)
    at.do(intents.EndPairing(still.id))
    last = [*at.state.skills.pairings.values()][-1]
    assert (last.open, last.learned) == (False, False)


@pytest.mark.parametrize("sense", [*Sense, None])
def test_what_is_not_so_is_taken_back(sense: Sense | None) -> None:
    at = Group("Ana", "Bo")
    ana = at.who("Ana")
    at.do(*(FileSkill(ana, ("Cooking",), each) for each in Sense if each is not Sense.WISHED))
    at.do(LearnSkill(ana, "Cooking"), FileSkill(ana, ("Cooking",), Sense.WISHED))
    at.do(WithdrawSkill(ana, "cooking", sense))
    cooking = skill(at, "cooking")
    assert ana not in set(cooking.learned if sense is None else cooking.said(sense))
    others = [set(cooking.learned), *(set(cooking.said(each)) for each in Sense)]
    assert sum(ana in each for each in others) == 3


def test_a_renamed_skill_is_found_by_both_names_and_keeps_who_has_it() -> None:
    at = group()
    at.do(intents.DescribeSkill("first aid", "First aid and rescue", SkillSort.PRACTICAL))
    for words in ("first aid", "first aid and rescue"):
        aid = skill(at, words)
        assert (aid.name, aid.sort) == ("First aid and rescue", SkillSort.PRACTICAL)
    at.do(FileSkill(at.who("Dee"), ("first aid",)))
    assert called(at, skill(at, "first aid").used) == ["Ana", "Dee"]
    assert skill(at, "first aid").called_before == ("First aid",)


def test_a_skill_can_be_written_otherwise() -> None:
    at = group()
    at.do(intents.DescribeSkill("first aid", "First Aid"))
    assert skill(at, "first aid").name == "First Aid"


def test_the_name_of_another_skill_makes_two_one_with_their_pairings() -> None:
    at = group()
    ana, bo, dee = (at.who(name) for name in ("Ana", "Bo", "Dee"))
    at.do(
        FileSkill(bo, ("Bandaging",)),
        FileSkill(ana, ("Bandaging",), Sense.WISHED),
        MakePairing("Bandaging", bo, ana),
        LearnSkill(dee, "Bandaging", bo),
        intents.DescribeSkill("bandaging", sort=SkillSort.PRACTICAL),
        intents.DescribeSkill("bandaging", "first aid"),
    )
    assert [*at.state.skills.known] == ["first aid", "cooking"]
    aid = skill(at, "bandaging")
    assert (aid.name, aid.sort) == ("First aid", SkillSort.PRACTICAL)
    assert called(at, aid.used) == ["Ana", "Bo"]
    # Dee wished for first aid before she learned to bandage.
    assert called(at, aid.wishes) == ["Ana", "Chidi"]
    assert [each.skill for each in at.state.skills.pairings.values()] == ["first aid"]
    at.do(LearnSkill(ana, "first aid", bo))
    assert not [*at.state.skills.practicing()]


def test_a_chain_of_merges_leads_every_old_name_to_the_last_skill() -> None:
    at = Group("Ana")
    at.do(FileSkill(at.who("Ana"), ("a", "b", "c")))
    at.do(intents.DescribeSkill("a", "b"), intents.DescribeSkill("b", "c"))
    at.do(intents.DescribeSkill("a", "d"))
    assert {at.state.skills.key_of(words) for words in "abcd"} == {"c"}
    assert skill(at, "a").name == "d"


def test_taking_back_a_merge_parts_the_two_again() -> None:
    at = group()
    before = seen(at.state)
    at.do(intents.DescribeSkill("cooking", "first aid"))
    at.do(Undo(at.last_action))
    assert seen(at.state) == before


@pytest.mark.parametrize(
    "wish",
    [
        lambda g: FileSkill(g.who("Ana"), ("Wiring", "Cooking"), Sense.WISHED),
        lambda g: WithdrawSkill(g.who("Bo"), "first aid", Sense.TEACHES),
        lambda g: LearnSkill(g.who("Dee"), "first aid", g.who("Bo")),
        lambda g: MakePairing("cooking", g.who("Ana"), g.who("Dee")),
        lambda g: intents.DescribeSkill("cooking", "Cooking for 100"),
        lambda g: intents.EndPairing(next(iter(g.state.skills.pairings))),
    ],
)
def test_whatever_is_done_about_skills_can_be_taken_back(wish: object) -> None:
    at = group()
    at.do(MakePairing("first aid", at.who("Bo"), at.who("Chidi")))
    before = seen(at.state)
    assert callable(wish)
    at.do(wish(at))
    assert seen(at.state) != before
    at.do(Undo(at.last_action))
    assert seen(at.state) == before


def test_what_a_holder_confirmed_the_successor_has_learned_from_them() -> None:
    at = with_pantry()
    claim(at, "Pantry", "Ana")
    at.do(FileSkill(at.who("Bo"), ("keys",), Sense.WISHED))
    train(at, "Pantry", "Bo")
    keys = skill(at, "Keys")
    assert keys.learned[at.who("Bo")].teacher == at.who("Ana")
    assert called(at, keys.knowers) == ["Ana", "Bo"]
    assert not keys.wishes
    assert not any(isinstance(fact.body, SkillLearned) for fact in at.state.facts)


def test_what_was_learned_for_a_role_stays_learned_when_it_is_handed_over() -> None:
    at = with_pantry()
    claim(at, "Pantry", "Ana")
    hand_over(at, "Pantry", "Bo")
    assert called(at, skill(at, "ordering").learned) == ["Bo"]


def test_what_is_said_in_a_meeting_is_written_down_there_once_unless_it_was_taken_back() -> None:
    circle = opened()
    ana = circle.who("Ana")
    circle.do(FileSkill(ana, ("Cooking",)))
    said = circle.meeting.skills_said.values()
    assert [(each.person, each.skill, each.how) for each in said] == [
        (ana, "Cooking", Happening.USED)
    ]
    assert circle.refusal(FileSkill(ana, ("cooking",))) == Refusal(
        "That is written down already.", True
    )
    circle.do(WithdrawSkill(ana, "cooking", Sense.USED))
    circle.do(FileSkill(ana, ("cooking",)))
    circle.do(LearnSkill(circle.who("Zoë"), "cooking", ana))
    assert [each.how for each in circle.meeting.skills_said.values()] == [
        Happening.USED,
        Happening.LEARNED,
    ]


@pytest.mark.parametrize(
    "name", ["[/]", "\x1b[2J", "x" * 10_000, "👩‍👩‍👧‍👦", "\u202eright", "山田", "=cmd|'/c calc'!A1"]
)
def test_a_skill_can_be_called_anything(name: str) -> None:
    at = Group("Ana", "Bo")
    ana, bo = at.who("Ana"), at.who("Bo")
    at.do(
        FileSkill(ana, (name,)),
        FileSkill(bo, (name,), Sense.WISHED),
        MakePairing(name, ana, bo),
        LearnSkill(bo, name, ana),
    )
    assert skill(at, name).name == " ".join(name.split())
    assert called(at, skill(at, name).knowers) == ["Ana", "Bo"]
    assert told(at.last_action, at.state, at.names).startswith("Bo learned")


def test_all_the_pairs_that_can_be_made_are_made_in_one_action() -> None:
    at = group()
    ana, bo, chidi, dee = map(at.who, ("Ana", "Bo", "Chidi", "Dee"))
    at.do(MakePairing("first aid", ana, chidi))
    before = seen(at.state)
    pairs = (
        MakePairing("first aid", ana, chidi),
        MakePairing("first aid", bo, dee),
        MakePairing("first aid", bo, dee),
        MakePairing("cooking", ana, ana),
        MakePairing("cooking", ana, dee),
    )
    at.do(MakePairings(pairs))
    assert [(each.teacher, each.learner) for each in at.state.skills.practicing()] == [
        (ana, chidi),
        (bo, dee),
        (ana, dee),
    ]
    at.do(Undo(at.last_action))
    assert seen(at.state) == before
