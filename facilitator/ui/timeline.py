"""Terms as bars on a line of days: three months back, three months on, readable without color."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from msgspec import Struct
from rich.cells import cell_len

from facilitator.core.roles.standing import Standing
from facilitator.core.tenure import Ending, Role, Term
from facilitator.core.terms import day_of, months_later
from facilitator.core.words import MONTHS, Names, called
from facilitator.ui.text import fit

MONTHS_AROUND = 3
ROOM_BEHIND = timedelta(days=14)
"""What is shown behind the three months, so that a term that ends there has a name behind it."""

LONGEST_NAME = 16
NAMELESS = "?"
"""What stands behind a handoff that nobody is named for."""


class Stretch(StrEnum):
    """What a cell of the line shows; the value is the glyph."""

    EMPTY = " "
    PAST = "─"
    HELD = "█"
    SHADOWED = "▓"
    OVERDUE = "░"
    VACANT = "·"
    HANDOFF = "◆"
    TODAY = "┃"
    NAME = "a"

    @property
    def word(self) -> str:
        """What the glyph means, in a word or two."""
        return {
            Stretch.PAST: "before",
            Stretch.HELD: "holder",
            Stretch.SHADOWED: "next one shadows",
            Stretch.OVERDUE: "overdue",
            Stretch.VACANT: "open",
            Stretch.HANDOFF: "handoff",
            Stretch.TODAY: "today",
        }.get(self, "")


LEGEND = "  ".join(
    f"{each.value} {each.word}"
    for each in (
        Stretch.PAST,
        Stretch.HELD,
        Stretch.SHADOWED,
        Stretch.OVERDUE,
        Stretch.HANDOFF,
        Stretch.TODAY,
    )
)
"""What the glyphs of the line mean."""


class Bar(Struct, frozen=True):
    """A stretch of days on a line, from one until another, as numbers of days."""

    stretch: Stretch
    first: int
    last: int


class Line(Struct, frozen=True):
    """The time of one role.

    Attributes:
        bars: one over the other.
        handoff: the day on which it changes hands, as a number of days.
        name: who is next then.
    """

    bars: tuple[Bar, ...] = ()
    handoff: int | None = None
    name: str = ""


class Window(Struct, frozen=True):
    """The days that are shown, as numbers of days; the last is not among them."""

    first: int
    today: int
    last: int

    def cell(self, day: int, cells: int) -> int:
        """The cell of a day, which may lie outside."""
        return (day - self.first) * cells // (self.last - self.first)

    def today_cell(self, cells: int) -> int:
        """The cell of today, which always lies inside."""
        return max(0, min(cells - 1, self.cell(self.today, cells)))


def window(today: str) -> Window:
    """Three months around an ISO date, in whole weeks."""
    day = day_of(today) or date(2000, 1, 1)
    first = months_later(day, -MONTHS_AROUND) if day.year > 1 else day
    last = min(months_later(day, MONTHS_AROUND), date.max - ROOM_BEHIND) + ROOM_BEHIND
    return Window(first.toordinal() - first.weekday(), day.toordinal(), last.toordinal())


def line(role: Role, standing: Standing, today: str, names: Names) -> Line:
    """The time of a role on an ISO date."""
    day = _number(today)
    bars = [bar for term in role.terms for bar in _bars(role, term, day)]
    running = role.running
    if standing is Standing.OPEN and role.terms and not running:
        bars.append(Bar(Stretch.VACANT, _number(role.terms[-1].over_on), day))
    if len(running) != 1 or not role.needed or not role.kind.handed_over:
        return Line(tuple(bars))
    term = running[0]
    name = called(term.successor, names) if term.successor else NAMELESS
    return Line(tuple(bars), _number(term.ends), fit(name, LONGEST_NAME))


def _bars(role: Role, term: Term, day: int) -> Iterable[Bar]:
    starts, ends = _number(term.starts), _number(term.ends)
    if not term.runs:
        if term.ending is not Ending.NOT_CHOSEN:
            yield Bar(Stretch.PAST, starts, max(starts + 1, _number(term.over_on)))
        return
    if not role.kind.handed_over and ends <= day:
        yield Bar(Stretch.PAST, starts, ends)
        return
    yield Bar(Stretch.HELD, starts, ends)
    if term.shadowing_on:
        yield Bar(Stretch.SHADOWED, _number(term.shadowing_on), ends)
    if ends < day:
        yield Bar(Stretch.OVERDUE, ends, day)


def _number(iso: str) -> int:
    day = day_of(iso)
    return day.toordinal() if day is not None else 0


def drawn(time: Line | None, shown: Window, cells: int) -> list[tuple[Stretch, str]]:
    """Pieces of a line that is so many cells wide: what each shows, and its glyphs.

    Without a time only today is there.
    """
    if cells <= 0:
        return []
    found = [Stretch.EMPTY] * cells
    today = shown.today_cell(cells)
    for bar in time.bars if time is not None else ():
        first, last = shown.cell(bar.first, cells), shown.cell(bar.last, cells)
        for cell in range(max(0, first), min(cells, max(last, first + 1))):
            found[cell] = bar.stretch
    found[today] = Stretch.TODAY
    name, start = "", cells
    if time is not None and time.handoff is not None:
        end = shown.cell(time.handoff, cells)
        if 0 <= end < cells:
            found[end] = Stretch.HANDOFF
        start = max(end, today, 0) + 2
        name = fit(time.name, cells - start)
    if not name:
        return _pieces(found)
    rest = " " * (cells - start - cell_len(name))
    return [*_pieces(found[:start]), (Stretch.NAME, name), (Stretch.EMPTY, rest)]


def _pieces(found: list[Stretch]) -> list[tuple[Stretch, str]]:
    return [(kind, kind.value * len(list(run))) for kind, run in groupby(found)]


def months(shown: Window, cells: int) -> str:
    """The names of the months, each above its first day."""
    heads = list(_months(shown, cells))
    text = ""
    for (cell, name), (following, _) in zip(heads, [*heads[1:], (cells + 1, "")], strict=True):
        if following - cell > len(name) and cell >= len(text):
            text += " " * (cell - len(text)) + name
    return text[:cells].ljust(cells)


def _months(shown: Window, cells: int) -> Iterable[tuple[int, str]]:
    day = date.fromordinal(shown.first)
    yield 0, MONTHS[day.month - 1]
    last = date.fromordinal(shown.last)
    while (following := months_later(day.replace(day=1), 1)) < last and following > day:
        day = following
        yield shown.cell(day.toordinal(), cells), MONTHS[day.month - 1]
