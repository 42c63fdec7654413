"""Stretches of time laid end to end, so that any part of them is measured without walking all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from facilitator.core.entities import Span


class Stretches:
    """Stretches of time, each counted once where they overlap; all in UTC milliseconds.

    Built in the time that sorting takes; each question is a binary search, so that hundreds of
    turns and people are measured against dozens of pauses in no time.
    """

    def __init__(self, spans: Iterable[Span], now: int, without: Iterable[Span] = ()) -> None:
        """Lay out the spans; what is still going on ends now.

        Args:
            spans: in any order; they may overlap, and one that ends before it begins is none.
            now: UTC milliseconds.
            without: what is cut out of them.
        """
        self._laid = _cut(_merged(spans, now), _merged(without, now))
        self._begins = [began for began, _ in self._laid]
        self._before = [0, *accumulate(ended - began for began, ended in self._laid)]

    @property
    def length(self) -> int:
        """How long all of them are together."""
        return self._before[-1]

    def before(self, at: int) -> int:
        """How much of them lies before a moment."""
        place = bisect_right(self._begins, at)
        if place == 0:
            return 0
        began, ended = self._laid[place - 1]
        return self._before[place - 1] + min(at, ended) - began

    def between(self, began: int, ended: int) -> int:
        """How much of them lies between two moments; nothing if the second is the earlier one."""
        return max(0, self.before(ended) - self.before(began))

    def within(self, spans: Iterable[Span], now: int) -> int:
        """How much of them lies in other spans, which may overlap; what goes on ends now."""
        return sum(self.between(began, ended) for began, ended in _merged(spans, now))

    def outside(self, others: Stretches) -> int:
        """How much of them lies in no stretch of the others."""
        return self.length - sum(others.between(began, ended) for began, ended in self._laid)


def _merged(spans: Iterable[Span], now: int) -> list[tuple[int, int]]:
    laid: list[tuple[int, int]] = []
    for began, ended in sorted((s.began, now if s.ended is None else s.ended) for s in spans):
        if ended <= began:
            continue
        if laid and began <= laid[-1][1]:
            laid[-1] = (laid[-1][0], max(ended, laid[-1][1]))
        else:
            laid.append((began, ended))
    return laid


def _cut(laid: list[tuple[int, int]], gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    left: list[tuple[int, int]] = []
    place = 0
    for began, ended in laid:
        while place < len(gaps) and gaps[place][1] <= began:
            place += 1
        reached, here = began, place
        while here < len(gaps) and gaps[here][0] < ended:
            if gaps[here][0] > reached:
                left.append((reached, gaps[here][0]))
            reached, here = max(reached, gaps[here][1]), here + 1
        if reached < ended:
            left.append((reached, ended))
        place = max(place, here - 1)
    return left
