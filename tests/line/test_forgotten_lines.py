"""A circle in lines goes on when somebody in it is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import who
from typist import typing


@pytest.mark.parametrize("forgotten", ["Ana", "Bo"])
def test_whoever_is_forgotten_in_the_middle_of_a_circle_is_someone_from_then_on(
    tmp_path: Path, forgotten: str
) -> None:
    with typing(tmp_path) as typist:
        typist("begin", "next", "next")
        person = who(typist.session, forgotten)
        typist(f"note ask @{forgotten}")
        typist.session.forget(person)
        assert "someone" in " ".join(typist("who"))
        assert "ask someone" in " ".join(typist("notes"))
        for line in ("", "time", "say", "board", "skills", "stack", "history", "next", "pass"):
            assert forgotten not in " ".join(typist(line)), line
        assert typist(f"note @{forgotten} said so")
        typist("close", "yes")
        assert "someone" in typist.keeper.text()
        assert forgotten not in typist.keeper.text().replace(f"@{forgotten} said so", "")
