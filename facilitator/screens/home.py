"""What waits, and what can be begun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.commands.command import HELP
from facilitator.commands.home import COMMANDS
from facilitator.core.words import counted
from facilitator.journal.group import WaitingMeeting
from facilitator.journal.problems import JournalError
from facilitator.screens.commanded import Commanded
from facilitator.session import Session
from facilitator.ui.commands import bindings
from facilitator.ui.text import fit
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.panels import LinesPanel

LOWEST_WITH_WHAT_WAITS = 10
"""The lowest terminal, in lines, that shows what waits beside what can be begun."""

WELCOME = "Everyone speaks. Roles are claimed. Minutes are done when people stand up."


class Starts(Protocol):
    """What the first screen asks of the program around it."""

    def start(self) -> None:
        """Choose an agenda and gather."""

    def resume(self, meeting: str) -> None:
        """Go to a meeting that waits."""

    def take_notes(self, meeting: str) -> None:
        """Go to the notes of a meeting that waits."""

    def rehearse(self) -> None:
        """Run a circle that is thrown away."""

    def commitments(self) -> None:
        """Go to the commitments of the group."""

    def roles(self) -> None:
        """Go to the roles board."""

    def skills(self) -> None:
        """Go to the skills of the group."""

    def read_minutes(self) -> None:
        """Choose minutes to read."""

    def mend_last(self) -> None:
        """Go back to the closing of the last circle."""


class HomeScreen(Commanded):
    """The first screen."""

    CSS_PATH = "home.tcss"
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings((*COMMANDS, HELP))

    def __init__(self, session: Session, starts: Starts) -> None:
        super().__init__()
        self.session = session
        self._starts = starts
        self._waiting: list[WaitingMeeting] = []
        self._count = 0

    def compose(self) -> ComposeResult:
        """Headline, what waits, what can be begun, keys."""
        yield Headline()
        with VerticalScroll(id="page"):
            yield Static(Content(WELCOME), id="welcome")
            yield LinesPanel(id="waits")
            yield OptionList(id="menu")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what waits."""
        waits = self.query_one("#waits")
        waits.border_title = Content("What waits")
        waits.display = False
        self.query_one(VerticalScroll).can_focus = False
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """At first, and back from a circle: other things wait now."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what waits can be resumed."""
        if action in ("resume", "take_notes"):
            return bool(self._waiting)
        if action in ("minutes", "mend"):
            return bool(self._count)
        if action in ("commitments", "roles", "skills"):
            return bool(self._count or self._waiting)
        return super().check_action(action, parameters)

    def action_start(self) -> None:
        """Start a circle."""
        self._once(self._starts.start)

    def action_resume(self) -> None:
        """Resume the latest circle that waits."""
        if self._waiting:
            self._once(partial(self._starts.resume, self._waiting[0].id))

    def action_take_notes(self) -> None:
        """Take notes at the circle that goes on."""
        if self._waiting:
            self._once(partial(self._starts.take_notes, self._waiting[0].id))

    def action_rehearse(self) -> None:
        """Rehearse."""
        self._once(self._starts.rehearse)

    def action_commitments(self) -> None:
        """Go to the commitments of the group."""
        self._once(self._starts.commitments)

    def action_roles(self) -> None:
        """Go to the roles board."""
        self._once(self._starts.roles)

    def action_skills(self) -> None:
        """Go to the skills of the group."""
        self._once(self._starts.skills)

    def action_minutes(self) -> None:
        """Read minutes."""
        self._once(self._starts.read_minutes)

    def action_mend(self) -> None:
        """Go back to the closing of the last circle."""
        self._once(self._starts.mend_last)

    def _once(self, journey: Callable[[], None]) -> None:
        """Go somewhere from here; a key pressed twice does not go twice."""
        if self.on_top:
            journey()

    def action_quit_program(self) -> None:
        """Close the program."""
        self.app.exit()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = event.option_id or ""
        if chosen.startswith("resume "):
            self._once(partial(self._starts.resume, chosen.removeprefix("resume ")))
        else:
            # The entries have the names of the commands whose keys do the same.
            self.call_later(self.run_action, chosen)

    def _show(self) -> None:
        """Show what can be begun; what waits is worked out once that is on the screen."""
        try:
            self._waiting = self.session.group.waiting()
            self._count = self.session.group.held()
        except JournalError as error:
            self._show_lines([str(error)])
        else:
            self.call_after_refresh(self._show_what_waits)
        menu = self.query_one(OptionList)
        menu.clear_options()
        menu.add_options(self._options())
        menu.highlighted = 0
        self.query_one(Headline).parts = ("Facilitator", "", self._held())
        self.refresh_keys()

    def _show_what_waits(self) -> None:
        """Show what waits: the next circle, commitments, roles, skills."""
        from facilitator.screens.waiting import what_waits  # noqa: PLC0415

        if not self.is_attached:
            return
        try:
            self._show_lines(what_waits(self.session, next_time=not self._waiting))
        except JournalError as error:
            self._show_lines([str(error)])

    def _show_lines(self, lines: Sequence[str]) -> None:
        panel = self.query_one("#waits", LinesPanel)
        panel.lines = tuple(lines)
        self._make_room()

    def on_resize(self) -> None:
        """In a very low terminal there is room for what can be begun, and for nothing beside it."""
        self._make_room()

    def _make_room(self) -> None:
        panel = self.query_one("#waits", LinesPanel)
        panel.display = bool(panel.lines) and self.size.height >= LOWEST_WITH_WHAT_WAITS

    def _held(self) -> str:
        held = self._count
        return f"{held} circle{'' if held == 1 else 's'} in this group's memory" if held else ""

    def _options(self) -> list[Option]:
        options = [
            _option(
                f"resume {each.id}",
                "r",
                f"Resume “{fit(each.title, 40)}”",
                f"{'gathering' if each.opened is None else 'under way'}, {counted(each.people)}",
            )
            for each in self._waiting
        ]
        if self._waiting:
            options.append(
                _option("take_notes", "n", "Take notes", "at the circle that goes on elsewhere")
            )
        first = not self._waiting and not self._count
        rehearse = _option("rehearse", "e", "Rehearse", "try every key; nothing is kept")
        start = _option("start", "s", "Start a circle", "choose an agenda, seat people")
        options += [rehearse, start] if first else [start, rehearse]
        if not first:
            options.append(_option("commitments", "c", "Commitments", "who promised what, by when"))
            options.append(_option("roles", "o", "Roles", "who has what until when, who is next"))
            options.append(_option("skills", "k", "Skills", "who can teach what to whom"))
        if self._count:
            options.append(_option("minutes", "m", "Minutes", "read what was said and promised"))
            options.append(_option("mend", "l", "Last circle", "add to its minutes, or reopen it"))
        options.append(_option("quit_program", "q", "Quit", "everything is saved"))
        return options


def _option(identity: str, key: str, label: str, detail: str) -> Option:
    return Option(
        Content.assemble((f" {key}  ", "b $accent"), f"{label:<24}  ", (detail, "dim")), id=identity
    )
