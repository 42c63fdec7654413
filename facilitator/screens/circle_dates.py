"""The date at the end of a commitment that is typed: whether it is one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Input

from facilitator.commands.command import Command
from facilitator.commands.written import UNDATED
from facilitator.core.capture import understand
from facilitator.core.forms import Kind, form_of
from facilitator.core.intents import Refusal
from facilitator.core.placing import Place
from facilitator.screens.circle_writing import CircleWriting
from facilitator.widgets.capture import CaptureLine

WITHOUT_DATE = "undated"
"""The field whose draft says that what is typed has no date."""


class CircleDates(CircleWriting):
    """A key takes the date out of what was understood; the words stay. Again, it is one."""

    _has_date = False
    _undated: frozenset[str] = frozenset()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to be taken out only where a date was understood."""
        if action == UNDATED.name:
            return isinstance(self.focused, Input) and self._dates(
                self.query_one(CaptureLine).words
            )
        return super().check_action(action, parameters)

    def label_of(self, command: Command) -> str:
        """Whether the date goes, or comes back."""
        if command is UNDATED and not self.dated:
            return "a date"
        return super().label_of(command)

    def action_undated(self) -> None:
        """Take the words at the end as words, or as a date again."""
        self.dated = not self.dated
        words = self.query_one(CaptureLine).words
        self.keep_draft(words)
        self.keep_date()
        self.understand(words)
        self.refresh_keys()

    def keep_date(self) -> None:
        """Keep with the draft whether it has a date."""
        self.session.drafts.keep(WITHOUT_DATE, "" if self.dated else "undated")

    def take_up_draft(self) -> None:
        """What was being typed, with its date or without."""
        self.dated = not self.session.drafts.text(WITHOUT_DATE)
        super().take_up_draft()

    def begin_anew(self) -> None:
        """The next line has its date."""
        super().begin_anew()
        if not self.dated:
            self.dated = True
            self.keep_date()

    def takes(self, event: CaptureLine.Captured) -> bool:
        """Remember what had no date: it may come back."""
        if not self.dated:
            self._undated |= {*event.lines}
        return super().takes(event)

    def _give_back(self, refused: Sequence[tuple[str, Refusal]], place: Place) -> None:
        super()._give_back(refused, place)
        if self._undated & {line for line, _ in refused}:
            self.dated = False
            self.keep_date()
            self.understand(self.query_one(CaptureLine).words)

    def understand(self, words: str, state: str = "") -> None:
        """Say what the words will become; offer the key where there is a date in them."""
        super().understand(words, state)
        dates = self._dates(words)
        if dates is not self._has_date:
            self._has_date = dates
            self.refresh_keys()

    def _dates(self, words: str) -> bool:
        """Whether there is a date in words, be it one that was taken out."""
        promised = form_of(words)[0].kind is Kind.COMMITMENT
        return promised and bool(understand(words, self.people_meant()).due)
