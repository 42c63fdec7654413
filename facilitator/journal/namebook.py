"""What everyone is called, as a session sees it: read from the file, kept in step with it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from facilitator.core.events import THE_FACT_ITSELF, FactId, PersonArrived, PersonId
from facilitator.core.facts import Fact
from facilitator.core.renaming import Rename, Renames
from facilitator.core.state import State
from facilitator.journal.store import Journal


class NameBook:
    """The names of everyone whom the group knows.

    Attributes:
        names: by identity; always the same object, changed as names come in.
        renames: what was renamed here at the meeting that is looked at.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._names: dict[PersonId, str] = {}
        self.names: Mapping[PersonId, str] = MappingProxyType(self._names)
        self.renames = Renames()

    def read(self, also: set[FactId]) -> None:
        """Take in what the file says.

        Args:
            also: identities of arrivals that were taken back at the meeting that is looked at:
                what was said of them there stays told.

        Raises:
            JournalError: the file can't be read, in words.
        """
        with self._journal.reading():
            found, met = self._journal.people.names(), self._journal.people.met()
        names = {person: name for person, name in found.items() if person in met | also}
        if names != self._names:
            self._names.clear()
            self._names.update(names)

    def introduce(self, arrival: Fact, name: str, at: int) -> None:
        """Write down the name of whom an arrival made known, inside a transaction of the journal.

        The arrival of someone who was known before says nothing about their name.
        """
        arrived = arrival.body
        if isinstance(arrived, PersonArrived) and arrived.person == THE_FACT_ITSELF:
            called = " ".join(name.split())
            self._journal.people.call(arrival.id, called, at)
            self._names[arrival.id] = called

    def is_forgotten(self, person: PersonId) -> bool:
        """Whether a person's name was taken out of the file.

        Raises:
            JournalError: the file can't be read, in words.
        """
        with self._journal.reading():
            return person in self._journal.people.forgotten()

    def rename(self, person: PersonId, name: str, state: State, at: int) -> None:
        """Write down what a person is really called.

        Returns:
            why it was not written down, in words, or ``None``.
        """
        old = self._names.get(person, "")
        self._write(person, name, at)
        if name != old:
            self.renames = self.renames.with_another(person, old, name, state)

    def turn(self, rename: Rename, state: State, at: int) -> None:
        """Take a rename back, or do it again.

        Raises:
            JournalError: the file can't be written, in words.
        """
        self._write(rename.person, rename.other, at)
        self.renames = self.renames.turned(rename, state)

    def _write(self, person: PersonId, name: str, at: int) -> None:
        with self._journal.writing():
            self._journal.people.rename(person, name, at)
        self._names[person] = name
