"""A line to type in: completes names, takes a pasted list, keeps control characters out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar
from unicodedata import category

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input
from textual.widgets.input import Selection

from facilitator.core.letters import plain_letters
from facilitator.ui.text import visible

JOINERS = "\u200c\u200d"
"""Belong between two letters, or inside an emoji; the second of the two is typed after them."""


def letters(event: events.Key) -> str:
    """What a key writes in a line; nothing for a key that does something else.

    Textual knows as printable what Python does: no joiner, and no space but the usual one.
    """
    character = event.character
    if character is None or len(character) != 1:
        return ""
    if event.is_printable or character in JOINERS:
        return character
    return "" if category(character) == "Cc" else visible(character)


class Completion(Suggester):
    """Completes the name being typed: the whole line, or what stands behind the last mark.

    Attributes:
        names: what can be completed; the first that fits is offered.
    """

    def __init__(self, names: Iterable[str] = (), *, mark: str = "") -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.names = tuple(names)
        self._mark = mark

    async def get_suggestion(self, value: str) -> str | None:
        """The line with the name completed, or ``None``."""
        start = value.rfind(self._mark) + len(self._mark) if self._mark else 0
        if self._mark and self._mark not in value:
            return None
        name = completed(value[start:], self.names)
        return value[:start] + name if name is not None else None


def completed(begun: str, known: Iterable[str]) -> str | None:
    """The first of some names or words that goes on as it was begun, in any case and accents."""
    if not begun:
        return None
    wanted = plain_letters(begun)
    for name in map(visible, known):
        if len(name) > len(begun) and plain_letters(name[: len(begun)]) == wanted:
            return name
    return None


class Field(Input):
    """An input for one line of a person's words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False),
    ]

    @dataclass
    class Pasted(Message):
        """Several lines were pasted.

        Attributes:
            field: where.
            lines: the lines, without their ends; empty ones left out.
        """

        field: Field
        lines: tuple[str, ...]

        @property
        def control(self) -> Field:
            """The field that was pasted into."""
            return self.field

    def rest(self) -> None:
        """Let the cursor stand still while nobody sees it."""
        self._pause_blink(visible=True)

    def action_complete(self) -> None:
        """Take the completion that is shown; without one, go on to the next field."""
        if self._suggestion and self.cursor_position == len(self.value):
            self.value = self._suggestion
            self.cursor_position = len(self.value)
        else:
            self.screen.focus_next()

    async def _on_key(self, event: events.Key) -> None:
        """Do what an editing key does here and now.

        Left to itself it would go up to the app first, and be overtaken by the letters behind it.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if not binding.priority and await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return
        words = letters(event)
        if words and not event.is_printable:
            event.stop()
            event.prevent_default()
            self.replace(words, *self.selection)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        lines = tuple(visible(line.strip()) for line in event.text.splitlines() if line.strip())
        if len(lines) > 1:
            self.post_message(self.Pasted(self, lines))
        elif lines:
            self.insert_text_at_cursor(lines[0])


class EntryField(Field):
    """A field that is empty again as soon as its words are entered.

    It does not wait for the answer, so that what is typed meanwhile belongs to the next line;
    ``give_back`` returns words that could not be used.

    Attributes:
        handing_over: whether words were entered that nobody has taken yet; whoever takes them
            may say that it is over. Letters typed meanwhile belong to the next line.
        taker: who is given the words at once, instead of a message that comes later; so the
            field is not painted once more in a box that goes away.
    """

    @dataclass
    class Entered(Message):
        """``Enter`` was pressed.

        Attributes:
            field: where.
            words: as typed.
        """

        field: EntryField
        words: str

        @property
        def control(self) -> EntryField:
            """The field that was typed in."""
            return self.field

    def __init__(
        self,
        *,
        placeholder: str = "",
        suggester: Suggester | None = None,
        id: str | None = None,  # noqa: A002  # the name Textual's widgets give it
    ) -> None:
        self.handing_over = False
        self.taker: Callable[[str], object] | None = None
        # Words that are there already are gone on with: selected, the next letter would wipe them.
        super().__init__(placeholder=placeholder, suggester=suggester, id=id, select_on_focus=False)

    async def action_submit(self) -> None:
        """Hand over the words."""
        self.handing_over = True
        words = self.take()
        if self.taker is not None:
            self.taker(words)
        else:
            self.post_message(self.Entered(self, words))

    def take(self) -> str:
        """Empty the field, and give its words. Their draft is only forgotten once they are kept."""
        words = self.value
        with self.prevent(Input.Changed):
            self.clear()
        return words

    def give_back(self, words: str) -> None:
        """Put words back before those typed since; they are selected, to be typed over."""
        since = self.value
        self.put(f"{words} {since}" if since else words)
        if not since:
            self.selection = Selection(0, len(self.value))

    def put(self, words: str) -> None:
        """Set the words, the cursor behind them."""
        self.value = visible(words)
        self.cursor_position = len(self.value)
