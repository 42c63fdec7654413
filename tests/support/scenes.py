"""Circles at certain moments."""

from __future__ import annotations

from facilitator.core import intents
from support.agendas import ONE_ROUND
from support.play import Circle


def called() -> Circle:
    return Circle(people=["Ana", "Chidi", "Zoë"])


def opened() -> Circle:
    circle = called()
    circle.do(intents.OpenCircle())
    return circle


def speaking() -> Circle:
    """Ana has the first turn of a round."""
    circle = Circle(ONE_ROUND, ["Ana", "Chidi", "Zoë"])
    circle.do(intents.OpenCircle())
    circle.do(intents.BeginTurn(next(iter(circle.meeting.rounds)), circle.who("Ana")))
    return circle


def last_speaking() -> Circle:
    """Ana and Chidi were heard; Zoë speaks."""
    circle = speaking()
    circle.do(intents.EndTurn(turn(circle)))
    circle.do(intents.EndTurn(turn(circle)))
    return circle


def at_roles() -> Circle:
    """Chidi has the pots."""
    circle = opened()
    circle.do(intents.GoToStep("step-1", "step-4"))
    circle.do(intents.ClaimRole(pots(circle), circle.who("Chidi")))
    return circle


def gone() -> Circle:
    circle = opened()
    circle.do(intents.Leave(circle.who("Zoë")))
    return circle


def paused() -> Circle:
    circle = opened()
    circle.do(intents.PauseCircle("silence"))
    return circle


def closed() -> Circle:
    circle = opened()
    circle.do(intents.CloseCircle())
    return circle


def dropped() -> Circle:
    circle = called()
    circle.do(intents.AbandonMeeting())
    return circle


def turn(circle: Circle) -> str:
    assert circle.meeting.speaking is not None
    return circle.meeting.speaking


def going(circle: Circle) -> str:
    return [*circle.meeting.rounds][-1]


def pots(circle: Circle) -> str:
    return next(role.id for role in circle.state.roles.values() if role.name == "Pots")
