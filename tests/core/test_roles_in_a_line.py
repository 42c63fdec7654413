"""A role that is taken on in one line: who, which one, and what is said where that is not clear."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import scenes
from support.play import Circle, seen

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.completing import role_begun
from facilitator.core.forms import Kind
from facilitator.core.intents import Intent, Refusal
from facilitator.core.letters import plain_letters
from facilitator.core.placing import Place, asked, here_and_now
from facilitator.core.roles.standing import role_called
from facilitator.core.telling import told
from facilitator.core.vocabulary import NOBODY, RoleKind
from facilitator.ui.chips import role_chips

ANA, BO, LUX, KIM, TWIN = (f"{place}@a" for place in range(1, 6))
NAMES = {ANA: "Ana", BO: "Bo", LUX: "Bruno Lux", KIM: "Kim", TWIN: "kim"}


@pytest.mark.parametrize(
    ("line", "role", "owner"),
    [
        ("% pots: ana", "pots", ANA),
        ("% ana: pots", "pots", ANA),
        ("% @ana pots", "pots", ANA),
        ("% @ana: pots", "pots", ANA),
        ("%pots:ana", "pots", ANA),
        ("% pots → bruno lux", "pots", LUX),
        ("% Bruno Lux -> pots", "pots", LUX),
        ("% pots @ana", "pots", ANA),
        ("% pots: @ana", "pots", ANA),
        ("% ana: @bo", "ana", BO),
        ("% kitchen: pots: ana", "kitchen: pots", ANA),
        ("% ana: kitchen: pots", "kitchen: pots", ANA),
        ("% Door at 19:00", "Door at 19:00", ""),
        ("% Door at 19:00: bo", "Door at 19:00", BO),
        ("% bring the pots", "bring the pots", ""),
        ("%", "", ""),
        ("% @ana", "", ANA),
        ("% @", "@", ""),
        ("% mail@home.org", "mail@home.org", ""),
    ],
)
def test_whichever_side_is_a_person_takes_the_role(line: str, role: str, owner: str) -> None:
    understood = understand(line, NAMES)
    assert (understood.kind, understood.role, understood.owner) == (Kind.ROLE, role, owner)
    assert (understood.stranger, understood.rivals, understood.sides) == ("", (), ())
    assert understood.empty is (not role)


@pytest.mark.parametrize(
    ("line", "stranger", "rivals", "sides"),
    [
        ("% @zed pots", "zed", (), ()),
        ("% pots @zed", "zed", (), ()),
        ("% pots: @zed", "zed", (), ()),
        ("% pots: zed", "", (), ("pots", "zed")),
        ("% pots: kim", "", (), ("pots", "kim")),
        ("% pots:", "", (), ("pots", "")),
        ("% ana: bo", "", (ANA, BO), ("ana", "bo")),
    ],
)
def test_who_is_not_clear_stays_open(
    line: str, stranger: str, rivals: tuple[str, ...], sides: tuple[str, ...]
) -> None:
    understood = understand(line, NAMES)
    assert (understood.stranger, understood.rivals, understood.sides) == (stranger, rivals, sides)
    assert not understood.owner


@pytest.mark.parametrize(
    ("line", "begun", "of_role"),
    [
        ("% po", "po", True),
        ("%po", "po", True),
        ("% ", "", True),
        ("% pots: an", "an", False),
        ("% pots: ", "", False),
        ("% ana: po", "po", True),
        ("% @ana po", "po", True),
        ("% kitchen: pots: a", "a", False),
    ],
)
def test_a_name_is_completed_where_it_begins(line: str, begun: str, *, of_role: bool) -> None:
    found = role_begun(line, NAMES)
    assert found is not None
    assert (line[found[0] :], found[1]) == (begun, of_role)


@pytest.mark.parametrize("line", ["po", "! po", "\\% po", "50% po", ""])
def test_a_line_about_something_else_completes_no_role(line: str) -> None:
    assert role_begun(line, NAMES) is None


_BITS = st.sampled_from(
    ("% ", "@", "@ana", "Ana", "bo", ": ", ":", "→", "->", "pots", "19:00", " ", "\u0301", "ß", "ﾞ")
)
LINES = st.lists(st.one_of(_BITS, _BITS, st.text(max_size=4)), max_size=12).map("".join)
CALLED = st.dictionaries(
    st.sampled_from((ANA, BO, LUX)),
    st.one_of(st.sampled_from(("Ana", "Bo", "Pots", "ß", "\u0301", "ﾞ")), st.text(max_size=4)),
)


SEPARATOR = r"\s*(?:→|->|:|,)?\s*"


def others(words: str, role: str) -> list[str]:
    """What else stands in words that are a role and somebody's name, on either side of it."""
    forms = (rf"@?(.+?){SEPARATOR}{re.escape(role)}", rf"{re.escape(role)}{SEPARATOR}@?(.+?)")
    found = (re.fullmatch(form, words, re.DOTALL) for form in forms)
    return [each[1] for each in found if each is not None]


