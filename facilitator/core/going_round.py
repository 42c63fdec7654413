"""Rules for rounds and for the floor: where a round starts, which way, how long, once more."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.events import NOBODY, Body, Floor
from facilitator.core.intents import Refusal
from facilitator.core.measures import MOST_SECONDS_EACH
from facilitator.core.rounds import first_speaker, next_direction, not_yet_heard, waiting
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.state import Meeting, Round
from facilitator.core.turns import end_running, planned_break

LEAST_SECONDS_EACH = 5


@rule(intents.BeginRound, Stage.LIVE, seat=True)
def begin_round(case: Case, intent: intents.BeginRound) -> Decision:
    """Another round on the same prompt; who starts and which way vary by themselves."""
    meeting, last = case.meeting, case.meeting.last_round
    if meeting.step_id != intent.step or (last.id if last is not None else "") != intent.after:
        return Refusal("That round has begun already.", already=True)
    if intent.start and not case.in_room(intent.start):
        return Refusal(f"{case.name(intent.start)} is not in the room.")
    direction = intent.direction or next_direction(meeting)
    start = intent.start or first_speaker(meeting, direction)
    began = events.RoundBegan(intent.step, start, direction)
    return [*end_running(meeting), began, *planned_break(case)]


@rule(intents.TurnRound, Stage.LIVE, seat=True)
def turn_round(case: Case, intent: intents.TurnRound) -> Decision:
    """Who starts can be chosen until somebody has; which way it goes, at any time."""
    meeting, going = case.meeting, case.meeting.round
    if going is None or going.id != intent.round:
        return Refusal("That round is over already.", already=True)
    start, direction = intent.start or going.start, intent.direction or going.direction
    if intent.start != NOBODY and meeting.turns_in.get(going.id):
        return Refusal("Somebody has started this round already. Call on the next person instead.")
    if not case.in_room(start) and start != going.start:
        return Refusal(f"{case.name(start)} is not in the room.")
    if (start, direction) == (going.start, going.direction):
        return Refusal("That is so already.", already=True)
    return [events.RoundTurned(going.id, start, direction)]


@rule(intents.TimeRound, Stage.LIVE, seat=True)
def time_round(case: Case, intent: intents.TimeRound) -> Decision:
    """The same time for each who is still to be heard: so much, or a share of what is left."""
    meeting, going = case.meeting, case.meeting.round
    if going is None or going.id != intent.round:
        return Refusal("That round is over already.", already=True)
    if intent.share_minutes and not waiting(meeting, going):
        return Refusal("Nobody is left in this round to share that time among.")
    seconds = intent.seconds or shared_seconds(meeting, going, intent.share_minutes)
    if not LEAST_SECONDS_EACH <= seconds <= MOST_SECONDS_EACH:
        return Refusal("Each turn has between 5 seconds and an hour.")
    if going.seconds == seconds:
        return Refusal("That is so already.", already=True)
    return [events.RoundTimed(going.id, seconds)]


def shared_seconds(meeting: Meeting, going: Round, minutes: int) -> int:
    """So many minutes, shared among those who are still to be heard; in steps of 5 seconds."""
    people = len(waiting(meeting, going))
    return minutes * 60 // people // 5 * 5 if people else 0


@rule(intents.AskAgain, Stage.LIVE, seat=True)
def ask_again(case: Case, intent: intents.AskAgain) -> Decision:
    """Before a round ends, those not yet heard are asked once more; once."""
    going = case.meeting.round
    if going is None or going.id != intent.round or going.asked_again:
        return Refusal("They were asked already.", already=True)
    if case.meeting.turn is not None or waiting(case.meeting, going):
        return Refusal("The round is still going on. Ask once more at its end.")
    if not not_yet_heard(case.meeting, going):
        return Refusal("Everyone has been heard.", already=True)
    return [events.AskedAgain(going.id)]


@rule(intents.GiveFloor, Stage.LIVE, seat=True)
def give_floor(case: Case, intent: intents.GiveFloor) -> Decision:
    """From round to stack and back: what each has come to stays."""
    meeting = case.meeting
    if meeting.step_id != intent.step or meeting.floor is intent.floor:
        return Refusal("That is so already.", already=True)
    if intent.floor is Floor.ROUND and not meeting.rounds_of(intent.step):
        return list(round_begins(meeting, intent.step))
    return [events.FloorGiven(intent.step, intent.floor)]


def round_begins(meeting: Meeting, step: str) -> list[Body]:
    """A round as it comes: who starts and which way vary from one to the next."""
    direction = next_direction(meeting)
    return [events.RoundBegan(step, first_speaker(meeting, direction), direction)]
