"""Rules for turns: who speaks, for how long, and who speaks after that."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.events import Body, FactId, Floor, Outcome, PersonId, Wish
from facilitator.core.intents import Refusal
from facilitator.core.pausing import MINUTE, break_begins, resumed
from facilitator.core.rounds import outcomes, turn_seconds, waiting
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.stack import hand_of, stack
from facilitator.core.state import Hand, Meeting, Round, Turn

MOST_EXTENSION = 3600


@rule(intents.BeginTurn, Stage.LIVE, seat=True)
def begin_turn(case: Case, intent: intents.BeginTurn) -> Decision:
    """One person speaks at a time, and once in a round unless they asked to come back."""
    meeting = case.meeting
    going = meeting.round
    if going is None or going.id != intent.round:
        return Refusal("That round is over already.", already=True)
    if meeting.turn is not None:
        speaker = case.name(meeting.turn.person)
        return Refusal(f"{speaker} is speaking.", already=meeting.turn.person == intent.person)
    refusal = _may_not_speak(case, going, intent.person)
    return refusal or [*resumed(meeting), _turn(meeting, intent.person, going)]


@rule(intents.CallOn, Stage.LIVE, seat=True)
def call_on(case: Case, intent: intents.CallOn) -> Decision:
    """Anyone can be given the word at once; in a round those skipped come after that."""
    meeting = case.meeting
    if (late := _too_late(meeting, intent.instead_of)) is not None:
        return late
    if meeting.turn is not None and meeting.turn.person == intent.person:
        return Refusal(f"{case.name(intent.person)} is speaking.", already=True)
    if not case.in_room(intent.person):
        return Refusal(f"{case.name(intent.person)} is not in the room.")
    going = meeting.round
    if going is not None:
        refusal = _may_not_speak(case, going, intent.person)
        if refusal is not None:
            return refusal
        began = _turn(meeting, intent.person, going, called=True)
    elif meeting.floor is Floor.STACK:
        began = _turn(meeting, intent.person, hand=hand_of(meeting, intent.person))
    else:
        return Refusal("Nobody takes turns at this step. Raise a hand to open the stack.")
    return [*resumed(meeting), *end_running(meeting), began]


@rule(intents.CallHand, Stage.LIVE, seat=True)
def call_hand(case: Case, intent: intents.CallHand) -> Decision:
    """The facilitator may take a hand out of order; the order of the others stays."""
    meeting = case.meeting
    if (late := _too_late(meeting, intent.instead_of)) is not None:
        return late
    hand = next((one for one in stack(meeting) if one.id == intent.hand), None)
    if hand is None:
        return Refusal("That hand is not up any more.", already=True)
    return [*resumed(meeting), *end_running(meeting), _turn(meeting, hand.person, hand=hand)]


@rule(intents.EndTurn, Stage.LIVE, seat=True)
def end_turn(case: Case, intent: intents.EndTurn) -> Decision:
    """The end of one turn is the beginning of the next, unless a break was agreed."""
    meeting = case.meeting
    turn = meeting.turn
    if turn is None or turn.id != intent.turn:
        return Refusal("That turn is over already.", already=True)
    if intent.outcome is Outcome.LATER:
        refusal = _nobody_to_come_back_after(case, turn)
        if refusal is not None:
            return refusal
    ended = [*resumed(meeting), *end_running(meeting, intent.outcome)]
    return [*ended, *(planned_break(case) or _following(meeting))]


def _following(meeting: Meeting) -> list[Body]:
    """The turn that begins when the one that runs ends."""
    going = meeting.round
    if going is not None:
        people = waiting(meeting, going)
        return [_turn(meeting, people[0], going)] if people else []
    hands = stack(meeting) if meeting.floor is Floor.STACK else []
    return [_turn(meeting, hands[0].person, hand=hands[0])] if hands else []


def _nobody_to_come_back_after(case: Case, turn: Turn) -> Refusal | None:
    meeting = case.meeting
    own = meeting.rounds.get(turn.round)
    going = own or meeting.round
    stacked = own is None or meeting.floor is Floor.STACK
    others = waiting(meeting, going) if going is not None else []
    others += [hand.person for hand in stack(meeting)] if stacked else []
    if set(others) - {turn.person}:
        return None
    where = "on the stack" if own is None else "in this round"
    return Refusal(
        f"{case.name(turn.person)} is the last {where}: there is nobody to come back after."
    )


def _turn(
    meeting: Meeting,
    person: PersonId,
    going: Round | None = None,
    *,
    hand: Hand | None = None,
    called: bool = False,
) -> Body:
    return events.TurnBegan(
        person=person,
        round=going.id if going is not None else "",
        step=meeting.step_id or "",
        seconds=turn_seconds(meeting),
        hand=hand.id if hand is not None else "",
        called=called,
    )


def _may_not_speak(case: Case, going: Round, person: PersonId) -> Refusal | None:
    """Whoever has not been heard in the round may speak, also after having passed."""
    if person in waiting(case.meeting, going):
        return None
    name, outcome = case.name(person), outcomes(case.meeting, going).get(person)
    if outcome is Outcome.HEARD:
        return Refusal(f"{name} has been heard in this round.", already=True)
    if not case.in_room(person):
        return Refusal(f"{name} is not in the room.")
    return None


def _too_late(meeting: Meeting, instead_of: FactId) -> Refusal | None:
    """Whoever is called takes the place of the turn that was on the screen, of no other."""
    if (meeting.speaking or "") == instead_of:
        return None
    return Refusal("Somebody else has the word by now.", already=True)


def end_running(meeting: Meeting, outcome: Outcome = Outcome.HEARD) -> list[Body]:
    """What ends the turn that runs, if one does.

    Who is to be come back to waits in the round; where there is none, with a hand.
    """
    turn = meeting.turn
    if turn is None:
        return []
    ended: list[Body] = [events.TurnEnded(turn.id, outcome)]
    waits = turn.round in meeting.rounds or hand_of(meeting, turn.person) is not None
    if outcome is Outcome.LATER and not waits:
        hand = meeting.hands.get(turn.hand)
        wish, answers = (hand.wish, hand.answers) if hand is not None else (Wish.SPEAK, "")
        ended.append(events.HandRaised(turn.step, turn.person, wish, answers))
    return ended


def planned_break(case: Case) -> list[events.CirclePaused]:
    """The break that comes after the turn that runs, if one was agreed."""
    minutes = case.meeting.break_planned if case.meeting.turn is not None else 0
    return [break_begins(case, minutes * MINUTE)] if minutes else []


@rule(intents.PauseTurn, Stage.LIVE, seat=True)
def pause_turn(case: Case, intent: intents.PauseTurn) -> Decision:
    """An interruption is not charged to the speaker."""
    meeting = case.meeting
    turn = meeting.turn
    if turn is None or turn.id != intent.turn or turn.paused:
        return Refusal("That clock stands still already.", already=True)
    return [events.TurnPaused(turn.id)]


@rule(intents.ResumeTurn, Stage.LIVE, seat=True)
def resume_turn(case: Case, intent: intents.ResumeTurn) -> Decision:
    """A turn goes on where it was interrupted."""
    meeting = case.meeting
    turn = meeting.turn
    if turn is None or turn.id != intent.turn or not (turn.paused or meeting.paused):
        return Refusal("That clock is running already.", already=True)
    paused = [events.TurnResumed(turn.id)] if turn.paused else []
    return [*resumed(meeting), *paused]


@rule(intents.ExtendTurn, Stage.LIVE, seat=True)
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
