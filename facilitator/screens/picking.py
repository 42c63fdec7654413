"""One of a list is picked by typing a few letters of it, or one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from facilitator.core.letters import plain_letters
from facilitator.screens.dialogs import TypedDialog
from facilitator.ui.text import fit
from facilitator.widgets.field import EntryField
from facilitator.widgets.long_list import LongList

MOST_LINES, MOST_OF_HEIGHT, AROUND_THE_LIST = 16, 90, 8
"""As the style sheet has them: the lines of the list, the box's share of the screen in per cent,
and the lines of the box that are not the list's."""

LONGEST = 120
"""Cells of a choice that are shown: two lines, so that one can't fill the list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list to choose from.

    Attributes:
        id: what is given back.
        label: what it is called.
        detail: more about it, in quieter letters.
    """

    id: str
    label: str
    detail: str = ""


class PickScreen(TypedDialog[str]):
    """Asks for one of a list; typing filters it."""

    words = ""
    """What had been typed when one was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "move(10)", "Page down", show=False, priority=True),
        Binding("pageup", "move(-10)", "Page up", show=False, priority=True),
    ]

    KEYS = "type to filter · ↑ ↓ · Enter choose · Esc no change"

    def __init__(self, title: str, choices: Sequence[Choice], *, chosen: str = "") -> None:
        super().__init__(title, self.KEYS)
        self._choices = tuple(choices)
        self._chosen = chosen
        self._shown_for = ""

    def body(self) -> ComposeResult:
        """The filter and the list."""
        yield EntryField(placeholder="Type a few letters", id="filter")
        yield LongList(id="choices")

    def on_mount(self) -> None:
        """Show everything at first, but for letters that were typed already."""
        self.query_one(EntryField).put(self._early)
        choices = self.query_one(LongList)
        choices.can_focus = False
        self._keep_height()
        self._show(self._early)
        # Watched rather than told of: what fits is shown in one go with the letter.
        self.watch(self.query_one(EntryField), "value", self._filter, init=False)
        for place, choice in enumerate(self._choices):
            if choice.id == self._chosen:
                choices.move(place)

    def on_resize(self) -> None:
        """Another height may have more room, or less."""
        self._keep_height()

    def _keep_height(self) -> None:
        """The box stays where it is while letters leave fewer and fewer choices."""
        room = self.app.size.height * MOST_OF_HEIGHT // 100 - AROUND_THE_LIST
        lines = min(len(self._choices), MOST_LINES, room)
        self.query_one(LongList).styles.min_height = max(1, lines)

    def action_move(self, places: int) -> None:
        """Go up or down in the list."""
        self.query_one(LongList).move(places)

    @on(EntryField.Entered, "#filter")
    def _entered(self, event: EntryField.Entered) -> None:
        event.stop()
        event.field.handing_over = False
        if event.words != self._shown_for:
            # Typed ahead: the list had not come to these letters yet, or is at those behind them.
            self._show(event.words)
        chosen = self.under_cursor()
        if chosen:
            self.words = event.words
            self.choose(chosen)
        else:
            event.field.give_back(event.words)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.words = self.query_one(EntryField).value
            self.choose(event.option_id)

    def _filter(self, words: str) -> None:
        if not self.query_one(EntryField).handing_over:
            self._show(words)

    def under_cursor(self) -> str:
        """The id of the choice that Enter takes; nothing, if there is none."""
        option = self.query_one(LongList).highlighted_option
        return "" if option is None or option.disabled else option.id or ""

    def choose(self, choice: str) -> None:
        """Answer with a choice, by its id."""
        self.dismiss(choice)

    def shown(self, words: str) -> str:
        """The part of what is typed that is looked for."""
        return words

    def _show(self, words: str) -> None:
        self._shown_for = words
        begun, choices = plain_letters(self.shown(words)), self.query_one(LongList)
        wanted = begun.split()
        fitting = [
            choice
            for choice in self._choices
            if all(word in plain_letters(f"{choice.label} {choice.detail}") for word in wanted)
        ]
        fitting.sort(key=lambda choice: not plain_letters(choice.label).startswith(begun))
        if not choices.offer(map(_option, fitting)):
            choices.add_option(Option(Content("Nothing fits these letters."), disabled=True))


class PickEachScreen(PickScreen):
    """Asks for one after the other, until Esc or until nobody is left to be asked for."""

    def __init__(
        self, title: str, left: Callable[[], Sequence[Choice]], take: Callable[[str], object]
    ) -> None:
        super().__init__(title, left())
        self._left = left
        self._take = take

    def choose(self, choice: str) -> None:
        """Take it, and ask for the next. Letters typed since belong to that."""
        self._take(choice)
        self._choices = tuple(self._left())
        if self._choices:
            self._show(self.query_one(EntryField).value)
        else:
            self.dismiss(choice)


def _option(choice: Choice) -> Option:
    label, detail = fit(choice.label, LONGEST), fit(choice.detail, LONGEST)
    return Option(Content.assemble(label, "  ", (detail, "dim")), id=choice.id)
