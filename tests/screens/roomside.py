"""The display for the room, running on a file that somebody else writes to."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.clock import HandClock
from support.files import journal
from support.screens import SETTINGS, USUAL, Size
from textual.pilot import Pilot

from facilitator.app import RoomApp
from facilitator.screens.room import RoomScreen
from facilitator.session import Session
from facilitator.ui.room_view import RoomView
from facilitator.widgets.board import Board


@dataclass
class Room:
    """What people across the room see."""

    app: RoomApp
    pilot: Pilot[None]
    clock: HandClock

    @property
    def view(self) -> RoomView:
        return self.app.screen.query_one(Board).view

    @property
    def extra(self) -> list[str]:
        """The small lines at the bottom."""
        return [*self.view.extra]

    async def follow(self) -> None:
        """What a tick does."""
        screen: Any = self.app.screen
        screen._tick()
        await self.pilot.pause()

    async def after(self, milliseconds: int) -> None:
        """Let time pass, and the display notice."""
        self.clock.move(milliseconds)
        await self.follow()

    def shown(self) -> str:
        """The display as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


@contextmanager
def room_program(path: Path, clock: HandClock) -> Iterator[RoomApp]:
    """The display on a file, not running yet."""
    with pytest.MonkeyPatch.context() as fixed:
        fixed.setattr(RoomScreen, "POLL_SECONDS", 3600)
        for setting in SETTINGS:
            fixed.delenv(setting, raising=False)
        with journal(path) as opened:
            yield RoomApp(Session(opened, clock, "room"), clock=clock)


@asynccontextmanager
async def room(path: Path, clock: HandClock, size: Size = USUAL) -> AsyncIterator[Room]:
    """The display running."""
    with room_program(path, clock) as app:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield Room(app, pilot, clock)
