"""Who can teach whom, and over whose shoulder somebody could look."""

from __future__ import annotations

from support.group import Group, with_pantry
from support.handoffs import claim, name_next

from facilitator.core import intents
from facilitator.core.events import Sense, SkillSort
from facilitator.core.intents import FileSkill, LearnSkill, MakePairing
from facilitator.core.skills.knowing import overview, shared_skills, single_points
from facilitator.core.skills.matching import (
    match_words,
    matches,
    nobody_knows,
    nobody_words,
    place_words,
    reason_words,
    shadowing_places,
)

EVERYBODY = ("Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima")


def says(at: Group, name: str, skills: str, sense: Sense = Sense.USED) -> None:
    at.do(FileSkill(at.who(name), tuple(skills.split(", ")), sense))


def wish(at: Group, name: str, skills: str) -> None:
    says(at, name, skills, Sense.WISHED)


def told(at: Group, newcomers: str = "", among: str | None = None) -> list[str]:
    new = {at.who(name) for name in newcomers.split()}
    there = None if among is None else {at.who(name) for name in among.split()}
    return [match_words(each, at.state, at.names) for each in matches(at.state, new, there)]


def test_who_offers_to_teach_comes_before_who_learned_it_and_they_before_who_used_it() -> None:
    at = Group(*EVERYBODY)
    says(at, "Ana", "cooking")
    at.do(LearnSkill(at.who("Bo"), "cooking"))
    wish(at, "Dee", "cooking")
    assert told(at) == ["Bo shows cooking to Dee"]
    says(at, "Chidi", "cooking", Sense.TEACHES)
    assert told(at) == ["Chidi shows cooking to Dee"]


def test_each_pairing_has_its_reason_in_words() -> None:
    at = Group(*EVERYBODY)
    says(at, "Ana", "cooking", Sense.TEACHES)
    says(at, "Bo", "wiring")
    at.do(LearnSkill(at.who("Chidi"), "knots"))
    at.wait(1)
    for skill in ("cooking", "wiring", "knots"):
        wish(at, "Dee", skill)
    new = {at.who("Dee")}
    assert [reason_words(each, at.names) for each in matches(at.state, new)] == [
        "Ana offers it since Mon 4 Jan; Dee wishes for it and is new",
        "Bo used it on Mon 4 Jan; Dee wishes for it and is new",
        "Chidi learned it on Mon 4 Jan; Dee wishes for it and is new",
    ]


def test_newcomers_choose_first_and_learn_from_those_who_have_been_here_longer() -> None:
    at = Group(*EVERYBODY)
    says(at, "Ana", "cooking")
    says(at, "Bo", "cooking", Sense.TEACHES)
    wish(at, "Chidi", "cooking")
    wish(at, "Dee", "cooking")
    assert told(at, "Bo Dee") == ["Ana shows cooking to Dee", "Bo shows cooking to Chidi"]


def test_nobody_is_given_a_fourth_learner_while_somebody_else_knows_it() -> None:
    at = Group(*EVERYBODY)
    says(at, "Ana", "cooking", Sense.TEACHES)
    says(at, "Bo", "cooking")
    for name in ("Chidi", "Dee", "Eli", "Fatima"):
        wish(at, name, "cooking")
    assert [each.partition(" ")[0] for each in told(at)] == ["Ana", "Ana", "Ana", "Bo"]


def test_the_load_is_spread_evenly_over_those_who_know_equally_well() -> None:
    at = Group(*EVERYBODY)
    for name in ("Ana", "Bo"):
        says(at, name, "cooking, wiring", Sense.TEACHES)
    for name in ("Chidi", "Dee"):
        wish(at, name, "cooking, wiring")
    assert sorted(each.partition(" ")[0] for each in told(at)) == ["Ana", "Ana", "Bo", "Bo"]


def test_pairs_that_practice_already_count_as_load_and_are_not_suggested_again() -> None:
    at = Group(*EVERYBODY)
    for name in ("Ana", "Bo"):
        says(at, name, "cooking", Sense.TEACHES)
    wish(at, "Chidi", "cooking")
    wish(at, "Dee", "cooking")
    at.do(MakePairing("cooking", at.who("Ana"), at.who("Chidi")))
    assert told(at) == ["Bo shows cooking to Dee"]


def test_nobody_teaches_themselves() -> None:
    at = Group(*EVERYBODY)
    says(at, "Ana", "cooking", Sense.TEACHES)
    wish(at, "Ana", "cooking")
    assert told(at) == []
    assert [nobody_words(each, at.names) for each in nobody_knows(at.state, [])] == [
        "cooking: nobody has it yet; Ana wishes for it"
    ]


