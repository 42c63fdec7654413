"""Small questions over a screen: yes or no, a line of words, one of a list. Esc: no change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from facilitator.screens.answering import LeftOnce
from facilitator.screens.steady import ResultType, Steady
from facilitator.ui.text import visible
from facilitator.widgets.field import Completion, EntryField, Field, letters
from facilitator.widgets.painting import SparingCompositor

UNSEEN = """\
It is not counted: nobody is charged for it.

Enter or Esc   leave it so
y              count it: the circle went on meanwhile"""


class Dialog(LeftOnce[ResultType], ModalScreen[ResultType]):
    """A box with a title over the screen; ``Esc`` closes it and changes nothing."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "No change", show=False)]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical(id="box") as box:
            box.border_title = Content(visible(self._title))
            box.border_subtitle = Content(self._keys)
            yield from self.body()

    def body(self) -> ComposeResult:
        """What is in the box."""
        yield from ()

    def say(self, title: str, keys: str) -> None:
        """Say other words on the edge of the box."""
        self.box.border_title = Content(visible(title))
        self.box.border_subtitle = Content(keys)

    @property
    def box(self) -> Widget:
        """What there is of it to be seen."""
        return self.query_one("#box")

    def render_lines(self, crop: Region) -> list[Strip]:
        """What lies below, as it is drawn there."""
        stack = self.app.screen_stack
        place = stack.index(self) if self in stack else 0
        below = stack[place - 1]._compositor  # noqa: SLF001 - as Textual's own does
        if not place or not below.size.region.contains_region(crop):
            return [Strip.blank(crop.width, self.rich_style)] * crop.height
        if isinstance(below, SparingCompositor):
            return below.lines(crop)
        drawn = below.render_strips()[crop.y : crop.bottom]
        return [line.crop(crop.x, crop.right) for line in drawn]

    def dismiss(self, result: ResultType | None = None) -> AwaitComplete:
        """Close with an answer; below, only what the box covered is to be drawn."""
        if self.is_active:
            below = self.app.screen_stack[-2]
            if isinstance(below, Steady) and below.size == self.size:
                below.uncover(self.box.region)
        return super().dismiss(result)

    def on_screen_suspend(self) -> None:
        """Let go of all that was drawn: Textual keeps it for the last thousand widgets."""
        if not self.app.is_screen_installed(self):
            for each in self.walk_children(with_self=True):
                each.refresh()

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)


class TypedDialog(Dialog[ResultType]):
    """A box with a line to type in."""

    _early = ""

    def on_key(self, event: Key) -> None:
        """Keys come in bursts; those before the line is there belong in it."""
        words = letters(event)
        if words and not self.focused:
            self._early += words
            event.stop()


class ConfirmScreen(Dialog[bool]):
    """Says what will happen, and asks."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y,enter", "agree", "Yes", show=False)]

    def __init__(self, title: str, words: str, yes: str) -> None:
        super().__init__(title, f"Enter {yes} · Esc no change")
        self._words = words

    def body(self) -> ComposeResult:
        """The words."""
        lines = map(visible, self._words.splitlines())
        yield Static(Content("\n".join(lines)), id="words")

    def action_agree(self) -> None:
        """Yes."""
        self.dismiss(True)


class UnseenScreen(Dialog[bool]):
    """Says that time passed unseen and is not counted; one key says that it is, after all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,enter", "leave", "No", show=False),
        Binding("y", "count", "Yes", show=False),
    ]

    def __init__(self, words: str) -> None:
        super().__init__("Was that time part of the circle?", "Enter or Esc no · y yes")
        self._words = words

    def body(self) -> ComposeResult:
        """The words, and what each key does."""
        yield Static(Content(f"{visible(self._words)}\n\n{UNSEEN}"), id="words")

    def action_count(self) -> None:
        """The circle went on in that time."""
        self.dismiss(True)


class Preset(str):
    """An answer that stands there at first, selected: what is typed takes its place."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, and what becomes of the answer.

    Attributes:
        title: the question.
        placeholder: what is wanted, or ``e.g.`` and an example, so that nobody takes it for typed.
        accept: does something with the answer, and says why not, or nothing.
        keep: keeps what is being typed; with nothing it is forgotten.
        value: what stands there at first, to be gone on with; a ``Preset`` to be typed over.
        names: what can be completed.
    """

    title: str
    placeholder: str
    accept: Callable[[str], str]
    keep: Callable[[str], object] = lambda _: None
    value: str = ""
    names: tuple[str, ...] = ()


NOTHING_TYPED = "Nothing is written there yet. Esc leaves it without a change."


class AskScreen(TypedDialog[None]):
    """Asks for a line of words. It stays, with the words in it, until the answer is accepted."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.title, "Enter done · Tab completes · Esc no change")
        self._question = question

    def body(self) -> ComposeResult:
        """The line, and under it why the answer was not accepted."""
        yield EntryField(
            placeholder=self._question.placeholder,
            suggester=Completion(self._question.names),
            id="line",
        )
        yield Static(id="why")

    def on_mount(self) -> None:
        """Take in what was typed before the line was there."""
        field = self.query_one(EntryField)
        value = self._question.value
        if isinstance(value, Preset) and not self._early:
            field.give_back(value)
        else:
            field.put(self._early if isinstance(value, Preset) else value + self._early)
        self.set_focus(field)

    def action_leave(self) -> None:
        """Close without a change."""
        self._question.keep("")
        super().action_leave()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._question.keep(event.value)

    @on(EntryField.Entered)
    def _entered(self, event: EntryField.Entered) -> None:
        event.stop()
        why = self._question.accept(event.words) if event.words.strip() else NOTHING_TYPED
        if why:
            event.field.give_back(event.words)
            self.query_one("#why", Static).update(Content(visible(why)))
        else:
            self._question.keep("")
            self.dismiss(None)

    @on(Field.Pasted)
    def _pasted(self, event: Field.Pasted) -> None:
        event.stop()
        event.field.insert_text_at_cursor(", ".join(event.lines))
