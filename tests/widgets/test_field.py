"""A line of words takes every key in the order in which it was pressed, however fast they come."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.keys import _character_to_key

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


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("☺\ufe0f", "☺\ufe0f"),
        ("left\u202eright", "left‹U+202E›right"),
        ("soft\xadhyphen", "soft‹U+00AD›hyphen"),
        ("two\xa0words", "two\xa0words"),
        ("none\x1b\x00here", "nonehere"),
    ],
    ids=["emoji", "Persian", "Hindi", "selector", "override", "soft hyphen", "space", "control"],
)
async def test_what_is_typed_is_written_or_made_visible(typed: str, left: str) -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        for key in typed:
            app.post_message(events.Key(KEYS.get(key, _character_to_key(key)), key))
        await pilot.pause()
        assert app.query_one(EntryField).value == left


async def test_a_joiner_is_typed_over_what_is_selected() -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        field = app.query_one(EntryField)
        field.give_back("wrong")
        app.post_message(events.Key("x", "\u202e"))
        await pilot.pause()
        assert field.value == "‹U+202E›"
