"""Where a name stands in text that people typed, as far as it is not a reference to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from facilitator.core.facts import Fact, Unknown
from facilitator.core.letters import plain_letters
from facilitator.core.words import NAMELESS

_IDENTITY = re.compile(r"\d+@\w+")


def holds_name(text: str, name: str) -> bool:
    """Whether a name stands in a text as words of its own, in any case and accents."""
    wanted = _bare(name)
    return bool(wanted) and _whole(wanted).search(_bare(text)) is not None


def without_name(text: str, name: str) -> str:
    """A text with *someone* where a name stood; nothing, if it is spelled in another way there."""
    replaced = _whole(name).sub(NAMELESS, text) if name else text
    return "" if holds_name(replaced, name) else replaced


def typed_in(fact: Fact) -> Iterator[str]:
    """Every text in a fact, references to people and other facts aside."""
    body = fact.body
    if isinstance(body, Unknown):
        yield body.raw.decode("utf-8", "replace")
    else:
        yield from _texts(msgspec.to_builtins(body))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not _IDENTITY.fullmatch(value):
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _whole(name: str) -> re.Pattern[str]:
    """A name where no letter stands right before or behind it."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def _bare(text: str) -> str:
    return " ".join(plain_letters(text).split())
