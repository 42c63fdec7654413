"""Who or what is meant by words: people, steps, roles, hands, each by number or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitator.core.commitments.meant import called
from facilitator.core.commitments.meant import meant as commitments_meant
from facilitator.core.commitments.standing import Promise
from facilitator.core.events import Hat, PersonId, StepId
from facilitator.core.letters import plain_letters
from facilitator.core.mentions import find_person
from facilitator.core.stack import stack
from facilitator.core.state import Hand, Meeting, Role, State
from facilitator.line.orders import LineError, any_of

MOST_NAMED = 5
"""So many of those who could be meant are named."""

MOST_DIGITS = 9
"""A number that is longer is no place in anything."""

Names = Mapping[PersonId, str]


def one_of(words: str, choices: Iterable[str], what: str) -> str:
    """The choice that words begin, whatever their case and accents.

    Raises:
        LineError: they begin none, or several; the message names what there is.
    """
    known = list(choices)
    told = any_of(known)
    return known[
        meant(words, known, f"{words} is no {what}: {told}." if words else f"Which {what}? {told}.")
    ]


def number(words: str, most: int, what: str) -> int:
    """A number from 1 on, as a place from 0 on.

    Raises:
        LineError: it is none, or too large.
    """
    if not words.isdecimal() or len(words) > MOST_DIGITS or not 1 <= int(words) <= most:
        if not most:
            raise LineError(f"There is no {what} yet.")
        if not words:
            raise LineError(f"Which {what}? Type its number, 1 to {most}.")
        raise LineError(f"{words} is no {what}: 1 to {most}.")
    return int(words) - 1


def person(words: str, meeting: Meeting, names: Names) -> PersonId:
    """Someone with a seat: by their name, its beginning, or the number of the seat.

    Raises:
        LineError: nobody is meant, or several can be; the message says who.
    """
    wanted = words.strip().removeprefix("@").strip()
    if not wanted:
        raise LineError("Whom? Type a name, or the number of a seat.")
    seats = meeting.seats
    known = [names.get(each, "") for each in seats]
    if wanted.isdecimal() and plain_letters(wanted) not in map(plain_letters, known):
        return seats[number(wanted, len(seats), "seat")]
    return seats[meant(wanted, known, f"{wanted} is no person here.")]


def person_first(words: str, meeting: Meeting, names: Names) -> tuple[PersonId, str]:
    """Someone with a seat, and the words behind their name; a colon may part them.

    Raises:
        LineError: nobody is meant, or several can be.
    """
    before, colon, after = words.partition(":")
    if colon:
        return person(before, meeting, names), after.strip()
    bare = words.strip().removeprefix("@")
    here = {each: names[each] for each in meeting.seats if each in names}
    found, length = find_person(bare, here)
    if found is not None:
        return found, bare[length:].strip()
    first, _, rest = bare.partition(" ")
    return person(first, meeting, names), rest.strip()


def step(words: str, meeting: Meeting) -> StepId:
    """A step of the agenda by its number.

    Raises:
        LineError: there is none.
    """
    return meeting.plan[number(words, len(meeting.plan), "step")]


def role(words: str, state: State, meeting: Meeting) -> Role:
    """A role that this meeting offers, by its number or its name.

    Raises:
        LineError: there is none, or several are meant.
    """
    roles = state.roles_of(meeting.id)
    return roles[role_among(words, roles)]


def role_among(words: str, roles: Sequence[Role]) -> int:
    """The place of a role in a list, by its number or its name.

    Raises:
        LineError: there is none, or several are meant.
    """
    if words.isdecimal():
        return number(words, len(roles), "role")
    otherwise = f"{words} is no role." if words else "Which role? Type its name, or its number."
    return meant(words, [each.name for each in roles], otherwise)


def commitment(words: str, among: Sequence[Promise], names: Names) -> Promise:
    """A commitment of a list: by its number there, or by words that it begins with.

    Raises:
        LineError: none is meant, or several are; the message says which.
    """
    words = words.strip()
    if words.isdecimal():
        return among[number(words, len(among), "commitment")]
    if not words:
        raise LineError("Which commitment? Type its number, or its first words.")
    found = commitments_meant(words, among, names)
    if len(found) == 1:
        return found[0]
    if not found:
        raise LineError(f"No commitment begins with {words}.")
    told = [f"{among.index(each) + 1} {called(each, names)}" for each in found[:MOST_NAMED]]
    more = ["others"] if len(found) > MOST_NAMED else []
    raise LineError(f"{words}: {any_of([*told, *more])}?")


def hand(words: str, meeting: Meeting, names: Names) -> Hand:
    """A hand that is up: by its place on the stack, or by whose it is.

    Raises:
        LineError: there is none, or several are meant.
    """
    hands = stack(meeting)
    if not hands:
        raise LineError("No hand is up.")
    if words.isdecimal():
        return hands[number(words, len(hands), "hand")]
    otherwise = f"{words} has no hand up." if words else "Whose hand? Type a name, or its number."
    return hands[meant(words, [names.get(each.person, "") for each in hands], otherwise)]


def hat(words: str) -> Hat:
    """A hat by its name.

    Raises:
        LineError: there is none of that name.
    """
    return Hat(one_of(words, [each.value for each in Hat], "hat"))


def meant(words: str, choices: Sequence[str], otherwise: str) -> int:
    """The place of the choice that is meant: the one of that name, or the one so begun.

    Args:
        words: as typed.
        choices: what can be meant.
        otherwise: what is said where none of them is meant.
    """
    wanted = " ".join(plain_letters(words).split())
    plain = [" ".join(plain_letters(each).split()) for each in choices]
    found = [place for place, each in enumerate(plain) if each == wanted]
    if not found and wanted:
        found = [place for place, each in enumerate(plain) if each.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        named = [choices[place] for place in found[:MOST_NAMED]]
        more = ["others"] if len(found) > MOST_NAMED else []
        raise LineError(f"{words}: {any_of([*named, *more])}?")
    raise LineError(otherwise)
