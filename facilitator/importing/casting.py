"""Who the people of a log are: those whom the group knows, and those who are new to it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from facilitator.core.events import PersonId
from facilitator.core.gathering import known_as
from facilitator.core.mentions import spelled_out
from facilitator.core.words import Names
from facilitator.importing.described import LoggedMeeting


class Cast(Struct, frozen=True):
    """The people of a logged meeting.

    Attributes:
        people: who each name in the log is.
        names: what they are called in the group.
    """

    people: Mapping[str, PersonId]
    names: Names

    @property
    def also(self) -> tuple[tuple[str, str], ...]:
        """Names in the log of those who are called otherwise in the group."""
        called = ((name, self.names.get(one, name)) for name, one in self.people.items())
        return tuple((name, other) for name, other in called if other != name)


def foreseen_cast(logged: LoggedMeeting, group: Names) -> Cast:
    """Who the people of a log would be; whoever is new has an identity that is none."""
    known = {name: known_in(name, group) for name in logged.people}
    people = {name: person or f"new {name}" for name, person in known.items()}
    return Cast(people, {person: group.get(person, name) for name, person in people.items()})


def known_in(name: str, group: Names) -> PersonId:
    """Whom of the group a name in a log means: the rule of seating, but for accents.

    A nick has no accents and no spaces, so that a first name is enough where only one has it.
    """
    spaced = name.replace("_", " ")
    exact = known_as(name, group) or known_as(spaced, group)
    return exact[0] if exact else spelled_out(spaced, group)
