"""From the roles of a group to the lines of the board: pure, and without a word of layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from facilitator.core.letters import plain_letters
from facilitator.core.roles.board import Place
from facilitator.core.roles.history import dated
from facilitator.core.roles.standing import Standing, untrained
from facilitator.core.roles.wording import next_words
from facilitator.core.state import State
from facilitator.core.tenure import Role, Term
from facilitator.core.vocabulary import FactId
from facilitator.core.words import Names, called, listed, number, short_date
from facilitator.ui import timeline
from facilitator.ui.role_words import WORRIES, concern_said

GLYPHS = {
    Standing.CONTESTED: "≠",
    Standing.OPEN: "·",
    Standing.CLAIMED: "◦",
    Standing.NAMED: "◔",
    Standing.SHADOWING: "◑",
    Standing.LED: "◕",
    Standing.SIGNED: "●",
    Standing.OVER: "✓",
    Standing.DROPPED: "×",
    Standing.MERGED: "×",
}
"""How a role stands, as a glyph: the fuller the circle, the nearer the handoff."""


class RoleLine(Struct, frozen=True):
    """One line of the board: a role, or, with no role, the heading of those below.

    Attributes:
        role: which role; empty for a heading.
        mark: the glyph before its name.
        name: what it is called.
        held: who has it until when, or since when nobody has.
        following: who is next, and how far that is.
        worry: what is to be looked at first, as a glyph and a word.
        time: its terms on the line of days.
    """

    role: FactId
    name: str
    mark: str = ""
    held: str = ""
    following: str = ""
    worry: str = ""
    time: timeline.Line | None = None


class BoardView(Struct, frozen=True):
    """The whole board.

    Attributes:
        lines: headings, and the roles below each.
        today: the ISO date that the line of days is drawn around.
    """

    lines: tuple[RoleLine, ...] = ()
    today: str = ""


def board_view(places: Iterable[Place], day: str, names: Names) -> BoardView:
    """The lines of the board on an ISO date."""
    lines: list[RoleLine] = []
    for standing, group in groupby(places, key=lambda place: place.standing):
        of_it = list(group)
        lines.append(RoleLine("", f"{standing.value.capitalize()} ({len(of_it)})"))
        lines += [_line(place, day, names) for place in of_it]
    return BoardView(tuple(lines), day)


def _line(place: Place, day: str, names: Names) -> RoleLine:
    role = place.role
    worry = " ".join(WORRIES[place.concerns[0].matter]) if place.concerns else ""
    return RoleLine(
        role.id,
        role.name,
        GLYPHS[place.standing],
        _held(place, day, names),
        _following(role, place.held[0], names) if len(place.held) == 1 else "",
        worry,
        timeline.line(role, place.standing, day, names),
    )


def _held(place: Place, day: str, names: Names) -> str:
    """``Ana until Fri 11 Dec``, ``Ana and Bo claim it``, ``since Fri 30 Oct``, ``nobody yet``."""
    role, held = place.role, place.held
    if len(held) > 1:
        return f"{listed([called(term.person, names) for term in held])} claim it"
    if held:
        return f"{called(held[0].person, names)} until {short_date(held[0].ends)}"
    if place.standing is Standing.DROPPED:
        return f"since {dated(role.dropped_on, day)}"
    last = role.terms[-1] if role.terms else None
    if last is None:
        return "nobody yet"
    if place.standing is Standing.OVER:
        return f"{called(last.person, names)} until {dated(last.over_on or last.ends, day)}"
    return f"since {dated(last.over_on or last.ends, day)}"


def _following(role: Role, term: Term, names: Names) -> str:
    """Who is next, in a few words: the heading says how far that is."""
    if not term.successor:
        return ""
    who = f"→ {called(term.successor, names)}"
    if term.signed:
        holder = "" if term.person in term.signed else f"{called(term.person, names)} "
        return f"{who}, {holder}to sign"
    if term.led_on:
        left = len(untrained(role, term, names))
        return f"{who}, {left} skill{'' if left == 1 else 's'} left" if left else f"{who}, ready"
    _, _, since = short_date(term.shadowing_on or term.named_on).partition(" ")
    return f"{who} since {since}"


def fitting(places: Sequence[Place], words: str, names: Names) -> list[Place]:
    """The roles that every one of some words fits: a name, a person, how it stands, a worry."""
    wanted = plain_letters(words).split()
    return [place for place in places if all(_fits(place, word, names) for word in wanted)]


def _fits(place: Place, word: str, names: Names) -> bool:
    """Whether a word stands in a name, or begins a word for how the role stands."""
    role = place.role
    people = [one for term in place.held for one in (term.person, term.successor) if one]
    called_so = (role.name, *role.called_before, *(called(one, names) for one in people))
    if any(word in plain_letters(name) for name in called_so):
        return True
    said = [place.standing.value, role.kind.value]
    said += [part for each in place.concerns for part in (each.matter, WORRIES[each.matter][1])]
    return any(each.startswith(word) for each in plain_letters(" ".join(said)).split())


def place_lines(place: Place, state: State, names: Names) -> tuple[str, ...]:
    """What is said of the role under the cursor: who is next, what is to be looked at and done."""
    role, lines = place.role, []
    if len(place.held) == 1 and (following := next_words(role, place.held[0], names)):
        lines.append(following)
    if place.concerns:
        lines.append(concern_said(place.concerns[0], state, names)[1])
    elif place.lacks and place.held[0].successor:
        more = len(place.lacks) - 1
        lines.append(f"lacks: {place.lacks[0]}{f', and {number(more)} more' if more else ''}")
    return tuple(lines)


NOW: dict[Standing, frozenset[str]] = {
    Standing.CONTESTED: frozenset({"settle", "claim"}),
    Standing.OPEN: frozenset({"claim"}),
    Standing.CLAIMED: frozenset({"successor"}),
    Standing.NAMED: frozenset({"shadow"}),
    Standing.SHADOWING: frozenset({"led", "tick", "confirm_skill"}),
    Standing.LED: frozenset({"tick", "confirm_skill", "sign"}),
    Standing.SIGNED: frozenset({"sign"}),
    Standing.OVER: frozenset({"claim"}),
    Standing.DROPPED: frozenset({"claim"}),
    Standing.MERGED: frozenset(),
}
"""The commands that lead further, for each way in which a role can stand."""