@settings(max_examples=400)
@given(LINES.map("%".__add__), CALLED)
@example("%@ana:", {ANA: "Ana"})
@example("% :ana", {ANA: "Ana"})
def test_any_line_is_understood_and_no_character_of_it_is_lost(
    line: str, names: dict[str, str]
) -> None:
    understood = understand(line, names)
    assert understood.kind is Kind.ROLE
    words = line.strip()[1:].strip()
    assert understood.text == (words,)
    assert understood.role in words
    assert understood.stranger in words
    assert all(side in words for side in understood.sides)
    if not understood.owner and not understood.stranger:
        assert understood.role == words
    else:
        name = names.get(understood.owner, understood.stranger)
        assert any(
            plain_letters(name).startswith(plain_letters(who))
            for who in others(words, understood.role)
        )
    place, _ = role_begun(line, names) or (0, True)
    assert 0 < place <= len(line)


def circle() -> Circle:
    """Ana speaks; Chidi and Zoë are there. The roles: Pots, Pantry, Kitchen: cups, Chid."""
    found = scenes.speaking()
    for name, months in (("Pots", 0), ("Pantry", 2), ("Kitchen: cups", 0), ("Chid", 0)):
        found.do(intents.OfferRole(name, months=months))
    return found


def asked_for(at: Circle, words: str) -> Intent | Refusal:
    here = {person: at.names[person] for person in at.meeting.seats}
    return asked(understand(words, here), here_and_now(at.meeting), at.state, at.names)


def shown(at: Circle, words: str) -> str:
    return role_chips(understand(words, at.names), here_and_now(at.meeting), at.state, at.names)


@pytest.mark.parametrize(
    ("words", "chips", "role", "who"),
    [
        ("% pots", "% role claimed · Pots · Ana", "Pots", "Ana"),
        ("% PÓTS:  chidi", "% role claimed · Pots · Chidi", "Pots", "Chidi"),
        ("% zoe: pan", "% role claimed · Pantry · Zoë", "Pantry", "Zoë"),
        ("% kitchen:  cups", "% role claimed · Kitchen: cups · Ana", "Kitchen: cups", "Ana"),
        ("% kitchen: cups: zoë", "% role claimed · Kitchen: cups · Zoë", "Kitchen: cups", "Zoë"),
        ("% Pantry, 2 months: chidi", "% role claimed · Pantry · Chidi", "Pantry", "Chidi"),
        ("% chid: ana", "% role claimed · Chid · Ana", "Chid", "Ana"),
    ],
)
def test_a_role_of_the_group_is_found_by_its_name_and_claimed(
    words: str, chips: str, role: str, who: str
) -> None:
    at = circle()
    assert shown(at, words) == chips
    wish = asked_for(at, words)
    assert isinstance(wish, intents.ClaimRole)
    at.do(wish)
    term = at.state.roles[wish.role].term
    assert (at.state.roles[wish.role].name, term and at.names[term.person]) == (role, who)


@pytest.mark.parametrize(
    ("words", "chips", "name", "length"),
    [
        (
            "% bring the cups: zoë",
            "% new role, two weeks · bring the cups · Zoë",
            "bring the cups",
            (14, 0),
        ),
        ("% Van, 10 days", "% new role, 10 days · Van · Ana", "Van", (10, 0)),
        ("% @zoë Garden, 2 months", "% new role, 2 months · Garden · Zoë", "Garden", (0, 2)),
    ],
)
def test_a_role_that_nobody_had_thought_of_is_opened_and_claimed_in_one_action(
    words: str, chips: str, name: str, length: tuple[int, int]
) -> None:
    at = circle()
    assert shown(at, words) == chips
    wish = asked_for(at, words)
    assert isinstance(wish, intents.TakeOnRole)
    before = seen(at.state)
    at.do(wish)
    action = at.state.facts[-1].action
    role = role_called(at.state, name)
    assert role is not None
    assert (role.name, (role.days, role.months)) == (name, length)
    assert role.term is not None
    assert at.state.term(role.term.id) == (role, role.term)
    assert told(action, at.state, at.names) == (
        f"role “{name}” offered; “{name}” claimed by {at.names[role.term.person]}"
    )
    at.do(intents.Undo(action))
    assert seen(at.state) == before
    at.do(intents.Undo(at.state.facts[-1].action))
    again = role_called(at.state, name)
    assert again == role


