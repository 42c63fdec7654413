"""The words at the end of a promise that say by when."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitator.core.day_shapes import day_shape
from facilitator.core.events import PersonId
from facilitator.core.mentions import names_whole

_KEYWORD = r"(?:^|\s)(?P<keyword>by|due|before|until)\b"
_DUE_WORD = re.compile(_KEYWORD, re.IGNORECASE)
_DUE = re.compile(_KEYWORD + r":?\s+(?P<when>\S+(?:\s+\S+){0,4})\s*$", re.IGNORECASE)
# These words say much else, so that what stands behind them has to be a day and nothing else.
_BEFORE_A_DAY = re.compile(
    r"(?:^|\s)(?P<keyword>in|within|bis|vor|binnen|para|antes del?|hasta|en|dentro de|pour|avant"
    r"|d['’]ici|jusqu['’]au?|dans|até|ate|em|daqui a)\s+(?P<when>\S.*)$",
    re.IGNORECASE,
)
_MOST_OF_A_DUE = 60
_NOT_A_DATE = {"a", "an", "the", "my", "our", "your", "his", "her", "their", "me", "us", "them"}
_NOT_A_DATE |= {"him", "it", "now", "then", "hand", "foot", "bus", "car", "train", "bike", "phone"}
_NOT_A_DATE |= {"email", "mail", "post", "to", "heart", "word", "name", "law", "itself", "myself"}
_BETWEEN = " ,;·"
_KEPT_WITH_THE_DATE = {"before", "until"}
_DATE_AFTER_ARTICLE = {"end", "weekend", "next", "first", "last", "start", "beginning"}


def parted_from_due(words: str, names: Mapping[PersonId, str]) -> tuple[str, str]:
    """What was promised, and by when, in the words that were typed.

    Without *by* or *due*; *before* and *until* stay, since they mean something else, and so do
    *in two weeks*, *bis Freitag*, *antes del viernes*.
    """
    found = _last_due(words, names)
    if found is not None:
        keyword = found["keyword"].casefold()
        due = f"{keyword} {found['when']}" if keyword in _KEPT_WITH_THE_DATE else found["when"]
        return words[: found.start()].rstrip(_BETWEEN), due
    start = _day_at_the_end(words)
    return (words, "") if start is None else (words[:start].rstrip(_BETWEEN), words[start:].strip())


def _day_at_the_end(words: str) -> int | None:
    """Where the words begin that end a promise with a day: ``in two weeks``, ``bis Freitag``."""
    place = max(0, len(words) - _MOST_OF_A_DUE)
    while (found := _BEFORE_A_DAY.search(words, place)) is not None:
        if day_shape(found["when"]) is not None:
            return found.start("keyword")
        place = found.start("keyword") + 1
    return None


def _last_due(words: str, names: Mapping[PersonId, str]) -> re.Match[str] | None:
    """The words after the last *by*, *due*, *before* or *until*, unless they are no date.

    What is done *by Bo*, *by heart* or *due to rain* has no date.
    """
    tail_from = max(0, len(words) - 200)
    for keyword in reversed(list(_DUE_WORD.finditer(words, tail_from))):
        start = keyword.start()
        found = _DUE.match(words, start)
        if found is not None:
            first, *more = found["when"].casefold().split()
            dated = bool(more) and more[0] in _DATE_AFTER_ARTICLE
            if dated:
                return found
            somebody = names_whole(found["when"], names)
            return None if first in _NOT_A_DATE or somebody else found
    return None
