"""A line that begins with a name which fits nobody here, or several: who is meant is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import who
from support.prepared import opened
from support.screens import desk

from facilitator.core.words import plain

KIMS = opened("Ana", "Kim Sun", "Kim Day", "Bo")
CHAIRS = "! @kim bring the chairs by friday"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


async def test_of_several_one_is_picked(path: Path) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        await at.type(CHAIRS)
        before = at.facts()
        await at.press("enter")
        assert "Who is meant by “kim”?" in at.shown()
        assert "commitment ·" not in at.shown()
        assert at.facts() == before
        await at.press("down", "enter")
        (promise,) = at.session.state.commitments_of(at.meeting.id)
        assert promise.owner == who(at.session, "Kim Day")
        assert (plain(promise.what, {}), promise.due) == ("bring the chairs", "friday")
        assert at.line == ""


async def test_somebody_new_arrives_and_it_is_theirs(path: Path) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        await at.enter("! @Zed bring the chairs")
        assert "Nobody here is called “Zed”." in at.shown()
        await at.press("enter")
        (promise,) = at.session.state.commitments_of(at.meeting.id)
        assert at.session.names[promise.owner] == "Zed"
        assert promise.owner in at.meeting.present
        assert plain(promise.what, {}) == "bring the chairs"


async def test_it_can_stay_nobodys(path: Path) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        await at.enter("! @Zed bring the chairs")
        await at.type("nobody yet")
        await at.press("enter")
        (promise,) = at.session.state.commitments_of(at.meeting.id)
        assert not promise.owner
        assert plain(promise.what, {}) == "@Zed bring the chairs"


async def test_without_an_answer_the_line_comes_back(path: Path) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        before = at.facts()
        await at.enter(CHAIRS)
        await at.press("escape")
        assert at.facts() == before
        assert at.line.strip() == CHAIRS


async def test_a_skill_of_a_stranger_is_asked_about_as_well(path: Path) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        await at.enter("+ @kim wiring")
        await at.press("enter")
        kind, body = at.last()
        assert (kind, body["person"]) == ("skill-filed", who(at.session, "Kim Sun"))


@pytest.mark.parametrize("name", ["[/]", "x" * 300, "Ünal", "محمد"])
async def test_any_name_can_be_asked_about(path: Path, name: str) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        await at.enter(f"! @{name} chairs")
        if at.in_dialog():
            await at.press("escape")
        assert name[:3] in at.shown()


async def test_a_line_is_mended_from_the_line(path: Path) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        await at.enter("the pots are here")
        await at.type("s/pots/cups/")
        assert "mends · the cups are here" in at.shown()
        await at.press("enter")
        assert "the cups are here" in at.shown()
        await at.type("s/nothing/at all/")
        assert "no line has “nothing” in it" in at.shown()
        await at.press("enter")
        assert at.line == "s/nothing/at all/"


async def test_a_line_says_what_it_will_be(path: Path) -> None:
    async with desk(path, KIMS) as at:
        await at.press("/")
        for typed, chips in (
            ("* a shelf for #pantry", "idea, build next · #pantry"),
            ("?? who has the key", "question left open"),
            ("#topic the shed", "step, topic"),
            ("Bo: we need a roof", "note · Bo"),
            ("! @ana @bo carry", "! commitment · Ana and Bo · by when?"),
            ("ACTION: Ana to call in two weeks", "! commitment · Ana · in two weeks"),
        ):
            await at.type(typed)
            assert chips in at.shown()
            await at.press("ctrl+u")
