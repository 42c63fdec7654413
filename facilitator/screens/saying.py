"""What a screen at a meeting says in passing, and what it warns of."""

from __future__ import annotations

from textual.notifications import SeverityLevel
from textual.widgets import Input

from facilitator.commands.command import key_name
from facilitator.commands.paper import UNDO
from facilitator.screens.commanded import Commanded
from facilitator.session import Session
from facilitator.ui.text import fit, visible


class Saying(Commanded):
    """A screen with a session, that says things in notices."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._noticed = ("", 0)

    def say(self, words: str) -> None:
        """Say something in passing."""
        self._notice(words, timeout=3)

    def say_what_was_done(self) -> None:
        """Say what was done just now, and which key takes it back."""
        words = self.session.told(self.session.state.facts[-1].action)
        self.say_done(words[:1].upper() + words[1:])

    def say_done(self, words: str) -> None:
        """Say in these words what was done just now, and which key takes it back."""
        self.say(self.with_way_back(words))

    def with_way_back(self, words: str) -> str:
        """Words about what was done, and the key that takes it back where the focus is now."""
        key = key_name(UNDO.typing_key if isinstance(self.focused, Input) else UNDO.key)
        back = f" · {key} takes it back"
        return f"{fit(words, self.cells_to_say - len(back))}{back}"

    @property
    def cells_to_say(self) -> int:
        """How many cells there are for what is said in passing."""
        return self.size.width - 4

    def warn(self, words: str) -> None:
        """Say what went wrong, or why something was not done."""
        self._notice(words, "warning", timeout=6)

    def _notice(self, words: str, severity: SeverityLevel = "information", *, timeout: int) -> None:
        """Show a notice, but none that stands there already: many would hide the screen."""
        now, (before, until) = self.session.now(), self._noticed
        if words != before or not 0 < until - now <= timeout * 1000:
            self.notify(visible(words), severity=severity, timeout=timeout, markup=False)
            self._noticed = words, now + timeout * 1000
