"""From the balance to rows of words and small bars, in seating order: nobody is ranked."""

from __future__ import annotations

from msgspec import Struct, structs
from rich.cells import cell_len

from facilitator.core.balance import OTHERS, Balance, Category, Voice, word
from facilitator.core.words import Names, called, counted, span
from facilitator.ui.text import fit

__all__ = [
    "BalanceRow",
    "BalanceView",
    "balance_lines",
    "balance_view",
    "bar",
    "view_of_those_who_spoke",
    "word",
]

BAR_CELLS = 10

EVEN_CELLS = 5
"""A share that is even fills the bar as far as its mark."""

FILLED, EMPTY, MARK, CROSSED, BEYOND = "█", " ", "│", "┃", "»"

LEAST_NAME = 8
GAP = "  "


class BalanceRow(Struct, frozen=True):
    """One line of the balance.

    Attributes:
        name: a person, or a category with how many they are.
        turns: as ``3 turns``; empty for none.
        time: as ``3:20``; empty for none.
        bar: ten cells at most. A mark stands where the even share ends: ``███  │`` is less,
            ``█████┃██`` more, and ``»`` at the end that it goes on.
        word: ``about even``, ``more``, ``less`` or ``not yet``, for whoever reads no bars.
    """

    name: str
    turns: str
    time: str
    bar: str
    word: str


class BalanceView(Struct, frozen=True):
    """The balance as it is shown.

    Attributes:
        people: in seating order.
        categories: by the alphabet; none, where they would tell somebody apart.
        total: as ``9 turns, 14:10 in all``.
    """

    people: tuple[BalanceRow, ...]
    categories: tuple[BalanceRow, ...]
    total: str


def balance_view(balance: Balance, names: Names) -> BalanceView:
    """The balance in words."""
    total = f"{_turns(balance.turns)}, {_time(balance.time)} in all" if balance.turns else ""
    return BalanceView(
        tuple(_row(called(voice.person, names), voice) for voice in balance.voices),
        tuple(
            _row(f"{each.word or OTHERS} ({counted(each.people)})", each)
            for each in balance.categories
        ),
        total or "Nobody has spoken yet.",
    )


def view_of_those_who_spoke(balance: Balance, names: Names) -> BalanceView:
    """The balance as a group looks at it together: whoever has not spoken is counted, not named."""
    spoke = tuple(voice for voice in balance.voices if voice.turns)
    view = balance_view(structs.replace(balance, voices=spoke), names)
    quiet = len(balance.voices) - len(spoke)
    if not quiet or not spoke:
        return view
    did = "has" if quiet == 1 else "have"
    return structs.replace(view, total=f"{view.total}; {counted(quiet)} {did} not spoken")


def balance_lines(view: BalanceView, cells: int) -> tuple[str, ...]:
    """The balance as lines of at most so many cells, in columns; names are cut where they must be.

    Where a name would get fewer than eight cells there are no bars, since words say it as well.
    """
    rows = (*view.people, *view.categories)
    turns = max((len(row.turns) for row in rows), default=0)
    time = max((len(row.time) for row in rows), default=0)

    def facts(row: BalanceRow, *, bars: bool) -> str:
        columns = [f"{row.turns:<{turns}}", f"{row.time:>{time}}"]
        if bars:
            columns.append(f"{row.bar:<{BAR_CELLS}}")
        return GAP + GAP.join(filter(None, (*columns, row.word)))

    widest = max((len(facts(row, bars=True)) for row in rows), default=0)
    bars = widest + LEAST_NAME <= cells
    told = [facts(row, bars=bars) for row in rows]
    room = cells - max(map(len, told), default=0)
    name = min(max((cell_len(fit(row.name, cells)) for row in rows), default=0), room)
    lines = [
        fit(_padded(fit(row.name, name), name) + words, cells).rstrip()
        for row, words in zip(rows, told, strict=True)
    ]
    people = lines[: len(view.people)]
    categories = ["", *lines[len(view.people) :]] if view.categories else []
    return (*people, *categories, "", fit(view.total, cells))


def bar(share: float, even: float) -> str:
    """A share as a bar of ten cells at most, marked where an even share ends.

    Args:
        share: of the time that was spoken, 0.0 to 1.0.
        even: what it would be if everybody had the same; the mark stands there.
    """
    filled = round(min(BAR_CELLS, EVEN_CELLS * share / even)) if even else 0
    if filled <= EVEN_CELLS:
        return FILLED * filled + EMPTY * (EVEN_CELLS - filled) + MARK
    most = BAR_CELLS - EVEN_CELLS - 1
    more = filled - EVEN_CELLS
    end = FILLED * more if more <= most else FILLED * (most - 1) + BEYOND
    return FILLED * EVEN_CELLS + CROSSED + end


def _row(name: str, had: Voice | Category) -> BalanceRow:
    return BalanceRow(
        name,
        _turns(had.turns) if had.turns else "",
        _time(had.time) if had.turns else "",
        bar(had.share, had.even),
        word(had.turns, had.share, had.even),
    )


def _turns(count: int) -> str:
    return f"{count} {'turn' if count == 1 else 'turns'}"


def _time(milliseconds: int) -> str:
    return span(max(1, milliseconds))


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - cell_len(text))
