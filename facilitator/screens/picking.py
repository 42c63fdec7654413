"""One of a list is picked by typing a few letters of it, or one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import ScreenResume
from textual.geometry import Size

from facilitator.core.letters import plain_letters
from facilitator.screens.dialogs import TypedDialog
from facilitator.screens.steady import Steady
from facilitator.widgets.choice_list import Choice, ChoiceList
from facilitator.widgets.field import EntryField

MOST_LINES, MOST_OF_HEIGHT, AROUND_THE_LIST = 16, 90, 8
"""As the style sheet has them: the lines of the list, the box's share of the screen in per cent,
and the lines of the box that are not the list's."""

AppResult = TypeVar("AppResult")

KEPT = "picker"
"""The name under which the app has the list that is kept between two questions."""


class OneOf:
    """What is picked from, and how it is asked for.

    Attributes:
        title: the question.
        choices: what there is to choose from.
        chosen: the id of the choice that is gone to at first.
        words: what had been typed when one was chosen.
    """

    keys = "type to filter · ↑ ↓ · Enter choose · Esc no change"
    words = ""

    def __init__(self, title: str, choices: Sequence[Choice], *, chosen: str = "") -> None:
        self.title = title
        self.choices = tuple(choices)
        self.chosen = chosen

    def looked_for(self, words: str) -> str:
        """The part of what is typed that is looked for."""
        return words

    def take(self, choice: str, words: str) -> bool:  # noqa: ARG002 - one of many does not need it
        """Take a choice, made when these words were typed; whether no other is asked for."""
        self.words = words
        return True


class EachOf(OneOf):
    """One after the other, until Esc or until nobody is left to be asked for."""

    def __init__(
        self, title: str, left: Callable[[], Sequence[Choice]], take: Callable[[str], object]
    ) -> None:
        super().__init__(title, left())
        self._left = left
        self._take = take

    def take(self, choice: str, words: str) -> bool:
        """Take it, and ask for the next."""
        super().take(choice, words)
        self._take(choice)
        self.choices = tuple(self._left())
        return not self.choices


class PickScreen(TypedDialog[str]):
    """Asks for one of a list; typing filters it. It can be asked with again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "move(10)", "Page down", show=False, priority=True),
        Binding("pageup", "move(-10)", "Page up", show=False, priority=True),
    ]

    def __init__(self, asked: OneOf) -> None:
        super().__init__(asked.title, asked.keys)
        self._asked = asked
        self._drawn_for: tuple[Size, str] | None = None

    def body(self) -> ComposeResult:
        """The filter and the list."""
        yield EntryField(placeholder="Type a few letters", id="filter")
        yield ChoiceList(id="choices")

    def on_mount(self) -> None:
        """Show everything at first, but for letters that were typed already."""
        self._begin(self._early)
        field = self.query_one(EntryField)
        # Watched rather than told of: what fits is shown in one go with the letter.
        self.watch(field, "value", self._filter, init=False)
        field.taker = self._entered

    def ask(self, asked: OneOf) -> None:
        """Ask for something else when it is shown again."""
        self._asked = asked
        if self.is_mounted:
            self.say(asked.title, asked.keys)
            self._begin("")

    def _begin(self, words: str) -> None:
        field, choices = self.query_one(EntryField), self.query_one(ChoiceList)
        field.handing_over = True
        field.put(words)
        field.handing_over = False
        self.set_focus(field)
        choices.offer(self._asked.choices)
        if words:
            self._show(words)
        choices.go_to(self._asked.chosen)

    @on(ScreenResume)
    def _draw_the_box(self, event: ScreenResume) -> None:
        """Where nothing but the question is another, the box is all that is drawn."""
        drawn_for = (self.app.size, self.app.theme)
        if drawn_for == self._drawn_for:
            event.refresh_styles = False
            self.uncover(self.box.region)
        self._drawn_for = drawn_for

    def on_screen_suspend(self) -> None:
        """Nobody sees the cursor blink."""
        self.query_one(EntryField).rest()

    def on_resize(self) -> None:
        """Another height may have more room, or less."""
        room = self.app.size.height * MOST_OF_HEIGHT // 100 - AROUND_THE_LIST
        self.query_one(ChoiceList).styles.max_height = max(1, min(MOST_LINES, room))

    def action_move(self, places: int) -> None:
        """Go up or down in the list."""
        self.query_one(ChoiceList).move(places)

    def _entered(self, words: str) -> None:
        field = self.query_one(EntryField)
        field.handing_over = False
        chosen = self.under_cursor()
        if chosen:
            self._choose(chosen, words)
        else:
            field.give_back(words)

    @on(ChoiceList.Chosen)
    def _clicked(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self._choose(event.choice, self.query_one(EntryField).value)

    def _choose(self, choice: str, words: str) -> None:
        """Answer with a choice; where others are asked for, letters typed since belong to them."""
        if not self.is_active:
            return
        if self._asked.take(choice, words):
            self.dismiss(choice)
        else:
            self._show(self.query_one(EntryField).value)

    def _filter(self, words: str) -> None:
        if not self.query_one(EntryField).handing_over:
            self._show(words)

    def under_cursor(self) -> str:
        """The id of the choice that Enter takes; nothing, if there is none."""
        return self.query_one(ChoiceList).under_cursor

    def _show(self, words: str) -> None:
        begun = plain_letters(self._asked.looked_for(words))
        self.query_one(ChoiceList).show(fitting(self._asked.choices, begun))


def fitting(choices: Sequence[Choice], begun: str) -> Sequence[Choice]:
    """What has every word that was begun in it; what begins so itself comes first."""
    if not begun:
        return choices
    wanted = begun.split()
    found = [
        choice
        for choice in choices
        if all(word in plain_letters(f"{choice.label} {choice.detail}") for word in wanted)
    ]
    return sorted(found, key=lambda choice: not plain_letters(choice.label).startswith(begun))


def let_pick(
    app: App[AppResult], asked: OneOf, then: Callable[[str | None], None] | None = None
) -> None:
    """Ask with the list that is kept; with another, while that one is on the screen."""
    if not app.is_screen_installed(KEPT):
        app.install_screen(PickScreen(asked), KEPT)
    kept = app.get_screen(KEPT, PickScreen)
    if kept in app.screen_stack:
        kept = PickScreen(asked)
    elif kept.is_running:
        kept.ask(asked)
        if isinstance(app.screen, Steady):
            app.screen.stay_as_drawn()
    app.push_screen(kept, then)
