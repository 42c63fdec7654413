"""A circle that was never held is dropped, at the gathering or in the circle."""

from __future__ import annotations

from facilitator.core.intents import AbandonMeeting
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.screens.live import Live

WORDS = "Nothing was said in it, and it is not offered any more."


class Dropping(Live):
    """A screen at which a circle can be dropped."""

    def action_drop(self) -> None:
        """Drop the circle, after asking."""

        def dropped(sure: bool | None) -> None:
            if sure and self.do(AbandonMeeting()) and self.on_top:
                self.dismiss()

        self.app.push_screen(ConfirmScreen("Drop this circle?", WORDS, "drop it"), dropped)
