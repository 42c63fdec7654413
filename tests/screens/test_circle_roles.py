"""Roles at a circle: what memory brings to the opening, the roles step, rival claims, offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from role_scenery import claim, known, role, usual, wait
from support.files import do, who
from support.prepared import Prepare, all_of, going_to, opened, sending
from support.screens import PEOPLE, SMALL, Desk, desk

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Filing, Opening, Roles, Round
from facilitator.session import Session

BUILD = Agenda(
    title="Debrief",
    steps=(
        Opening(title="Welcome", agreements=("Phones are off.",)),
        Round(title="Build", prompt="What do you want to build next?", filing=Filing.BUILD),
        Roles(title="Roles"),
    ),
)
ROLES = all_of(opened(*PEOPLE), going_to(4))
"""At a step that offers *Bring the pots* and *Calls*."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def answered(session: Session) -> None:
    """Two have said what they want to build, then came the roles step."""
    opened(*PEOPLE, agenda=BUILD)(session)
    ana = who(session, "Ana")
    do(
        session,
        intents.TakeNote(("a repair clinic",), "step-2", ana),
        intents.TakeNote(("x" * 10_000,), "step-2"),
        intents.TakeNote(("only a note",), "step-1", ana),
        intents.GoToStep("step-1", "step-3"),
    )


def card(at: Desk) -> str:
    return at.text("CardText")


def sooner(session: Session) -> None:
    """A pantry steward's term ran out before this circle."""
    known(*PEOPLE)(session)
    do(session, intents.OfferRole("Pantry", months=1, skills=("Keys",)))
    claim(session, "Pantry", "Ana")
    wait(session, 40)
    opened("Zoë")(session)


async def test_the_opening_says_which_roles_are_to_be_looked_at(path: Path) -> None:
    async with desk(path, sooner) as at:
        shown = card(at)
        assert "Roles to look at" in shown
        assert "▲ Pantry: Ana's term ended Tue 23 Dec; no successor is named" in shown
        assert "G shows the roles board" in shown


async def test_the_opening_of_a_group_whose_roles_are_well_says_nothing_of_them(
    path: Path,
) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        assert "Roles to look at" not in card(at)
        assert "roles board" not in card(at)


async def test_many_roles_to_look_at_can_be_scrolled_to_the_last(path: Path) -> None:
    many = all_of(
        known(), sending(*(intents.OfferRole(f"Role {at:03}") for at in range(200))), opened("Zoë")
    )
    async with desk(path, many, size=SMALL) as at:
        assert "Role 000" in at.shown()
        assert "Role 199" not in at.shown()
        await at.burst(*["down"] * 15, *["pagedown"] * 20)
        assert "Role 199: nobody has it yet" in at.shown()


async def test_what_is_settled_on_the_board_leaves_the_card(path: Path) -> None:
    async with desk(path, sooner) as at:
        await at.press("G", "x", "enter")
        await at.enter("moving away")
        await at.press("escape")
        assert at.at == "CircleScreen"
        assert "open since Fri 2 Jan" in card(at)
        assert at.session.state.happened[-1].meeting == at.meeting.id


async def test_open_roles_come_first_each_with_its_length_and_what_it_is_for(
    path: Path,
) -> None:
    def one_taken(session: Session) -> None:
        ROLES(session)
        claim(session, "Pots", "Bo")

    async with desk(path, one_taken) as at:
        lines = [line.strip() for line in card(at).splitlines() if line.strip()]
        roles = [line for line in lines if line[0] in "·≠✓"]
        assert roles == ["· Calls, 1 week", "✓ Pots: Bo until Sun 7 Dec"]


async def test_two_claim_one_role_and_the_key_writes_down_for_whom_the_circle_decides(
    path: Path,
) -> None:
    async with desk(path, ROLES) as at:
        await at.press("c")
        await at.enter("pots")
        await at.enter("ana")
        await at.press("c")
        assert "Pots  Ana claims it" in at.text("#choices")
        await at.enter("pots")
        assert "Ana" not in at.text("#choices")
        await at.enter("bo")
        assert [each.person for each in role(at.session, "Pots").running] == [
            who(at.session, "Ana"),
            who(at.session, "Bo"),
        ]
        assert "≠ Pots: Ana and Bo both claim it; the circle decides (c)" in card(at)
        assert at.bar()["c"] == "claim role"
        await at.press("c")
        assert "Ana and Bo claim it: the circle decides" in at.text("#choices")
        await at.enter("pots")
        await at.enter("for bo")
        assert at.last()[0] == "claim-settled"
        assert [each.person for each in role(at.session, "Pots").running] == [who(at.session, "Bo")]
        assert "✓ Pots: Bo until Sun 7 Dec" in card(at)


