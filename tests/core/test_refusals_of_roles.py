"""What the rules say no to about roles, and in which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.group import Group, with_pantry
from support.handoffs import claim, lead, name_next, shadow, sign, train
from support.play import Circle
from support.scenes import at_roles, opened, pots

from facilitator.core import intents
from facilitator.core.events import NOBODY, RoleKind
from facilitator.core.intents import Intent, Refusal

ALREADY, TELL = True, False

At = Callable[[Circle], Intent]
CIRCLES: list[tuple[Callable[[], Circle], At, str, bool]] = [
    (opened, lambda _: intents.OfferRole(" ", ""), "Type what the role is called.", TELL),
    (at_roles, lambda _: intents.OfferRole("Calls", ""), "Calls is on the list already.", TELL),
    (at_roles, lambda _: intents.OfferRole(" pots", ""), "Pots is Chidi's until Sun 7 Dec.", TELL),
    (
        at_roles,
        lambda c: intents.ClaimRole("9@x", c.who("Ana")),
        "That role is not on the list any more.",
        TELL,
    ),
    (
        at_roles,
        lambda c: intents.ClaimRole(pots(c), c.who("Chidi")),
        "Pots is Chidi's until Sun 7 Dec. For another term, ask again from Thu 4 Dec on.",
        ALREADY,
    ),
    (
        at_roles,
        lambda c: intents.ClaimRole(pots(c), "9@x"),
        "That person is not known to the group.",
        TELL,
    ),
    (
        opened,
        lambda c: intents.TakeOnRole(" ", c.who("Ana")),
        "Type what the role is called.",
        TELL,
    ),
    (
        opened,
        lambda _: intents.TakeOnRole("Van", "9@x"),
        "That person is not known to the group.",
        TELL,
    ),
    (
        opened,
        lambda c: intents.TakeOnRole("Van", c.who("Ana"), days=20),
        "A stewardship lasts 28 days at least, so that there is time to train the next one. "
        "For less it is a micro-role.",
        TELL,
    ),
    (
        at_roles,
        lambda c: intents.TakeOnRole("pots", c.who("Chidi")),
        "Pots is Chidi's until Sun 7 Dec. For another term, ask again from Thu 4 Dec on.",
        ALREADY,
    ),
]


@pytest.mark.parametrize(("where", "wish", "words", "already"), CIRCLES)
def test_a_refusal_in_a_circle_says_why(
    where: Callable[[], Circle], wish: At, words: str, *, already: bool
) -> None:
    circle = where()
    assert circle.refusal(wish(circle)) == Refusal(words, already)


def test_a_role_is_claimed_by_someone_who_is_there() -> None:
    circle = at_roles()
    zoe = circle.who("Zoë")
    circle.do(intents.Leave(zoe))
    refused = circle.refusal(intents.ClaimRole(pots(circle), zoe))
    assert refused.words == "Zoë is not in the room. A role is claimed by someone who is."


def held() -> Group:
    """Ana has the pantry and Bo the pots."""
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    claim(group, "Pots", "Bo")
    return group


def named() -> Group:
    """Bo is to have Ana's pantry next."""
    group = held()
    name_next(group, "Pantry", "Bo")
    return group


def written_down_later() -> Group:
    """What somebody writes down now was a week before the shadowing began."""
    group = shadowing()
    group.wait(-7)
    return group


def shadowing() -> Group:
    group = named()
    shadow(group, "Pantry")
    return group


def trained() -> Group:
    group = held()
    train(group, "Pantry", "Bo")
    return group


def signed() -> Group:
    """Ana has signed, Bo has not."""
    group = trained()
    sign(group, "Pantry", "Ana")
    return group


def contested() -> Group:
    """Ana and Bo both claim the pantry."""
    group = with_pantry()
    claim(group, "Pantry", "Ana")
    claim(group, "Pantry", "Bo")
    return group


def a_day_later() -> Group:
    group = held()
    group.wait(1)
    return group


def without_chidi() -> Group:
    group = held()
    group.do(intents.LeaveGroup(group.who("Chidi")))
    return group


def merged() -> Group:
    """The pots are part of the pantry."""
    group = with_pantry()
    group.do(intents.MergeRoles(group.role("Pots").id, group.role("Pantry").id))
    return group


