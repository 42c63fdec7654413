"""What is typed about a commitment: a new date with its reason."""

from __future__ import annotations

WHY_SIGN = ";"
"""Parts a new date from why there is one: a time of day has a colon in it."""

_ONLY_BY = {"by", "due"}


def when_and_why(words: str) -> tuple[str, str]:
    """A new date without *by*, and why: ``by friday; the van broke`` is friday."""
    when, _, why = words.partition(WHY_SIGN)
    first, *rest = when.split() or [""]
    if rest and first.casefold() in _ONLY_BY:
        return " ".join(rest), " ".join(why.split())
    return " ".join(when.split()), " ".join(why.split())
