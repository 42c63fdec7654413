"""The one shell around the core: catch up, decide, append, tell the listeners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from facilitator.clock import Clock
from facilitator.core.events import FactId, PersonId
from facilitator.core.intents import CallMeeting, Here, Intent, Refusal, Welcome
from facilitator.core.renaming import Renames
from facilitator.core.rulebook import Case
from facilitator.core.rules import decide
from facilitator.core.state import Meeting, State
from facilitator.core.telling import told
from facilitator.journal.draftbook import DraftBook
from facilitator.journal.following import Following
from facilitator.journal.group import Group
from facilitator.journal.namebook import NameBook
from facilitator.journal.problems import JournalError
from facilitator.journal.store import Journal
from facilitator.undoing import Undoing

Listener = Callable[[], None]


class Session:
    """One terminal at one journal: all that screens and line mode see.

    Attributes:
        terminal: which terminal this is; undo takes back what was done here.
        alive: the terminals at which the program runs just now, this one among them; where
            nothing is known of others the facilitator's seat is not asked for.
        beat: gives a sign of life of this terminal; done at every catching up.
        last_seen: when the program was last alive at this journal before it was started here
            (UTC milliseconds), or ``None``.
        group: the group across its meetings.
        drafts: text being typed here.
        names: what everyone whom the group knows is called.
    """

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        terminal: str,
        alive: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self.journal = journal
        self.clock = clock
        self.terminal = terminal
        self.alive = alive
        self.beat: Callable[[], object] = lambda: None
        self.last_seen: int | None = None
        self.group = Group(journal.connection, journal.path)
        self._followed = Following(journal)
        self.drafts = DraftBook(journal, terminal, clock.now)
        self._book = NameBook(journal)
        self.names = self._book.names
        self._listeners: list[Listener] = []
        self._undoing = Undoing(
            lambda: (journal.replica, self.terminal),
            self._followed,
            self._book,
            clock.now,
            self.send,
            self._tell,
        )
        self._book.read(self.state.struck)

    @property
    def state(self) -> State:
        """What the facts of the meeting add up to."""
        return self._followed.state

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that this terminal is at."""
        return self._followed.found

    @property
    def has_seat(self) -> bool:
        """Whether this terminal may move the circle: it has the seat, or nobody has."""
        meeting = self.meeting
        here = self._here()
        return meeting is None or not here.alive or Case(self.state, meeting, here).has_seat

    @property
    def seat_is_silent(self) -> bool:
        """Whether no program runs at the terminal that has the seat."""
        meeting = self.meeting
        return meeting is not None and Case(self.state, meeting, self._here()).seat_is_silent

    def now(self) -> int:
        """The clock's time: UTC milliseconds."""
        return self.clock.now()

    def enter(self, meeting: FactId) -> None:
        """Go to a meeting, and see all that happened in it.

        Raises:
            JournalError: the journal can't be read, in words.
        """
        self._followed.enter(meeting)
        self._book.renames = Renames()
        self.drafts.meeting = meeting
        self._book.read(self.state.struck)
        self._tell()

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

    def send_all(self, intents: Sequence[Intent], *, finishes: str = "") -> list[Refusal | None]:
        """Ask for several things, one after the other, in one transaction.

        Returns:
            for each why it was not done, or ``None``; if the file can't be written none was.
        """
        try:
            with self.journal.writing():
                self._take_in()
                refusals = [self._transact(intent) for intent in intents]
                if finishes and None in refusals:
                    self.drafts.finish(finishes)
        except JournalError as error:
            self._reload_quietly()
            refusals = [Refusal(str(error)) for _ in intents]
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
        return told(action, self.state, self.names)

    def rename(self, person: PersonId, name: str) -> Refusal | None:
        """Mend what a person is called; undo at this terminal reaches it."""
        return self._undoing.rename(person, name)

    def catch_up(self) -> bool:
        """Take in what other programs have written; whether there was anything.

        Raises:
            JournalError: the journal can't be read, in words.
        """
        self.beat()
        self.drafts.retry()
        if changed := self._take_in():
            self._tell()
        return changed

    def draft(self, field: str) -> str:
        """The text being typed in a field of this meeting when the terminal was last seen."""
        return self.drafts.text(field)

    def keep_draft(self, field: str, text: str) -> Refusal | None:
        """Keep the text being typed; if that can't be done just now, it is tried again."""
        problem = self.drafts.keep(field, text)
        return Refusal(problem) if problem else None

    def _transact(self, intent: Intent) -> Refusal | None:
        decided = decide(self.state, intent, self._here())
        if isinstance(decided, Refusal):
            return decided
        if isinstance(intent, CallMeeting):
            self._followed.begin()
        facts = self._followed.write(decided, at=self.now(), terminal=self.terminal)
        if isinstance(intent, CallMeeting):
            self.drafts.meeting = facts[0].id
            self._book.read(self.state.struck)
        if isinstance(intent, Welcome):
            self._book.introduce(facts[0], intent.name, self.now())
        return None

    def _here(self) -> Here:
        return Here(
            now=self.now(),
            terminal=self.terminal,
            meeting=self._followed.meeting,
            utc_offset=self.clock.utc_offset(),
            names=self.names,
            replica=self.journal.replica,
            alive=self.alive(),
        )

    def _take_in(self) -> bool:
        """Read what other programs have written since; whether they have written at all."""
        if not self._followed.take_in():
            return False
        self._book.read(self.state.struck)
        return True

    def _reload_quietly(self) -> None:
        """After a failed write, go back to what is on disk; if that fails too, keep what is."""
        with suppress(JournalError):
            self._followed.reload()
            self._book.read(self.state.struck)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
