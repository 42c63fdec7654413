"""Minutes as plain data, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from facilitator.core.events import PersonId
from facilitator.core.state import Meeting, State
from facilitator.minutes.compose import compose
from facilitator.minutes.model import Minutes


def as_data(
    state: State, meeting: Meeting, names: Mapping[PersonId, str], now: int
) -> dict[str, Any]:
    """The minutes of a meeting as dictionaries, lists, strings and numbers.

    Moments are ISO 8601 with the offset of the room, lengths are in the unit that their key
    names, texts are exactly as typed. The keys are those of ``facilitator.minutes.model``.

    Args:
        state: everything that is known.
        meeting: the meeting.
        names: what people are called.
        now: UTC milliseconds; how far a meeting that is still going on has got.
    """
    return plain_data(compose(state, meeting, names, now))


def plain_data(minutes: Minutes) -> dict[str, Any]:
    """Minutes that are composed already as plain data."""
    data: dict[str, Any] = _listed(msgspec.to_builtins(minutes, str_keys=True))
    return data


def _listed(value: Any) -> Any:
    """The value with lists for tuples, as reading its JSON again would give."""
    if isinstance(value, dict):
        return {key: _listed(each) for key, each in value.items()}
    return [_listed(each) for each in value] if isinstance(value, list | tuple) else value
