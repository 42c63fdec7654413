"""What the facts add up to: a group, its meetings and what happened in them.

Everything that a fact describes is a frozen value; the collections that hold them grow as
facts are applied, and only ``core.fold`` changes them.
"""

from __future__ import annotations

from msgspec import Struct, field

from facilitator.core.agenda import Agenda, Filing, Step
from facilitator.core.events import (
    NOBODY,
    Direction,
    FactId,
    Hat,
    Outcome,
    PersonId,
    StepId,
    Text,
)
from facilitator.core.facts import Fact


class Span(Struct, frozen=True):
    """A stretch of time in UTC milliseconds; an end of ``None`` is still going on."""

    began: int
    ended: int | None = None


class Person(Struct, frozen=True):
    """Someone the group knows; the name is kept elsewhere."""

    id: PersonId
    since: int
    meeting: FactId


class Attendance(Struct, frozen=True):
    """When a person was in the room."""

    person: PersonId
    spans: tuple[Span, ...] = ()
    newcomer: bool = False

    @property
    def here(self) -> bool:
        """Whether the person is in the room."""
        return bool(self.spans) and self.spans[-1].ended is None


class StepVisit(Struct, frozen=True):
    """A stretch of the meeting spent on one step."""

    id: FactId
    step: StepId
    span: Span


class Round(Struct, frozen=True):
    """One going-round on a step's prompt."""

    id: FactId
    step: StepId
    start: PersonId
    direction: Direction


class Turn(Struct, frozen=True):
    """One person's time to speak; ``seconds`` is what was given at first."""

    id: FactId
    person: PersonId
    round: FactId
    step: StepId
    span: Span
    seconds: int
    extended: int = 0
    pauses: tuple[Span, ...] = ()
    outcome: Outcome | None = None

    @property
    def paused(self) -> bool:
        """Whether the turn is interrupted."""
        return bool(self.pauses) and self.pauses[-1].ended is None


class Note(Struct, frozen=True):
    """Something said, written down."""

    id: FactId
    at: int
    step: StepId
    person: PersonId
    text: Text
    filing: Filing


class Decision(Struct, frozen=True):
    """A wording that the circle agreed on."""

    id: FactId
    at: int
    step: StepId
    text: Text


class Commitment(Struct, frozen=True):
    """A promise: whose, what, and by when in the words that were used."""

    id: FactId
    meeting: FactId
    at: int
    step: StepId
    owner: PersonId
    what: Text
    due: str


class Term(Struct, frozen=True):
    """A person's time in a role, from one ISO date until another, when the next can begin."""

    id: FactId
    meeting: FactId
    person: PersonId
    starts: str
    ends: str


class Role(Struct, frozen=True):
    """A role that the group offers, and the terms that were served in it."""

    id: FactId
    meeting: FactId
    step: StepId
    name: str
    purpose: str
    days: int
    terms: tuple[Term, ...] = ()

    @property
    def term(self) -> Term | None:
        """The latest claim, if any."""
        return self.terms[-1] if self.terms else None


class NextMeeting(Struct, frozen=True):
    """When the circle meets again, in words, and who has which hat."""

    when: str = ""
    facilitator: PersonId = NOBODY
    note_taker: PersonId = NOBODY


class Meeting(Struct):
    """One meeting, from gathering to close."""

    id: FactId
    title: str
    agenda: Agenda
    utc_offset: int
    gathered: int
    opened: int | None = None
    closed: int | None = None
    abandoned: bool = False
    plan: list[StepId] = field(default_factory=list)
    steps: dict[StepId, Step] = field(default_factory=dict)
    seats: list[PersonId] = field(default_factory=list)
    attendance: dict[PersonId, Attendance] = field(default_factory=dict)
    hats: dict[Hat, PersonId] = field(default_factory=dict)
    visits: list[StepVisit] = field(default_factory=list)
    rounds: dict[FactId, Round] = field(default_factory=dict)
    turns: dict[FactId, Turn] = field(default_factory=dict)
    turns_in: dict[FactId, list[FactId]] = field(default_factory=dict)
    speaking: FactId | None = None
    pauses: list[Span] = field(default_factory=list)
    notes: dict[FactId, Note] = field(default_factory=dict)
    decisions: dict[FactId, Decision] = field(default_factory=dict)
    next_meeting: NextMeeting = NextMeeting()

    @property
    def live(self) -> bool:
        """Whether the circle is going on."""
        return self.opened is not None and self.closed is None and not self.abandoned

    @property
    def paused(self) -> bool:
        """Whether every clock is stopped."""
        return bool(self.pauses) and self.pauses[-1].ended is None

    @property
    def step_id(self) -> StepId | None:
        """The step that the circle is at, once it was opened."""
        return self.visits[-1].step if self.visits else None

    @property
    def step(self) -> Step | None:
        """The plan of the step that the circle is at."""
        return self.steps.get(self.step_id) if self.step_id is not None else None

    @property
    def turn(self) -> Turn | None:
        """The turn of the person who speaks."""
        return self.turns[self.speaking] if self.speaking is not None else None

    @property
    def round(self) -> Round | None:
        """The round going on at the step that the circle is at: the latest one there."""
        step = self.step_id
        return next((each for each in reversed(self.rounds.values()) if each.step == step), None)

    @property
    def present(self) -> list[PersonId]:
        """The people in the room, in seating order."""
        return [person for person in self.seats if self.attendance[person].here]


class State(Struct):
    """Everything that the facts say; ``facts`` are those it was folded from, in order."""

    facts: list[Fact] = field(default_factory=list)
    struck: set[FactId] = field(default_factory=set)
    unread: dict[str, str] = field(default_factory=dict)
    people: dict[PersonId, Person] = field(default_factory=dict)
    meetings: dict[FactId, Meeting] = field(default_factory=dict)
    commitments: dict[FactId, Commitment] = field(default_factory=dict)
    roles: dict[FactId, Role] = field(default_factory=dict)

    def commitments_of(self, meeting: FactId) -> list[Commitment]:
        """What was promised in one meeting, in order."""
        return [each for each in self.commitments.values() if each.meeting == meeting]

    def roles_of(self, meeting: FactId) -> list[Role]:
        """The roles that one meeting offered, in order."""
        return [each for each in self.roles.values() if each.meeting == meeting]
