"""A line that a list is filtered by while it is typed in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from facilitator.widgets.field import Field


class FilterField(Field):
    """Enter leaves the line and keeps its words, Esc leaves it without them.

    Keys come in bursts: those behind Enter or Esc that are here already go back to the screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "clear_and_leave", show=False)]

    async def action_submit(self) -> None:
        """Letters are keys again; the words stay."""
        self.screen.set_focus(None)

    def action_clear_and_leave(self) -> None:
        """Letters are keys again; everything is shown."""
        self.value = ""
        self.screen.set_focus(None)

    async def _on_key(self, event: events.Key) -> None:
        """Give back what was meant for the screen."""
        if self.screen.focused is self:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        self.app.post_message(events.Key(event.key, event.character))
