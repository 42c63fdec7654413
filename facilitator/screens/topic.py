"""What came of a topic: asked once, in a box, when the circle is about to leave it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from facilitator.screens.dialogs import Dialog
from facilitator.screens.presses import pressed_twice
from facilitator.ui.text import visible
from facilitator.ui.topics import Answer, TopicQuestion


class TopicScreen(Dialog[str]):
    """Asks with a key for each answer; ``Esc`` stays at the step.

    The press that opened it may have been half of two: what comes with it does not count.
    """

    # Looked at by the app before any key behind them: after d or c that is in the line already.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"{answer.value},enter", f"answer('{answer.value}')", show=False, priority=True)
        if answer is Answer.NOTHING
        else Binding(answer.value, f"answer('{answer.value}')", show=False, priority=True)
        for answer in Answer
        if answer is not Answer.MEANWHILE
    ]

    def __init__(
        self, question: TopicQuestion, now: Callable[[], int], take: Callable[[Answer], object]
    ) -> None:
        super().__init__(question.title, "Enter goes on · Esc stays")
        self._question = question
        self._now = now
        self._take = take
        self._opened = now()

    def on_mount(self) -> None:
        """From now on keys are counted, once nobody presses twice any more."""
        self._opened = self._now()

    def body(self) -> ComposeResult:
        """What it is about, and what each key does."""
        rows = [
            f"{'n, Enter' if answer is Answer.NOTHING else answer.value:<8}   {words}"
            for answer, words in self._question.answers
        ]
        about = [visible(self._question.words), ""] if self._question.words else []
        yield Static(Content("\n".join([*about, *rows, "Esc        stay here"])), id="words")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is asked for is answered."""
        if action == "answer":
            return parameters[0] in [answer.value for answer, _ in self._question.answers]
        return super().check_action(action, parameters)

    def action_answer(self, key: str) -> None:
        """Answer, unless the key belongs to the press that opened the box."""
        if not pressed_twice(self._opened, self._now()):
            self.dismiss(key)
            self._take(Answer(key))
