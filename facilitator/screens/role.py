"""One role: what it is, what its handoff lacks, and everyone who had it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from facilitator.commands.command import HELP
from facilitator.commands.roles import COMMANDS_OF_ONE
from facilitator.core.roles.standing import followed
from facilitator.core.vocabulary import FactId
from facilitator.screens.role_describing import RoleDescribing
from facilitator.session import Session
from facilitator.ui.commands import bindings
from facilitator.ui.role_page import Part, role_page
from facilitator.ui.roles import GLYPHS
from facilitator.ui.text import fit
from facilitator.widgets.card import CardText
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar

PAGE = 10
LONGEST_NAME = 60


class RoleScreen(RoleDescribing):
    """The page of one role; if it is merged, that of the one it became part of."""

    CSS_PATH = "role.tcss"
    AUTO_FOCUS = ""
    COMMANDS_OF_SCREEN = COMMANDS_OF_ONE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((*COMMANDS_OF_ONE, HELP)),
        Binding("pagedown", f"move({PAGE})", "Page down", show=False),
        Binding("pageup", f"move(-{PAGE})", "Page up", show=False),
    ]

    def __init__(self, session: Session, role: FactId) -> None:
        super().__init__(session)
        self._role = role

    def compose(self) -> ComposeResult:
        """Headline, the parts in one column or two, keys."""
        yield Headline()
        with VerticalScroll(id="page"), Horizontal(id="columns"):
            yield Vertical(id="first")
            yield Vertical(id="second")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the role, and follow it."""
        self.query_one("#page").can_focus = False
        self.begin_following()

    @property
    def aimed_at(self) -> FactId:
        """The role of this page."""
        found = followed(self.session.state, self._role)
        return found.id if found is not None else ""

    def opened(self, role: FactId) -> None:
        """Nothing is opened from here."""

    def show(self) -> None:
        """Show the role as it is; if its opening was taken back, go back to the board."""
        self.look_again()
        place = self.places.get(self.aimed_at)
        if place is None:
            if self.on_top:
                self.dismiss()
            return
        day, names = self.session.today, self.session.names
        self.query_one(Headline).parts = (
            fit(place.role.name, LONGEST_NAME),
            "",
            f"{GLYPHS[place.standing]} {place.standing.value}",
        )
        parts = role_page(place, self.session.state, day, names)
        for column, beside in (("#first", False), ("#second", True)):
            self._fill(column, [part for part in parts if part.beside is beside])
        self.refresh_keys()

    def _fill(self, column: str, parts: Iterable[Part]) -> None:
        """Show the parts of a column, in the panels that are there and in new ones."""
        holder, wanted = self.query_one(column), list(parts)
        panels = list(holder.query(PartPanel))
        for panel, part in zip(panels, wanted, strict=False):
            panel.show(part)
        for panel in panels[len(wanted) :]:
            panel.display = False
        holder.mount(*(PartPanel(part) for part in wanted[len(panels) :]))

    def action_move(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#page").scroll_relative(y=lines, animate=False, immediate=True)

    def action_back(self) -> None:
        """Back to the board."""
        self.dismiss()


class PartPanel(Vertical):
    """One part of the page in its frame."""

    def __init__(self, part: Part) -> None:
        super().__init__(classes="part")
        self._part = part

    def compose(self) -> ComposeResult:
        """The text."""
        yield CardText()

    def on_mount(self) -> None:
        """Show what it was made with."""
        self.show(self._part)

    def show(self, part: Part) -> None:
        """Show a part."""
        self._part = part
        self.display = True
        self.border_title = Content(part.title)
        for text in self.query(CardText):
            text.paragraphs = part.lines
