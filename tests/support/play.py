"""A circle played in memory: intents go in, the state moves, as a session would do it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import msgspec

from facilitator.core import intents
from facilitator.core.agenda import Agenda
from facilitator.core.events import Body, FactId, PersonArrived, PersonId
from facilitator.core.facts import Fact, identity
from facilitator.core.fold import fold
from facilitator.core.intents import Here, Intent, Refusal
from facilitator.core.rulebook import Decision
from facilitator.core.rules import decide
from facilitator.core.state import Meeting, State
from support.agendas import DEBRIEF
from support.clock import EVENING

Move: TypeAlias = tuple[str, int, int]
"""A terminal, a number that picks a wish, and the milliseconds that pass before it."""


def write(
    bodies: Sequence[Body], after: State, terminal: str, at: int, meeting: FactId
) -> list[Fact]:
    """The facts of one action, as the journal would write them."""
    first = after.facts[-1].lamport + 1 if after.facts else 1
    return [
        Fact(
            id=identity(place, "k7f3"),
            lamport=place,
            replica="k7f3",
            at=at,
            terminal=terminal,
            action=identity(first, "k7f3"),
            meeting=meeting or identity(first, "k7f3"),
            body=body,
        )
        for place, body in enumerate(bodies, start=first)
    ]


class Circle:
    """A circle and whoever plays it."""

    def __init__(self, agenda: Agenda = DEBRIEF, people: Sequence[str] = ()) -> None:
        self.state = State()
        self.names: dict[PersonId, str] = {}
        self.now = EVENING
        self.id: FactId = ""
        self.alive: frozenset[str] = frozenset()
        self.do(intents.CallMeeting("", agenda))
        self.id = self.state.facts[0].id
        for name in people:
            self.do(intents.Welcome(name))

    @property
    def meeting(self) -> Meeting:
        return self.state.meetings[self.id]

    def here(self, terminal: str = "t1") -> Here:
        return Here(self.now, terminal, self.id, 60, self.names, "k7f3", self.alive)

    def send(self, intent: Intent, terminal: str = "t1") -> Decision:
        """Ask for something; what the rules say is folded."""
        decided = decide(self.state, intent, self.here(terminal))
        if isinstance(decided, Refusal):
            return decided
        facts = write(decided, self.state, terminal, self.now, self.id)
        self.state = fold(facts, onto=self.state)
        if isinstance(intent, intents.Welcome):
            arrived = facts[0].body
            if isinstance(arrived, PersonArrived) and not arrived.person:
                self.names[facts[0].id] = intent.name
        return decided

    def do(self, intent: Intent, terminal: str = "t1") -> None:
        """Ask for something that must not be refused."""
        decided = self.send(intent, terminal)
        assert not isinstance(decided, Refusal), decided

    def refusal(self, intent: Intent, terminal: str = "t1") -> Refusal:
        """Ask for something that must be refused."""
        decided = self.send(intent, terminal)
        assert isinstance(decided, Refusal), decided
        return decided

    def who(self, name: str) -> PersonId:
        """The person of a name."""
        return next(person for person, called in self.names.items() if called == name)

    def called(self, people: Sequence[PersonId]) -> list[str]:
        """What people are called."""
        return [self.names[person] for person in people]


def seen(state: State) -> Any:
    """Everything that a state says, apart from how it came to be."""
    said = msgspec.to_builtins(state)
    return {name: value for name, value in said.items() if name not in ("facts", "struck")}


def whole(state: State) -> Any:
    """Everything in a state, to be compared."""
    said = msgspec.to_builtins(state)
    return {**said, "struck": set(said["struck"])}
