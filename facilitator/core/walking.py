"""Rules for walking through the agenda: opening, steps, turns, pauses, the close."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core import events, intents
from facilitator.core.events import NOBODY, Body, Hat, Outcome, PersonId, StepId
from facilitator.core.intents import Intent, Refusal
from facilitator.core.rounds import outcomes, waiting
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.state import Meeting

MOST_EXTENSION = 3600


def what_next(meeting: Meeting, people: Sequence[PersonId] | None = None) -> Intent | None:
    """What the key for *the next thing* asks for, as things stand on the screen.

    End the turn that runs; else let the next person speak; else go to the next step; at the
    end of the agenda, nothing: the circle is closed deliberately.

    Args:
        meeting: the meeting.
        people: who is still to be heard in the round, where that is known already.
    """
    turn, going = meeting.turn, meeting.round
    if turn is not None:
        return intents.EndTurn(turn.id)
    if going is not None:
        people = waiting(meeting, going) if people is None else people
        if people:
            return intents.BeginTurn(going.id, people[0])
    return step_away(meeting, 1)


def step_away(meeting: Meeting, places: int) -> intents.GoToStep | None:
    """Going so many places on (or back) in the agenda, or ``None`` where it ends."""
    here = meeting.step_id
    if here is None or here not in meeting.plan:
        return None
    place = meeting.plan.index(here) + places
    if not 0 <= place < len(meeting.plan):
        return None
    return intents.GoToStep(here, meeting.plan[place])


@rule(intents.OpenCircle, Stage.CALLED)
def open_circle(case: Case, _intent: intents.OpenCircle) -> Decision:
    """A circle needs someone in it; it begins with the first step."""
    meeting = case.meeting
    if not meeting.present:
        return Refusal("Nobody is here yet. Type the names of those who are, then begin.")
    return [events.MeetingOpened(case.here.utc_offset), *_begin_step(case, meeting.plan[0])]


@rule(intents.GoToStep, Stage.LIVE)
def go_to_step(case: Case, intent: intents.GoToStep) -> Decision:
    """Leaving a step ends the turn that runs; nothing else of the step is lost."""
    meeting = case.meeting
    if meeting.step_id != intent.leaving or intent.step == intent.leaving:
        return Refusal("The circle has moved on already.", already=True)
    if intent.step not in meeting.steps:
        return Refusal("There is no such step on this agenda.")
    return [*_end_running(meeting), *_begin_step(case, intent.step)]


@rule(intents.BeginTurn, Stage.LIVE)
def begin_turn(case: Case, intent: intents.BeginTurn) -> Decision:
    """One person speaks at a time, and once in a round unless they asked to come back."""
    meeting = case.meeting
    going, step = meeting.round, meeting.step
    if going is None or step is None or going.id != intent.round:
        return Refusal("That round is over already.", already=True)
    name = case.name(intent.person)
    if meeting.turn is not None:
        speaker = case.name(meeting.turn.person)
        return Refusal(f"{speaker} is speaking.", already=meeting.turn.person == intent.person)
    if intent.person not in waiting(meeting, going):
        already = intent.person in outcomes(meeting, going)
        why = "has been heard in this round." if already else "is not in the room."
        return Refusal(f"{name} {why}", already=already)
    began = events.TurnBegan(intent.person, going.id, going.step, step.turn_seconds)
    return [*_resume(meeting), began]


@rule(intents.EndTurn, Stage.LIVE)
def end_turn(case: Case, intent: intents.EndTurn) -> Decision:
    """The end of one turn is the beginning of the next."""
    meeting = case.meeting
    turn, going, step = meeting.turn, meeting.round, meeting.step
    if turn is None or turn.id != intent.turn:
        return Refusal("That turn is over already.", already=True)
    people = waiting(meeting, going) if going is not None and going.id == turn.round else []
    if intent.outcome is Outcome.LATER and not people:
        name = case.name(turn.person)
        return Refusal(f"{name} is the last in this round: there is nobody to come back after.")
    ended: list[Body] = [*_resume(meeting), events.TurnEnded(turn.id, intent.outcome)]
    if people and step is not None:
        ended.append(events.TurnBegan(people[0], turn.round, turn.step, step.turn_seconds))
    return ended


@rule(intents.PauseTurn, Stage.LIVE)
def pause_turn(case: Case, intent: intents.PauseTurn) -> Decision:
    """An interruption is not charged to the speaker."""
    meeting = case.meeting
    turn = meeting.turn
    if turn is None or turn.id != intent.turn or turn.paused:
        return Refusal("That clock stands still already.", already=True)
    return [events.TurnPaused(turn.id)]


@rule(intents.ResumeTurn, Stage.LIVE)
def resume_turn(case: Case, intent: intents.ResumeTurn) -> Decision:
    """A turn goes on where it was interrupted."""
    meeting = case.meeting
    turn = meeting.turn
    if turn is None or turn.id != intent.turn or not (turn.paused or meeting.paused):
        return Refusal("That clock is running already.", already=True)
    paused = [events.TurnResumed(turn.id)] if turn.paused else []
    return [*_resume(meeting), *paused]


@rule(intents.ExtendTurn, Stage.LIVE)
def extend_turn(case: Case, intent: intents.ExtendTurn) -> Decision:
    """More time is agreed, not taken: one key each time."""
    meeting = case.meeting
    turn = meeting.turn
    if turn is None or turn.id != intent.turn:
        return Refusal("That turn is over already.", already=True)
    given = turn.seconds + turn.extended + intent.seconds
    if intent.seconds == 0 or not 0 < given <= turn.seconds + MOST_EXTENSION:
        return Refusal("A turn can get up to an hour more, and not less than nothing.")
    return [events.TurnExtended(turn.id, intent.seconds)]


@rule(intents.PauseCircle, Stage.LIVE)
def pause_circle(case: Case, intent: intents.PauseCircle) -> Decision:
    """Every clock stops, and nobody is charged."""
    meeting = case.meeting
    if meeting.paused:
        return Refusal("The circle is paused already.", already=True)
    return [events.CirclePaused(intent.reason)]


@rule(intents.ResumeCircle, Stage.LIVE)
def resume_circle(case: Case, _intent: intents.ResumeCircle) -> Decision:
    """The clocks go on."""
    meeting = case.meeting
    return _resume(meeting) or Refusal("The circle is going on already.", already=True)


@rule(intents.CloseCircle, Stage.HELD)
def close_circle(case: Case, _intent: intents.CloseCircle) -> Decision:
    """The close ends the turn that runs; a second press finds it done."""
    meeting = case.meeting
    if meeting.closed is not None:
        return Refusal("The circle is closed already.", already=True)
    return [*_end_running(meeting), events.MeetingClosed()]


def first_speaker(meeting: Meeting) -> PersonId:
    """Who starts the next round: a third of the circle on from the last start.

    The facilitator is neither first nor last by habit, where there are enough people.
    """
    people = meeting.present
    if not people:
        return NOBODY
    starts = [going.start for going in meeting.rounds.values() if going.start in people]
    place = people.index(starts[-1]) + max(1, len(people) // 3) if starts else 0
    for step in range(len(people)):
        start = (place + step) % len(people)
        first_and_last = (people[start], people[start - 1])
        if len(people) < 3 or meeting.hats.get(Hat.FACILITATOR, NOBODY) not in first_and_last:
            return people[start]
    return people[place % len(people)]


def _begin_step(case: Case, step_id: StepId) -> list[Body]:
    meeting = case.meeting
    step = meeting.steps[step_id]
    began: list[Body] = [*_resume(meeting), events.StepBegan(step_id)]
    if step.planned_rounds and all(going.step != step_id for going in meeting.rounds.values()):
        began.append(events.RoundBegan(step_id, first_speaker(meeting)))
    names = {role.name for role in case.state.roles_of(meeting.id)}
    began.extend(
        events.RoleOpened(step_id, opening.name, opening.purpose, opening.days)
        for opening in step.offered
        if opening.name not in names
    )
    return began


def _end_running(meeting: Meeting) -> list[Body]:
    turn = meeting.turn
    return [events.TurnEnded(turn.id, Outcome.HEARD)] if turn is not None else []


def _resume(meeting: Meeting) -> list[Body]:
    return [events.CircleResumed()] if meeting.paused else []