def dropped() -> Group:
    group = with_pantry()
    group.do(intents.DropRole(group.role("Pots").id))
    return group


def _pots(group: Group) -> str:
    return next(role.id for role in group.state.roles.values() if role.name == "Pots")


def _pantry(group: Group) -> str:
    return group.term("Pantry").id


Wish = Callable[[Group], Intent]
STEWARD = RoleKind.STEWARDSHIP
GROUPS: list[tuple[Callable[[], Group], Wish, str, bool]] = [
    (
        with_pantry,
        lambda _: intents.OfferRole("Treasurer", days=367),
        "A stewardship lasts 92 days at most: a longer one wears out whoever has it, and nobody "
        "else learns it. The next term can begin then.",
        TELL,
    ),
    (
        with_pantry,
        lambda _: intents.OfferRole("Treasurer", months=4),
        "A stewardship lasts 92 days at most: a longer one wears out whoever has it, and nobody "
        "else learns it. The next term can begin then. "
        "A group sets its own bounds: facilitator roles bounds.",
        TELL,
    ),
    (
        with_pantry,
        lambda _: intents.OfferRole("Soup", days=15, role_kind=RoleKind.MICRO),
        "A micro-role lasts 14 days at most: small enough to say yes to. "
        "For longer it is a stewardship. A group sets its own bounds: facilitator roles bounds.",
        TELL,
    ),
    (
        with_pantry,
        lambda _: intents.OfferRole("Door", days=2, role_kind=RoleKind.HAT),
        "A hat is for one meeting. For longer it is a micro-role.",
        TELL,
    ),
    (
        with_pantry,
        lambda _: intents.OfferRole("Treasurer", days=7, role_kind=STEWARD),
        "A stewardship lasts 28 days at least, so that there is time to train the next one. "
        "For less it is a micro-role.",
        TELL,
    ),
    (
        with_pantry,
        lambda _: intents.OfferRole("Door", days=-3, role_kind=RoleKind.MICRO),
        "A term lasts at least a day.",
        TELL,
    ),
    (with_pantry, lambda _: intents.OfferRole("pantry"), "Pantry is on the list already.", TELL),
    (held, lambda _: intents.OfferRole("Pantry"), "Pantry is Ana's until Sun 4 Apr.", TELL),
    (
        with_pantry,
        lambda _: intents.DescribeRole("9@x"),
        "That role is not on the list any more.",
        TELL,
    ),
    (
        with_pantry,
        lambda g: intents.DescribeRole(_pots(g), name=" "),
        "Type what the role is called.",
        TELL,
    ),
    (
        with_pantry,
        lambda g: intents.DescribeRole(_pots(g), name="PANTRY"),
        "There is a role Pantry already. Merge the two, or find another name.",
        TELL,
    ),
    (
        with_pantry,
        lambda g: intents.DescribeRole(_pots(g), days=20),
        "A micro-role lasts 14 days at most: small enough to say yes to. "
        "For longer it is a stewardship. A group sets its own bounds: facilitator roles bounds.",
        TELL,
    ),
    (
        held,
        lambda g: intents.DescribeRole(g.role("Pantry").id, role_kind=RoleKind.MICRO),
        "Ana has Pantry as a stewardship. What kind it is changes when nobody has it.",
        TELL,
    ),
    (
        held,
        lambda g: intents.MergeRoles(g.role("Pantry").id, _pots(g)),
        "Ana has Pantry as a stewardship, and Pots is a micro-role. Merge them when nobody has it.",
        TELL,
    ),
    (
        with_pantry,
        lambda g: intents.DescribeRole(_pots(g)),
        "That is so already.",
        ALREADY,
    ),
    (
        with_pantry,
        lambda g: intents.MergeRoles(_pots(g), "9@x"),
        "That role is not on the list any more.",
        TELL,
    ),
    (
        with_pantry,
        lambda g: intents.MergeRoles(_pots(g), _pots(g)),
        "A role can't become part of itself.",
        TELL,
    ),
    (
        merged,
        lambda g: intents.MergeRoles(_pots(g), g.role("Pantry").id),
        "Pots is part of another role already.",
        ALREADY,
    ),
    (merged, lambda g: intents.DropRole(_pots(g)), "That role is not on the list any more.", TELL),
    (dropped, lambda g: intents.DropRole(_pots(g)), "Pots is not needed already.", ALREADY),
    (
        held,
        lambda g: intents.DropRole(_pots(g)),
        "Bo has Pots. Release the term first.",
        TELL,
    ),
    (
        held,
        lambda _: intents.ChooseBounds(micro_days=0),
        "A term lasts between 1 and 366 days.",
        TELL,
    ),
    (
        held,
        lambda _: intents.ChooseBounds(most_days=20),
        "The shortest stewardship is no longer than the longest, and a day at least.",
        TELL,
    ),
    (held, lambda _: intents.ChooseBounds(), "That is so already.", ALREADY),
    (
        a_day_later,
        lambda g: intents.ClaimRole(_pots(g), g.who("Ana")),
        "Pots is Bo's until Mon 18 Jan. It can be given back before.",
        TELL,
    ),
    (
        a_day_later,
        lambda g: intents.ClaimRole(g.role("Pantry").id, g.who("Bo")),
        "Pantry is Ana's until Sun 4 Apr. Ana names a successor, trains them, and both sign.",
        TELL,
    ),
    (
        without_chidi,
        lambda g: intents.ClaimRole(_pots(g), g.who("Chidi")),
        "Chidi has left the group.",
        TELL,
    ),
    (
        contested,
        lambda g: intents.ClaimRole(g.role("Pantry").id, g.who("Bo")),
        "Bo claims it already.",
        ALREADY,
    ),
    (held, lambda _: intents.SettleClaim("9@x"), "That term is over already.", ALREADY),
    (held, lambda g: intents.SettleClaim(_pantry(g)), "Nobody else claims Pantry.", ALREADY),
    (
        held,
        lambda _: intents.LeaveGroup("9@x"),
        "That person is not known to the group.",
        TELL,
    ),
    (
        without_chidi,
        lambda g: intents.LeaveGroup(g.who("Chidi")),
        "Chidi has left the group already.",
        ALREADY,
    ),
    (held, lambda g: intents.RejoinGroup(g.who("Ana")), "Ana is part of the group.", ALREADY),
    (held, lambda _: intents.NameSuccessor("9@x"), "That term is over already.", ALREADY),
    (
        held,
        lambda g: intents.NameSuccessor(g.term("Pots").id, g.who("Ana")),
        "Pots is a micro-role: it ends by itself, and needs no successor.",
        TELL,
    ),
    (
        contested,
        lambda g: intents.NameSuccessor(_pantry(g), g.who("Dee")),
        "Several claim Pantry. The circle decides between them first.",
        TELL,
    ),
    (
        held,
        lambda g: intents.NameSuccessor(_pantry(g), g.who("Ana")),
        "Ana has Pantry now. The successor is somebody else.",
        TELL,
    ),
    (
        held,
        lambda g: intents.NameSuccessor(_pantry(g), "9@x"),
        "That person is not known to the group.",
        TELL,
    ),
    (
        without_chidi,
        lambda g: intents.NameSuccessor(_pantry(g), g.who("Chidi")),
        "Chidi has left the group.",
        TELL,
    ),
    (
        held,
        lambda g: intents.NameSuccessor(_pantry(g), NOBODY),
        "That is so already.",
        ALREADY,
    ),
    (
        held,
        lambda g: intents.BeginShadowing(_pantry(g)),
        "Name a successor for Pantry first.",
        TELL,
    ),
    (
        shadowing,
        lambda g: intents.BeginShadowing(_pantry(g)),
        "Bo shadows already.",
        ALREADY,
    ),
    (
        named,
        lambda g: intents.RecordLed(_pantry(g)),
        "Bo has not shadowed yet: first going along, then leading once.",
        TELL,
    ),
    (
        written_down_later,
        lambda g: intents.RecordLed(_pantry(g)),
        "Bo shadows only since Mon 4 Jan: first going along, then leading once.",
        TELL,
    ),
    (
        trained,
        lambda g: intents.RecordLed(_pantry(g)),
        "Bo has led Pantry once already.",
        ALREADY,
    ),
    (
        named,
        lambda g: intents.TickSkill(_pantry(g), "Juggling"),
        "“Juggling” is not on the list of Pantry.",
        TELL,
    ),
    (
        trained,
        lambda g: intents.TickSkill(_pantry(g), "Keys"),
        "That is ticked already.",
        ALREADY,
    ),
    (
        named,
        lambda g: intents.ConfirmSkill(_pantry(g), "Keys"),
        "Bo ticks “Keys” first.",
        TELL,
    ),
    (
        trained,
        lambda g: intents.ConfirmSkill(_pantry(g), "Keys"),
        "That is confirmed already.",
        ALREADY,
    ),
    (held, lambda g: intents.TellHandoff(_pantry(g)), "That is so already.", ALREADY),
    (
        trained,
        lambda g: intents.SignHandoff(_pantry(g), g.who("Dee")),
        "Ana and Bo sign for Pantry.",
        TELL,
    ),
    (
        signed,
        lambda g: intents.SignHandoff(_pantry(g), g.who("Ana")),
        "Ana has signed already.",
        ALREADY,
    ),
    (
        named,
        lambda g: intents.SignHandoff(_pantry(g), g.who("Ana")),
        "Before anybody signs for Pantry: Bo has not shadowed yet; Bo has not led it once; "
        "Bo has not ticked “Keys”; Bo has not ticked “Ordering”.",
        TELL,
    ),
    (
        held,
        lambda g: intents.ReleaseTerm(_pantry(g)),
        "Ana can't step down from Pantry yet: no successor is named and Ana has not signed. "
        "In an emergency, release it with a reason.",
        TELL,
    ),
    (
        held,
        lambda g: intents.ReleaseTerm(_pantry(g), (" ",), emergency=True),
        "Say why, in a few words: an emergency release needs a reason.",
        TELL,
    ),
    (
        contested,
        lambda g: intents.ReleaseTerm(_pantry(g), ("ill",), emergency=True),
        "Several claim Pantry. The circle decides between them first.",
        TELL,
    ),
]


