"""What was measured, as a table for people and as JSON; the arithmetic, and no measuring."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import ceil, floor, inf

MEDIAN = 0.5
SLOWEST = 0.95


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report.

    Attributes:
        what: what was measured, in words.
        unit: of the samples.
        ours: the program's samples.
        peer: the samples of what it is held against; none when the figure stands alone.
        goal: the highest ratio, or without a peer the highest figure, that is good enough;
            ``None`` tells the figure without judging it.
        share: which quantile of the samples is the figure.
    """

    what: str
    unit: str
    ours: tuple[float, ...]
    peer: tuple[float, ...] = ()
    goal: float | None = None
    share: float = MEDIAN

    @property
    def our_figure(self) -> float:
        """The program's figure."""
        return quantile(self.ours, self.share)

    @property
    def peer_figure(self) -> float | None:
        """The peer's figure."""
        return quantile(self.peer, self.share) if self.peer else None

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure ours is."""
        peer = self.peer_figure
        if peer is None:
            return None
        return self.our_figure / peer if peer else inf

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; ``None`` when there is none."""
        if self.goal is None:
            return None
        ratio = self.ratio
        return (self.our_figure if ratio is None else ratio) <= self.goal


def quantile(samples: Sequence[float], share: float) -> float:
    """The value below which that share of the samples lies, interpolated between neighbors.

    Raises:
        ValueError: there are no samples.
    """
    if not samples:
        raise ValueError("a quantile needs a sample")
    ranked = sorted(samples)
    place = share * (len(ranked) - 1)
    low, high = ranked[floor(place)], ranked[ceil(place)]
    return low + (high - low) * (place - floor(place))


def machine() -> dict[str, str | int | float]:
    """What the figures were measured with and on; nothing that tells whose machine it is."""
    return {
        "python": platform.python_version(),
        "textual": version("textual"),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.system(),
        "processors": os.cpu_count() or 1,
        "load": round(os.getloadavg()[0], 2),
    }


def as_table(figures: Sequence[Figure], made_on: dict[str, str | int | float]) -> str:
    """A table: what, ours, the peer's, their ratio, the goal, and whether it is met."""
    head = ("what", "ours", "peer", "ratio", "goal", "")
    rows = [head, *(_row(figure) for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    lines = [
        "  ".join(
            cell.rjust(width) if 0 < place < 5 else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("─" * width for width in widths[:5]))
    judged = [figure for figure in figures if figure.met is not None]
    missed = sum(not figure.met for figure in judged)
    lines += [
        "",
        f"{len(judged) - missed} of {len(judged)} goals met, {missed} missed",
        ", ".join(f"{name} {value}" for name, value in made_on.items()),
    ]
    return "\n".join(lines)


def as_json(figures: Sequence[Figure], made_on: dict[str, str | int | float]) -> str:
    """The same with every sample, for comparing one run with another."""
    told = [
        {
            "what": figure.what,
            "unit": figure.unit,
            "quantile": figure.share,
            "ours": figure.our_figure,
            "peer": figure.peer_figure,
            "ratio": figure.ratio if figure.ratio != inf else None,
            "goal": figure.goal,
            "met": figure.met,
            "samples": {"ours": figure.ours, "peer": figure.peer},
        }
        for figure in figures
    ]
    return json.dumps({"machine": made_on, "figures": told}, indent=2, allow_nan=False) + "\n"


def _row(figure: Figure) -> tuple[str, str, str, str, str, str]:
    peer, ratio, goal = figure.peer_figure, figure.ratio, figure.goal
    if goal is None:
        wanted = ""
    else:
        wanted = f"≤ {goal:g}" if ratio is not None else f"≤ {goal:g} {figure.unit}"
    return (
        figure.what,
        f"{figure.our_figure:.4g} {figure.unit}".strip(),
        f"{peer:.4g} {figure.unit}".strip() if peer is not None else "",
        f"{ratio:.2f}" if ratio is not None else "",
        wanted,
        {True: "met", False: "MISSED", None: ""}[figure.met],
    )
