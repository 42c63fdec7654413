"""The way through a circle: what comes next, and the rules for opening, steps and the close."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core import events, intents
from facilitator.core.agenda import Break
from facilitator.core.events import Body, Floor, PersonId, StepId
from facilitator.core.going_round import round_begins
from facilitator.core.intents import Intent, Refusal
from facilitator.core.pausing import MINUTE, break_begins, resumed
from facilitator.core.roles.opening import openings_of_step
from facilitator.core.rounds import not_yet_heard, waiting
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.selection import selection_next
from facilitator.core.stack import stack
from facilitator.core.state import Hand, Meeting, Round
from facilitator.core.timing import local_date, step_elapsed
from facilitator.core.turns import end_running, planned_break


def what_next(
    meeting: Meeting,
    people: Sequence[PersonId] | None = None,
    hands: Sequence[Hand] | None = None,
) -> Intent | None:
    """What the key for *the next thing* asks for, as things stand on the screen.

    End the turn that runs; else let the next person speak; else ask those not yet heard once
    more; else begin the next planned round; else go to the next step; at the end of the agenda,
    nothing: the circle is closed deliberately.

    Args:
        meeting: the meeting.
        people: who is still to be heard in the round, where that is known already.
        hands: the stack, where that is known already.
    """
    if meeting.turn is not None:
        return intents.EndTurn(meeting.turn.id)
    if meeting.floor is Floor.STACK:
        found = _next_on_stack(meeting, stack(meeting) if hands is None else hands)
    else:
        found = _next_in_round(meeting, people, hands)
    return found or selection_next(meeting) or step_away(meeting, 1)


def _next_on_stack(meeting: Meeting, hands: Sequence[Hand]) -> Intent | None:
    if hands:
        return intents.CallHand(hands[0].id)
    last = meeting.last_round
    if last is not None and (waiting(meeting, last) or _after_everyone(meeting, last) is not None):
        return intents.GiveFloor(last.step, Floor.ROUND)
    return None


def _next_in_round(
    meeting: Meeting, people: Sequence[PersonId] | None, hands: Sequence[Hand] | None
) -> Intent | None:
    going = meeting.round
    if going is None:
        return None
    people = waiting(meeting, going) if people is None else people
    if people:
        return intents.BeginTurn(going.id, people[0])
    after = _after_everyone(meeting, going)
    if after is None and (stack(meeting) if hands is None else hands):
        return intents.GiveFloor(going.step, Floor.STACK)
    return after


def _after_everyone(meeting: Meeting, going: Round) -> Intent | None:
    """What a round still asks for when nobody waits in it."""
    if not going.asked_again and not_yet_heard(meeting, going):
        return intents.AskAgain(going.id)
    step = meeting.steps.get(going.step)
    if step is not None and len(meeting.rounds_of(going.step)) < step.planned_rounds:
        return intents.BeginRound(going.step, after=going.id)
    return None


def step_away(meeting: Meeting, places: int) -> intents.GoToStep | None:
    """Going so many places on (or back) in the agenda, or ``None`` where it ends.

    Where the step that the circle is at was taken back, that is counted from behind the latest
    one that it has been at.
    """
    here, plan = meeting.step_id, meeting.plan
    if here is None:
        return None
    been = [visit.step for visit in meeting.visits if visit.step in plan]
    place = (plan.index(been[-1]) if been else -1) + places
    if here not in plan and places < 0:
        place += 1
    return intents.GoToStep(here, plan[place]) if 0 <= place < len(plan) else None


@rule(intents.OpenCircle, Stage.CALLED, seat=True)
def open_circle(case: Case, _intent: intents.OpenCircle) -> Decision:
    """A circle needs someone in it; it begins with the first step."""
    meeting = case.meeting
    if not meeting.present:
        return Refusal("Nobody is here yet. Type the names of those who are, then begin.")
    if not meeting.plan:
        return Refusal("The agenda is empty. Put a step on it, then begin.")
    first = meeting.plan[0]
    begun = [*_begin_step(case, first), *_break_at(case, first)]
    return [events.MeetingOpened(case.here.utc_offset), *begun]


@rule(intents.GoToStep, Stage.LIVE, seat=True)
def go_to_step(case: Case, intent: intents.GoToStep) -> Decision:
    """Leaving a step ends the turn that runs; nothing else of the step is lost.

    A step that was taken off the agenda comes back when the circle goes to it.
    """
    meeting = case.meeting
    if meeting.step_id != intent.leaving or intent.step == intent.leaving:
        return Refusal("The circle has moved on already.", already=True)
    if intent.step not in meeting.steps:
        return Refusal("There is no such step on this agenda.")
    back = [] if intent.step in meeting.plan else [events.StepMoved(intent.step, intent.leaving)]
    begun = _begin_step(case, intent.step)
    return [*end_running(meeting), *back, *begun, *_break_at(case, intent.step)]


@rule(intents.CloseCircle, Stage.HELD, seat=True)
def close_circle(case: Case, _intent: intents.CloseCircle) -> Decision:
    """The close ends the turn that runs; a second press finds it done."""
    meeting = case.meeting
    if meeting.closed is not None:
        return Refusal("The circle is closed already.", already=True)
    return [*end_running(meeting), events.MeetingClosed()]


def _break_at(case: Case, step_id: StepId) -> list[Body]:
    """The break that a step begins with: its own, or the one agreed on for after this turn.

    Its own lasts as long as the step is planned for. Where the circle goes back to one, that is
    what was left of it; one that was had is not begun again. Two are had as one, the longer.
    """
    agreed = planned_break(case)
    meeting, now = case.meeting, case.here.now
    if not isinstance(meeting.steps[step_id], Break):
        return [*agreed]
    left = meeting.planned_minutes(step_id) * MINUTE - step_elapsed(meeting, step_id, now)
    longest = max([left, *(each.until - now for each in agreed)])
    return [break_begins(case, longest)] if longest > 0 else []


def _begin_step(case: Case, step_id: StepId) -> list[Body]:
    meeting = case.meeting
    step = meeting.steps[step_id]
    began: list[Body] = [*resumed(meeting), events.StepBegan(step_id)]
    if step.planned_rounds and not meeting.rounds_of(step_id):
        began.extend(round_begins(meeting, step_id))
    today = local_date(case.here.now, meeting.utc_offset).isoformat()
    return [*began, *openings_of_step(case.state, meeting, step_id, today)]
