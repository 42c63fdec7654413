"""The screens go on when somebody is forgotten, and show no name of theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import who
from support.prepared import turn
from support.screens import SMALL, USUAL, Size, desk

PEOPLE = ("Ana", "Bo", "Chidi", "Dee")
DIALOGS = ("j", "h", "t", "a", "M", "R", "x", "e", "H", "c", "i", "G", "A", "*", "T", "m")


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=str)
@pytest.mark.parametrize("forgotten", ["Ana", "Bo"])
async def test_a_circle_goes_on_with_someone_in_it(
    tmp_path: Path, size: Size, forgotten: str
) -> None:
    async with desk(tmp_path / "circle.db", turn(*PEOPLE), size=size) as at:
        at.session.forget(who(at.session, forgotten))
        await at.follow()
        assert "someone" in at.shown()
        assert forgotten not in at.shown()
        for key in DIALOGS:
            await at.press(key)
            assert f" {forgotten} " not in at.shown(), key
            await at.press("escape")
            assert at.at == "CircleScreen", key
        await at.next()
        await at.next()
        await at.press("C")
        assert forgotten not in at.shown()
        assert at.app.is_running
