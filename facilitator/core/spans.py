"""Stretches of time that go on until they are ended."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from facilitator.core.entities import Span

_Span = TypeVar("_Span", bound=Span)


def ended(spans: tuple[_Span, ...], at: int) -> tuple[_Span, ...]:
    """The same spans, the last of which ends at a moment in UTC milliseconds."""
    return (*spans[:-1], replace(spans[-1], ended=at))


def shifted(span: _Span, by: int) -> _Span:
    """A span so many milliseconds later."""
    end = None if span.ended is None else span.ended + by
    return replace(span, began=span.began + by, ended=end)
