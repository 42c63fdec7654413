"""What minutes say about people: their names, when they were there, which hats they wore."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from facilitator.core.events import Hat, PersonId


class Who(Struct, frozen=True):
    """A person, and what the minutes call them."""

    id: PersonId
    name: str


class Stretch(Struct, frozen=True):
    """Some time; without an end it is still going on."""

    began: datetime
    ended: datetime | None = None


class Attended(Struct, frozen=True):
    """When a person was in the room; ``present`` if any of it was during the meeting."""

    person: Who
    newcomer: bool
    present: bool
    stretches: tuple[Stretch, ...]


class Worn(Struct, frozen=True):
    """A hat, and who had it from some moment on.

    Attributes:
        hat: which.
        person: who; ``None`` if nobody had it any more.
        since: when it changed heads; ``None`` if it was so from the beginning.
    """

    hat: Hat
    person: Who | None
    since: datetime | None = None
