"""The fold of a long journal: how long, and whether in proportion to the journal."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.report import Figure
from facilitator.core import events
from facilitator.core.agenda import Agenda, Round
from facilitator.core.events import Body, FactId, Outcome
from facilitator.core.facts import Fact, decode, encode, identity
from facilitator.core.fold import fold

GOAL_SECONDS = 1.0
GOAL_LINEAR = 1.25
"""How much longer an event may take in the long journal than in the short one."""

_PEOPLE = 12
_ROUNDS = 3
_AGENDA = Agenda(
    title="Weekly circle",
    steps=tuple(
        Round(title=f"Round {place}", minutes=10, prompt="How are you?", seconds_each=60)
        for place in range(1, _ROUNDS + 1)
    ),
)
_REPLICA = "k7f3"


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Fold a long journal and a short one in turn."""
    long = list(_facts(effort.events))
    short = long[: effort.events // 10]
    written = [(fact, fact.body.kind, encode(fact.body)) for fact in long]
    took_long: list[float] = []
    took_short: list[float] = []
    took_read: list[float] = []
    for _ in range(effort.folds):
        took_short.append(_seconds_to_fold(short))
        took_long.append(_seconds_to_fold(long))
        began = time.perf_counter()
        for _fact, kind, raw in written:
            decode(kind, 1, raw)
        took_read.append(time.perf_counter() - began)
    both = tuple(fold + read for fold, read in zip(took_long, took_read, strict=True))
    count = f"{effort.events:,} events"
    each = tuple(seconds / effort.events * 1e6 for seconds in took_long)
    each_short = tuple(seconds / len(short) * 1e6 for seconds in took_short)
    return [
        Figure(f"fold of {count}", "s", tuple(took_long), goal=GOAL_SECONDS),
        Figure(f"decoding and fold of {count}", "s", both, goal=GOAL_SECONDS),
        Figure(
            f"an event in a fold of {effort.events:,}, beside {len(short):,}",
            "µs",
            each,
            each_short,
            GOAL_LINEAR,
        ),
    ]


def _seconds_to_fold(facts: list[Fact]) -> float:
    began = time.perf_counter()
    state = fold(facts)
    took = time.perf_counter() - began
    if len(state.facts) != len(facts):
        raise RuntimeError("the fold lost facts")
    return took


def _facts(count: int) -> Iterator[Fact]:
    """As many facts of meetings that are alike: turns, pauses, notes, some of it taken back."""
    place = 1
    while True:
        called = identity(place, _REPLICA)
        for body in _meeting(place):
            own = identity(place, _REPLICA)
            yield Fact(
                id=own,
                lamport=place,
                replica=_REPLICA,
                at=place * 5_000,
                terminal="t1",
                action=own,
                meeting=called,
                body=body,
            )
            if place == count:
                return
            place += 1


def _meeting(first: int) -> list[Body]:
    """What happens in one meeting whose first fact stands at a place in logical time."""
    said: list[Body] = []

    def say(body: Body) -> FactId:
        said.append(body)
        return identity(first + len(said) - 1, _REPLICA)

    say(events.MeetingGathered("", _AGENDA))
    people = [say(events.PersonArrived()) for _ in range(_PEOPLE)]
    say(events.MeetingOpened(0))
    for step in range(1, _ROUNDS + 1):
        step_id = f"step-{step}"
        say(events.StepBegan(step_id))
        going = say(events.RoundBegan(step_id, people[0]))
        for seat, person in enumerate(people):
            turn = say(events.TurnBegan(person, going, step_id, 60))
            if seat % 4 == 0:
                say(events.TurnPaused(turn))
                say(events.TurnResumed(turn))
            note = say(events.NoteTaken(step_id, person, ("What was said in this turn",)))
            if seat == 5:
                say(events.Undone(note))
            say(events.TurnEnded(turn, Outcome.HEARD))
    say(events.CommitmentMade("step-1", people[2], ("Borrow the loudspeaker",), "friday"))
    say(events.MeetingClosed())
    return said