async def test_a_third_may_claim_it_too(path: Path) -> None:
    def two(session: Session) -> None:
        ROLES(session)
        claim(session, "Pots", "Ana")
        claim(session, "Pots", "Bo")

    async with desk(path, two) as at:
        await at.press("c")
        await at.enter("pots")
        await at.enter("somebody else")
        await at.enter("dee")
        assert len(role(at.session, "Pots").running) == 3
        assert "Ana, Bo and Dee claim it" in card(at)


async def test_what_was_claimed_on_another_day_is_not_offered_for_a_rival_claim(
    path: Path,
) -> None:
    def days_ago(session: Session) -> None:
        ROLES(session)
        claim(session, "Pots", "Ana")
        wait(session, 1)

    async with desk(path, days_ago) as at:
        await at.press("c")
        assert "Pots" not in at.text("#choices")
        assert "Calls" in at.text("#choices")


async def test_without_answers_a_role_is_offered_in_one_line_with_its_length(
    path: Path,
) -> None:
    async with desk(path, ROLES) as at:
        await at.press("o")
        await at.enter("Pantry, 3 months")
        kind, body = at.last()
        assert (kind, body["name"], body["months"]) == ("role-opened", "Pantry", 3)
        assert body["source"] == ""
        assert "· Pantry, 3 months" in card(at)


async def test_an_answer_to_what_to_build_becomes_a_role_that_says_where_it_comes_from(
    path: Path,
) -> None:
    async with desk(path, answered) as at:
        await at.press("o")
        rows = [row.strip() for row in at.text("#choices").splitlines() if row.strip()]
        assert rows[0] == "A new one"
        assert rows[1] == "“a repair clinic”  Ana wants to build it"
        assert "only a note" not in at.text("#choices")
        await at.press("down", "enter")
        assert at.line == "a repair clinic"
        await at.enter(", 2 months")
        kind, body = at.last()
        assert (kind, body["name"], body["months"]) == ("role-opened", "a repair clinic", 2)
        note = next(each for each in at.meeting.notes.values() if "clinic" in str(each.text))
        assert body["source"] == note.id


async def test_a_new_role_is_the_first_choice_beside_the_answers(path: Path) -> None:
    async with desk(path, answered) as at:
        await at.press("o", "enter")
        assert at.line == ""
        await at.enter("Van")
        assert (at.last()[1]["name"], at.last()[1]["source"]) == ("Van", "")


async def test_an_endless_answer_is_a_short_name_to_begin_with(path: Path) -> None:
    async with desk(path, answered) as at:
        await at.press("o", "down", "down", "enter")
        assert len(at.line) == 80


async def test_a_rival_claim_can_be_taken_back(path: Path) -> None:
    async with desk(path, ROLES) as at:
        for name in ("ana", "bo"):
            await at.press("c")
            await at.enter("pots")
            await at.enter(name)
        await at.press("u")
        assert [each.person for each in role(at.session, "Pots").running] == [
            who(at.session, "Ana")
        ]


@pytest.mark.parametrize("prepare", [usual], ids=["usual"])
async def test_every_way_a_role_can_stand_fits_on_the_opening_card(
    path: Path, prepare: Prepare
) -> None:
    async with desk(path, all_of(prepare, opened("Zoë")), size=(120, 60)) as at:
        shown = " ".join(card(at).split())
        for words in (
            "▲ Bring the pots: Bo and Eli claim it; the circle decides",
            "▲ Communications: open since Mon 16 Feb: Fatima let go in an emergency (a new job)",
            "▲ Garden: Bo's term ended Mon 23 Feb",
            "△ Call the printer: nobody has it yet",
        ):
            assert words in shown
