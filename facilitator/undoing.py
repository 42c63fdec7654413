"""What undo and redo at one terminal reach: what was done there, and who was renamed there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from facilitator.core.events import FactId, PersonId
from facilitator.core.gathering import misnamed
from facilitator.core.intents import Refusal, Undo
from facilitator.core.renaming import Rename, Renames, redo_target, undo_target
from facilitator.core.state import State
from facilitator.core.telling import told
from facilitator.core.writing import Seat
from facilitator.journal.following import Following
from facilitator.journal.namebook import NameBook
from facilitator.journal.problems import JournalError

FORGOTTEN = Refusal("They were forgotten, and have no name. Whoever comes anew is seated as new.")


class Undoing:
    """Takes back the last thing done at a seat, and does it again.

    Another copy of the journal has a terminal of the same name, so a seat names both.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a session is made of
        self,
        seat: Callable[[], Seat],
        followed: Following,
        book: NameBook,
        now: Callable[[], int],
        send: Callable[[Undo], Refusal | None],
        tell: Callable[[], None],
    ) -> None:
        self._seat = seat
        self._followed = followed
        self._book = book
        self._now = now
        self._send = send
        self._tell = tell

    def undo(self) -> str | Refusal:
        """Take back the last thing done; what it was, in a few words, or why nothing is."""
        return self._turn(undo_target(*self._done()), "undo")

    def redo(self) -> str | Refusal:
        """Do again what was undone last, if nothing was done since."""
        return self._turn(redo_target(*self._done()), "redo")

    def rename(self, person: PersonId, name: str) -> Refusal | None:
        """Mend what a person is called."""
        name = " ".join(name.split())
        return self._call(person, name, partial(self._book.rename, person, name))

    def _call(
        self, person: PersonId, name: str, write: Callable[[State, int], object]
    ) -> Refusal | None:
        refusal = misnamed(self._followed.found, person, name, self._book.names)
        if refusal is not None:
            return refusal
        try:
            if self._book.is_forgotten(person):
                return FORGOTTEN
            write(self._followed.state, self._now())
        except JournalError as error:
            return Refusal(str(error))
        self._tell()
        return None

    def _turn(self, target: Rename | FactId | None, what: str) -> str | Refusal:
        if target is None:
            return Refusal(f"There is nothing to {what}.")
        if isinstance(target, Rename):
            write = partial(self._book.turn, target)
            return self._call(target.person, target.other, write) or target.words
        state = self._followed.state
        facts = [fact for fact in state.facts if fact.action == target]
        undone = {fact.body.target for fact in facts if hasattr(fact.body, "target")}
        words = told(next(iter(undone), target), state, self._book.names)
        return self._send(Undo(target)) or words

    def _done(self) -> tuple[Renames, State, Seat, Mapping[PersonId, str]]:
        """What was done, and by whom."""
        return self._book.renames, self._followed.state, self._seat(), self._book.names
