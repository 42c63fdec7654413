"""Who speaks: rounds, turns, raised hands."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import in_meeting
from facilitator.core.events import FactId, Floor
from facilitator.core.facts import Fact
from facilitator.core.spans import ended
from facilitator.core.state import Hand, Meeting, Round, Span, Turn


@in_meeting(events.FloorGiven)
def _floor(meeting: Meeting, _fact: Fact, body: events.FloorGiven) -> None:
    meeting.floors[body.step] = body.floor


@in_meeting(events.RoundBegan)
def _round_began(meeting: Meeting, fact: Fact, body: events.RoundBegan) -> None:
    meeting.rounds[fact.id] = Round(fact.id, body.step, body.start, body.direction)
    meeting.turns_in[fact.id] = []
    meeting.floors[body.step] = Floor.ROUND
    asked = [each for each in meeting.proposals.values() if each.step == body.step]
    if asked and not asked[-1].round:
        meeting.proposals[asked[-1].id] = replace(asked[-1], round=fact.id)


@in_meeting(events.RoundTurned)
def _round_turned(meeting: Meeting, _fact: Fact, body: events.RoundTurned) -> None:
    going = meeting.rounds.get(body.round)
    if going is not None:
        changed = replace(going, start=body.start, direction=body.direction)
        meeting.rounds[going.id] = changed


@in_meeting(events.RoundTimed)
def _round_timed(meeting: Meeting, _fact: Fact, body: events.RoundTimed) -> None:
    going = meeting.rounds.get(body.round)
    if going is not None:
        meeting.rounds[going.id] = replace(going, seconds=body.seconds)


@in_meeting(events.AskedAgain)
def _asked_again(meeting: Meeting, _fact: Fact, body: events.AskedAgain) -> None:
    going = meeting.rounds.get(body.round)
    if going is not None:
        meeting.rounds[going.id] = replace(going, asked_again=True)


@in_meeting(events.TurnBegan)
def _turn_began(meeting: Meeting, fact: Fact, body: events.TurnBegan) -> None:
    if meeting.speaking is not None:
        _end_turn(meeting, meeting.speaking, fact.at, events.Outcome.HEARD)
    meeting.turns[fact.id] = Turn(
        id=fact.id,
        person=body.person,
        round=body.round,
        step=body.step,
        span=Span(fact.at),
        seconds=body.seconds,
        hand=body.hand,
        called=body.called,
        off=meeting.off.id if meeting.off is not None else "",
    )
    _reach(meeting, body)
    meeting.turns_in.setdefault(body.round, []).append(fact.id)
    meeting.speaking = fact.id
    hand = meeting.hands.get(body.hand)
    if hand is not None:
        meeting.hands[hand.id] = replace(hand, turn=fact.id)


def _reach(meeting: Meeting, body: events.TurnBegan) -> None:
    """Whoever was called out of order, or is come back to, leaves the round where it was."""
    going = meeting.rounds.get(body.round)
    before = [meeting.turns[turn].person for turn in meeting.turns_in.get(body.round, ())]
    if going is not None and not body.called and body.person not in before:
        meeting.rounds[going.id] = replace(going, reached=body.person)


@in_meeting(events.TurnEnded)
def _turn_ended(meeting: Meeting, fact: Fact, body: events.TurnEnded) -> None:
    _end_turn(meeting, body.turn, fact.at, body.outcome)


def _end_turn(meeting: Meeting, turn_id: FactId, at: int, outcome: events.Outcome) -> None:
    turn = meeting.turns.get(turn_id)
    if turn is None or turn.outcome is not None:
        return
    pauses = ended(turn.pauses, at) if turn.paused else turn.pauses
    meeting.turns[turn_id] = replace(
        turn, span=Span(turn.span.began, at), outcome=outcome, pauses=pauses
    )
    if meeting.speaking == turn_id:
        meeting.speaking = None


@in_meeting(events.TurnPaused)
def _turn_paused(meeting: Meeting, fact: Fact, body: events.TurnPaused) -> None:
    turn = meeting.turns.get(body.turn)
    if turn is not None and turn.outcome is None and not turn.paused:
        meeting.turns[turn.id] = replace(turn, pauses=(*turn.pauses, Span(fact.at)))


@in_meeting(events.TurnResumed)
def _turn_resumed(meeting: Meeting, fact: Fact, body: events.TurnResumed) -> None:
    turn = meeting.turns.get(body.turn)
    if turn is not None and turn.paused:
        meeting.turns[turn.id] = replace(turn, pauses=ended(turn.pauses, fact.at))


@in_meeting(events.TurnExtended)
def _turn_extended(meeting: Meeting, _fact: Fact, body: events.TurnExtended) -> None:
    turn = meeting.turns.get(body.turn)
    if turn is not None:
        meeting.turns[turn.id] = replace(turn, extended=turn.extended + body.seconds)


@in_meeting(events.HandRaised)
def _raised(meeting: Meeting, fact: Fact, body: events.HandRaised) -> None:
    meeting.hands[fact.id] = Hand(
        id=fact.id,
        at=fact.at,
        step=body.step,
        person=body.person,
        wish=body.wish,
        place=fact.lamport,
        answers=body.turn,
    )


@in_meeting(events.HandLowered)
def _lowered(meeting: Meeting, _fact: Fact, body: events.HandLowered) -> None:
    hand = meeting.hands.get(body.hand)
    if hand is not None:
        meeting.hands[hand.id] = replace(hand, lowered=True)


@in_meeting(events.HandMoved)
def _hand_moved(meeting: Meeting, fact: Fact, body: events.HandMoved) -> None:
    hand = meeting.hands.get(body.hand)
    if hand is not None:
        meeting.hands[hand.id] = replace(hand, place=fact.lamport)


@in_meeting(events.StackClosed)
def _stack_closed(meeting: Meeting, _fact: Fact, body: events.StackClosed) -> None:
    meeting.closed_stacks.add(body.step)


@in_meeting(events.StackReopened)
def _stack_reopened(meeting: Meeting, _fact: Fact, body: events.StackReopened) -> None:
    meeting.closed_stacks.discard(body.step)
