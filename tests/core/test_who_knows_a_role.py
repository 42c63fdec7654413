"""Who can do what a role asks for, as the board and the page of the skills count it."""

from __future__ import annotations

from support.group import Group, with_pantry
from support.handoffs import claim, hand_over

from facilitator.core import intents
from facilitator.core.roles.concerns import Matter, concerns
from facilitator.core.roles.standing import know_it, terms_in_a_row
from facilitator.core.skills.knowing import overview


def able(group: Group, role: str = "Pantry") -> list[str]:
    """Who can do what a role asks for, by name."""
    return sorted(group.names[each] for each in know_it(group.role(role), group.state))


def hangs_on_one(group: Group) -> bool:
    """Whether the group is told that only one person knows how."""
    told = concerns(group.state, group.today.isoformat())
    return any(each.matter is Matter.ONE_PERSON for each in told)


def has(group: Group, skill: str) -> list[str]:
    """Who has a skill, as its page has it."""
    known = next(each for each in overview(group.state) if each.skill.name == skill)
    return sorted(group.names[each] for each in known.has)


def test_whoever_handed_a_role_over_on_their_first_day_knows_it_as_the_skills_say() -> None:
    group = with_pantry(skills=("Keys",))
    claim(group, "Pantry", "Ana")
    hand_over(group, "Pantry", "Bo")
    assert has(group, "Keys") == ["Ana", "Bo"]
    assert able(group) == ["Ana", "Bo"]
    assert not hangs_on_one(group)


def test_a_claim_that_came_to_nothing_makes_nobody_know_it() -> None:
    group = with_pantry(skills=())
    claim(group, "Pantry", "Ana")
    claim(group, "Pantry", "Bo")
    group.do(intents.SettleClaim(group.role("Pantry").running[0].id))
    assert able(group) == ["Ana"]
    assert hangs_on_one(group)
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("ill",), emergency=True))
    claim(group, "Pantry", "Dee")
    assert able(group) == ["Dee"]


def test_whoever_has_every_skill_of_the_list_knows_the_role() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.do(intents.FileSkill(group.who("Chidi"), ("keys",)))
    assert able(group) == ["Ana"]
    assert hangs_on_one(group)
    group.do(intents.FileSkill(group.who("Chidi"), ("ordering",)))
    assert able(group) == ["Ana", "Chidi"]
    assert not hangs_on_one(group)


def test_who_has_left_the_group_knows_it_no_longer() -> None:
    group = with_pantry(skills=("Keys",))
    claim(group, "Pantry", "Ana")
    group.wait(1)
    hand_over(group, "Pantry", "Bo")
    group.do(intents.LeaveGroup(group.who("Ana")))
    assert (able(group), has(group, "Keys")) == (["Bo"], ["Bo"])
    assert hangs_on_one(group)


def test_a_term_that_was_handed_over_at_once_breaks_a_row_of_terms() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.wait(30)
    hand_over(group, "Pantry", "Bo")
    hand_over(group, "Pantry", "Ana")
    assert terms_in_a_row(group.role("Pantry")) == 1
