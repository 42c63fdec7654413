"""The program itself on a real journal file, with a hand on its keys and one on its clock."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import pytest
from textual import events
from textual.command import CommandPalette
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from facilitator.app import FacilitatorApp, NotesApp
from facilitator.core.state import Meeting
from facilitator.journal import replica
from facilitator.screens.live import Live
from facilitator.screens.notes import NotesScreen
from facilitator.screens.notes_wait import NotesWaitScreen
from facilitator.session import Session
from facilitator.ui.views import CircleView
from facilitator.widgets.capture import CaptureLine
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.ring import Ring
from facilitator.widgets.stage import Stage
from support.clock import HandClock
from support.files import begun, journal
from support.prepared import Prepare, nothing
from support.stillness import settle

Size: TypeAlias = tuple[int, int]

SECOND = 1000
SMALL, USUAL, LARGE = (80, 24), (120, 40), (200, 60)
PEOPLE = ("Ana", "Bo", "Chidi", "Dee")
SETTINGS = ("NO_COLOR", "TEXTUAL_THEME", "FORCE_COLOR", "COLORTERM", "CLICOLOR")


@dataclass
class Desk:
    """What a person has before them: the screen, the keys and what becomes of them on disk."""

    app: FacilitatorApp
    pilot: Pilot[None]
    clock: HandClock

    @property
    def session(self) -> Session:
        """The session of the screen; a rehearsal has its own."""
        found = getattr(self.app.screen, "session", self.app.session)
        assert isinstance(found, Session)
        return found

    @property
    def meeting(self) -> Meeting:
        assert self.session.meeting is not None
        return self.session.meeting

    @property
    def screen(self) -> Screen[Any]:
        return self.app.screen

    @property
    def at(self) -> str:
        """The name of the screen on top."""
        return type(self.screen).__name__

    def in_dialog(self) -> bool:
        """Whether a dialog is on top."""
        return self.screen.is_modal

    @property
    def speaker(self) -> str:
        turn = self.meeting.turn
        return self.session.names[turn.person] if turn is not None else ""

    @property
    def view(self) -> CircleView:
        """What is drawn of the circle, in the ring or beside the list."""
        if self.screen.query_one("#main").has_class("ring"):
            return self.screen.query_one(Ring).view
        return self.screen.query_one(Stage).view

    @property
    def line(self) -> str:
        """What is typed in the field that has the focus."""
        focused = self.screen.focused
        assert isinstance(focused, Input), focused
        return focused.value

    @property
    def words(self) -> str:
        """What is typed in the line of notes."""
        return self.screen.query_one(CaptureLine).words

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each looked at before the next."""
        for key in keys:
            self._post(key)
            await self.settle()

    async def type(self, words: str) -> None:
        """Type words."""
        await self.burst(*words)

    async def enter(self, words: str) -> None:
        """Type words, then Enter."""
        await self.burst(*words, "enter")

    async def burst(self, *keys: str) -> None:
        """Keys that arrive all at once, as over a slow line."""
        for key in keys:
            self._post(key)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste into whatever has the focus."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Let everything be looked at that was asked for."""
        await settle(self.app)
        await self.app.animator.wait_until_complete()

    async def searched(self) -> None:
        """If the palette is open, wait until it has found everything."""
        for worker in list(self.app.workers):
            if isinstance(self.screen, CommandPalette) and worker.node is self.screen:
                await worker.wait()
        await self.settle()

    def _post(self, key: str) -> None:
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(events.Key(name, key if len(key) == 1 else None))

    async def after(self, milliseconds: int) -> None:
        """Let time pass, and the screen notice."""
        self.clock.move(milliseconds)
        await self.follow()

    async def follow(self) -> None:
        """What a tick does: take in what others did, and the time."""
        for tick in ("_tick", "look"):
            getattr(self.screen, tick, lambda: None)()
        await self.settle()

    async def next(self) -> None:
        """Press the key for the next thing, not too soon after the last time."""
        self.clock.move(SECOND)
        await self.press("n")

    def kinds(self) -> list[str]:
        """The kinds of all facts, as another program reads them in the file."""
        return [kind for kind, _ in self.facts()]

    def last(self) -> tuple[str, dict[str, Any]]:
        """The latest fact."""
        return self.facts()[-1]

    def facts(self) -> list[tuple[str, dict[str, Any]]]:
        """All facts, as another program reads them in the file."""
        with closing(sqlite3.connect(self.session.journal.path)) as other:
            found = other.execute("SELECT kind, body FROM event ORDER BY lamport, replica")
            return [(kind, json.loads(body)) for kind, body in found]

    def said(self) -> list[str]:
        """What was said in passing: in notices, or on the circle's line of state."""
        passing = getattr(self.screen, "passing", "")
        return [*(each.message for each in self.app._notifications), *filter(None, [passing])]

    def shown(self) -> str:
        """The screen as text, a line for each of its rows."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def text(self, selector: str) -> str:
        """What one widget shows."""
        return rendered(self.screen.query_one(selector))

    def headline(self) -> tuple[str, str, str]:
        return self.screen.query(Headline).first().parts

    def bar(self) -> dict[str, str]:
        """The keys in the bar with their labels, also those for which there is no room."""
        return dict(self.screen.query_one(KeyBar).keys)


def rendered(widget: Widget) -> str:
    """The text of a widget's lines."""
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


@contextmanager
def program(
    path: Path,
    prepare: Prepare = nothing,
    *,
    home: bool = False,
    notes: bool = False,
    clock: HandClock | None = None,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[FacilitatorApp]:
    """The program on a file, not running yet: at the meeting that was prepared, or at home.

    With ``notes`` it is the note-taker's, which goes to a meeting by itself.
    """
    time = clock if clock is not None else HandClock()
    with pytest.MonkeyPatch.context() as fixed:
        fixed.setattr(replica, "new_name", lambda: "k7f3")
        fixed.setattr(replica, "fingerprint", lambda _: "0" * 16)
        # A tick comes when a test asks for it, so that none comes between two keys.
        for screen in (Live, NotesScreen, NotesWaitScreen):
            fixed.setattr(screen, "POLL_SECONDS", 3600)
        for setting in SETTINGS:
            fixed.delenv(setting, raising=False)
        for setting, value in settings.items():
            fixed.setenv(setting, value)
        with journal(begun(path)) as opened_file:
            session = Session(opened_file, time, "t1")
            prepare(session)
            if notes:
                yield NotesApp(session, clock=time)
            else:
                yield FacilitatorApp(session, clock=time, at_first=None if home else _go_there)


@asynccontextmanager
async def desk(
    path: Path,
    prepare: Prepare = nothing,
    *,
    home: bool = False,
    notes: bool = False,
    size: Size = USUAL,
    clock: HandClock | None = None,
) -> AsyncIterator[Desk]:
    """The program running, at the meeting that was prepared, or at home."""
    time = clock if clock is not None else HandClock()
    with program(path, prepare, home=home, notes=notes, clock=time) as app:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            found = Desk(app, pilot, time)
            await found.settle()
            yield found


def _go_there(app: FacilitatorApp) -> None:
    meeting = app.session.meeting
    if meeting is not None and meeting.closed is None:
        app.resume(meeting.id)