def test_a_role_that_somebody_else_opened_meanwhile_is_claimed_beside_them() -> None:
    at = circle()
    one, other = asked_for(at, "% van: ana"), asked_for(at, "% VAN: chidi")
    assert isinstance(one, intents.TakeOnRole)
    assert isinstance(other, intents.TakeOnRole)
    at.do(one)
    at.do(other)
    role = role_called(at.state, "van")
    assert role is not None
    assert [at.names[term.person] for term in role.running] == ["Ana", "Chidi"]


def test_a_new_role_is_no_longer_than_the_group_lets_a_micro_role_be() -> None:
    at = circle()
    at.do(intents.ChooseBounds(micro_days=7))
    assert shown(at, "% van") == "% new role, 1 week · van · Ana"
    wish = asked_for(at, "% van")
    assert isinstance(wish, intents.TakeOnRole)
    at.do(wish)
    role = role_called(at.state, "van")
    assert role is not None
    assert (role.days, role.kind) == (7, RoleKind.MICRO)


@pytest.mark.parametrize(
    ("words", "chips", "why"),
    [
        (
            "% Garden, 2 years: zoë",
            "% new role, 24 months · Garden · Zoë",
            "A stewardship lasts 92 days at most: ",
        ),
        (
            "% Van, 99999 days",
            "% new role, 99999 days · Van · Ana",
            "A stewardship lasts 92 days at most: ",
        ),
        ("% Tea, 0 days", "% new role, 0 days · Tea · Ana", "A term lasts at least a day."),
    ],
)
def test_a_length_that_no_term_has_is_refused_with_the_reason_and_is_no_name(
    words: str, chips: str, why: str
) -> None:
    at = circle()
    assert shown(at, words) == chips
    wish = asked_for(at, words)
    assert not isinstance(wish, Refusal)
    before = len(at.state.facts)
    assert at.refusal(wish).words.startswith(why)
    assert len(at.state.facts) == before


WHICH = "Which role? Type it after the %, as in: % pots: ana."
WHO = "Who takes Pots? Type it behind a colon, as in: % pots: ana."
NO_ZED = "Nobody here is zed. A role is claimed by someone who is here."
POTS_ZED = "% role claimed · Pots · whose? nobody here is zed"


@pytest.mark.parametrize(
    ("words", "chips", "why"),
    [
        (
            "%",
            "% role claimed · which role? · Ana",
            WHICH,
        ),
        (
            "% chidi",
            "% role claimed · which role? · Chidi",
            WHICH,
        ),
        (
            "% p: zoë",
            "% role claimed · Pantry or Pots? · Zoë",
            "Which role: Pantry or Pots? Type more of its name.",
        ),
        (
            "% @zed pots",
            POTS_ZED,
            NO_ZED,
        ),
        (
            "% pots: zed",
            POTS_ZED,
            NO_ZED,
        ),
        (
            "% zed: pots",
            POTS_ZED,
            NO_ZED,
        ),
        (
            "% van: zed",
            "% new role, two weeks · van · whose? nobody here is van or zed",
            "Nobody here is van or zed. A role is claimed by someone who is here.",
        ),
        (
            "% pots:",
            "% role claimed · Pots · whose?",
            WHO,
        ),
        (
            "% ana: zoë",
            "% new role, two weeks · ana: zoë · whose? Ana or Zoë",
            "Ana and Zoë are both here. Put an @ before who takes the role.",
        ),
        (
            "% pantry, 3 months",
            "% role claimed · Pantry · Ana",
            "Pantry is for 2 months a term. Leave the length out to claim it.",
        ),
    ],
)
def test_what_is_not_clear_is_said_and_nothing_is_sent(words: str, chips: str, why: str) -> None:
    at = circle()
    assert shown(at, words) == chips
    assert asked_for(at, words) == Refusal(why)


def test_where_nobody_speaks_whose_it_is_is_asked() -> None:
    at = circle()
    at.do(intents.EndTurn(at.meeting.speaking or ""))
    place = Place(at.meeting.step_id or "", NOBODY)
    captured = understand("% pots", at.names)
    assert role_chips(captured, place, at.state, at.names) == "% role claimed · Pots · whose?"
    assert asked(captured, place, at.state, at.names) == Refusal(WHO)
