"""The YAML head of minutes: what a program can read of them, and whose file it is."""

from __future__ import annotations

import json
from typing import Final

from facilitator.core.words import minutes as in_minutes
from facilitator.minutes.escape import quoted
from facilitator.minutes.model import Minutes
from facilitator.minutes.when import clock

FENCE: Final = "---"


def head(minutes: Minutes) -> str:
    """The head with its fences; every string is quoted as in JSON."""
    people = ", ".join(quoted(each.name) for each in minutes.people)
    duration = in_minutes(minutes.duration_seconds * 1000)
    lines = [
        FENCE,
        f"title: {quoted(minutes.title)}",
        f"date: {minutes.date}",
        f"start: {quoted(clock(minutes.began))}",
        *([f"end: {quoted(clock(minutes.ended))}"] if minutes.ended is not None else []),
        *([f"duration: {quoted(duration)}"] if minutes.happened else []),
        f"agenda: {quoted(minutes.agenda)}",
        f"people: [{people}]",
        *(["hats:"] if minutes.hats else []),
        *(f"  {hat.value}: {quoted(who.name)}" for hat, who in minutes.hats.items()),
        f"status: {minutes.status.value}",
        *([f"imported_from: {quoted(minutes.imported_from)}"] if minutes.imported_from else []),
        f"meeting: {quoted(minutes.meeting)}",
        FENCE,
    ]
    return "\n".join(lines) + "\n"


def fields(text: str) -> dict[str, str]:
    """The simple fields of a head, whoever wrote it: strings, without their quotes.

    A text without a head has none; what is not understood is left out.
    """
    first, *rest = text.split("\n")
    if first.rstrip() != FENCE:
        return {}
    found: dict[str, str] = {}
    for line in rest:
        if line.rstrip() == FENCE:
            return found
        key, colon, value = line.partition(":")
        if colon and key == key.strip():
            found[key] = _unquoted(value.strip())
    return {}


def _unquoted(value: str) -> str:
    if value.startswith('"'):
        try:
            decoded = json.loads(value)
        except ValueError:
            return value
        return decoded if isinstance(decoded, str) else value
    return value.removeprefix("'").removesuffix("'")
