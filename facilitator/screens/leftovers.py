"""A list of steps that were not reached: one is taken up, or let go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitator.screens.picking import OneOf, PickScreen
from facilitator.widgets.choice_list import Choice


class Leftover(OneOf):
    """A step that was not reached."""

    keys = "↑ ↓ · Enter put on the agenda · Del let it go · Esc no change"


class LeftoversScreen(PickScreen):
    """Gives back the choice that goes on the agenda, or, behind ``GONE``, the one to let go."""

    GONE = "gone "
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,ctrl+d", "let_go", "Let go", show=False, priority=True)
    ]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__(Leftover(title, choices))

    def action_let_go(self) -> None:
        """Do not offer this one any more."""
        chosen = self.under_cursor()
        if chosen:
            self.dismiss(f"{self.GONE}{chosen}")
