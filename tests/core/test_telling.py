"""What an action did, in a few words."""

from __future__ import annotations

import pytest
from support.group import Group, with_pantry
from support.handoffs import claim, name_next, sign, train
from support.play import Circle

from facilitator.core import intents
from facilitator.core.intents import Undo, Welcome
from facilitator.core.telling import told

ARRIVED, BACK, AGAIN = "Zoë arrived", "taken back: Zoë arrived", "done again: Zoë arrived"


@pytest.mark.parametrize(
    ("times", "said"), [(0, ARRIVED), (1, BACK), (2, AGAIN), (3, BACK), (4, AGAIN)]
)
def test_however_often_something_is_undone_it_is_told_what_it_was(times: int, said: str) -> None:
    circle = Circle()
    circle.do(Welcome("Zoë"))
    for _ in range(times):
        circle.do(Undo(circle.state.facts[-1].action))
    assert told(circle.state.facts[-1].action, circle.state, circle.names) == said


def last(group: Group) -> str:
    """What was done last, in words."""
    return told(group.last_action, group.state, group.names)


def test_who_ticked_and_who_confirmed_a_skill_is_told_by_name() -> None:
    group = with_pantry(skills=("Keys",))
    claim(group, "Pantry", "Ana")
    name_next(group, "Pantry", "Bo")
    term = group.term("Pantry").id
    group.do(intents.TickSkill(term, "Keys"))
    ticked = group.last_action
    assert last(group) == "Bo ticked “Keys” of “Pantry”"
    group.do(intents.ConfirmSkill(term, "Keys"))
    confirmed = group.last_action
    assert last(group) == "Ana confirmed “Keys” of “Pantry” for Bo"
    name_next(group, "Pantry", "Dee")
    assert told(ticked, group.state, group.names) == "Bo ticked “Keys” of “Pantry”"
    assert told(confirmed, group.state, group.names) == "Ana confirmed “Keys” of “Pantry” for Bo"


def test_a_handover_is_told_from_one_to_the_other_also_when_it_is_taken_back() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    train(group, "Pantry", "Bo")
    sign(group, "Pantry", "Ana")
    assert last(group) == "Ana signed for “Pantry”"
    sign(group, "Pantry", "Bo")
    words = "Bo signed for “Pantry”; “Pantry” handed over from Ana to Bo"
    assert last(group) == words
    group.do(Undo(group.last_action))
    assert last(group) == f"taken back: {words}"


def test_whose_a_term_was_is_told_when_it_is_given_back_or_let_go_of() -> None:
    group = with_pantry()
    claim(group, "Pots", "Bo")
    group.do(intents.ReleaseTerm(group.term("Pots").id))
    assert last(group) == "“Pots” given back by Bo"
    claim(group, "Pantry", "Ana")
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("ill",), emergency=True))
    assert last(group) == "“Pantry” released by Ana in an emergency: ill"


def test_the_decision_between_two_claims_is_told_with_who_was_chosen() -> None:
    group = with_pantry()
    claim(group, "Pots", "Ana")
    claim(group, "Pots", "Bo")
    group.do(intents.SettleClaim(group.role("Pots").running[0].id))
    assert last(group) == "the circle decided that Ana has “Pots”"


def test_what_was_taken_back_is_told_with_the_names_of_its_role_and_of_its_people() -> None:
    group = with_pantry()
    group.do(intents.TakeOnRole("Van", group.who("Ana"), months=1))
    words = "role “Van” offered; “Van” claimed by Ana"
    took_on = group.last_action
    name_next(group, "Van", "Bo")
    named = group.last_action
    group.do(intents.ReleaseTerm(group.term("Van").id, ("ill",), emergency=True))
    released = group.last_action
    for action in (released, named, took_on):
        group.do(Undo(action))
    assert last(group) == f"taken back: {words}"
    assert told(took_on, group.state, group.names) == words
    assert told(named, group.state, group.names) == "Bo is next for “Van”"
    gone = told(released, group.state, group.names)
    assert gone == "“Van” released by Ana in an emergency: ill"
    group.do(Undo(group.last_action))
    assert last(group) == f"done again: {words}"