def test_who_left_the_group_neither_teaches_nor_learns() -> None:
    at = Group(*EVERYBODY)
    says(at, "Ana", "cooking", Sense.TEACHES)
    says(at, "Bo", "cooking")
    wish(at, "Chidi", "cooking")
    wish(at, "Dee", "cooking")
    at.do(intents.LeaveGroup(at.who("Ana")), intents.LeaveGroup(at.who("Dee")))
    assert told(at) == ["Bo shows cooking to Chidi"]


def test_at_a_meeting_only_those_who_are_there_are_matched() -> None:
    at = Group(*EVERYBODY)
    says(at, "Ana", "cooking", Sense.TEACHES)
    says(at, "Bo", "cooking")
    wish(at, "Chidi", "cooking")
    wish(at, "Dee", "cooking")
    assert told(at, among="Bo Dee") == ["Bo shows cooking to Dee"]
    here = {at.who("Dee"), at.who("Eli")}
    assert matches(at.state, among=here) == []
    assert [nobody_words(each, at.names) for each in nobody_knows(at.state, [], here)] == [
        "cooking: nobody here has it; Dee wishes for it"
    ]


def test_who_has_shown_it_to_somebody_can_show_it_again() -> None:
    at = Group(*EVERYBODY)
    at.do(LearnSkill(at.who("Bo"), "knots", at.who("Ana")))
    at.do(intents.WithdrawSkill(at.who("Bo"), "knots"))
    at.do(LearnSkill(at.who("Bo"), "knots", at.who("Ana")))
    wish(at, "Chidi", "knots")
    wish(at, "Dee", "knots")
    assert told(at) == ["Bo shows knots to Chidi", "Bo shows knots to Dee"]
    at.do(intents.LeaveGroup(at.who("Bo")))
    assert told(at) == ["Ana shows knots to Chidi", "Ana shows knots to Dee"]


def test_a_wish_that_a_roles_list_names_is_a_place_to_shadow() -> None:
    at = with_pantry()
    claim(at, "Pantry", "Ana")
    wish(at, "Bo", "KEYS")
    wish(at, "Chidi", "ordering")
    wish(at, "Ana", "ordering")
    today = at.today.isoformat()

    def places() -> list[str]:
        return [place_words(each, at.state, at.names) for each in shadowing_places(at.state, today)]

    assert places() == [
        "Bo could shadow Ana (Pantry): its list has KEYS",
        "Chidi could shadow Ana (Pantry): its list has ordering",
    ]
    name_next(at, "Pantry", "Bo")
    assert places() == ["Chidi could shadow Ana (Pantry): its list has ordering"]


def test_what_only_one_person_has_and_somebody_wants_is_a_single_point_of_knowledge() -> None:
    at = with_pantry()
    says(at, "Ana", "keys, cooking, wiring, juggling")
    wish(at, "Bo", "cooking")
    assert [each.skill.name for each in single_points(at.state)] == ["cooking", "keys"]
    at.do(LearnSkill(at.who("Bo"), "cooking", at.who("Ana")))
    assert [each.skill.name for each in single_points(at.state)] == ["keys"]
    assert shared_skills(at.state) == 1
    at.do(intents.LeaveGroup(at.who("Bo")))
    assert shared_skills(at.state) == 0


def test_the_overview_begins_with_what_hangs_on_one_person_and_what_nobody_has() -> None:
    at = with_pantry()
    says(at, "Ana", "keys, first aid")
    says(at, "Bo", "first aid", Sense.TEACHES)
    wish(at, "Dee", "wiring, first aid")
    at.do(MakePairing("first aid", at.who("Bo"), at.who("Dee")))
    found = overview(at.state)
    assert [(each.skill.name, bool(each.alone), each.missing) for each in found] == [
        ("keys", True, False),
        ("Ordering", False, True),
        ("wiring", False, True),
        ("first aid", False, False),
    ]
    aid = found[-1]
    assert [at.names[person] for person in aid.has] == ["Bo", "Ana"]
    assert len(aid.pairings) == 1
    assert [role.name for role in found[0].roles] == ["Pantry"]


def test_a_skill_of_which_everything_was_taken_back_is_not_shown() -> None:
    at = Group("Ana")
    says(at, "Ana", "cooking, wiring")
    at.do(intents.DescribeSkill("wiring", sort=SkillSort.PRACTICAL))
    for skill in ("cooking", "wiring"):
        at.do(intents.WithdrawSkill(at.who("Ana"), skill, Sense.USED))
    assert [each.skill.name for each in overview(at.state)] == ["wiring"]
