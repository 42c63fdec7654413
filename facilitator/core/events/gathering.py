"""Who is there: meetings that are called, people, seats, hats."""

from __future__ import annotations

from typing import ClassVar

from facilitator.core.agenda import Agenda
from facilitator.core.events.body import Body
from facilitator.core.vocabulary import THE_FACT_ITSELF, FactId, Hat, PersonId, Setting


class ReplicaTaken(Body, frozen=True):
    """This copy of the journal writes under a name of its own from here on."""

    kind = "replica-taken"
    name: str
    previous: str = ""


class MeetingGathered(Body, frozen=True):
    """A meeting was called, with its agenda as it then was."""

    kind = "meeting-gathered"
    title: str
    agenda: Agenda
    utc_offset: int = 0
    """Minutes east of UTC where the meeting was held."""


class MeetingImported(Body, frozen=True):
    """The meeting came from a log that another tool wrote, word for word or nearly."""

    kind = "meeting-imported"
    source: str
    """What kind of log, in words: ``MeetBot log``."""
    file: str
    """The file's name, without its folder."""
    digest: str
    """SHA-256 of the file, so that the same one is noticed."""
    part: int = 1
    """Which of the meetings in the log, from 1."""


class MeetingTitled(Body, frozen=True):
    """The meeting was given a title of its own."""

    kind = "meeting-titled"
    title: str


class MeetingAbandoned(Body, frozen=True):
    """The meeting was called and never held."""

    kind = "meeting-abandoned"


class PersonArrived(Body, frozen=True):
    """Someone joined; with ``THE_FACT_ITSELF`` a person new to the group, made by this fact."""

    kind = "person-arrived"
    person: PersonId = THE_FACT_ITSELF
    newcomer: bool = False


class PersonMarked(Body, frozen=True):
    """Someone was marked as a newcomer, or no longer."""

    kind = "person-marked"
    person: PersonId
    newcomer: bool


class PersonSeated(Body, frozen=True):
    """Someone took the seat after another; after ``NOBODY`` is the first seat."""

    kind = "person-seated"
    person: PersonId
    after: PersonId


class SeatsSwapped(Body, frozen=True):
    """Two people changed places with each other."""

    kind = "seats-swapped"
    one: PersonId
    other: PersonId


class PersonLeft(Body, frozen=True):
    """Someone went away; the seat is kept for a return. Before the opening, no seat is kept."""

    kind = "person-left"
    person: PersonId


class PersonSteppedOut(Body, frozen=True):
    """Someone went out for a moment: skipped till they are back, and not forgotten."""

    kind = "person-stepped-out"
    person: PersonId


class PersonCameBack(Body, frozen=True):
    """Someone who had stepped out is back."""

    kind = "person-came-back"
    person: PersonId


class CategoryTaken(Body, frozen=True):
    """A word that someone chose for themselves, by which the group looks at its balance."""

    kind = "category-taken"
    person: PersonId
    category: str


class HatGiven(Body, frozen=True):
    """A hat changed heads; ``NOBODY`` takes it off."""

    kind = "hat-given"
    hat: Hat
    person: PersonId


class RotaSkipped(Body, frozen=True):
    """Someone does not take a hat this time; next time they are asked again."""

    kind = "rota-skipped"
    hat: Hat
    person: PersonId


class TurnsSwapped(Body, frozen=True):
    """Two people swapped turns at a hat: the other has it this time, the person the next time."""

    kind = "turns-swapped"
    hat: Hat
    person: PersonId
    other: PersonId


class SeatGiven(Body, frozen=True):
    """A terminal has the facilitator's seat from here on."""

    kind = "seat-given"
    replica: str
    terminal: str


class SettingChosen(Body, frozen=True):
    """The group chose how its circles are run."""

    kind = "setting-chosen"
    setting: Setting
    on: bool


class MeetingOpened(Body, frozen=True):
    """The circle began, where local time was so many minutes east of UTC."""

    kind = "meeting-opened"
    utc_offset: int


class MeetingClosed(Body, frozen=True):
    """The circle ended."""

    kind = "meeting-closed"


class Undone(Body, frozen=True):
    """Everything that one action wrote was taken back; undoing an undoing brings it back."""

    kind = "undone"
    lasts: ClassVar[bool] = True
    target: FactId
