"""What stands beside the question of a selection: the role, then the tally, then the result."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from support.play import Circle

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Selection
from facilitator.core.walking import what_next
from facilitator.ui.choosing import LONGEST, about_selection

PEOPLE = ["Ana", "Bo", "Dee"]
PLAN = Selection(
    title="A steward",
    role="Pantry",
    purpose="Nobody leaves with empty hands.",
    months=2,
    weekly=("order on Monday", "count the till"),
    skills=("ordering", "the till"),
)
TODAY = "2025-11-23"


def choosing(plan: Selection = PLAN) -> Circle:
    circle = Circle(Agenda(title="Choice", steps=(plan, Closing(title="Close"))), PEOPLE)
    circle.do(intents.OpenCircle())
    return circle


def beside(circle: Circle) -> tuple[str, ...]:
    return about_selection(circle.state, circle.meeting, circle.names, TODAY)


def through(circle: Circle, until: type[intents.Intent]) -> None:
    """Do what comes next, until it is of a kind; that is done as well."""
    while (wish := what_next(circle.meeting)) is not None:
        circle.do(wish)
        if isinstance(wish, until):
            return
    raise AssertionError(f"{until.__name__} never came")


def nominate(circle: Circle, by: str, whom: str) -> None:
    circle.do(intents.Nominate("step-1", circle.who(by), circle.who(whom), ("calm",)))


def test_while_people_nominate_it_is_what_the_role_is_for() -> None:
    circle = choosing()
    assert beside(circle) == (
        "Nobody leaves with empty hands.",
        "For 2 months; each week: order on Monday, count the till",
        "To know, and to pass on: ordering, the till",
    )


def test_then_it_is_how_often_each_was_nominated_and_what_stands_against_it() -> None:
    circle = choosing()
    nominate(circle, "Ana", "Bo")
    nominate(circle, "Dee", "Bo")
    nominate(circle, "Bo", "Dee")
    assert beside(circle)[-1] == "Nominated: Bo 2, Dee 1"
    through(circle, intents.Propose)
    assert beside(circle) == ("Nominated: Bo 2, Dee 1",)
    (proposal,) = circle.meeting.proposals
    circle.do(intents.Object(proposal, circle.who("Dee"), ("no evenings",)))
    assert beside(circle)[-1] == "1 objection stands: v says what takes care of it"
    circle.do(intents.Object(proposal, circle.who("Ana"), ("too young",)))
    assert beside(circle)[-1] == "two objections stand: v says what takes care of it"


def test_at_the_end_it_is_until_when() -> None:
    circle = choosing()
    nominate(circle, "Ana", "Bo")
    through(circle, intents.FillRole)
    assert beside(circle) == ("Pantry: Bo until Fri 23 Jan",)


def test_elsewhere_it_is_nothing() -> None:
    circle = choosing()
    circle.do(intents.GoToStep("step-1", "step-2"))
    assert beside(circle) == ()


@pytest.mark.parametrize("words", ["x" * 3000, "한" * 3000, "a\nb " * 900, "[/]\x1b[2J" * 400])
def test_nothing_in_it_takes_more_than_its_room(words: str) -> None:
    plan = Selection(title="A steward", role="Pantry", purpose=words, skills=(words,))
    assert all(0 < cell_len(line) <= LONGEST for line in beside(choosing(plan)))
