"""Rules for people in the room: seats, hats, who is out, who has the facilitator's seat."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core import events, intents
from facilitator.core.events import NOBODY, Body, Outcome, PersonId
from facilitator.core.intents import Refusal
from facilitator.core.rulebook import Case, Decision, Stage, rule
from facilitator.core.turns import end_running, planned_break

MOST_CATEGORY = 40


@rule(intents.MarkNewcomer, Stage.UNTIL_CLOSED)
def mark_newcomer(case: Case, intent: intents.MarkNewcomer) -> Decision:
    """Newcomers are marked so that they are welcomed and paired."""
    attendance = case.meeting.attendance.get(intent.person)
    if attendance is None:
        return _not_here(case, intent.person)
    if attendance.newcomer == intent.newcomer:
        return Refusal("That is so already.", already=True)
    return [events.PersonMarked(intent.person, intent.newcomer)]


@rule(intents.TakeSeat, Stage.UNTIL_CLOSED)
def take_seat(case: Case, intent: intents.TakeSeat) -> Decision:
    """Seating order is the speaking order."""
    if intent.person not in case.meeting.attendance:
        return _not_here(case, intent.person)
    if intent.after != NOBODY and intent.after not in case.meeting.attendance:
        return _not_here(case, intent.after)
    place = case.meeting.seats.index(intent.person)
    sits_after = case.meeting.seats[place - 1] if place else NOBODY
    if intent.after in (intent.person, sits_after):
        return Refusal("That is their seat already.", already=True)
    return [events.PersonSeated(intent.person, intent.after)]


@rule(intents.Leave, Stage.UNTIL_CLOSED)
def leave(case: Case, intent: intents.Leave) -> Decision:
    """Someone who goes while speaking has been heard; their hands go down, their hats are free."""
    if not case.is_here(intent.person):
        return Refusal(f"{case.name(intent.person)} is not in the room.", already=True)
    hands = [
        events.HandLowered(hand.id)
        for hand in case.meeting.hands.values()
        if hand.up and hand.person == intent.person
    ]
    gone = [events.PersonLeft(intent.person), *_hats_off(case, intent.person), *hands]
    return _without(case, intent.person, Outcome.HEARD, gone)


@rule(intents.GiveHat, Stage.UNTIL_CLOSED)
def give_hat(case: Case, intent: intents.GiveHat) -> Decision:
    """A hat is worn by someone who is in the room."""
    if case.meeting.hats.get(intent.hat, NOBODY) == intent.person:
        return Refusal("That is so already.", already=True)
    if intent.person != NOBODY and not case.is_here(intent.person):
        return _not_here(case, intent.person)
    return [events.HatGiven(intent.hat, intent.person)]


@rule(intents.SwapSeats, Stage.UNTIL_CLOSED)
def swap_seats(case: Case, intent: intents.SwapSeats) -> Decision:
    """Two people change places; everyone else stays."""
    for person in (intent.one, intent.other):
        if person not in case.meeting.attendance:
            return _not_here(case, person)
    if intent.one == intent.other:
        return Refusal("Somebody changes places with somebody else.")
    return [events.SeatsSwapped(intent.one, intent.other)]


@rule(intents.StepOut, Stage.LIVE)
def step_out(case: Case, intent: intents.StepOut) -> Decision:
    """Someone who is out is skipped, and not forgotten; a turn that runs waits for them."""
    if not case.is_here(intent.person):
        return _not_here(case, intent.person)
    if not case.in_room(intent.person):
        return Refusal(f"{case.name(intent.person)} is out already.", already=True)
    out = [events.PersonSteppedOut(intent.person)]
    return _without(case, intent.person, Outcome.LATER, out)


@rule(intents.ComeBack, Stage.LIVE)
def come_back(case: Case, intent: intents.ComeBack) -> Decision:
    """Whoever comes back is fitted in where the round finds them."""
    if not case.is_here(intent.person) or case.in_room(intent.person):
        return Refusal(f"{case.name(intent.person)} was not out.", already=True)
    return [events.PersonCameBack(intent.person)]


@rule(intents.TakeCategory, Stage.HELD)
def take_category(case: Case, intent: intents.TakeCategory) -> Decision:
    """People name themselves; nobody is put in a box that the program has made."""
    if intent.person not in case.meeting.attendance:
        return _not_here(case, intent.person)
    category = " ".join(intent.category.split())
    if len(category) > MOST_CATEGORY:
        return Refusal(f"A word or two, please: {MOST_CATEGORY} letters at most.")
    if case.meeting.categories.get(intent.person, "") == category:
        return Refusal("That is so already.", already=True)
    return [events.CategoryTaken(intent.person, category)]


@rule(intents.SkipInRota, Stage.UNTIL_CLOSED)
def skip_in_rota(case: Case, intent: intents.SkipInRota) -> Decision:
    """A turn in the rota can be skipped; the person is asked again next time."""
    worn = case.meeting.hats.get(intent.hat) == intent.person
    if (intent.hat, intent.person) in case.meeting.skipped and not worn:
        return Refusal("That is so already.", already=True)
    off = [events.HatGiven(intent.hat, NOBODY)] if worn else []
    return [events.RotaSkipped(intent.hat, intent.person), *off]


@rule(intents.SwapTurns, Stage.UNTIL_CLOSED)
def swap_turns(case: Case, intent: intents.SwapTurns) -> Decision:
    """Somebody has a hat this time whose turn would be later; whoever gave it up comes next."""
    for person in (intent.person, intent.other):
        if not case.is_here(person):
            return _not_here(case, person)
    if intent.person == intent.other:
        return Refusal("Somebody swaps turns with somebody else.")
    wearer = case.meeting.hats.get(intent.hat, NOBODY)
    if wearer not in (NOBODY, intent.person):
        return Refusal(f"The hat is {case.name(wearer)}'s already.", already=wearer == intent.other)
    return [
        events.TurnsSwapped(intent.hat, intent.person, intent.other),
        events.HatGiven(intent.hat, intent.other),
    ]


@rule(intents.PassSeat, Stage.UNTIL_CLOSED, seat=True)
def pass_seat(case: Case, intent: intents.PassSeat) -> Decision:
    """The seat goes to a terminal at which the program runs."""
    if intent.terminal not in case.here.alive:
        return Refusal("No program runs at that terminal.")
    seat = (case.here.replica, intent.terminal)
    if case.meeting.seat == seat:
        return Refusal("It has the seat already.", already=True)
    return [events.SeatGiven(*seat)]


@rule(intents.TakeSeatOver, Stage.UNTIL_CLOSED)
def take_seat_over(case: Case, _intent: intents.TakeSeatOver) -> Decision:
    """A seat whose terminal is gone can be taken; one that is there is passed on."""
    seat = (case.here.replica, case.here.terminal)
    if case.meeting.seat == seat:
        return Refusal("This terminal has the seat already.", already=True)
    if not case.seat_is_silent:
        return Refusal("The facilitator's terminal is there. The seat is passed on from it.")
    return [events.SeatGiven(*seat)]


@rule(intents.Choose, Stage.UNTIL_CLOSED)
def choose(case: Case, intent: intents.Choose) -> Decision:
    """What a group chooses holds in its next circles as well."""
    if case.meeting.settings.get(intent.setting) == intent.on:
        return Refusal("That is so already.", already=True)
    return [events.SettingChosen(intent.setting, intent.on)]


def _hats_off(case: Case, person: PersonId) -> list[Body]:
    """What takes every hat off somebody, once the circle has begun."""
    if case.meeting.opened is None:
        return []
    worn = case.meeting.hats.items()
    return [events.HatGiven(hat, NOBODY) for hat, wearer in worn if wearer == person]


def _without(case: Case, person: PersonId, outcome: Outcome, gone: Sequence[Body]) -> list[Body]:
    """Someone goes, be it in the middle of their turn: then a break that was agreed begins."""
    turn = case.meeting.turn
    if turn is None or turn.person != person:
        return list(gone)
    return [*end_running(case.meeting, outcome), *gone, *planned_break(case)]


def _not_here(case: Case, person: PersonId) -> Refusal:
    return Refusal(f"{case.name(person)} is not in this circle. Add them first.")
