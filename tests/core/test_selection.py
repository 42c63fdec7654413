"""A selection: nominations with reasons, a change round, a proposal, consent, a dated term."""

from __future__ import annotations

from support.play import Circle
from support.scenes import choosing, go_round, nominated, proposed

from facilitator.core import intents
from facilitator.core.rounds import order
from facilitator.core.selection import leading, nominations, question_of
from facilitator.core.walking import what_next
from facilitator.core.writing import last_done

STEP = "step-1"


def nominate(circle: Circle, by: str, whom: str, why: str = "calm") -> None:
    circle.do(intents.Nominate(STEP, circle.who(by), circle.who(whom), (why,)))


def agreed(circle: Circle) -> None:
    """Everyone is asked, and nothing stands in the way."""
    go_round(circle)
    wish = what_next(circle.meeting)
    assert isinstance(wish, intents.FillRole)
    circle.do(wish)


def test_next_leads_through_the_whole_selection() -> None:
    circle = choosing()
    nominate(circle, "Ana", "Chidi")
    steps = []
    while (wish := what_next(circle.meeting)) is not None:
        steps.append(type(wish).__name__)
        circle.do(wish)
    turns = ["BeginTurn", "EndTurn", "EndTurn", "EndTurn"]
    assert steps == [*turns, "BeginRound", *turns, "Propose", *turns, "FillRole", "GoToStep"]
    (role,) = circle.state.roles.values()
    assert circle.called([term.person for term in role.terms]) == ["Chidi"]


def test_the_last_word_of_each_counts_and_the_first_is_kept() -> None:
    circle = choosing()
    nominate(circle, "Ana", "Chidi", "calm")
    nominate(circle, "Ana", "Zoë", "what Chidi said")
    said = nominations(circle.meeting, STEP)
    assert circle.called([said[circle.who("Ana")].person]) == ["Zoë"]
    assert [each.reason for each in circle.meeting.nominations.values()] == [
        *(("calm",), ("what Chidi said",))
    ]


def test_whom_most_nominate_is_suggested_unless_they_have_left() -> None:
    circle = nominated()
    assert circle.called([leading(circle.meeting, STEP)]) == ["Chidi"]
    circle.do(intents.Leave(circle.who("Chidi")))
    assert circle.called([leading(circle.meeting, STEP)]) == ["Ana"]


def test_the_candidate_is_asked_last() -> None:
    for name in ("Ana", "Chidi", "Zoë"):
        circle = nominated()
        circle.do(intents.Propose(STEP, circle.who(name)))
        last = circle.meeting.last_round
        assert last is not None
        assert circle.called(order(circle.meeting, last))[-1] == name


def test_the_result_is_a_dated_term_with_its_reasons() -> None:
    circle = proposed()
    agreed(circle)
    (role,) = circle.state.roles.values()
    term = role.term
    assert term is not None
    assert term.selected
    assert (term.starts, term.ends) == ("2025-11-23", "2026-01-23")
    assert term.reasons == (("Ana says so",), ("Zoë says so",))


def test_where_somebody_has_the_role_the_chosen_one_is_the_successor() -> None:
    circle = proposed()
    (role,) = circle.state.roles
    circle.do(intents.ClaimRole(role, circle.who("Ana")))
    agreed(circle)
    term = circle.state.roles[role].term
    assert term is not None
    assert circle.called([term.person, term.successor]) == ["Ana", "Chidi"]


def test_an_objection_stands_in_the_way_until_it_is_integrated() -> None:
    circle = proposed()
    proposal = next(iter(circle.meeting.proposals))
    circle.do(intents.Object(proposal, circle.who("Zoë"), ("no evenings free",)))
    go_round(circle)
    assert not isinstance(what_next(circle.meeting), intents.FillRole)
    (objection,) = circle.meeting.objections
    circle.do(intents.IntegrateObjection(objection, ("Ana goes along",)))
    assert isinstance(what_next(circle.meeting), intents.FillRole)


def test_another_one_can_be_proposed_and_everyone_is_asked_again() -> None:
    circle = proposed()
    proposal = next(iter(circle.meeting.proposals))
    go_round(circle)
    circle.do(intents.Propose(STEP, circle.who("Ana"), proposal))
    assert question_of(circle.meeting, circle.names) == "Ana for Pantry: do you consent?"
    agreed(circle)
    (role,) = circle.state.roles.values()
    assert circle.called([term.person for term in role.terms]) == ["Ana"]


def test_undo_takes_the_result_back_and_it_can_be_agreed_again() -> None:
    circle = proposed()
    agreed(circle)
    action = last_done(circle.state, ("k7f3", "t1"))
    assert action is not None
    circle.do(intents.Undo(action))
    (role,) = circle.state.roles.values()
    assert role.term is None
    assert isinstance(what_next(circle.meeting), intents.FillRole)


def test_the_circle_is_asked_what_the_moment_asks() -> None:
    circle = choosing()
    asked = [question_of(circle.meeting, circle.names)]
    circle = nominated()
    asked.append(question_of(circle.meeting, circle.names))
    circle.do(intents.Propose(STEP, circle.who("Chidi")))
    asked.append(question_of(circle.meeting, circle.names))
    agreed(circle)
    asked.append(question_of(circle.meeting, circle.names))
    assert asked == [
        "Pantry: whom do you nominate, and why?",
        "Pantry: having heard that, do you change your nomination?",
        "Chidi for Pantry: do you consent?",
        "Chidi is chosen for Pantry.",
    ]
