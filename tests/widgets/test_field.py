"""A line of words takes every key in the order in which it was pressed, however fast they come."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from facilitator.widgets.field import Completion, EntryField

KEYS = {"\r": "enter", "\t": "tab", "\x7f": "backspace", "\x15": "ctrl+u"}


class OneLine(App[None]):
    """An app that is nothing but a line, and keeps what was entered in it."""

    def __init__(self) -> None:
        super().__init__()
        self.entered: list[str] = []

    def compose(self) -> ComposeResult:
        yield EntryField(suggester=Completion(["Ana Lima"]))

    def on_entry_field_entered(self, message: EntryField.Entered) -> None:
        self.entered.append(message.words)


@pytest.mark.parametrize(
    ("typed", "entered", "left"),
    [
        ("Ana\rBo\rChidi\rDee", ["Ana", "Bo", "Chidi"], "Dee"),
        ("Anx\x7fa\r", ["Ana"], ""),
        ("wrong\x15Ana\r", ["Ana"], ""),
    ],
    ids=["enter", "backspace", "ctrl+u"],
)
async def test_letters_do_not_overtake_the_editing_keys_before_them(
    typed: str, entered: list[str], left: str
) -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        # All at once, as they come in one piece over a slow line.
        for key in typed:
            app.post_message(events.Key(KEYS.get(key, key), key))
        await pilot.pause()
        assert app.entered == entered
        assert app.query_one(EntryField).value == left
