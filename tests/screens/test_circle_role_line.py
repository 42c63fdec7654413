"""A role that is taken on in the line at the bottom: chips, completion, refusals, one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from role_scenery import claim, role
from support.files import do, who
from support.prepared import all_of, going_to, opened, turn
from support.screens import PEOPLE, Desk, desk
from textual.widgets import Input

from facilitator.core import intents
from facilitator.core.roles.standing import role_called
from facilitator.session import Session

ROLES = all_of(opened(*PEOPLE), going_to(4))
"""At a step that offers *Pots* and *Calls*."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def held(session: Session) -> None:
    """Bo has a pantry for two months, and Chidi comes after."""
    ROLES(session)
    do(session, intents.OfferRole("Pantry", months=2))
    claim(session, "Pantry", "Bo")
    term = role(session, "Pantry").terms[-1].id
    do(session, intents.NameSuccessor(term, who(session, "Chidi")))


def field(at: Desk) -> Input:
    return at.screen.query_one("#words", Input)


async def test_the_step_for_roles_shows_the_sign_and_a_key_begins_the_line(path: Path) -> None:
    async with desk(path, ROLES) as at:
        assert field(at).placeholder.startswith("% role: name")
        await at.press("%")
        await at.type("pots: bo")
        assert at.line == "% pots: bo"
        assert "% role claimed · Pots · Bo" in at.shown()
        await at.press("enter")
        assert at.last()[0] == "role-claimed"
        assert [each.person for each in role(at.session, "Pots").running] == [who(at.session, "Bo")]
        assert at.line == ""


async def test_another_step_asks_for_what_it_is_about(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        assert "%" not in field(at).placeholder


async def test_a_new_role_is_the_speakers_and_one_key_takes_it_back_whole(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("% bring the cups")
        assert f"% new role, two weeks · bring the cups · {at.speaker}" in at.shown()
        before = len(at.facts())
        await at.press("enter")
        assert [kind for kind, _ in at.facts()[before:]] == ["role-opened", "role-claimed"]
        assert [each.person for each in role(at.session, "bring the cups").running] == [
            who(at.session, at.speaker)
        ]
        await at.press("f9")
        assert role_called(at.session.state, "bring the cups") is None


@pytest.mark.parametrize(
    ("typed", "chips", "words"),
    [
        ("%", "which role?", "Which role? Type it after the %"),
        ("% pots: zed", "whose? nobody here is zed", "Nobody here is zed."),
        ("% ana: bo", "whose? Ana or Bo", "Ana and Bo are both here."),
        ("% pantry: ana", "% role claimed · Pantry · Ana", "Pantry is Bo's until Fri 23 Jan."),
        ("% Garden, 2 years: ana", "% new role, 24 months", "A stewardship lasts 92 days at most"),
    ],
)
async def test_what_can_not_be_claimed_comes_back_with_the_reason(
    path: Path, typed: str, chips: str, words: str
) -> None:
    async with desk(path, held) as at:
        await at.press("/")
        await at.type(typed)
        assert chips in at.shown()
        before = at.facts()
        await at.press("enter")
        assert at.facts() == before
        assert any(words in said for said in (*at.said(), at.text("#status")))
        assert at.line.strip() == typed


async def test_of_pasted_lines_what_is_clear_is_done_and_the_rest_comes_back(path: Path) -> None:
    async with desk(path, ROLES) as at:
        await at.press("/")
        await at.paste("% pots: bo\n% pots: zed\n% van: ana\n")
        assert [each.person for each in role(at.session, "Pots").running] == [who(at.session, "Bo")]
        assert at.line == "% pots: zed % van: ana"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("% po", "% pots"),
        ("% pots: b", "% pots: bo"),
        ("% @b", "% @bo"),
        ("% bo: ca", "% bo: calls"),
        ("% @bo ca", "% @bo calls"),
    ],
)
async def test_tab_completes_the_role_and_who_takes_it(
    path: Path, typed: str, completed: str
) -> None:
    async with desk(path, ROLES) as at:
        await at.press("/")
        await at.type(typed)
        await at.press("tab")
        assert at.line.casefold() == completed
