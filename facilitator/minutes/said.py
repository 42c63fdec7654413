"""What happened in a step, in the order in which it is told: voices, decisions, promises, roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from facilitator.core.events import FactId, Outcome, PersonId
from facilitator.minutes.model import Decided, Minutes, Promised, RoleTaken, Said, Stage, Who

Place: TypeAlias = tuple[int, str]

# More digits than a place in logical time has; int() refuses thousands of them.
_MOST_DIGITS = 18


class Voice(Struct, frozen=True):
    """What one person said at a stretch; nobody in particular is ``None``."""

    person: Who | None
    texts: tuple[str, ...]


Entry: TypeAlias = Voice | Decided | Promised | RoleTaken


class Turns(Struct, frozen=True):
    """Who had a turn in a step, in order: heard, passed, put off and then not heard."""

    heard: tuple[Who, ...]
    passed: tuple[Who, ...]
    put_off: tuple[Who, ...]


def entries(minutes: Minutes, stage: Stage) -> list[Entry]:
    """What was said, decided, promised and claimed in a step.

    What a person said is told where their turn was, however late it was written down.
    Otherwise the order is that of the writing.
    """
    found: list[tuple[Place, Place, Entry]] = [
        (_turn_of(stage, note), _place(note.id), Voice(note.person, (note.text,)))
        for note in stage.notes
    ]
    agreed: Iterable[Decided | Promised] = (*minutes.decisions, *minutes.commitments)
    found += [(_place(e.id), _place(e.id), e) for e in agreed if e.step == stage.id]
    claimed = [role for role in minutes.roles if role.step == stage.id]
    found += [(_place(role.claim), _place(role.claim), role) for role in claimed]
    result: list[Entry] = []
    for *_, entry in sorted(found, key=lambda each: each[:2]):
        last = result[-1] if result else None
        if isinstance(entry, Voice) and isinstance(last, Voice) and entry.person == last.person:
            result[-1] = Voice(last.person, last.texts + entry.texts)
        else:
            result.append(entry)
    return result


def turns(stage: Stage) -> Turns:
    """How the turns in a step came out; a person who was heard once counts as heard."""
    outcomes: dict[PersonId, set[Outcome | None]] = {}
    people: dict[PersonId, Who] = {}
    for turn in stage.turns:
        outcomes.setdefault(turn.person.id, set()).add(turn.outcome)
        people.setdefault(turn.person.id, turn.person)

    def those(*which: Outcome | None, but: Iterable[Outcome | None] = ()) -> tuple[Who, ...]:
        return tuple(
            people[person]
            for person, came_out in outcomes.items()
            if came_out.intersection(which) and not came_out.intersection(but)
        )

    spoke = (Outcome.HEARD, None)
    return Turns(
        heard=those(*spoke),
        passed=those(Outcome.PASSED, but=spoke),
        put_off=those(Outcome.LATER, but=(*spoke, Outcome.PASSED)),
    )


def _turn_of(stage: Stage, note: Said) -> Place:
    """The place of the turn that a note belongs to, or its own."""
    own = _place(note.id)
    began = (
        _place(turn.id)
        for turn in stage.turns
        if note.person is not None and turn.person.id == note.person.id
    )
    return max((place for place in began if place <= own), default=own)


def _place(fact: FactId) -> Place:
    """A fact's place in logical time; a wall clock would be no order at all."""
    lamport, _, replica = fact.partition("@")
    known = lamport.isascii() and lamport.isdecimal() and len(lamport) <= _MOST_DIGITS
    return (int(lamport) if known else 0, replica)
