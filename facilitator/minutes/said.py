"""What happened in a step, in the order in which it is told: voices, decisions, promises, roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from facilitator.core.events import FactId, Outcome, PersonId
from facilitator.minutes.model import Minutes, Said, Who
from facilitator.minutes.model_of_steps import Spoke, Stage, WentRound
from facilitator.minutes.voices import Entry, Paper, Voice, merged

Place: TypeAlias = tuple[int, str]

SPOKE = (Outcome.HEARD, None)

DISCUSSION: FactId = ""
"""Stands for the round of the turns that were in none."""

# More digits than a place in logical time has; int() refuses thousands of them.
_MOST_DIGITS = 18


class Turns(Struct, frozen=True):
    """Who had a turn, in order: heard, passed, put off and then not heard."""

    heard: tuple[Who, ...]
    passed: tuple[Who, ...]
    put_off: tuple[Who, ...]


class Part(Struct, frozen=True):
    """A round of a step, or its open discussion, or all of it where it has no such parts.

    Attributes:
        round: the round; ``None`` for a discussion.
        entries: what was said, decided, promised and claimed, in order.
        turns: how the turns came out.
        unheard: who was there at the end and was not heard, though everyone was to be, or
            though their hand was up.
        still_up: who had been heard, and had a hand up again at the end.
    """

    round: WentRound | None
    entries: tuple[Entry, ...]
    turns: Turns
    unheard: tuple[Who, ...]
    still_up: tuple[Who, ...] = ()


class _Told(Struct, frozen=True):
    """An entry, the part that it belongs to, and its place there."""

    part: FactId
    place: tuple[Place, Place]
    entry: Voice | Paper


def parts(minutes: Minutes, stage: Stage) -> list[Part]:
    """What happened in a step, part by part.

    What a person said is told where their turn was, however late it was written down.
    Otherwise the order is that of the writing.
    """
    found = sorted(_told(minutes, stage), key=lambda each: each.place)
    keys = list(dict.fromkeys(turn.round for turn in stage.turns)) or [DISCUSSION]
    with_hands = DISCUSSION if DISCUSSION in keys else keys[-1]
    result = []
    for key in keys:
        entries = merged(each.entry for each in found if each.part == key)
        outcomes = turns(turn for turn in stage.turns if turn.round == key)
        going = next((each for each in stage.rounds if each.id == key), None)
        everyone = stage.unheard if len(keys) == 1 else ()
        unheard = everyone if going is None else going.unheard
        part = Part(going, tuple(entries), outcomes, unheard)
        result.append(_with_hands(stage, part) if key == with_hands else part)
    return result


def turns(spoke: Iterable[Spoke]) -> Turns:
    """How some turns came out; a person who was heard once counts as heard."""
    outcomes: dict[PersonId, set[Outcome | None]] = {}
    people: dict[PersonId, Who] = {}
    for turn in spoke:
        outcomes.setdefault(turn.person.id, set()).add(turn.outcome)
        people.setdefault(turn.person.id, turn.person)

    def those(*which: Outcome | None, but: Iterable[Outcome | None] = ()) -> tuple[Who, ...]:
        return tuple(
            people[person]
            for person, came_out in outcomes.items()
            if came_out.intersection(which) and not came_out.intersection(but)
        )

    return Turns(
        heard=those(*SPOKE),
        passed=those(Outcome.PASSED, but=SPOKE),
        put_off=those(Outcome.LATER, but=(*SPOKE, Outcome.PASSED)),
    )


def _with_hands(stage: Stage, part: Part) -> Part:
    """The part with those whose hands were up when the step was left."""
    heard = {turn.person for turn in stage.turns if turn.outcome in SPOKE}
    waited = [who for who in stage.hands_up if who not in heard and who not in part.turns.put_off]
    return replace(
        part,
        unheard=tuple(dict.fromkeys((*part.unheard, *waited))),
        still_up=tuple(who for who in stage.hands_up if who in heard),
    )


def _told(minutes: Minutes, stage: Stage) -> Iterator[_Told]:
    in_turn: dict[FactId, list[Said]] = {}
    for note in stage.notes:
        turn = _turn_of(stage, note)
        if turn is not None and turn.round == DISCUSSION:
            in_turn.setdefault(turn.id, []).append(note)
        else:
            place = _place(note.id) if turn is None else _place(turn.id)
            part = _part_at(stage, place) if turn is None else turn.round
            yield _Told(part, (place, _place(note.id)), Voice(note.person, (_words(note),)))
    for turn in dict.fromkeys(turn for turn in stage.turns if turn.round == DISCUSSION):
        texts = tuple(_words(note) for note in in_turn.get(turn.id, ()))
        if texts or turn.outcome in SPOKE:
            voice = Voice(turn.person, texts, turn.id, turn.wish, turn.answers)
            yield _Told(DISCUSSION, (_place(turn.id), _place(turn.id)), voice)
    for identity, entry in _paper(minutes, stage):
        place = _place(identity)
        yield _Told(_part_at(stage, place), (place, place), entry)


def _words(note: Said) -> str:
    """``Idea: a shelf``, or the words alone."""
    return f"{note.marked}: {note.text}" if note.marked else note.text


def _paper(minutes: Minutes, stage: Stage) -> Iterator[tuple[FactId, Paper]]:
    """What was decided, promised and claimed in a step."""
    yield from ((each.id, each) for each in minutes.decisions if each.step == stage.id)
    yield from ((each.id, each) for each in minutes.commitments if each.step == stage.id)
    yield from ((each.claim, each) for each in minutes.roles if each.step == stage.id)


def _turn_of(stage: Stage, note: Said) -> Spoke | None:
    """The turn that a note belongs to: its person's latest before it was written."""
    if note.person is None:
        return None
    own = [turn for turn in stage.turns if turn.person == note.person]
    return _latest(own, _place(note.id))


def _part_at(stage: Stage, place: Place) -> FactId:
    """The part that was going on at a place in logical time, or the first one."""
    first = stage.turns[0].round if stage.turns else DISCUSSION
    turn = _latest(stage.turns, place)
    return first if turn is None else turn.round


def _latest(spoke: Sequence[Spoke], place: Place) -> Spoke | None:
    if not spoke:
        return None
    begun = (turn for turn in spoke if _place(turn.id) <= place)
    return max(begun, key=lambda turn: _place(turn.id), default=None)


def _place(fact: FactId) -> Place:
    """A fact's place in logical time; a wall clock would be no order at all."""
    lamport, _, replica = fact.partition("@")
    known = lamport.isascii() and lamport.isdecimal() and len(lamport) <= _MOST_DIGITS
    return (int(lamport) if known else 0, replica)
