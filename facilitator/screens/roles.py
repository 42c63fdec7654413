"""The roles of the group side by side: who has what until when, who is next, what is open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from facilitator.commands.command import HELP, Command
from facilitator.commands.roles import COMMANDS, TIME_LINE
from facilitator.core.vocabulary import FactId
from facilitator.core.words import length, short_date
from facilitator.screens.filtered import MOVING, Filtered
from facilitator.screens.role import RoleScreen
from facilitator.screens.role_describing import RoleDescribing
from facilitator.session import Session
from facilitator.ui.commands import bindings
from facilitator.ui.roles import board_view, fitting, place_lines
from facilitator.ui.text import fit, visible
from facilitator.widgets.filter_field import FilterField
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.panels import LinesPanel
from facilitator.widgets.role_head import RoleHead
from facilitator.widgets.role_list import RoleList

EMPTY = (
    "The group has no roles yet. o opens one: its name, and how long a term is, as in "
    "“Pantry, 3 months” or “Bring the pots, 2 weeks”. In a circle the roles step opens them too."
)
NAME_IN_TITLE = 40


class RolesScreen(Filtered, RoleDescribing):
    """The roles board."""

    CSS_PATH: ClassVar = ["filtered.tcss", "roles.tcss"]
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((*COMMANDS, HELP)),
        *MOVING,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._in_words = False

    def compose(self) -> ComposeResult:
        """Headline, the board, what is said of the role under the cursor, keys."""
        yield Headline()
        yield RoleHead()
        yield RoleList(id="roles")
        yield LinesPanel(id="about")
        yield from self.compose_filter("a role, a person, overdue, vacant …")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the roles, and follow them."""
        self.query_one("#about", LinesPanel).most = 1
        self.follow_the_filter()
        self.begin_following()

    def on_resize(self) -> None:
        """A wide terminal has room for the line of days beside the words."""
        self.call_after_refresh(self._lay_out)

    @property
    def aimed_at(self) -> FactId:
        """The role under the cursor."""
        return self.query_one(RoleList).cursor

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a role can be looked at; where there is none, there is nothing to filter."""
        if action == "look":
            return bool(self.aimed_at) and not isinstance(self.focused, Input)
        if action in ("filter", "time_line") and not self.places:
            return False
        return super().check_action(action, parameters)

    def label_of(self, command: Command) -> str:
        """What the line of days would give way to."""
        if command is TIME_LINE and self.query_one(RoleList).time:
            return "in words"
        return super().label_of(command)

    def show(self) -> None:
        """Show the roles as they are."""
        self.look_again()
        names, day = self.session.names, self.session.today
        every = list(self.places.values())
        found = fitting(every, self.words, names)
        roles = self.query_one(RoleList)
        roles.empty = f"No role fits “{visible(self.words)}”. Esc shows all." if every else EMPTY
        roles.view = board_view(found, day, names)
        urgent = sum(bool(place.concerns) for place in every)
        counts = [f"{len(every)} role{'' if len(every) == 1 else 's'}"]
        counts += [f"{urgent} to look at"] if urgent else []
        if len(found) != len(every):
            counts.insert(0, f"{len(found)} of")
        self.query_one(Headline).parts = (
            "Roles",
            short_date(day),
            " · ".join(counts).replace("of · ", "of ") if every else "",
        )
        self._lay_out()
        self.show_about()
        self.refresh_keys()

    def _lay_out(self) -> None:
        """The line of days stands beside the words where there is room, or instead of them."""
        roles = self.query_one(RoleList)
        roles.time = self.has_class("-wide") != self._in_words
        head = self.query_one(RoleHead)
        head.head = roles.head
        head.set_class(not roles.head[1], "nothing")

    def show_about(self) -> None:
        """Show what is said of the line under the cursor."""
        about, place = self.query_one("#about", LinesPanel), self.places.get(self.aimed_at)
        about.set_class(not self.places, "nothing")
        if place is None:
            about.border_title, about.lines = "", ()
            return
        role = place.role
        how_long = f"{role.kind.value}, {length(role.days, role.months)}"
        about.border_title = Content(f"{fit(role.name, NAME_IN_TITLE)} · {how_long}")
        lines = [*place_lines(place, self.session.state, self.session.names), role.purpose]
        about.empty = "e says what it is for."
        about.lines = tuple(filter(None, lines))

    def action_time_line(self) -> None:
        """The line of days, or who has what in words."""
        self._in_words = not self._in_words
        self._lay_out()
        self.refresh_keys()

    def action_look(self) -> None:
        """Look at one role."""
        if self.on_top and self.aimed_at:
            self.app.push_screen(RoleScreen(self.session, self.aimed_at))

    def opened(self, role: FactId) -> None:
        """Show the role that was opened just now."""
        self.query_one(FilterField).value = ""
        self.show()
        self.query_one(RoleList).cursor = role
