"""The program on a screen: journal, session, themes and the first screen put together."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from facilitator.clock import Clock, SystemClock
from facilitator.screens.home import HomeScreen
from facilitator.screens.palette import ScreenCommands
from facilitator.screens.steady import Steady
from facilitator.session import Session
from facilitator.ui.stylesheet import KeptStylesheet
from facilitator.ui.themes import THEMES

if TYPE_CHECKING:
    from facilitator.journeys import Journeys

SECONDS_BEFORE_LOADING_AHEAD = 0.4
SECONDS_BETWEEN_LOOKS_AT_THE_TERMINAL = 2.0
SECONDS_FOR_THE_LAST_DRAWING = 3.0


class FacilitatorApp(App[None]):
    """Opens on the first screen, or on the one that a command asks for."""

    # The default screen is there before Textual would read a screen's own styles.
    CSS_PATH: ClassVar = ["app.tcss", "screens/home.tcss"]
    TITLE = "Facilitator"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ScreenCommands}
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        session: Session,
        *,
        clock: Clock | None = None,
        at_first: Callable[[FacilitatorApp], None] | None = None,
    ) -> None:
        super().__init__()
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        self.HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
        self.session = session
        self.clock = clock if clock is not None else SystemClock()
        self._at_first = at_first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_default_screen(self) -> Screen[object]:
        """The first screen is the one that all others are pushed over."""
        return HomeScreen(self.session, self)  # type: ignore[return-value]

    def on_mount(self) -> None:
        """Go where a command asks for; load the rest while nobody waits for it."""
        self.quit_when_the_terminal_goes()
        if self._at_first is not None:
            self._at_first(self)
        self.set_timer(SECONDS_BEFORE_LOADING_AHEAD, self._load_ahead)

    def on_unmount(self) -> None:
        """Throw a rehearsal away, in whose middle the program was quit."""
        if "journeys" in self.__dict__:
            self.journeys.close()

    @cached_property
    def journeys(self) -> Journeys:
        """The ways to the other screens, which the first screen does not wait for."""
        from facilitator.journeys import Journeys  # noqa: PLC0415

        return Journeys(self, self.session, self.clock)

    def start(self) -> None:
        """Choose an agenda, then gather."""
        self.journeys.start()

    def resume(self, meeting: str, *, all_seated: bool = False) -> None:
        """Go to a meeting that waits."""
        self.journeys.resume(meeting, all_seated=all_seated)

    def rehearse(self) -> None:
        """Run a circle that is thrown away."""
        self.journeys.rehearse()

    def rehearse_only(self) -> None:
        """Run a circle that is thrown away, and end with it."""
        self.journeys.rehearse(self.exit)

    def mend_last(self) -> None:
        """Go back to the closing of the last circle."""
        self.journeys.mend_last()

    async def _replace_screen(self, screen: Screen[object]) -> Screen[object]:
        """Take a screen away. The one below knows what of it was covered, and draws that."""
        if isinstance(self.screen, Steady):
            self.screen.stay_as_drawn()
        return await super()._replace_screen(screen)

    async def action_quit(self) -> None:
        """Close the program; in the middle of a circle ask first, as leaving it does."""
        leave = getattr(self.screen, "action_leave", None)
        if leave is not None:
            leave()
        else:
            self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the theme: the rest is said by the program's own."""
        wanted = (each for each in super().get_system_commands(screen) if each.title == "Theme")
        yield from wanted

    def commitments(self) -> None:
        """Go to the commitments of the group."""
        self.journeys.commitments()

    def take_notes(self, meeting: str) -> None:
        """Go to the notes of a meeting that waits."""
        self.journeys.take_notes(meeting)

    def roles(self) -> None:
        """Go to the roles board."""
        self.journeys.roles()

    def skills(self) -> None:
        """Go to the skills of the group."""
        self.journeys.skills()

    def read_minutes(self) -> None:
        """Choose minutes to read."""
        self.journeys.read_minutes()

    def quit_when_the_terminal_goes(self) -> None:
        """A closed window ends the program, so that nothing of it goes on unseen."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()

        def leave(*_: object) -> None:
            _end_at_the_latest_soon()
            loop.call_soon_threadsafe(self.exit)

        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, leave)
        self.set_interval(SECONDS_BETWEEN_LOOKS_AT_THE_TERMINAL, self._look_at_the_terminal)

    def _look_at_the_terminal(self) -> None:
        try:
            os.get_terminal_size(0)
        except OSError:
            _end_at_the_latest_soon()
            self.exit()

    def _load_ahead(self) -> None:
        self.run_worker(self._import_ahead, thread=True, exit_on_error=False)

    def _import_ahead(self) -> None:
        import facilitator.core.rules  # noqa: PLC0415
        import facilitator.journeys  # noqa: PLC0415
        import facilitator.undoing  # noqa: F401, PLC0415
        from facilitator.dates.readings import get_ready  # noqa: PLC0415

        self.call_from_thread(self.journeys.write_missing_minutes)
        if not self.is_headless:
            get_ready()
        self.call_from_thread(self._settle)

    def _settle(self) -> None:
        """What is loaded stays: look for garbage only in what comes later.

        A look at all of it takes a tenth of a second in the middle of somebody's key. Where
        one process runs many apps, all of them would stay.
        """
        if not self.is_headless:
            gc.freeze()


class RoomApp(FacilitatorApp):
    """The display for the room: one screen, and nothing that can be done there."""

    ENABLE_COMMAND_PALETTE = False

    def get_default_screen(self) -> Screen[object]:
        """The only screen."""
        from facilitator.screens.room import RoomScreen  # noqa: PLC0415

        return RoomScreen(self.session)  # type: ignore[return-value]

    def on_mount(self) -> None:
        """End with the terminal; there is nothing else to load."""
        self.quit_when_the_terminal_goes()


class NotesApp(FacilitatorApp):
    """The note-taker's terminal: it goes to the circle that people are at, and ends with it."""

    CSS_PATH: ClassVar = ["app.tcss", "screens/notes_wait.tcss"]

    def get_default_screen(self) -> Screen[object]:
        """What waits for a circle is the screen that its notes are pushed over."""
        from facilitator.screens.notes_wait import NotesWaitScreen  # noqa: PLC0415

        return NotesWaitScreen(self.session, self.journeys.take_notes)  # type: ignore[return-value]


def _end_at_the_latest_soon() -> None:
    """End the process even if the last drawing waits for a terminal that is gone.

    All that was acknowledged is on disk by then.
    """
    end = threading.Timer(SECONDS_FOR_THE_LAST_DRAWING, os._exit, (1,))
    end.daemon = True
    end.start()
