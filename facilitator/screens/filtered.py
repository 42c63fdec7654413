"""A screen with a list, of which what is typed leaves what fits."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Static

from facilitator.screens.live import Live
from facilitator.widgets.aimed_list import AimedList
from facilitator.widgets.filter_field import FilterField

PAGE = 10
MOVING = (
    Binding("pagedown", f"move({PAGE})", "Page down", show=False),
    Binding("pageup", f"move(-{PAGE})", "Page up", show=False),
    Binding("home", "move(-100000)", "First", show=False),
    Binding("end", "move(100000)", "Last", show=False),
)
"""The keys that move the cursor by more than a line."""


class Filtered(Live):
    """The list, the line that it is filtered by, and the keys between them."""

    AUTO_FOCUS = ""

    def compose_filter(self, placeholder: str) -> ComposeResult:
        """The line that is typed in."""
        with Horizontal(id="filtering"):
            yield Static("/", id="sign")
            yield FilterField(placeholder=placeholder, id="filter")

    def follow_the_filter(self) -> None:
        """Show what fits from now on.

        At once, and not by a message: the next key may be about what the words leave.
        """
        self.query_one("#filtering").display = False
        self.watch(self.query_one(FilterField), "value", self._filtered, init=False)

    @property
    def listed(self) -> AimedList:
        """The list."""
        return self.query_one(AimedList)

    @property
    def words(self) -> str:
        """What the list is filtered by."""
        return self.query_one(FilterField).value.strip()

    def show_about(self) -> None:
        """Show what is said of the line under the cursor."""

    def action_look(self) -> None:
        """Look at what is under the cursor."""

    @on(AimedList.Pointed)
    def _pointed(self) -> None:
        self.show_about()
        self.refresh_keys()

    @on(AimedList.Picked)
    def _picked(self) -> None:
        self.action_look()

    def on_descendant_blur(self) -> None:
        """Letters are keys again."""
        super().on_descendant_blur()
        self._show_filter()

    def _filtered(self) -> None:
        self._show_filter()
        self.show()

    def _show_filter(self) -> None:
        """The line is there while words are typed, and as long as there are any."""
        field = self.query_one(FilterField)
        self.query_one("#filtering").display = self.focused is field or bool(self.words)

    def action_move(self, places: int) -> None:
        """Go up or down."""
        self.listed.move(places)

    def action_filter(self) -> None:
        """Go to the line that the list is filtered by."""
        self.query_one("#filtering").display = True
        self.set_focus(self.query_one(FilterField))

    def action_back(self) -> None:
        """Leave the filter, or the screen."""
        if self.words:
            self.query_one(FilterField).value = ""
        else:
            self.dismiss()
