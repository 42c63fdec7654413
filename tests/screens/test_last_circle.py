"""A circle that was closed is gone back to from the first screen."""

from __future__ import annotations

from pathlib import Path

from support.files import do
from support.prepared import opened
from support.screens import PEOPLE, desk

from facilitator.core import intents
from facilitator.session import Session


def closed(session: Session) -> None:
    """A circle was held and closed."""
    opened(*PEOPLE, title="Flood kitchen")(session)
    do(session, intents.CloseCircle())


async def test_a_promise_is_added_to_the_last_circle(tmp_path: Path) -> None:
    async with desk(tmp_path / "circle.db", closed, home=True) as at:
        await at.press("l")
        assert at.at == "ClosingScreen"
        await at.press("exclamation_mark")
        await at.enter("@bo call the landlord by monday")
        kind, body = at.last()
        assert (kind, body["due"]) == ("commitment-made", "monday")
        await at.press("escape")
        assert at.at == "HomeScreen"


async def test_the_last_circle_is_reopened_and_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path / "circle.db", closed, home=True) as at:
        await at.press("l")
        await at.press("u")
        assert at.meeting.closed is None
        await at.press("escape")
        assert at.at == "CircleScreen"


async def test_where_no_circle_was_held_there_is_no_last_one(tmp_path: Path) -> None:
    async with desk(tmp_path / "circle.db", home=True) as at:
        await at.press("l")
        assert at.at == "HomeScreen"
