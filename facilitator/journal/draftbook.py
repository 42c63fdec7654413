"""Text being typed at one terminal, kept at every key without ever making a key wait."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core.events import FactId
from facilitator.journal.problems import JournalError
from facilitator.journal.store import Journal


class DraftBook:
    """The drafts of one terminal, one for each field of each meeting.

    Attributes:
        meeting: the meeting whose drafts these are.
        withheld: why nothing is kept just now, in words, or nothing: a draft is a record too.
    """

    def __init__(self, journal: Journal, terminal: str, now: Callable[[], int]) -> None:
        self.meeting: FactId = ""
        self.withheld: Callable[[], str] = str
        self._journal = journal
        self._terminal = terminal
        self._now = now
        self._unsaved: dict[str, str] = {}

    def text(self, field: str) -> str:
        """What was being typed in a field when this terminal was last seen.

        Raises:
            JournalError: the file can't be read, in words.
        """
        with self._journal.reading():
            return self._journal.drafts.text(self._terminal, self._key(field))

    def keep(self, field: str, text: str) -> str:
        """Keep what is being typed; without words, forget what was.

        Returns:
            nothing if it is on disk, or why not, in words; ``retry`` then tries again, unless it
            is withheld.
        """
        if text.strip() and (why := self.withheld()):
            return why
        return self._write(self._key(field), text)

    def finish(self, field: str) -> None:
        """Forget a draft whose words are written down. Only inside a transaction."""
        key = self._key(field)
        self._unsaved.pop(key, None)
        self._journal.drafts.keep(self._terminal, key, "", self._now())

    @property
    def kept(self) -> bool:
        """Whether all that was typed is on disk."""
        return not self._unsaved

    def retry(self) -> bool:
        """Try to keep what could not be kept before; whether everything is on disk."""
        problems = [self._write(key, text) for key, text in self._unsaved.copy().items()]
        return not any(problems)

    def _write(self, key: str, text: str) -> str:
        try:
            with self._journal.at_once():
                self._journal.drafts.keep(self._terminal, key, text, self._now())
        except JournalError as error:
            self._unsaved[key] = text
            return str(error)
        self._unsaved.pop(key, None)
        return ""

    def _key(self, field: str) -> str:
        return f"{field} {self.meeting}"
