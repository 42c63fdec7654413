"""The terms of a role in words."""

from __future__ import annotations

from support.group import Group, with_pantry
from support.handoffs import claim, hand_over, lead, name_next, shadow

from facilitator.core import intents
from facilitator.core.roles.history import (
    began_words,
    ended_words,
    goes_on,
    let_go_words,
    served_words,
    training_words,
)
from facilitator.core.roles.wording import claims_words


def told(group: Group, name: str) -> list[tuple[str, str, str]]:
    """When each term of a role was, how it began and how it ended."""
    role, today = group.role(name), group.today.isoformat()
    return [
        (
            served_words(role, term, today),
            began_words(role, term, group.names),
            ended_words(role, term, group.names),
        )
        for term in role.terms
    ]


def test_a_term_is_handed_over_by_one_to_the_other() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.wait(30)
    hand_over(group, "Pantry", "Bo")
    assert told(group, "Pantry") == [
        ("Mon 4 Jan – Wed 3 Feb", "claimed", "handed over to Bo"),
        ("Wed 3 Feb – Mon 3 May", "handed over by Ana", ""),
    ]


def test_a_term_that_is_renewed_says_so_on_both_sides() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.wait(85)
    claim(group, "Pantry", "Ana")
    assert [each[1:] for each in told(group, "Pantry")] == [("claimed", "renewed"), ("renewed", "")]


def test_an_emergency_is_told_with_its_reason() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("moving away",), emergency=True))
    assert told(group, "Pantry")[0][2] == "released in an emergency: moving away"


def test_a_stewardship_that_is_overdue_goes_on_and_a_micro_role_does_not() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    claim(group, "Pots", "Bo")
    group.wait(365)
    assert told(group, "Pantry")[0][0] == "Mon 4 Jan 2027 – Sun 4 Apr 2027, and on"
    assert told(group, "Pots")[0][0] == "Mon 4 Jan 2027 – Mon 18 Jan 2027"
    today = group.today.isoformat()
    assert goes_on(group.role("Pantry"), group.term("Pantry"), today)
    assert not goes_on(group.role("Pots"), group.role("Pots").terms[0], today)


def test_who_was_not_chosen_is_told_who_was() -> None:
    group = with_pantry()
    claim(group, "Pots", "Ana")
    assert claims_words(group.role("Pots"), group.today.isoformat(), group.names) == "Ana claims it"
    claim(group, "Pots", "Bo")
    assert claims_words(group.role("Pots"), group.today.isoformat(), group.names) == (
        "Ana and Bo claim it: the circle decides"
    )
    group.do(intents.SettleClaim(group.term("Pots").id))
    assert told(group, "Pots")[0][2] == "not chosen: the circle decided for Bo"


def test_whoever_is_chosen_later_is_not_the_one_who_was_chosen_then() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    claim(group, "Pantry", "Bo")
    group.do(intents.SettleClaim(group.term("Pantry").id))
    group.wait(5)
    name_next(group, "Pantry", "Dee")
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("ill",), emergency=True))
    group.wait(1)
    claim(group, "Pantry", "Chidi")
    assert told(group, "Pantry")[0][2] == "not chosen: the circle decided for Bo"


def test_nobody_claims_what_nobody_has() -> None:
    group = with_pantry()
    assert claims_words(group.role("Pots"), group.today.isoformat(), group.names) == ""


def trained(group: Group) -> list[str]:
    """What each term of the pantry says of whom it trained."""
    role, today = group.role("Pantry"), group.today.isoformat()
    return [training_words(role, term, today, group.names) for term in role.terms]


def lets_go(group: Group) -> None:
    group.do(intents.ReleaseTerm(group.term("Pantry").id, ("moved",), emergency=True))


def test_an_emergency_tells_how_far_the_next_one_was_trained() -> None:
    group = with_pantry(skills=("Keys", "Ordering", "The alarm"))
    claim(group, "Pantry", "Ana")
    name_next(group, "Pantry", "Bo")
    group.wait(1)
    shadow(group, "Pantry")
    term = group.term("Pantry").id
    group.do(intents.TickSkill(term, "Keys"), intents.TickSkill(term, "Ordering"))
    group.do(intents.ConfirmSkill(term, "Keys"))
    assert trained(group) == [""]
    lets_go(group)
    words = (
        "Bo was to be next, named Mon 4 Jan, shadowing since Tue 5 Jan; had not led it once; "
        "confirmed: “Keys”; ticked: “Ordering”; not ticked: “The alarm”"
    )
    assert trained(group) == [words]
    today = group.today.isoformat()
    assert let_go_words(group.role("Pantry"), today, group.names) == words
    claim(group, "Pantry", "Chidi")
    assert let_go_words(group.role("Pantry"), today, group.names) == ""
    assert trained(group) == [words, ""]


def test_a_successor_who_led_it_or_had_not_begun_is_told_so() -> None:
    group = with_pantry(skills=())
    claim(group, "Pantry", "Ana")
    name_next(group, "Pantry", "Bo")
    lets_go(group)
    claim(group, "Pantry", "Bo")
    name_next(group, "Pantry", "Dee")
    shadow(group, "Pantry")
    group.wait(1)
    lead(group, "Pantry")
    lets_go(group)
    assert trained(group) == [
        "Bo was to be next, named Mon 4 Jan; had not shadowed yet",
        "Dee was to be next, named Mon 4 Jan, shadowing since Mon 4 Jan; led once on Tue 5 Jan",
    ]


def test_whoever_was_handed_a_role_or_left_without_anybody_tells_of_no_training() -> None:
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    hand_over(group, "Pantry", "Bo")
    lets_go(group)
    assert trained(group) == ["", ""]
    assert let_go_words(group.role("Pantry"), group.today.isoformat(), group.names) == ""
