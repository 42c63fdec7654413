"""What the rules say no to when somebody is chosen, and in which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.play import Circle
from support.scenes import choosing, go_round, nominated, opened, proposed

from facilitator.core import intents
from facilitator.core.intents import Intent, Refusal

ALREADY, TELL = True, False
STEP = "step-1"


def chosen() -> Circle:
    circle = proposed()
    go_round(circle)
    circle.do(intents.FillRole(_proposal(circle)))
    return circle


def objected() -> Circle:
    """Zoë objects; everyone was asked."""
    circle = proposed()
    circle.do(intents.Object(_proposal(circle), circle.who("Zoë"), ("no evenings free",)))
    go_round(circle)
    return circle


def contested() -> Circle:
    """Two claim the role meanwhile."""
    circle = proposed()
    go_round(circle)
    for name in ("Ana", "Zoë"):
        circle.do(intents.ClaimRole(next(iter(circle.state.roles)), circle.who(name)))
    return circle


def has_it() -> Circle:
    """Whoever is proposed has claimed it meanwhile."""
    circle = proposed()
    go_round(circle)
    circle.do(intents.ClaimRole(next(iter(circle.state.roles)), circle.who("Chidi")))
    return circle


def dropped() -> Circle:
    circle = proposed()
    go_round(circle)
    circle.do(intents.DropRole(next(iter(circle.state.roles))))
    return circle


def _proposal(circle: Circle) -> str:
    return [*circle.meeting.proposals][-1]


At = Callable[[Circle], Intent]
TABLE: list[tuple[Callable[[], Circle], At, str, bool]] = [
    (
        opened,
        lambda c: intents.Nominate(STEP, c.who("Ana"), c.who("Ana")),
        "Nobody is chosen at this step.",
        TELL,
    ),
    (
        proposed,
        lambda c: intents.Nominate(STEP, c.who("Ana"), c.who("Ana")),
        "Somebody is proposed already. Say what stands against it, if anything.",
        TELL,
    ),
    (
        choosing,
        lambda c: intents.Nominate(STEP, c.who("Ana"), "9@x"),
        "That person is not in the circle.",
        TELL,
    ),
    (
        nominated,
        lambda c: intents.Nominate(STEP, c.who("Ana"), c.who("Chidi"), ("Ana says so",)),
        "That is so already.",
        ALREADY,
    ),
    (
        proposed,
        lambda c: intents.Propose(STEP, c.who("Ana")),
        "That proposal is not asked about any more.",
        ALREADY,
    ),
    (
        chosen,
        lambda c: intents.Propose(STEP, c.who("Ana"), _proposal(c)),
        "Chidi is chosen already.",
        ALREADY,
    ),
    (
        nominated,
        lambda _: intents.Propose(STEP, "9@x"),
        "That person is not in the circle.",
        TELL,
    ),
    (
        proposed,
        lambda c: intents.Object(_proposal(c), c.who("Ana"), (" ",)),
        "What harm would it do? An objection has a reason.",
        TELL,
    ),
    (
        proposed,
        lambda _: intents.IntegrateObjection("9@x"),
        "That does not stand in the way any more.",
        ALREADY,
    ),
    (
        proposed,
        lambda c: intents.FillRole(_proposal(c)),
        "Not everyone was asked for their consent yet.",
        TELL,
    ),
    (
        objected,
        lambda c: intents.FillRole(_proposal(c)),
        "Zoë objects. Integrate it, or propose somebody else.",
        TELL,
    ),
    (chosen, lambda c: intents.FillRole(_proposal(c)), "Chidi is chosen already.", ALREADY),
    (
        contested,
        lambda c: intents.FillRole(_proposal(c)),
        "Several claim Pantry. The circle decides between them first.",
        TELL,
    ),
    (
        has_it,
        lambda c: intents.FillRole(_proposal(c)),
        "Chidi has Pantry now. The successor is somebody else.",
        TELL,
    ),
    (
        dropped,
        lambda c: intents.FillRole(_proposal(c)),
        "That role is not on the list any more.",
        TELL,
    ),
]


@pytest.mark.parametrize(("where", "wish", "words", "already"), TABLE)
def test_a_refusal_says_why(
    where: Callable[[], Circle], wish: At, words: str, *, already: bool
) -> None:
    circle = where()
    assert circle.refusal(wish(circle)) == Refusal(words, already)
