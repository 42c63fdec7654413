"""What an action did, in a few words."""

from __future__ import annotations

import pytest
from support.play import Circle

from facilitator.core.intents import Undo, Welcome
from facilitator.core.telling import told

ARRIVED, BACK, AGAIN = "Zoë arrived", "taken back: Zoë arrived", "done again: Zoë arrived"


@pytest.mark.parametrize(
    ("times", "said"), [(0, ARRIVED), (1, BACK), (2, AGAIN), (3, BACK), (4, AGAIN)]
)
def test_however_often_something_is_undone_it_is_told_what_it_was(times: int, said: str) -> None:
    circle = Circle()
    circle.do(Welcome("Zoë"))
    for _ in range(times):
        circle.do(Undo(circle.state.facts[-1].action))
    assert told(circle.state.facts[-1].action, circle.state, circle.names) == said