FORGOTTEN = (
    "Somebody who left with that was forgotten for good, and is not brought back without a name. "
    "Whoever comes anew is seated as new."
)


def test_that_somebody_left_who_was_forgotten_is_not_taken_back_in_any_way() -> None:
    group = held()
    ana = group.who("Ana")
    group.do(intents.LeaveGroup(ana))
    left = group.last_action
    group.do(intents.RejoinGroup(ana))
    back = group.last_action
    group.do(intents.LeaveGroup(group.who("Dee")))
    of_dee = group.last_action
    group.do(intents.Undo(back))
    undone = group.last_action
    del group.names[ana]
    before = len(group.state.facts)
    for action in (left, undone):
        assert group.refusal(intents.Undo(action)) == Refusal(FORGOTTEN)
    assert len(group.state.facts) == before
    group.do(intents.Undo(of_dee))
    assert [*group.state.departed] == [ana]


@pytest.mark.parametrize(("where", "wish", "words", "already"), GROUPS)
def test_a_refusal_says_why(
    where: Callable[[], Group], wish: Wish, words: str, *, already: bool
) -> None:
    group = where()
    before = len(group.state.facts)
    assert group.refusal(wish(group)) == Refusal(words, already)
    assert len(group.state.facts) == before


def test_what_is_missing_is_said_exactly_as_far_as_the_training_has_come() -> None:
    group = named()
    term = _pantry(group)

    def lacking() -> str:
        words = group.refusal(intents.ReleaseTerm(term)).words
        return words.removeprefix("Ana can't step down from Pantry yet: ").partition(". ")[0]

    assert lacking() == (
        "Bo has not shadowed yet, Bo has not led it once, Bo has not ticked “Keys”, "
        "Bo has not ticked “Ordering”, Ana has not signed and Bo has not signed"
    )
    shadow(group, "Pantry")
    lead(group, "Pantry")
    group.do(intents.TickSkill(term, "Keys"), intents.TickSkill(term, "Ordering"))
    group.do(intents.ConfirmSkill(term, "Ordering"))
    assert lacking() == ("Ana has not confirmed “Keys”, Ana has not signed and Bo has not signed")
    group.do(intents.ConfirmSkill(term, "Keys"))
    sign(group, "Pantry", "Bo")
    assert lacking() == "Ana has not signed"
