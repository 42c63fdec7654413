"""The agendas that come with the program, played by twelve people in memory."""

from __future__ import annotations

from collections import Counter

import pytest
from support.play import Circle

from facilitator.agendas import load, shipped
from facilitator.core import intents
from facilitator.core.agenda import Discussion, Muster, Round
from facilitator.core.vocabulary import Wish
from facilitator.core.walking import step_away, what_next

PEOPLE = ["Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima", "Goran", "Hui", "Ines", "Jo", "Kofi", "Lu"]
SHIPPED = sorted(path.stem for path in shipped("debrief-commons").parent.glob("*.toml"))
MOST_MOVES = 500


def played(name: str) -> Circle:
    """The circle after everyone has had every turn and arrived at every muster."""
    circle = Circle(load(shipped(name)), PEOPLE)
    circle.do(intents.OpenCircle())
    begun = ""
    for _ in range(MOST_MOVES):
        here = circle.meeting.step_id or ""
        if here != begun:
            begun = here
            _take_part(circle, here)
        following = what_next(circle.meeting) or step_away(circle.meeting, 1)
        if following is None:
            return circle
        circle.do(following)
    raise AssertionError(f"{name} does not come to an end")


def _take_part(circle: Circle, step: str) -> None:
    people = list(circle.names)
    if isinstance(circle.meeting.steps[step], Discussion):
        for person in people[:3]:
            circle.do(intents.RaiseHand(step, person, Wish.SPEAK))
    if isinstance(circle.meeting.steps[step], Muster):
        for person in people:
            circle.do(intents.TickOff(step, person))


@pytest.mark.parametrize("name", SHIPPED)
def test_next_after_next_leads_from_the_welcome_through_every_step_to_the_closing(
    name: str,
) -> None:
    meeting = played(name).meeting
    assert [visit.step for visit in meeting.visits] == meeting.plan
    assert len(meeting.plan) == len(load(shipped(name)).steps)
    for step_id, step in meeting.steps.items():
        turns = Counter(turn.person for turn in meeting.turns.values() if turn.step == step_id)
        if isinstance(step, Round):
            assert set(turns.values()) == {step.rounds}, step.title
            assert len(turns) == len(PEOPLE), step.title
        else:
            assert len(turns) == (3 if isinstance(step, Discussion) else 0), step.title
        assert len(meeting.mustered.get(step_id, {})) == 12 * isinstance(step, Muster), step.title
