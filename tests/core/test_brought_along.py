"""What somebody can do already, when they are to have a role next."""

from __future__ import annotations

from support.group import Group, with_pantry
from support.handoffs import claim, hand_over, name_next
from support.scenes import go_round, proposed

from facilitator.core import events, intents
from facilitator.core.roles.standing import role_called
from facilitator.core.telling import told


def ticked(group: Group) -> list[str]:
    """What is ticked on the list of the pantry now; nothing of it is confirmed."""
    term = group.term("Pantry")
    assert not term.confirmed
    return sorted(term.ticked)


def lacks(group: Group) -> str:
    refused = group.refusal(intents.ReleaseTerm(group.term("Pantry").id))
    return refused.words


def test_a_former_holder_has_the_skills_that_they_passed_on_and_the_holder_confirms_them() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    hand_over(group, "Pantry", "Bo")
    name_next(group, "Pantry", "Ana")
    assert ticked(group) == ["Keys", "Ordering"]
    assert told(group.last_action, group.state, group.names) == (
        "Ana is next for “Pantry”; “Keys” of “Pantry” ticked, since Ana has it already; and 1 more"
    )
    assert "Bo has not confirmed “Keys”" in lacks(group)
    assert "Ana has not shadowed yet, Ana has not led it once" in lacks(group)


def test_one_undo_takes_back_the_naming_with_its_ticks() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    hand_over(group, "Pantry", "Bo")
    name_next(group, "Pantry", "Ana")
    group.do(intents.Undo(group.last_action))
    assert ticked(group) == []
    assert not group.term("Pantry").successor


def test_a_holder_who_trained_nobody_has_what_was_on_the_list_when_they_had_it() -> None:
    group = with_pantry(skills=("Keys",))
    claim(group, "Pantry", "Ana")
    group.wait(30)
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("ill",), emergency=True))
    group.do(intents.DescribeRole(group.role("Pantry").id, skills=("Keys", "The new alarm")))
    claim(group, "Pantry", "Bo")
    name_next(group, "Pantry", "Ana")
    assert ticked(group) == ["Keys"]


def test_a_claim_that_came_to_nothing_brings_nothing_along() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    claim(group, "Pantry", "Bo")
    group.do(intents.SettleClaim(group.role("Pantry").running[0].id))
    name_next(group, "Pantry", "Bo")
    assert ticked(group) == []


def test_what_somebody_is_known_for_is_ticked_and_nothing_else() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.do(
        intents.FileSkill(group.who("Bo"), ("keys",), events.Sense.TEACHES),
        intents.FileSkill(group.who("Bo"), ("Ordering",), events.Sense.WISHED),
        intents.FileSkill(group.who("Dee"), ("Ordering",), events.Sense.USED),
    )
    name_next(group, "Pantry", "Bo")
    assert ticked(group) == ["Keys"]
    name_next(group, "Pantry", "Dee")
    assert ticked(group) == ["Ordering"]
    name_next(group, "Pantry", "Chidi")
    assert ticked(group) == []


def test_whoever_a_circle_chooses_as_successor_brings_along_what_they_have() -> None:
    circle = proposed()
    pantry = role_called(circle.state, "Pantry")
    assert pantry is not None
    circle.do(intents.ClaimRole(pantry.id, circle.who("Ana")))
    circle.do(intents.FileSkill(circle.who("Chidi"), ("Keys",)))
    go_round(circle)
    circle.do(intents.FillRole(next(iter(circle.meeting.proposals))))
    term = circle.state.roles[pantry.id].term
    assert term is not None
    assert (term.successor, [*term.ticked]) == (circle.who("Chidi"), ["Keys"])
