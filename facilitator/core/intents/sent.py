"""What an intent is, where it is sent from, and how it is refused."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.vocabulary import FactId, PersonId


class Intent(Struct, frozen=True):
    """Something that a person wants done."""

    @property
    def writes_down(self) -> bool:
        """Whether words or a decision would be on the record with it."""
        return False


class Written(Intent, frozen=True):
    """Something that is to be written down, which it is not off the record."""

    @property
    def writes_down(self) -> bool:
        """It is what it is for."""
        return True


class Here(Struct, frozen=True):
    """Where and when an intent is sent.

    Attributes:
        now: UTC milliseconds.
        utc_offset: minutes east of UTC.
        terminal: which terminal it comes from.
        replica: the copy of the journal that is written to.
        meeting: the meeting it is about, or empty.
        names: what everyone the group knows is called.
        alive: the terminals of this copy at which the program runs just now.
    """

    now: int
    terminal: str
    meeting: FactId = ""
    utc_offset: int = 0
    names: Mapping[PersonId, str] = {}
    replica: str = ""
    alive: frozenset[str] = frozenset()


class Refusal(Struct, frozen=True):
    """Why nothing was done, in words for a person.

    Attributes:
        words: a sentence.
        already: what was asked for is done already, so that nobody need be told.
        later: nothing is wrong with what was asked for; the same can be asked again in a moment.
    """

    words: str
    already: bool = False
    later: bool = False
