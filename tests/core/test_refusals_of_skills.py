"""What the rules say no to about skills, and in which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.group import Group
from support.play import Circle
from support.scenes import called, opened

from facilitator.core import intents
from facilitator.core.events import NOBODY, Sense
from facilitator.core.intents import FileSkill, Intent, LearnSkill, MakePairing, Refusal

ALREADY, TELL = True, False
UNKNOWN = "That person is not known to the group."


def group() -> Group:
    """Ana used first aid; Bo wishes for it; Chidi has left."""
    found = Group("Ana", "Bo", "Chidi", "Dee")
    ana, bo = found.who("Ana"), found.who("Bo")
    found.do(
        FileSkill(ana, ("First aid",)),
        FileSkill(bo, ("First aid",), Sense.WISHED),
        intents.LeaveGroup(found.who("Chidi")),
    )
    return found


def paired() -> Group:
    """Ana shows first aid to Bo."""
    found = group()
    found.do(MakePairing("first aid", found.who("Ana"), found.who("Bo")))
    return found


def learned() -> Group:
    found = paired()
    found.do(LearnSkill(found.who("Bo"), "first aid", found.who("Ana")))
    return found


def pairing(at: Group) -> str:
    return next(iter(at.state.skills.pairings))


Wish = Callable[[Group], Intent]
GROUPS: list[tuple[Callable[[], Group], Wish, str, bool]] = [
    (
        group,
        lambda g: FileSkill(g.who("Ana"), ()),
        "Which skill? Type it after the +, as in: + first aid.",
        TELL,
    ),
    (
        group,
        lambda g: FileSkill(g.who("Ana"), (" ", "'"), Sense.WISHED),
        "Which skill? Type it after the ?, as in: ? first aid.",
        TELL,
    ),
    (
        group,
        lambda _: FileSkill(NOBODY, ("cooking",)),
        "Whose skill is it? Begin with a name, as in: + @ana first aid.",
        TELL,
    ),
    (group, lambda _: FileSkill("9@x", ("cooking",)), UNKNOWN, TELL),
    (
        group,
        lambda g: FileSkill(g.who("Chidi"), ("cooking",)),
        "Chidi has left the group.",
        TELL,
    ),
    (
        group,
        lambda g: FileSkill(g.who("Ana"), ("FIRST  aid", "first aíd")),
        "That is written down already.",
        ALREADY,
    ),
    (
        group,
        lambda g: intents.WithdrawSkill(g.who("Bo"), "first aid", Sense.USED),
        "That is not said of anybody any more.",
        ALREADY,
    ),
    (
        group,
        lambda g: intents.WithdrawSkill(g.who("Bo"), "first aid"),
        "That is not said of anybody any more.",
        ALREADY,
    ),
    (
        group,
        lambda g: intents.WithdrawSkill(g.who("Bo"), "juggling", Sense.USED),
        "That is not said of anybody any more.",
        ALREADY,
    ),
    (
        group,
        lambda g: LearnSkill(g.who("Bo"), " "),
        "Which skill? Type what it is called, as in: first aid.",
        TELL,
    ),
    (group, lambda _: LearnSkill("9@x", "first aid"), UNKNOWN, TELL),
    (group, lambda g: LearnSkill(g.who("Bo"), "first aid", "9@x"), UNKNOWN, TELL),
    (
        group,
        lambda g: LearnSkill(g.who("Chidi"), "first aid"),
        "Chidi has left the group.",
        TELL,
    ),
    (
        group,
        lambda g: LearnSkill(g.who("Bo"), "first aid", g.who("Bo")),
        "Who showed it to Bo? Somebody else, or nobody.",
        TELL,
    ),
    (
        learned,
        lambda g: LearnSkill(g.who("Bo"), "First Aid", g.who("Dee")),
        "Bo has learned First aid already.",
        ALREADY,
    ),
    (
        group,
        lambda _: intents.DescribeSkill("juggling", "keeping things in the air"),
        "The group knows no skill “juggling”.",
        TELL,
    ),
    (
        group,
        lambda _: intents.DescribeSkill("first aid", " "),
        "Which skill? Type what it is called, as in: first aid.",
        TELL,
    ),
    (group, lambda _: intents.DescribeSkill("first aid"), "That is so already.", ALREADY),
    (
        group,
        lambda g: MakePairing(" ", g.who("Ana"), g.who("Bo")),
        "Which skill? Type what it is called, as in: first aid.",
        TELL,
    ),
    (
        group,
        lambda g: MakePairing("first aid", g.who("Ana"), g.who("Ana")),
        "Nobody is paired with themselves.",
        TELL,
    ),
    (group, lambda g: MakePairing("first aid", g.who("Ana"), "9@x"), UNKNOWN, TELL),
    (
        group,
        lambda g: MakePairing("first aid", g.who("Chidi"), g.who("Bo")),
        "Chidi has left the group.",
        TELL,
    ),
    (
        paired,
        lambda g: MakePairing("first aid", g.who("Ana"), g.who("Bo")),
        "Ana and Bo are paired already.",
        ALREADY,
    ),
    (
        paired,
        lambda g: intents.MakePairings((MakePairing("first aid", g.who("Ana"), g.who("Bo")),)),
        "Ana and Bo are paired already.",
        ALREADY,
    ),
    (group, lambda _: intents.MakePairings(()), "No pair is suggested.", TELL),
    (paired, lambda _: intents.EndPairing("9@x"), "That pairing is over already.", ALREADY),
    (learned, lambda g: intents.EndPairing(pairing(g)), "That pairing is over already.", ALREADY),
]


@pytest.mark.parametrize(("where", "wish", "words", "already"), GROUPS)
def test_a_refusal_says_why(
    where: Callable[[], Group], wish: Wish, words: str, *, already: bool
) -> None:
    at = where()
    before = len(at.state.facts)
    assert at.refusal(wish(at)) == Refusal(words, already)
    assert len(at.state.facts) == before


At = Callable[[Circle], Intent]
CIRCLES: list[tuple[Callable[[], Circle], At, str]] = [
    (called, lambda c: FileSkill(c.who("Ana"), ("cooking",)), "The circle has not begun yet."),
    (
        opened,
        lambda _: FileSkill(NOBODY, ("cooking",)),
        "Whose skill is it? Begin with a name, as in: + @ana first aid.",
    ),
]


@pytest.mark.parametrize(("where", "wish", "words"), CIRCLES)
def test_a_refusal_in_a_circle_says_why(where: Callable[[], Circle], wish: At, words: str) -> None:
    circle = where()
    assert circle.refusal(wish(circle)).words == words
