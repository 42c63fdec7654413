"""What every kind of fact is made from."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Body(Struct, frozen=True):
    """What a fact says. A changed kind gets a new version and an upcaster."""

    kind: ClassVar[str]
    version: ClassVar[int] = 1
    lasts: ClassVar[bool] = False
    """Whether it is about what outlasts its meeting: a role, a skill. Such facts are read with
    every meeting, and without any."""
