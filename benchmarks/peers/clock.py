"""A clock, as the documentation of Textual's ``Digits`` has it."""

from __future__ import annotations

from datetime import datetime

from textual.app import App, ComposeResult
from textual.widgets import Digits


class ClockApp(App[None]):
    """What a running turn is held against."""

    CSS = """
    Screen { align: center middle; }
    #clock { width: auto; }
    """

    def compose(self) -> ComposeResult:
        """Only the clock."""
        yield Digits("", id="clock")

    def on_ready(self) -> None:
        """Show the time, each second."""
        self.update_clock()
        self.set_interval(1, self.update_clock)

    def update_clock(self) -> None:
        """Show the time."""
        self.query_one(Digits).update(f"{datetime.now().astimezone().time():%T}")


if __name__ == "__main__":
    ClockApp().run()
