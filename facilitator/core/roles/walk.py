"""A handoff as a walk: everything that is said, shown and signed, in the order of the practice."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from facilitator.core.tenure import Role, Term
from facilitator.core.words import Names, called, plain, short_date


class Station(StrEnum):
    """What is done at a place of the walk."""

    DONE = "done"
    LEFT = "left"
    KNOW = "know"
    NEXT = "next"
    SHADOW = "shadow"
    LED = "led"
    TICK = "tick"
    CONFIRM = "confirm"
    SIGN = "sign"


class Stop(Struct, frozen=True):
    """A place of the walk.

    Attributes:
        station: what is done there.
        label: what it is, in words.
        detail: what was said of it, or since when it is done.
        passed: whether it is done already.
        about: the skill, or the person who signs.
        open: whether it can be done now; what comes before it may be missing.
    """

    station: Station
    label: str
    detail: str = ""
    passed: bool = False
    about: str = ""
    open: bool = True


def walk(role: Role, term: Term, names: Names) -> list[Stop]:
    """The whole way of a handoff, in order."""
    return [*_told(term, names), *_trained(role, term, names), *_signed(role, term, names)]


def next_stop(stops: list[Stop]) -> int:
    """The place of what can be done next; the last place if all is done."""
    open_ones = (place for place, stop in enumerate(stops) if stop.open and not stop.passed)
    return next(open_ones, len(stops) - 1)


def _told(term: Term, names: Names) -> Iterator[Stop]:
    said = term.handoff
    for station, label, text in (
        (Station.DONE, "What was done", said.done),
        (Station.LEFT, "What is left", said.left),
        (Station.KNOW, "What to know", said.know),
    ):
        words = plain(text, names)
        yield Stop(station, label, words, passed=bool(words))


def _trained(role: Role, term: Term, names: Names) -> Iterator[Stop]:
    there = bool(term.successor)
    next_one = called(term.successor, names) if there else "the next one"
    yield Stop(Station.NEXT, "Who takes it", next_one if there else "", passed=there)
    yield Stop(
        Station.SHADOW,
        f"{next_one} goes along",
        _since(term.shadowing_on),
        passed=bool(term.shadowing_on),
        open=there,
    )
    yield Stop(
        Station.LED,
        f"{next_one} leads once",
        _on(term.led_on),
        passed=bool(term.led_on),
        open=bool(term.shadowing_on),
    )
    for skill in role.skills:
        yield _skill(term, skill, next_one, names)


def _skill(term: Term, skill: str, next_one: str, names: Names) -> Stop:
    if skill not in term.ticked:
        return Stop(
            Station.TICK, f"{next_one} can: {skill}", about=skill, open=bool(term.successor)
        )
    confirmed = skill in term.confirmed
    detail = _on(term.confirmed[skill]) if confirmed else f"ticked by {next_one}"
    holder = called(term.person, names)
    return Stop(Station.CONFIRM, f"{holder} confirms: {skill}", detail, confirmed, skill)


def _signed(role: Role, term: Term, names: Names) -> Iterator[Stop]:
    trained = bool(term.successor and term.shadowing_on and term.led_on)
    trained = trained and all(skill in term.confirmed for skill in role.skills)
    for person in filter(None, (term.person, term.successor)):
        on = term.signed.get(person, "")
        yield Stop(
            Station.SIGN, f"{called(person, names)} signs", _on(on), bool(on), person, trained
        )


def _since(day: str) -> str:
    return f"since {short_date(day)}" if day else ""


def _on(day: str) -> str:
    return short_date(day) if day else ""
