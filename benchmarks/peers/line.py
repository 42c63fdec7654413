"""An input and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input


class LineApp(App[None]):
    """What the circle's keys are held against."""

    def compose(self) -> ComposeResult:
        """Only the input."""
        yield Input(placeholder="Bare input")


if __name__ == "__main__":
    LineApp().run()
