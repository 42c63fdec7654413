"""On leaving a topic: what is lacking, and the answer that nothing came of it."""

from __future__ import annotations

import pytest
from support.play import Circle, seen

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Discussion, Filing, Opening, Step
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import NOBODY, Lacking, Setting
from facilitator.core.intents import GoToStep
from facilitator.core.off_record import turned
from facilitator.core.outcomes import asked_on_leaving, lacks
from facilitator.core.outcomes_told import topic_words
from facilitator.core.telling import told
from facilitator.core.walking import step_away

TOPICS = Agenda(
    title="Topics",
    steps=(
        Opening(title="Welcome"),
        RoundStep(title="Build", prompt="What next?", filing=Filing.BUILD),
        Discussion(title="Van", prompt="Who pays?"),
        Closing(title="Close"),
    ),
)


def at_build(*, spoken: bool = True) -> Circle:
    """Ana and Bo sit at the second step; if wanted Ana has the word."""
    circle = Circle(TOPICS, ["Ana", "Bo"])
    circle.do(intents.OpenCircle())
    circle.do(GoToStep("step-1", "step-2"))
    if spoken:
        circle.do(intents.CallOn(circle.who("Ana"), ""))
    return circle


def lacking(circle: Circle) -> list[Lacking]:
    return [each.lacking for each in lacks(circle.state, circle.meeting)]


def asked(circle: Circle, step: str) -> list[Lacking]:
    wanted = GoToStep(circle.meeting.step_id or "", step)
    return [each.lacking for each in asked_on_leaving(circle.state, circle.meeting, wanted)]


@pytest.mark.parametrize(
    ("step", "closes"),
    [
        (Opening(title="x"), False),
        (Closing(title="x"), False),
        (RoundStep(title="x", prompt="y"), True),
        (RoundStep(title="x", prompt="y", filing=Filing.BUILD), True),
        (RoundStep(title="x", prompt="y", filing=Filing.WITNESSED), False),
        (RoundStep(title="x", prompt="y", filing=Filing.CHECK_IN), False),
        (RoundStep(title="x", prompt="y", filing=Filing.WITNESSED, asks=True), True),
        (RoundStep(title="x", prompt="y", asks=False), False),
        (Discussion(title="x", prompt="y"), True),
        (Discussion(title="x", prompt="y", asks=False), False),
        (Discussion(title="x", prompt="y", filing=Filing.PAIR), False),
    ],
)
def test_only_what_is_talked_about_is_a_topic_unless_its_agenda_says_otherwise(
    step: Step, closes: bool
) -> None:
    assert step.closes_topic is closes


def test_a_step_that_nobody_spoke_at_lacks_nothing() -> None:
    assert lacking(at_build(spoken=False)) == []


def test_where_something_was_said_and_nothing_came_of_it_that_is_asked() -> None:
    assert lacking(at_build()) == [Lacking.OUTCOME]


def test_a_note_is_something_said_too() -> None:
    circle = at_build(spoken=False)
    circle.do(intents.TakeNote(("a shelf",), "step-2"))
    assert lacking(circle) == [Lacking.OUTCOME]


def test_a_decision_lacks_a_promise_and_a_promise_lacks_an_owner_and_a_date() -> None:
    circle = at_build()
    circle.do(intents.RecordDecision(("A shelf",), "step-2"))
    assert lacking(circle) == [Lacking.PROMISE]
    circle.do(intents.Commit(("buy planks",), "step-2"))
    assert lacking(circle) == [Lacking.OWNER, Lacking.DATE]
    promise = next(iter(circle.state.commitments))
    circle.do(intents.CompleteCommitment(promise, owner=circle.who("Bo")))
    assert lacking(circle) == [Lacking.DATE]
    circle.do(intents.CompleteCommitment(promise, due="friday", due_on="2999-01-04"))
    assert lacking(circle) == []


def test_a_role_that_somebody_took_on_is_a_promise() -> None:
    circle = at_build()
    circle.do(intents.RecordDecision(("A shelf",), "step-2"))
    circle.do(intents.OfferRole("Shelf", "step-2"))
    role = next(iter(circle.state.roles))
    circle.do(intents.ClaimRole(role, circle.who("Bo")))
    assert lacking(circle) == []


