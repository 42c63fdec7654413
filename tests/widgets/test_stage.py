"""The question and the clock in a terminal that has hardly any room: no color says it alone."""

from __future__ import annotations

import pytest
from support.screens import rendered
from textual.app import App, ComposeResult

from facilitator.ui.views import CircleView, Phase
from facilitator.widgets.stage import Stage

QUESTION = "What skill did you use, or wish you had?"


class Small(App[None]):
    """A stage and nothing else."""

    def __init__(self, view: CircleView) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        stage = Stage()
        stage.view = self._view
        yield stage


@pytest.mark.parametrize(
    ("phase", "clock", "notice", "said"),
    [
        (Phase.CALM, "1:10", "", "1:10"),
        (Phase.WARNING, "0:10", "", "! 0:10"),
        (Phase.OVER, "+0:12", "", "+0:12"),
        (Phase.PAUSED, "0:40", "", "‖ 0:40"),
        (Phase.PAUSED, "0:40", "silence", "‖ 0:40"),
    ],
)
async def test_in_few_lines_a_sign_stands_before_the_clock(
    phase: Phase, clock: str, notice: str, said: str
) -> None:
    view = CircleView(
        question=QUESTION, clock=clock, caption="Jo speaks", phase=phase, notice=notice
    )
    async with Small(view).run_test(size=(24, 5)) as pilot:
        shown = [line.strip() for line in rendered(pilot.app.query_one(Stage)).splitlines()]
    assert said in shown
    assert "Jo speaks" in shown
    assert notice in " ".join(shown)
    assert shown[0] == "What skill did you"
