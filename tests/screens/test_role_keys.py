"""Each key that is about a role: the fact that it writes, or the words in which it is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from role_scenery import (
    claim,
    confirm,
    hand_over,
    known,
    lead,
    name_next,
    role,
    shadow,
    sign,
    term,
    tick,
    wait,
)
from support.files import do, who
from support.prepared import Prepare, all_of, opened, sending
from support.screens import SMALL, Desk, desk

from facilitator.core import intents
from facilitator.session import Session

PANTRY = intents.OfferRole("Pantry", months=2, skills=("Keys", "Ordering"))
POTS = intents.OfferRole("Pots")
OPEN = all_of(known(), sending(PANTRY, POTS))
TODAY = "2025-11-23"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def held(session: Session) -> None:
    """Ana has the pantry."""
    OPEN(session)
    claim(session, "Pantry", "Ana")


def named(session: Session) -> None:
    """Bo is to have it next."""
    held(session)
    name_next(session, "Pantry", "Bo")


def shadowing(session: Session) -> None:
    named(session)
    shadow(session, "Pantry")


def trained(session: Session) -> None:
    shadowing(session)
    lead(session, "Pantry")
    tick(session, "Pantry", "Keys", "Ordering")
    confirm(session, "Pantry", "Keys", "Ordering")


def contested(session: Session) -> None:
    """Ana and Bo claim the pots on one day."""
    OPEN(session)
    claim(session, "Pots", "Ana")
    claim(session, "Pots", "Bo")


async def go(at: Desk, name: str = "Pantry") -> None:
    """To the board, the cursor on a role."""
    await at.press("o")
    await at.burst("/", *name, "enter")


def changed(at: Desk, before: int) -> list[tuple[str, dict[str, Any]]]:
    """The facts that were written since there were so many."""
    return at.facts()[before:]


async def test_someone_claims_a_role(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at)
        assert "c" in at.bar()
        await at.press("c")
        assert "Who takes “Pantry”?" in at.shown()
        await at.enter("dee")
        kind, body = at.last()
        assert (kind, body["role"]) == ("role-claimed", role(at.session, "Pantry").id)
        assert body["person"] == who(at.session, "Dee")
        assert (body["starts"], body["ends"]) == (TODAY, "2026-01-23")
        assert "s" in at.bar()


async def test_two_may_claim_on_one_day_and_the_circle_decides(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at, "Pots")
        await at.press("c")
        await at.enter("ana")
        await at.press("c")
        assert "Ana has it until Sun 7 Dec" in at.shown() or "Ana until Sun 7 Dec" in at.shown()
        await at.enter("bo")
        assert [each.person for each in role(at.session, "Pots").running] == [
            who(at.session, "Ana"),
            who(at.session, "Bo"),
        ]
        assert "Ana and Bo claim it" in at.shown()
        await at.press("d")
        await at.enter("bo")
        kind, body = at.last()
        assert (kind, body["term"]) == ("claim-settled", term(at.session, "Pots").id)
        assert term(at.session, "Pots").person == who(at.session, "Bo")


async def test_there_is_nothing_to_decide_where_nobody_else_claims(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await go(at)
        before = at.facts()
        await at.press("d")
        assert "Nobody else claims Pantry. c claims it for someone." in at.said()
        assert at.facts() == before


async def test_a_role_that_somebody_has_is_not_claimed_and_it_is_said_why(path: Path) -> None:
    async with desk(path, named, home=True) as at:
        await go(at)
        before = at.facts()
        await at.press("c")
        await at.enter("dee")
        assert at.facts() == before
        assert "Pantry is Ana's until Fri 23 Jan." in at.said()[-1]
        assert "Ana names a successor" in at.said()[-1]


async def test_a_successor_is_named_and_can_be_taken_back(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await go(at)
        await at.press("s")
        assert "Ana" not in at.text("#choices")
        await at.enter("bo")
        assert at.last()[0] == "successor-named"
        assert term(at.session, "Pantry").successor == who(at.session, "Bo")
        assert "Successor named (1)" in at.shown()
        await at.press("s")
        assert "is named now" in at.text("#choices")
        await at.enter("nobody")
        assert at.last()[1]["person"] == ""
        assert term(at.session, "Pantry").successor == ""


async def test_who_has_had_it_is_offered_first_as_a_successor(path: Path) -> None:
    def twice(session: Session) -> None:
        held(session)
        wait(session, 1)
        hand_over(session, "Pantry", "Ana", "Dee")

    async with desk(path, twice, home=True) as at:
        await go(at)
        await at.press("s")
        assert at.text("#choices").splitlines()[0].strip() == "Ana  knows it"


async def test_training_goes_step_by_step_each_with_its_key(path: Path) -> None:
    async with desk(path, named, home=True) as at:
        await go(at)
        assert "w" in at.bar()
        before = len(at.facts())
        await at.press("w", "l", "k", "enter", "enter", "K", "enter", "enter")
        assert [kind for kind, _ in changed(at, before)] == [
            "shadowing-began",
            "successor-led",
            "skill-ticked",
            "skill-ticked",
            "skill-confirmed",
            "skill-confirmed",
        ]
        assert {body["skill"] for _, body in changed(at, before)[2:]} == {"Keys", "Ordering"}
        assert at.at == "RolesScreen"
        assert "→ Bo, ready" in at.shown()


@pytest.mark.parametrize(
    ("prepare", "key", "words"),
    [
        (OPEN, "s", "Nobody has Pantry. c claims it for someone."),
        (OPEN, "w", "Nobody has Pantry. c claims it for someone."),
        (OPEN, "x", "Nobody has Pantry. c claims it for someone."),
        (held, "w", "Name a successor for Pantry first."),
        (held, "l", "Name a successor for Pantry first."),
        (held, "k", "Name a successor for Pantry first."),
        (held, "K", "Name a successor for Pantry first."),
        (named, "l", "Bo has not shadowed yet: first going along, then leading once."),
        (named, "K", "Bo ticks “Keys” first."),
    ],
)
async def test_what_is_too_early_is_refused_in_words(
    path: Path, prepare: Prepare, key: str, words: str
) -> None:
    async with desk(path, prepare, home=True) as at:
        await go(at)
        before = at.facts()
        await at.press(key)
        assert at.said()[-1] == words
        assert at.facts() == before


async def test_a_role_without_a_list_of_skills_says_how_to_make_one(path: Path) -> None:
    def bare(session: Session) -> None:
        known()(session)
        do(session, intents.OfferRole("Garden", months=1))
        claim(session, "Garden", "Ana")

    async with desk(path, bare, home=True) as at:
        await go(at, "Garden")
        await at.press("k")
        assert at.said()[-1] == "Garden has no list of skills yet. e says which it needs."


async def test_both_sign_and_the_role_changes_hands(path: Path) -> None:
    async with desk(path, trained, home=True) as at:
        await go(at)
        await at.press("S")
        await at.enter("ana")
        assert at.last()[0] == "handoff-signed"
        assert "Signed by one" in at.shown()
        await at.press("S")
        assert "Ana" not in at.text("#choices")
        await at.press("enter")
        kinds = at.kinds()
        assert kinds[-3:] == ["handoff-signed", "term-released", "role-claimed"]
        assert term(at.session, "Pantry").person == who(at.session, "Bo")


async def test_nobody_signs_before_all_is_passed_on_and_what_lacks_is_said(path: Path) -> None:
    async with desk(path, shadowing, home=True) as at:
        await go(at)
        before = at.facts()
        await at.press("S", "enter")
        assert at.facts() == before
        assert "Bo has not led it once; Bo has not ticked “Keys”" in at.said()[-1]


async def test_a_handoff_is_written_down_in_words_part_by_part(path: Path) -> None:
    async with desk(path, named, home=True) as at:
        await go(at)
        await at.press("h", "enter")
        assert "What was done: Pantry" in at.shown()
        await at.enter("We found a second baker, ask @dee")
        assert at.last() == (
            "handoff-told",
            {
                "term": term(at.session, "Pantry").id,
                "done": ["We found a second baker, ask ", {"person": who(at.session, "Dee")}],
                "left": [],
                "know": [],
            },
        )
        await at.press("h", "down", "enter")
        await at.enter("the fridge")
        assert at.last()[1]["left"] == ["the fridge"]
        assert at.last()[1]["done"]
        await at.press("h")
        assert "ask Dee" in at.text("#choices")
        await at.press("enter")
        assert at.line == "We found a second baker, ask @Dee"


async def test_a_micro_role_is_given_back_after_asking(path: Path) -> None:
    def taken(session: Session) -> None:
        OPEN(session)
        claim(session, "Pots", "Ana")

    async with desk(path, taken, home=True) as at:
        await go(at, "Pots")
        before = at.facts()
        await at.press("x", "escape")
        assert at.facts() == before
        await at.press("x", "enter")
        assert at.last()[0] == "term-released"
        assert role(at.session, "Pots").running == ()


async def test_stepping_down_is_refused_with_exactly_what_is_missing(path: Path) -> None:
    async with desk(path, shadowing, home=True) as at:
        await go(at)
        before = at.facts()
        await at.press("x")
        words = " ".join(at.text("#words").split())
        assert words == (
            "Ana can't step down from Pantry yet: Bo has not led it once, Bo has not ticked "
            "“Keys”, Bo has not ticked “Ordering”, Ana has not signed and Bo has not signed. "
            "In an emergency, release it with a reason."
        )
        await at.press("escape")
        assert at.facts() == before


async def test_an_emergency_asks_for_the_reason_and_leaves_the_role_open(path: Path) -> None:
    async with desk(path, shadowing, home=True) as at:
        await go(at)
        await at.press("x", "enter")
        assert "why does Ana let go?" in at.shown()
        await at.enter("moving away")
        kind, body = at.last()
        assert (kind, body["emergency"], body["reason"]) == (
            "term-released",
            True,
            ["moving away"],
        )
        assert "▲ emergency" in at.shown()


async def test_a_role_is_opened_in_one_line_and_the_cursor_is_on_it(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await at.press("o", "o")
        await at.enter("Repair  clinic · 3 months")
        kind, body = at.last()
        assert (kind, body["name"], body["months"]) == ("role-opened", "Repair clinic", 3)
        assert body["role_kind"] == "stewardship"
        assert "▌· Repair clinic" in at.shown()
        assert "Repair clinic is open, for 3 months. e says what it is for." in at.said()


async def test_a_term_that_is_too_long_is_refused_in_the_dialog_and_can_be_mended(
    path: Path,
) -> None:
    async with desk(path, OPEN, home=True, size=SMALL) as at:
        before = at.facts()
        await at.press("o", "o")
        await at.enter("Treasurer, 12 months")
        shown = " ".join(at.shown().split())
        assert "A stewardship lasts 92 days at most" in shown
        assert "A group sets its own bounds: facilitator roles bounds." in shown
        assert at.line == "Treasurer, 12 months"
        assert at.facts() == before
        await at.enter("Treasurer, 2 months")
        assert at.last()[1]["months"] == 2


@pytest.mark.parametrize(
    ("downs", "typed", "field", "value"),
    [
        (0, "Larder", "name", "Larder"),
        (1, "Nobody leaves hungry", "purpose", "Nobody leaves hungry"),
        (2, "order bread; count;; count", "weekly", ["order bread", "count"]),
        (3, "Keys; Allergies", "skills", ["Keys", "Allergies"]),
        (4, "3 months", "months", 3),
    ],
)
async def test_a_role_is_described_anew_part_by_part(
    path: Path, downs: int, typed: str, field: str, value: object
) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at)
        await at.press("e", *["down"] * downs, "enter")
        await at.press("ctrl+u")
        await at.enter(typed)
        kind, body = at.last()
        assert (kind, body[field]) == ("role-described", value)


async def test_a_length_that_is_none_is_said_in_the_dialog(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at)
        before = at.facts()
        await at.press("e", *["down"] * 4, "enter", "ctrl+u")
        await at.enter("long")
        assert "Type a number of days, weeks or months" in at.shown()
        assert at.facts() == before


async def test_a_micro_role_becomes_a_stewardship(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at, "Pots")
        await at.press("e", *["down"] * 5, "enter")
        await at.enter("stewardship")
        assert at.last()[1]["role_kind"] == "stewardship"
        assert role(at.session, "Pots").kind.handed_over


async def test_a_role_becomes_part_of_another_after_asking(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at, "Pots")
        await at.press("escape", "m")
        await at.enter("pantry")
        assert "“Pantry” becomes part of" in at.shown() or "becomes part of “Pantry”" in at.shown()
        await at.press("enter")
        kind, body = at.last()
        assert kind == "role-merged"
        assert {body["role"], body["into"]} == {each.id for each in at.session.state.roles.values()}


async def test_a_role_that_is_not_needed_is_dropped_with_its_reason(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at, "Pots")
        await at.press("D")
        await at.enter("there is a dishwasher now")
        assert at.last()[0] == "role-dropped"
        assert at.last()[1]["reason"] == ["there is a dishwasher now"]
        assert "× Pots" in at.shown()


async def test_a_role_that_somebody_has_is_not_dropped(path: Path) -> None:
    async with desk(path, held, home=True) as at:
        await go(at)
        before = at.facts()
        await at.press("D")
        await at.enter("no use")
        assert "Ana has Pantry. Release the term first." in at.shown()
        assert at.facts() == before


@pytest.mark.parametrize(
    ("downs", "typed", "field"),
    [(0, "7", "micro_days"), (1, "14 days", "least_days"), (2, "200", "most_days")],
)
async def test_a_group_sets_its_own_bounds(path: Path, downs: int, typed: str, field: str) -> None:
    async with desk(path, OPEN, home=True) as at:
        await at.press("o", "B", *["down"] * downs, "enter", "ctrl+u")
        await at.enter(typed)
        assert at.last()[0] == "bounds-chosen"
        assert at.last()[1][field] == int(typed.split(maxsplit=1)[0])


@pytest.mark.parametrize("typed", ["many", "400", "99999999"])
async def test_bounds_that_are_none_are_refused_in_the_dialog(path: Path, typed: str) -> None:
    async with desk(path, OPEN, home=True) as at:
        before = at.facts()
        await at.press("o", "B", "enter", "ctrl+u")
        await at.enter(typed)
        assert at.in_dialog()
        assert at.line == typed
        assert at.facts() == before


async def test_what_was_done_is_undone_and_done_again(path: Path) -> None:
    async with desk(path, trained, home=True) as at:
        await go(at)
        await at.press("S", "enter", "u")
        assert at.last()[0] == "undone"
        assert term(at.session, "Pantry").signed == {}
        assert "Taken back: Ana signed for “Pantry”" in at.said()
        await at.press("U")
        assert list(term(at.session, "Pantry").signed) == [who(at.session, "Ana")]


async def test_the_history_says_what_happened_on_which_day_and_takes_it_back(path: Path) -> None:
    async with desk(path, named, home=True) as at:
        await go(at)
        await at.press("H")
        assert "Bo is next for “Pantry”  Sun 23 Nov, 20:00" in at.text("#choices")
        await at.press("enter", "enter")
        assert at.last()[0] == "undone"
        assert term(at.session, "Pantry").successor == ""


async def test_a_group_to_which_nothing_happened_has_no_history(path: Path) -> None:
    async with desk(path, known(), home=True) as at:
        await at.press("o", "H")
        assert at.said() == ["Nothing has happened yet."]


async def test_every_key_works_on_the_page_of_one_role_too(path: Path) -> None:
    async with desk(path, named, home=True) as at:
        await go(at)
        await at.press("enter", "w", "l", "k", "enter", "enter", "K", "enter", "enter")
        assert at.at == "RoleScreen"
        await at.press("S", "enter", "S", "enter")
        assert at.kinds()[-1] == "role-claimed"
        page = at.shown()
        assert "Bo, Sun 23 Nov – Fri 23 Jan" in page
        assert "handed over by Ana" in page
        assert "claimed; handed over to Bo" in page


async def test_the_page_of_a_role_says_what_it_is_what_lacks_and_who_had_it(path: Path) -> None:
    def told(session: Session) -> None:
        shadowing(session)
        pantry = term(session, "Pantry").id
        do(
            session,
            intents.DescribeRole(
                role(session, "Pantry").id,
                name="Larder",
                purpose="Nobody leaves hungry.",
                weekly=("Order bread.",),
            ),
            intents.TellHandoff(pantry, know=("the lock sticks",)),
        )
        tick(session, "Larder", "Keys")

    async with desk(path, told, home=True, size=(120, 60)) as at:
        await go(at, "Larder")
        await at.press("enter")
        page = at.shown()
        for words in (
            "Nobody leaves hungry.",
            "stewardship, 2 months a term",
            "called before: “Pantry”",
            "Bo shadows since Sun 23 Nov",
            "○ Bo has not led it once",
            "○ Ana has not confirmed “Keys”",
            "○ Bo has not ticked “Ordering”",
            "ticked by Bo, Sun 23 Nov",
            "Order bread.",
            "the lock sticks",
            "▸ Ana, Sun 23 Nov – Fri 23 Jan",
        ):
            assert words in page, words


async def test_the_history_of_a_role_tells_reasons_and_emergencies(path: Path) -> None:
    def over(session: Session) -> None:
        contested(session)
        do(session, intents.SettleClaim(role(session, "Pots").running[1].id))
        held_in_emergency(session)

    def held_in_emergency(session: Session) -> None:
        claim(session, "Pantry", "Ana")
        do(
            session,
            intents.ReleaseTerm(term(session, "Pantry").id, ("moving",), emergency=True),
        )

    async with desk(path, over, home=True) as at:
        await go(at)
        await at.press("enter")
        assert "claimed; released in an emergency: moving" in at.shown()
        await at.press("escape", "escape")
        await at.burst("/", *"pots", "enter", "enter")
        assert "not chosen: the circle decided for Bo" in at.shown()


async def test_a_page_of_a_role_whose_opening_is_taken_back_closes(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await at.press("o", "o")
        await at.enter("Van, 1 month")
        await at.press("enter")
        assert at.headline()[0] == "Van"
        await at.press("u")
        assert at.at == "RolesScreen"
        assert "Van" not in at.text("#roles")


async def test_the_page_of_a_merged_role_is_that_of_what_it_became_part_of(path: Path) -> None:
    async with desk(path, OPEN, home=True) as at:
        await go(at, "Pots")
        await at.press("enter", "m", "enter", "enter")
        assert at.headline()[0] == "Pantry"
        assert "called before: “Pots”" in at.shown()


async def test_at_a_meeting_only_who_is_there_can_claim(path: Path) -> None:
    meeting = all_of(known(), opened("Zoë"), sending(PANTRY))
    async with desk(path, meeting) as at:
        await at.press("G", "c")
        assert at.text("#choices").split() == ["Zoë"]
        await at.press("enter")
        assert at.last()[0] == "role-claimed"
        assert at.session.state.happened[-1].meeting == at.meeting.id


async def test_signing_needs_a_signature_that_is_missing(path: Path) -> None:
    def one(session: Session) -> None:
        trained(session)
        sign(session, "Pantry", "Ana")

    async with desk(path, one, home=True) as at:
        await go(at)
        await at.press("S")
        assert at.text("#choices").split() == ["Bo", "is", "next"]