def test_what_is_said_later_of_a_promise_is_as_if_it_had_been_said_at_first() -> None:
    circle = at_build()
    circle.do(intents.Commit(("buy planks",), "step-2"))
    promise = next(iter(circle.state.commitments))
    circle.do(intents.CompleteCommitment(promise, circle.who("Bo"), "friday", "2999-01-04"))
    made = circle.state.commitments[promise]
    assert (made.owner, made.due, made.due_on) == (circle.who("Bo"), "friday", "2999-01-04")
    assert [each.fate.value for each in made.lineage] == ["open"]
    assert made.lineage[0].due_on == "2999-01-04"
    action = circle.state.facts[-1].action
    assert told(action, circle.state, circle.names) == "“buy planks”: Bo, by Fri 4 Jan"


def test_it_is_asked_forwards_and_not_backwards() -> None:
    circle = at_build()
    assert asked(circle, "step-3") == [Lacking.OUTCOME]
    assert asked(circle, "step-4") == [Lacking.OUTCOME]
    assert asked(circle, "step-1") == []


def test_a_group_turns_it_off() -> None:
    circle = at_build()
    circle.do(intents.Choose(Setting.OUTCOMES, on=False))
    assert asked(circle, "step-3") == []


def test_off_the_record_nothing_is_asked_since_nothing_can_be_answered() -> None:
    circle = at_build()
    circle.do(turned(circle.meeting))
    assert asked(circle, "step-3") == []


def test_another_visit_asks_only_if_something_was_said_in_it() -> None:
    circle = at_build()
    circle.do(GoToStep("step-2", "step-3"))
    circle.do(GoToStep("step-3", "step-2"))
    assert lacking(circle) == []
    circle.do(intents.TakeNote(("a shelf",), "step-2"))
    assert lacking(circle) == [Lacking.OUTCOME]


def test_nothing_is_written_down_and_the_circle_goes_on_in_one_action() -> None:
    circle = at_build()
    before, visit = seen(circle.state), circle.meeting.visits[-1].id
    circle.do(intents.NothingCameOf("step-2", "step-3", Lacking.OUTCOME))
    (fact,) = circle.meeting.nothing_came
    assert (fact.step, fact.visit, fact.lacking) == ("step-2", visit, Lacking.OUTCOME)
    assert circle.meeting.step_id == "step-3"
    action = circle.state.facts[-1].action
    words = told(action, circle.state, circle.names)
    assert words.startswith("nothing was decided or promised at “Build”")
    circle.do(intents.Undo(action))
    assert seen(circle.state) == before


def test_what_was_decided_meanwhile_makes_nothing_no_answer_any_more() -> None:
    circle = at_build()
    answer = intents.NothingCameOf("step-2", "step-3", Lacking.OUTCOME)
    circle.do(intents.RecordDecision(("A shelf",), "step-2"), "t2")
    assert "meanwhile" in circle.refusal(answer).words
    assert circle.meeting.step_id == "step-2"


def test_what_it_is_about_is_said_in_words() -> None:
    circle = at_build()

    def words() -> list[str]:
        found = lacks(circle.state, circle.meeting)
        return [
            topic_words(each, circle.state, circle.meeting, circle.names, "2025-11-27")
            for each in found
        ]

    assert words() == [""]
    circle.do(intents.RecordDecision(("A shelf",), "step-2"))
    assert words() == ["Decided: A shelf"]
    circle.do(intents.RecordDecision(("A bench",), "step-2"))
    assert words() == ["Decided last, of 2: A bench"]
    circle.do(intents.Commit(("buy planks",), "step-2", NOBODY, "friday"))
    assert words() == ["Promised: buy planks, by friday"]


def test_every_wording_that_was_read_back_stands_behind_the_one_that_was_agreed_on() -> None:
    circle = at_build()
    for wording in ("Doors at four", "Doors at five", "Doors at four", "Doors at six"):
        circle.do(intents.ReadBack("step-2", (wording,)))
    circle.do(intents.RecordDecision(("Doors at six",), "step-2"))
    circle.do(intents.ReadBack("step-2", ("Buy a van",)))
    circle.do(intents.RecordDecision(("Buy a van",), "step-2"))
    first, second = circle.meeting.decisions.values()
    assert first.before == (("Doors at four",), ("Doors at five",))
    assert second.before == ()


def test_what_was_read_back_at_one_step_does_not_stand_behind_a_decision_at_another() -> None:
    circle = at_build()
    circle.do(intents.ReadBack("step-2", ("Doors at four",)))
    onward = step_away(circle.meeting, 1)
    assert onward is not None
    circle.do(onward)
    circle.do(intents.RecordDecision(("Doors at six",), "step-3"))
    assert next(iter(circle.meeting.decisions.values())).before == ()
