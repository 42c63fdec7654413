"""What becomes of the agenda while the circle goes on: steps added, moved, dropped, deferred."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.agenda import Break
from facilitator.core.amounts import minutes_of
from facilitator.core.events import Body, StepId, Stop
from facilitator.core.intents import Refusal
from facilitator.core.measures import MOST_MINUTES
from facilitator.core.pausing import MINUTE, break_begins
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.state import Meeting

MOST_STEPS = 200


@rule(intents.AddStep, Stage.UNTIL_CLOSED, seat=True)
def add_step(case: Case, intent: intents.AddStep) -> Decision:
    """A step comes behind another; one of an earlier meeting is taken up once."""
    meeting = case.meeting
    if intent.after and intent.after not in meeting.plan:
        return Refusal("The step before it is not on the agenda any more.")
    if len(meeting.plan) >= MOST_STEPS:
        return Refusal(f"An agenda has {MOST_STEPS} steps at most.")
    came_from = (intent.from_meeting, intent.from_step)
    taken_up = [meeting.taken_up[step] for step in meeting.plan if step in meeting.taken_up]
    if intent.from_meeting and came_from in taken_up:
        return Refusal("That is on the agenda already.", already=True)
    return [events.StepAdded(intent.step, intent.after, *came_from)]


@rule(intents.MoveStep, Stage.UNTIL_CLOSED, seat=True)
def move_step(case: Case, intent: intents.MoveStep) -> Decision:
    """What has begun stays where it was; the rest of the agenda can be put in another order.

    One that was taken off the agenda comes back that way.
    """
    meeting, plan = case.meeting, case.meeting.plan
    known = intent.step in plan or intent.step in meeting.dropped
    if not known or (intent.after and intent.after not in plan):
        return Refusal("That step is not on the agenda any more.", already=True)
    if visited(meeting, intent.step):
        return Refusal("The circle has been at that step: it stays where it was.")
    behind = (["", *plan])[plan.index(intent.step)] if intent.step in plan else None
    if intent.after in (intent.step, behind):
        return Refusal("That is its place already.", already=True)
    return [events.StepMoved(intent.step, intent.after)]


@rule(intents.DropStep, Stage.UNTIL_CLOSED, seat=True)
def drop_step(case: Case, intent: intents.DropStep) -> Decision:
    """A step that was begun can be deferred, since it may not be finished, but not dropped."""
    meeting = case.meeting
    if intent.step not in meeting.plan:
        return Refusal("That step is not on the agenda any more.", already=True)
    if intent.deferred and meeting.dropped.get(intent.step):
        return Refusal("It is deferred already.", already=True)
    been = visited(meeting, intent.step)
    if been and not intent.deferred:
        return Refusal("The circle has been at that step: it can be deferred, not dropped.")
    if len(meeting.plan) == 1 and not been:
        return Refusal("It is the only step of the agenda.")
    return [events.StepDropped(intent.step, intent.deferred)]


@rule(intents.LetGo, Stage.UNTIL_CLOSED)
def let_go(case: Case, intent: intents.LetGo) -> Decision:
    """What the group does not want to come back to is not offered any more."""
    if (intent.from_meeting, intent.from_step) in case.meeting.let_go:
        return Refusal("It is not offered any more.", already=True)
    return [events.LeftoverDropped(intent.from_meeting, intent.from_step)]


@rule(intents.ExtendStep, Stage.LIVE, seat=True)
def extend_step(case: Case, intent: intents.ExtendStep) -> Decision:
    """More time for a step is agreed by the room, and recorded with the step."""
    meeting = case.meeting
    if intent.step not in meeting.steps:
        return Refusal("There is no such step on this agenda.")
    planned = meeting.planned_minutes(intent.step) + intent.minutes
    if intent.minutes == 0 or not 0 <= planned <= MOST_MINUTES:
        return Refusal("A step takes between nothing and 24 hours. Type minutes: 5, or -5.")
    return [events.StepExtended(intent.step, intent.minutes), *_longer_break(case, intent)]


def _longer_break(case: Case, intent: intents.ExtendStep) -> list[Body]:
    """A break that is had at a step planned for it ends with the step: so much later, or sooner."""
    meeting, pause = case.meeting, case.meeting.pause
    at_it = intent.step == meeting.step_id and isinstance(meeting.step, Break)
    if not at_it or pause is None or pause.stop is not Stop.BREAK or not pause.until:
        return []
    until = max(case.here.now, pause.until + intent.minutes * MINUTE)
    return [break_begins(case, until - case.here.now)]


@rule(intents.ChooseClock, Stage.UNTIL_CLOSED)
def choose_clock(case: Case, intent: intents.ChooseClock) -> Decision:
    """Some people freeze under a countdown: it can count up, or be hidden."""
    meeting = case.meeting
    whose = intent.step or intent.person
    if intent.step and intent.step not in meeting.steps:
        return Refusal("There is no such step on this agenda.")
    if not whose or (intent.person and intent.person not in meeting.attendance):
        return Refusal("Say whose clock: a step's, or somebody's in the circle.")
    if meeting.clocks.get(whose) == intent.style:
        return Refusal("That is so already.", already=True)
    return [events.ClockChosen(intent.style, intent.step, intent.person)]


@rule(intents.TickOff, Stage.LIVE)
def tick_off(case: Case, intent: intents.TickOff) -> Decision:
    """Each arrival at a muster is recorded once, with its time."""
    step = case.meeting.steps.get(intent.step)
    if step is None or not step.musters or case.meeting.step_id != intent.step:
        return Refusal("There is no muster just now.", already=True)
    if intent.person not in case.meeting.attendance:
        return Refusal(f"{case.name(intent.person)} is not in this circle. Add them first.")
    if intent.person in case.meeting.mustered.get(intent.step, {}):
        return Refusal(f"{case.name(intent.person)} was ticked off already.", already=True)
    return [events.Mustered(intent.step, intent.person)]


def typed_step(words: str) -> tuple[str, int]:
    """The title and the minutes of a step as typed: ``Parking 10``; without minutes, 10."""
    *title, last = words.split() or [""]
    minutes = minutes_of(last)
    if title and minutes is not None and 0 <= minutes <= MOST_MINUTES:
        return " ".join(title), minutes
    return " ".join(words.split()), 10


def visited(meeting: Meeting, step: StepId) -> bool:
    """Whether the circle has been at a step."""
    return any(visit.step == step for visit in meeting.visits)
