"""What waits, and what can be begun."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.commands.command import HELP, key_name
from facilitator.commands.home import COMMANDS, ROLES
from facilitator.core.events import Hat
from facilitator.core.roles.concerns import concerns
from facilitator.core.rota import whose_turn
from facilitator.core.words import by, called, counted
from facilitator.journal.group import WaitingMeeting, named
from facilitator.journal.problems import JournalError
from facilitator.screens.commanded import Commanded
from facilitator.screens.waiting import skill_share
from facilitator.session import Session
from facilitator.ui.commands import bindings
from facilitator.ui.role_words import concern_line
from facilitator.ui.text import fit, visible
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.panels import LinesPanel

MOST_PROMISES = 4
MOST_CONCERNS = 3
WELCOME = "Everyone speaks. Roles are claimed. Minutes are done when people stand up."


class Starts(Protocol):
    """What the first screen asks of the program around it."""

    def start(self) -> None:
        """Choose an agenda and gather."""

    def resume(self, meeting: str) -> None:
        """Go to a meeting that waits."""

    def rehearse(self) -> None:
        """Run a circle that is thrown away."""

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
        self.query_one("#waits").border_title = Content("What waits")
        self.query_one(VerticalScroll).can_focus = False
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """At first, and back from a circle: other things wait now."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what waits can be resumed."""
        if action == "resume":
            return bool(self._waiting)
        if action in ("minutes", "mend"):
            return bool(self._count)
        if action in ("roles", "skills"):
            return bool(self._count or self._waiting)
        return super().check_action(action, parameters)

    def action_start(self) -> None:
        """Start a circle."""
        self._once(self._starts.start)

    def action_resume(self) -> None:
        """Resume the latest circle that waits."""
        if self._waiting:
            self._once(partial(self._starts.resume, self._waiting[0].id))

    def action_rehearse(self) -> None:
        """Rehearse."""
        self._once(self._starts.rehearse)

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
            actions = {
                "start": self.action_start,
                "rehearse": self.action_rehearse,
                "roles": self.action_roles,
                "skills": self.action_skills,
                "minutes": self.action_minutes,
                "mend": self.action_mend,
                "quit_program": self.action_quit_program,
            }
            actions[chosen]()

    def _show(self) -> None:
        try:
            self._waiting = self.session.group.waiting()
            self._count = self.session.group.held()
            lines = self._what_waits()
        except JournalError as error:
            lines = [str(error)]
        panel = self.query_one("#waits", LinesPanel)
        panel.empty = "Nothing waits."
        panel.lines = tuple(lines)
        self.query_one("#waits").display = bool(lines)
        menu = self.query_one(OptionList)
        menu.clear_options()
        menu.add_options(self._options())
        menu.highlighted = 0
        self.query_one(Headline).parts = ("Facilitator", "", self._held())
        self.refresh_keys()

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
        first = not self._waiting and not self._count
        rehearse = _option("rehearse", "e", "Rehearse", "try every key; nothing is kept")
        start = _option("start", "s", "Start a circle", "choose an agenda, seat people")
        options += [rehearse, start] if first else [start, rehearse]
        if not first:
            options.append(_option("roles", "o", "Roles", "who has what until when, who is next"))
            options.append(_option("skills", "k", "Skills", "who can teach what to whom"))
        if self._count:
            options.append(_option("minutes", "m", "Minutes", "read what was said and promised"))
            options.append(_option("mend", "l", "Last circle", "add to its minutes, or reopen it"))
        options.append(_option("quit_program", "q", "Quit", "everything is saved"))
        return options

    def _what_waits(self) -> list[str]:
        group, names = self.session.group, self.session.names
        lines = []
        if not self._waiting and (parts := self._next_time()):
            lines.append("Next circle: " + ", ".join(parts))
        promises = group.promises()
        for promise in promises[:MOST_PROMISES]:
            owner = called(promise.owner, names) if promise.owner else "nobody yet"
            due = f" · {by(promise.due)}" if promise.due else ""
            lines.append(visible(f"! {owner}: {named(promise.what, names)}{due}"))
        if len(promises) > MOST_PROMISES:
            lines.append(f"and {len(promises) - MOST_PROMISES} more commitments")
        return [*lines, *self._roles_to_look_at(), *skill_share(self.session)]

    def _roles_to_look_at(self) -> list[str]:
        """The most pressing of what about its roles the group should look at."""
        state, names = self.session.lasting(), self.session.names
        found = concerns(state, self.session.day_here)
        lines = [concern_line(each, state, names) for each in found[:MOST_CONCERNS]]
        more = len(found) - len(lines)
        if more:
            lines.append(f"and {more} more · {key_name(ROLES.key)} {ROLES.label}")
        return lines

    def _next_time(self) -> list[str]:
        """What was planned for the next circle; where nobody was named, whose turn it is."""
        group, names = self.session.group, self.session.names
        planned = group.next_time()
        if planned is None:
            return []
        parts = [visible(planned.when) if planned.when else "no date yet"]
        if planned.facilitator:
            parts.append(f"{visible(called(planned.facilitator, names))} facilitates")
        elif turn := whose_turn(group.history(), Hat.FACILITATOR):
            name = visible(called(turn.person, names))
            parts.append(f"{name}'s turn to facilitate ({turn.brief})")
        if planned.note_taker:
            parts.append(f"{visible(called(planned.note_taker, names))} takes notes")
        return parts if len(parts) > 1 or planned.when else []


def _option(identity: str, key: str, label: str, detail: str) -> Option:
    return Option(
        Content.assemble((f" {key}  ", "b $accent"), f"{label:<24}  ", (detail, "dim")), id=identity
    )
