"""A fact: a body in its envelope, and how it is written as JSON and read again.

An identity is ``lamport@replica`` (``1042@k7f3``): the fact's place in the group's logical
time and the copy of the journal that wrote it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from facilitator.core.events import Body, FactId


class Unknown(Struct, frozen=True):
    """A fact that this version can't read: kept as it is, and skipped by the fold."""

    kind: str
    version: int
    raw: bytes
    why: str = ""


class Fact(Struct, frozen=True):
    """A body with its envelope.

    Attributes:
        id: ``lamport@replica``.
        lamport: place in logical time, from 1.
        replica: the copy of the journal that wrote it.
        at: wall time in UTC milliseconds; for display and for spans, never for order.
        terminal: where it was done.
        action: identity of the first fact written by the same key press.
        meeting: identity of the meeting, or empty.
        body: what happened.
    """

    id: FactId
    lamport: int
    replica: str
    at: int
    terminal: str
    action: FactId
    meeting: FactId
    body: Body | Unknown


def identity(lamport: int, replica: str) -> FactId:
    """The identity of the fact at a place in logical time."""
    return f"{lamport}@{replica}"


KINDS: dict[str, type[Body]] = {kind.kind: kind for kind in Body.__subclasses__()}

LASTING: tuple[str, ...] = tuple(sorted(kind for kind, body in KINDS.items() if body.lasts))
"""The kinds of facts that are about what outlasts a meeting, and what takes them back."""

UPCASTERS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {
    # Without the days: what has none was written down before there were any.
    ("commitment-made", 1): lambda data: data,
    ("next-meeting-planned", 1): lambda data: data,
}
"""From a kind and an old version to the function that gives the next version's data."""


def place(identity: FactId) -> int:
    """The place in logical time that an identity names; 0 for what is none."""
    lamport = identity.partition("@")[0]
    return int(lamport) if lamport.isdecimal() else 0


_encoder = msgspec.json.Encoder()


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Body]:
    return msgspec.json.Decoder(KINDS[kind])


def encode(body: Body | Unknown) -> bytes:
    """A body as JSON; an unknown one exactly as it came."""
    return body.raw if isinstance(body, Unknown) else _encoder.encode(body)


def decode(kind: str, version: int, raw: bytes) -> Body | Unknown:
    """A body from JSON. Never raises: what can't be read becomes ``Unknown``."""
    known = KINDS.get(kind)
    if known is None or version > known.version:
        return Unknown(kind, version, raw, "written by a newer version of the program")
    try:
        if version == known.version:
            return _decoder(kind).decode(raw)
        data = msgspec.json.decode(raw)
        for old in range(version, known.version):
            data = UPCASTERS[kind, old](data)
        return msgspec.convert(data, known)
    except Exception as error:  # an upcaster may stumble over damaged data in any way
        return Unknown(kind, version, raw, f"damaged: {error}")
