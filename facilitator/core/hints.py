"""What a facilitator may want to notice about who speaks: a few sentences, for them alone.

They name who could be asked, never who is to blame. Where several are named it is in seating
order, which says nothing of anybody; a long list is a number instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from facilitator.core import balance
from facilitator.core.balance import Balance, Voice
from facilitator.core.events import FactId, Floor, Outcome, PersonId
from facilitator.core.stack import in_room
from facilitator.core.state import Meeting
from facilitator.core.words import called, listed, number

MOST_HINTS = 3
"""More than a glance takes in while somebody speaks."""

MOST_NAMES = 4

FEW_TURNS = 4
"""With fewer turns at a step nothing has shown yet."""

ENOUGH_TURNS = 12
"""After so many, or one for each, it is worth a number how many have not spoken."""

OFTEN = 3
"""With fewer turns nobody has spoken often, however few people there are."""

LONG = 5 * 60_000
"""With less time than this nobody has spoken long; milliseconds."""

MUCH = 2
"""So many even shares are worth a thought."""

PASSES_RUNNING = 3


def hints(meeting: Meeting, names: Mapping[PersonId, str], now: int) -> tuple[str, ...]:
    """At most three sentences for the facilitator, the most useful first; often none.

    Where the word is given by hands: newcomers and others who have not spoken, and whether much
    of the time is somebody's. In a round everyone is reached anyway; there it is about who has
    passed again and again, since a pass is fine and a person who always passes may not be.
    (Newcomers are welcomed, and those who have not spoken are suggested first: see the
    practice of the stack in ``core.stack``.)

    Args:
        meeting: the meeting.
        names: what people are called.
        now: UTC milliseconds.
    """
    if not meeting.live or meeting.step_id is None:
        return ()
    if meeting.floor is Floor.ROUND:
        found = [_about_passes(meeting, names)]
    elif meeting.floor is Floor.STACK:
        found = _about_the_stack(meeting, names, balance.of_step(meeting, meeting.step_id, now))
    else:
        found = []
    return tuple(hint for hint in found if hint)[:MOST_HINTS]


def _about_the_stack(meeting: Meeting, names: Mapping[PersonId, str], said: Balance) -> list[str]:
    if said.turns < FEW_TURNS:
        return []
    here = [voice.person for voice in said.voices if in_room(meeting, voice.person)]
    ever = {turn.person for turn in meeting.turns.values() if _spoke(turn.outcome)}
    heard = {voice.person for voice in said.voices if voice.turns}
    step = meeting.step_id
    asking = {hand.person for hand in meeting.hands.values() if hand.up and hand.step == step}
    silent = [person for person in here if person not in heard and person not in asking]
    new = [one for one in silent if one not in ever and meeting.attendance[one].newcomer]
    known = set(new)
    others = [person for person in silent if person not in known]
    much = _about_much(names, said, set(here))
    if len(others) <= MOST_NAMES:
        return [_newcomers(new, names), _not_spoken(others, names), much]
    if said.turns < min(len(here), ENOUGH_TURNS):
        return [_newcomers(new, names), much]
    quiet = sum(person not in heard for person in here)
    many = f"{quiet} of {len(here)} people have not spoken in this step."
    return [_newcomers(new, names), much, many]


def _newcomers(people: Sequence[PersonId], names: Mapping[PersonId, str]) -> str:
    if len(people) > MOST_NAMES:
        return f"{len(people)} newcomers have not spoken yet."
    return f"Newcomers have not spoken yet: {_all(people, names)}." if people else ""


def _not_spoken(people: Sequence[PersonId], names: Mapping[PersonId, str]) -> str:
    have = "has" if len(people) == 1 else "have"
    return f"{_all(people, names)} {have} not spoken in this step." if people else ""


def _about_much(names: Mapping[PersonId, str], said: Balance, here: Set[PersonId]) -> str:
    """That some have had the word often; or, if nobody has, that they have had it long."""
    voices = [voice for voice in said.voices if voice.person in here]
    often = [
        voice
        for voice in voices
        if voice.turns >= OFTEN and voice.turns >= MUCH * voice.even * said.turns
    ]
    if often:
        turns = sum(voice.turns for voice in often)
        return f"{_have(often, names)} had {turns} of {said.turns} turns in this step."
    long = [voice for voice in voices if voice.time >= LONG and voice.share >= MUCH * voice.even]
    if not long:
        return ""
    time, all_time = (round(each / 60_000) for each in (sum(v.time for v in long), said.time))
    return f"{_have(long, names)} had the word for {time} of {all_time} min in this step."


def _have(voices: Sequence[Voice], names: Mapping[PersonId, str]) -> str:
    if len(voices) > MOST_NAMES:
        return f"{len(voices)} people have"
    have = "has" if len(voices) == 1 else "have"
    return f"{_all([voice.person for voice in voices], names)} {have}"


def _about_passes(meeting: Meeting, names: Mapping[PersonId, str]) -> str:
    running = passes_running(meeting)
    people = [
        person
        for person in meeting.seats
        if running.get(person, 0) >= PASSES_RUNNING and in_room(meeting, person)
    ]
    if not people:
        return ""
    if len(people) > MOST_NAMES:
        count = f"{len(people)} people have passed several rounds running"
        return f"{count}: ask the circle whether the question fits."
    if len(people) > 1:
        each = f"{_all(people, names)} have passed several rounds running"
        return f"{each}: ask each in private if all is well."
    rounds = number(running[people[0]])
    return (
        f"{_all(people, names)} has passed {rounds} rounds running: ask in private if all is well."
    )


def passes_running(meeting: Meeting) -> dict[PersonId, int]:
    """In how many rounds each person has passed since they last spoke, if in any.

    A round in which they were away, or passed and spoke when asked once more, is none of these.
    """
    passed: dict[PersonId, set[FactId]] = {}
    for turn in meeting.turns.values():
        if turn.outcome is Outcome.HEARD:
            passed.pop(turn.person, None)
        elif turn.outcome is Outcome.PASSED and turn.round:
            passed.setdefault(turn.person, set()).add(turn.round)
    return {person: len(rounds) for person, rounds in passed.items()}


def _spoke(outcome: Outcome | None) -> bool:
    return outcome is None or outcome.spoke


def _all(people: Sequence[PersonId], names: Mapping[PersonId, str]) -> str:
    return listed([called(person, names) for person in people])
