"""How a moment is photographed: what happened before, what is pressed, how much time passes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from support.clock import HandClock
from support.prepared import Prepare
from support.screens import SECOND, Desk
from textual.pilot import Pilot
from textual.widgets import Input

from facilitator import keeper
from facilitator.minutes.filenames import file_name

Compare: TypeAlias = Callable[..., bool]
Settle: TypeAlias = Callable[[Pilot[None]], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """A moment to be photographed.

    Attributes:
        prepare: what happened before the program was opened.
        keys: what is pressed then.
        later: how much time has passed since, in milliseconds.
        home: whether it opens on the first screen.
        asleep: for how many milliseconds the machine slept after that.
    """

    prepare: Prepare
    keys: tuple[str, ...] = ()
    later: int = 0
    home: bool = False
    asleep: int = 0


def fixed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal whose minutes have the same path everywhere."""

    def write(folder: Path, meeting: str, date: str, title: str, text: str) -> Path:
        return Path("/home/ana/circle/minutes") / file_name(date, title)

    monkeypatch.setattr(keeper, "write", write)
    monkeypatch.setattr(Input, "cursor_blink", False)
    return folder / "circle.db"


def pressing(scene: Scene, clock: HandClock) -> Settle:
    """Press the scene's keys, let its time pass."""

    async def press(pilot: Pilot[None]) -> None:
        app: Any = pilot.app
        at = Desk(app, pilot, clock)
        await at.settle()
        clock.move(scene.later)
        await at.press(*scene.keys)
        await at.follow()
        if scene.asleep:
            clock.sleep(scene.asleep)
            await at.after(SECOND)
        await at.searched()

    return press
