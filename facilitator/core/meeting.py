"""One meeting, as its facts add up: who is there, where it is, who speaks, what is written."""

from __future__ import annotations

from msgspec import Struct, field

from facilitator.core.agenda import Agenda, ClockStyle, Step
from facilitator.core.entities import (
    Attendance,
    Decision,
    Hand,
    HatChange,
    NextMeeting,
    Nomination,
    Note,
    Objection,
    OffRecord,
    Pause,
    Proposal,
    Round,
    StepVisit,
    Turn,
)
from facilitator.core.events import (
    FactId,
    Floor,
    Hat,
    MeetingImported,
    NothingCame,
    PersonId,
    Setting,
    StepId,
    Stop,
    Text,
    WordingReadBack,
)
from facilitator.core.skill import SkillSaid


class Meeting(Struct):
    """One meeting, from gathering to close.

    Attributes:
        plan: the steps of the agenda as it is now, in order.
        steps: every step that ever was on it.
        turns_in: the turns of each round, in order.
        floors: how the word is given, where that was changed.
        dropped: steps taken off the agenda, and whether they are for the next meeting.
        taken_up: steps that come from an earlier meeting: which one, and its step there.
        let_go: steps of earlier meetings that are not offered any more.
        announced_minutes: how long the agenda was when the circle was opened.
        agreed_minutes: what the room agreed to add to the plan of a step.
        clocks: how the clock is shown, where a step or a person wants it otherwise.
        wore: who has or had each hat last, whoever took it off since the opening.
        swapped: who has a hat the next time, since somebody else took it this time.
        mustered: who was ticked off in a step, and when.
        seat: the copy and the terminal that have the facilitator's seat.
        interrupted: the stops that are come back to, the outermost first, when the one that goes
            on is over.
        off_record: the stretches in which nothing was written down, in order.
        break_planned: minutes of a break that comes after this turn.
        read_back: a wording that is being read back before it counts as agreed.
        read_before: what was read back at a step since the last decision there, in order.
        nothing_came: where it was asked what came of a step, and nothing did.
        imported: which log it came from, if it was not held with this program.
        skills_said: what people said of themselves and skills, and who learned what.
    """

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
    pauses: list[Pause] = field(default_factory=list)
    interrupted: list[Pause] = field(default_factory=list)
    off_record: list[OffRecord] = field(default_factory=list)
    notes: dict[FactId, Note] = field(default_factory=dict)
    decisions: dict[FactId, Decision] = field(default_factory=dict)
    nominations: dict[FactId, Nomination] = field(default_factory=dict)
    proposals: dict[FactId, Proposal] = field(default_factory=dict)
    objections: dict[FactId, Objection] = field(default_factory=dict)
    next_meeting: NextMeeting = NextMeeting()
    floors: dict[StepId, Floor] = field(default_factory=dict)
    hands: dict[FactId, Hand] = field(default_factory=dict)
    closed_stacks: set[StepId] = field(default_factory=set)
    dropped: dict[StepId, bool] = field(default_factory=dict)
    taken_up: dict[StepId, tuple[FactId, StepId]] = field(default_factory=dict)
    let_go: set[tuple[FactId, StepId]] = field(default_factory=set)
    announced_minutes: int = 0
    agreed_minutes: dict[StepId, int] = field(default_factory=dict)
    clocks: dict[StepId | PersonId, ClockStyle] = field(default_factory=dict)
    mustered: dict[StepId, dict[PersonId, int]] = field(default_factory=dict)
    categories: dict[PersonId, str] = field(default_factory=dict)
    settings: dict[Setting, bool] = field(default_factory=dict)
    hat_changes: list[HatChange] = field(default_factory=list)
    skipped: set[tuple[Hat, PersonId]] = field(default_factory=set)
    wore: dict[Hat, PersonId] = field(default_factory=dict)
    swapped: dict[Hat, PersonId] = field(default_factory=dict)
    seat: tuple[str, str] | None = None
    break_planned: int = 0
    read_back: WordingReadBack | None = None
    read_before: dict[StepId, tuple[Text, ...]] = field(default_factory=dict)
    nothing_came: list[NothingCame] = field(default_factory=list)
    skills_said: dict[FactId, SkillSaid] = field(default_factory=dict)
    imported: MeetingImported | None = None

    @property
    def live(self) -> bool:
        """Whether the circle is going on."""
        return self.opened is not None and self.closed is None and not self.abandoned

    @property
    def paused(self) -> bool:
        """Whether every clock is stopped."""
        return self.pause is not None

    @property
    def pause(self) -> Pause | None:
        """The stop that goes on: why every clock stands still, if they do."""
        return self.pauses[-1] if self.pauses and self.pauses[-1].ended is None else None

    @property
    def stop(self) -> Stop | None:
        """What kind of stop goes on, if one does."""
        return self.pause.stop if self.pause is not None else None

    @property
    def off(self) -> OffRecord | None:
        """The stretch off the record that goes on, if one does."""
        last = self.off_record[-1] if self.off_record else None
        return last if last is not None and last.ended is None else None

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
    def floor(self) -> Floor | None:
        """How the word is given at the step that the circle is at, if it is."""
        step = self.step
        given = self.floors.get(self.step_id) if self.step_id is not None else None
        return given if given is not None or step is None else step.floor

    @property
    def round(self) -> Round | None:
        """The latest round at the step that the circle is at, if the word is given in rounds."""
        return self.last_round if self.floor is Floor.ROUND else None

    @property
    def last_round(self) -> Round | None:
        """The latest round at the step that the circle is at."""
        step = self.step_id
        return next((each for each in reversed(self.rounds.values()) if each.step == step), None)

    @property
    def present(self) -> list[PersonId]:
        """The people who take part, in seating order; some may be out for a moment."""
        return [person for person in self.seats if self.attendance[person].here]

    def chosen(self, setting: Setting) -> bool:
        """Whether an option of the group is on."""
        return self.settings.get(setting, setting.default)

    def rounds_of(self, step: StepId) -> list[Round]:
        """The rounds of a step, in order."""
        return [each for each in self.rounds.values() if each.step == step]

    def planned_minutes(self, step: StepId) -> int:
        """The planned length of a step, with what the room agreed to."""
        return max(0, self.steps[step].minutes + self.agreed_minutes.get(step, 0))
