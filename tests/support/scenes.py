"""Circles at certain moments."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import Outcome, Wish
from facilitator.core.walking import what_next
from support.agendas import ASSEMBLY, CHOICE, ONE_ROUND
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


def discussing() -> Circle:
    """The stack has the floor; no hand is up."""
    circle = Circle(ASSEMBLY, ["Ana", "Chidi", "Zoë"])
    circle.do(intents.OpenCircle())
    return circle


def stacked() -> Circle:
    """Ana's hand is up, Chidi's after it."""
    circle = discussing()
    hands_up(circle, "Ana", "Chidi")
    return circle


def shut() -> Circle:
    """Ana and Chidi are on a stack that is closed."""
    circle = stacked()
    circle.do(intents.CloseStack("step-1"))
    return circle


def having_the_word() -> Circle:
    """Ana speaks with a hand; Chidi's is up."""
    circle = stacked()
    circle.do(intents.CallHand(hand_of(circle, "Ana")))
    return circle


def twice() -> Circle:
    """At the first of two rounds on one prompt, before anybody speaks."""
    circle = discussing()
    circle.do(intents.GoToStep("step-1", "step-2"))
    return circle


def all_heard() -> Circle:
    """Everyone was heard in a round."""
    circle = last_speaking()
    circle.do(intents.EndTurn(turn(circle)))
    return circle


def passed_by_all() -> Circle:
    """Everyone passed in a round, and nobody was asked again."""
    circle = speaking()
    for _ in range(3):
        circle.do(intents.EndTurn(turn(circle), Outcome.PASSED))
    return circle


def out() -> Circle:
    """Zoë is out for a moment; nobody has spoken in the round."""
    circle = Circle(ONE_ROUND, ["Ana", "Chidi", "Zoë"])
    circle.do(intents.OpenCircle())
    circle.do(intents.StepOut(circle.who("Zoë")))
    return circle


def mustering() -> Circle:
    """Ana was ticked off."""
    circle = discussing()
    circle.do(intents.GoToStep("step-1", "step-3"))
    circle.do(intents.TickOff("step-3", circle.who("Ana")))
    return circle


def between_two() -> Circle:
    """Two terminals run; the circle was opened at the first one."""
    circle = discussing()
    circle.alive = frozenset({"t1", "t2"})
    return circle


def hands_up(circle: Circle, *names: str, wish: Wish = Wish.SPEAK) -> None:
    """Raise hands where the circle is, one after the other."""
    for name in names:
        circle.do(intents.RaiseHand(circle.meeting.step_id or "", circle.who(name), wish))


def hand_of(circle: Circle, name: str) -> str:
    """The latest hand that somebody raised."""
    hands = circle.meeting.hands.values()
    return [hand.id for hand in hands if hand.person == circle.who(name)][-1]


def turn(circle: Circle) -> str:
    assert circle.meeting.speaking is not None
    return circle.meeting.speaking


def going(circle: Circle) -> str:
    return [*circle.meeting.rounds][-1]


def pots(circle: Circle) -> str:
    return next(role.id for role in circle.state.roles.values() if role.name == "Pots")


def choosing() -> Circle:
    """A selection begins; nobody has spoken."""
    circle = Circle(CHOICE, ["Ana", "Chidi", "Zoë"])
    circle.do(intents.OpenCircle())
    return circle


def nominated() -> Circle:
    """Ana and Zoë nominate Chidi, who nominates Ana; two rounds are over."""
    circle = choosing()
    for by, whom in (("Ana", "Chidi"), ("Chidi", "Ana"), ("Zoë", "Chidi")):
        reason = (f"{by} says so",)
        circle.do(intents.Nominate("step-1", circle.who(by), circle.who(whom), reason))
    go_round(circle)
    circle.do(intents.BeginRound("step-1", after=going(circle)))
    go_round(circle)
    return circle


def proposed() -> Circle:
    """Chidi is proposed; nobody was asked yet."""
    circle = nominated()
    circle.do(intents.Propose("step-1", circle.who("Chidi")))
    return circle


def go_round(circle: Circle) -> None:
    """Everyone has a turn in the round that goes on."""
    while (wish := what_next(circle.meeting)) is not None and isinstance(
        wish, intents.BeginTurn | intents.EndTurn
    ):
        circle.do(wish)
