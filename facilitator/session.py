"""The one shell around the core: catch up, decide, append, tell the listeners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.clock import Clock
from facilitator.core.events import FactId, PersonId
from facilitator.core.intents import CallMeeting, Intent, Refusal, Welcome
from facilitator.core.renaming import Renames
from facilitator.core.rulebook import OFF_RECORD
from facilitator.journal.draftbook import DraftBook
from facilitator.journal.group import Group
from facilitator.journal.problems import JournalError
from facilitator.journal.store import Journal
from facilitator.standpoint import Standpoint

if TYPE_CHECKING:
    from facilitator.undoing import Undoing

Listener = Callable[[], None]


class Session(Standpoint):
    """One terminal at one journal: all that screens and line mode see.

    Attributes:
        beat: gives a sign of life of this terminal; done at every catching up.
        be_at: tells other terminals at which meeting this one is; with nothing, at none.
        last_seen: when the program was last alive at this journal before it was started here
            (UTC milliseconds), or ``None``.
        group: the group across its meetings.
        drafts: text being typed here.
    """

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        terminal: str,
        alive: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        super().__init__(journal, clock, terminal, alive)
        self.beat: Callable[[], object] = lambda: None
        self.be_at: Callable[[FactId], object] = lambda _: None
        self.last_seen: int | None = None
        self.group = Group(journal.connection, journal.path)
        self.drafts = DraftBook(journal, terminal, clock.now)
        self.drafts.withheld = self._off_the_record
        self._listeners: list[Listener] = []
        self._book.read(self.state.struck_here)

    def enter(self, meeting: FactId) -> None:
        """Go to a meeting, and see all that happened in it.

        Raises:
            JournalError: the journal can't be read, in words.
        """
        self._followed.enter(meeting)
        self._book.renames = Renames()
        self._arrive(meeting)
        self._tell()

    def leave(self) -> None:
        """Be at no meeting any more, as others see it; what was read of it stays."""
        self.be_at("")
        self._look_around()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told when something changed; what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def send(self, intent: Intent, *, finishes: str = "") -> Refusal | None:
        """Ask for something. It is on disk when this returns without a refusal.

        Args:
            intent: what a person wants.
            finishes: the field whose draft is thereby used up.

        Returns:
            why nothing was done, or ``None``.
        """
        return self.send_all([intent], finishes=finishes)[0]

    def send_all(
        self, intents: Sequence[Intent], *, finishes: str = "", patient: bool = True
    ) -> list[Refusal | None]:
        """Ask for several things, one after the other, in one transaction.

        Args:
            intents: what a person wants.
            finishes: the field whose draft is thereby used up.
            patient: wait for a while if another program writes; otherwise ask again ``later``.

        Returns:
            for each why it was not done, or ``None``; if the file can't be written none was.
        """
        self._look_around()
        try:
            with self.journal.writing(patient=patient):
                self._take_in()
                refusals = [self._transact(intent) for intent in intents]
                if finishes and None in refusals:
                    self.drafts.finish(finishes)
        except JournalError as error:
            self._reload_quietly()
            refusals = [Refusal(str(error), later=error.busy) for _ in intents]
        self._tell()
        return refusals

    def undo(self) -> str | Refusal:
        """Take back the last thing done at this terminal.

        Returns:
            what was taken back, in a few words, or why nothing was.
        """
        return self._undoing.undo()

    def redo(self) -> str | Refusal:
        """Do again what was undone last at this terminal, if nothing was done since."""
        return self._undoing.redo()

    def told(self, action: FactId) -> str:
        """What an action did, in a few words."""
        from facilitator.core.telling import told  # noqa: PLC0415

        return told(action, self.state, self.names)

    def rename(self, person: PersonId, name: str) -> Refusal | None:
        """Mend what a person is called; undo at this terminal reaches it."""
        return self._undoing.rename(person, name)

    def forget(self, person: PersonId) -> None:
        """Take out what a person is called, for good: it is not written again, undo or no undo.

        Raises:
            JournalError: the file can't be written, in words.
        """
        from facilitator.journal.forgetting import forget  # noqa: PLC0415

        forget(self.journal, person, self.names.get(person, ""), self.now())
        self._book.read(self.state.struck_here)
        self._tell()

    def catch_up(self) -> bool:
        """Take in what other programs have written; whether there was anything.

        Raises:
            JournalError: the journal can't be read, in words.
        """
        self.beat()
        self._look_around()
        self.drafts.retry()
        if changed := self._take_in():
            self._tell()
        return changed

    @cached_property
    def _undoing(self) -> Undoing:
        from facilitator.undoing import Undoing  # noqa: PLC0415

        return Undoing(
            lambda: (self.journal.replica, self.terminal),
            self._followed,
            self._book,
            self.clock.now,
            self.send,
            self._tell,
        )

    def _transact(self, intent: Intent, action: FactId = "") -> Refusal | None:
        # Rules are loaded with the first intent, so that opening the program does not wait.
        from facilitator.core.rules import decide  # noqa: PLC0415

        decided = decide(self.state, intent, self._here())
        if isinstance(decided, Refusal):
            return decided
        if isinstance(intent, CallMeeting):
            self._followed.begin()
        facts = self._followed.write(decided, at=self.now(), terminal=self.terminal, action=action)
        if isinstance(intent, CallMeeting):
            self._arrive(facts[0].id)
        if isinstance(intent, Welcome):
            self._book.introduce(facts[0], intent.name, self.now())
        return None

    def _arrive(self, meeting: FactId) -> None:
        self.drafts.meeting = meeting
        self._book.read(self.state.struck_here)
        self.be_at(meeting)
        self._look_around()

    def _take_in(self) -> bool:
        """Read what other programs have written since; whether they have written at all."""
        if not self._followed.take_in():
            return False
        self._book.read(self.state.struck_here)
        return True

    def _off_the_record(self) -> str:
        """Why no draft is kept just now; nothing if it is."""
        off = self.meeting is not None and self.meeting.off is not None
        return OFF_RECORD.words if off else ""

    def _reload_quietly(self) -> None:
        """After a failed write, go back to what is on disk; if that fails too, keep what is."""
        with suppress(JournalError):
            self._followed.reload()
            self._book.read(self.state.struck_here)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
