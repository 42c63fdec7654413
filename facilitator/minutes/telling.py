"""How the minutes of one meeting name people, moments and texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from facilitator.core.events import NOBODY, PersonId, Text
from facilitator.core.state import Span
from facilitator.core.timing import local
from facilitator.core.words import NAMELESS
from facilitator.minutes.model import Stretch, Who
from facilitator.minutes.naming import spelled


class Telling(Struct, frozen=True):
    """The names and the room's clock that one meeting's minutes use.

    Attributes:
        names: a name for everyone whom the minutes speak of.
        utc_offset: minutes east of UTC in the room.
        ends: when the meeting was closed, or how far it has got (UTC milliseconds).
    """

    names: Mapping[PersonId, str]
    utc_offset: int
    ends: int

    def moment(self, at: int) -> datetime:
        """A moment in UTC milliseconds, as the room's clock showed it."""
        return local(at, self.utc_offset)

    def stretch(self, span: Span) -> Stretch:
        """A span, as the room's clock showed it."""
        ended = None if span.ended is None else self.moment(span.ended)
        return Stretch(self.moment(span.began), ended)

    def words(self, text: Text | str) -> str:
        """A text with the people in it called by their names."""
        return spelled((text,) if isinstance(text, str) else text, self.names)

    def who(self, person: PersonId) -> Who:
        """A person by name."""
        return Who(person, self.names.get(person, NAMELESS))

    def anyone(self, person: PersonId) -> Who | None:
        """A person by name, or that it is nobody."""
        return None if person == NOBODY else self.who(person)


def same_minute(one: datetime, other: datetime) -> bool:
    """Whether a clock without seconds shows the same for both."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)
