"""How a role stands, in words for people."""

from __future__ import annotations

from facilitator.core.roles.standing import Standing, standing, unsigned, untrained
from facilitator.core.tenure import Role, Term
from facilitator.core.words import Names, called, listed, number, short, short_date


def role_line(role: Role, day: str, names: Names) -> str:
    """``Bring the pots: Ana until Fri 11 Dec``, or that it is open, on an ISO date.

    A very long name is shortened.
    """
    return f"{short(role.name)}: {held_words(role, day, names)}"


def held_words(role: Role, day: str, names: Names) -> str:
    """``Ana until Fri 11 Dec``, ``open``, or that several claim it, on an ISO date."""
    held = role.held_on(day)
    if not held:
        return "over" if standing(role, day) is Standing.OVER else "open"
    if len(held) > 1:
        people = [called(term.person, names) for term in held]
        return f"{listed(people)} {'both ' if len(held) == 2 else ''}claim it; the circle decides"
    return f"{called(held[0].person, names)} until {short_date(held[0].ends)}"


def claims_words(role: Role, day: str, names: Names) -> str:
    """``Ana claims it``, ``Ana and Bo claim it: the circle decides``; nothing if nobody does."""
    people = [called(term.person, names) for term in role.held_on(day)]
    if len(people) > 1:
        return f"{listed(people)} claim it: the circle decides"
    return f"{people[0]} claims it" if people else ""


def next_words(role: Role, term: Term, names: Names) -> str:
    """How far a handoff is: ``Bo is next, shadows since Mon 2 Nov``; nothing without one."""
    if not term.successor:
        return ""
    who = called(term.successor, names)
    if term.signed:
        waits = unsigned(term, names)
        return f"{who} is next; {listed(waits)}" if waits else f"{who} is next; both have signed"
    if term.led_on:
        left = untrained(role, term, names)
        more = f"; {number(len(left))} to pass on" if left else "; ready to sign"
        return f"{who} led once on {short_date(term.led_on)}{more}"
    if term.shadowing_on:
        return f"{who} shadows since {short_date(term.shadowing_on)}"
    return f"{who} is named, since {short_date(term.named_on)}"
