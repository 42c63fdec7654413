"""Small questions over a screen: yes or no, a line of words, one of a list. Esc: no change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from facilitator.screens.answering import LeftOnce, ResultType
from facilitator.ui.text import visible
from facilitator.widgets.backdrop import Backdrop
from facilitator.widgets.field import Completion, EntryField, Field, letters

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
        self._backdrop = Backdrop()

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical(id="box") as box:
            box.border_title = Content(visible(self._title))
            box.border_subtitle = Content(self._keys)
            yield from self.body()

    def body(self) -> ComposeResult:
        """What is in the box."""
        yield from ()

    def render(self) -> RenderResult:  # type: ignore[override]  # a Visual is drawn as well
        """What lies below, in quieter colors."""
        below = super().render()
        if isinstance(below, BackgroundScreen):
            return self._backdrop.over(below.screen, below.color)
        return below

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Be drawn again; where parts are named, the screen below has changed there."""
        for screen in self.app.screen_stack if regions else ():
            if isinstance(screen, Dialog):
                screen._backdrop.changed(regions)  # noqa: SLF001 - of its own kind
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_screen_resume(self) -> None:
        """Back from another dialog: what lies below may have changed."""
        self._backdrop.forget()

    def on_screen_suspend(self) -> None:
        """Let go of all that was drawn: Textual keeps it for the last thousand widgets."""
        for each in self.walk_children(with_self=True):
            each.refresh()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colors."""
        self._backdrop.forget()
        super().notify_style_update()

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
