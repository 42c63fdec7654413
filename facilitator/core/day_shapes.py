"""The shapes of words about a day, in English; what is said in another language becomes English.

A shape is fitted as a whole: a day is found in no sentence. What each means, ``facilitator.dates``
works out.
"""

from __future__ import annotations

import re

from facilitator.core.day_words import MOST_LETTERS, in_english

_LEADING = re.compile(r"^(?:(?:due|by|before|until|till|on) ){0,2}")

_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = r"(?P<number>0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)"
_YEAR = r"(?: (?P<year>\d{4}))?"
_COUNT = (
    r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]\d{0,2})"
)
_UNIT = r"(?P<unit>days?|weeks?|fortnights?|months?|years?)"
_FROM_NOW = r"(?: from (?:now|today)|(?:'s?)? time)?"
_EDGE = r"(?:the )?(?P<edge>end|start|beginning)"
_WHICH = r"(?:(?P<which>the|this|next) )?"

_NAMED = (
    ("written", r"(?P<year>\d{4})-(?P<in>\d\d?)-(?P<number>\d\d?)"),
    ("written", r"(?P<number>\d\d?)\.(?P<in>\d\d?)\.(?P<year>\d{4})"),
    ("in words", r"(?P<words>today|tonight|this (?:morning|afternoon|evening))"),
    ("in words", r"(?P<words>tomorrow|next (?:week|month|year))"),
    ("in words", r"(?:the )?(?P<words>day after tomorrow)"),
    ("later", rf"(?:(?:in|within) )?{_COUNT} {_UNIT}{_FROM_NOW}"),
    ("weekday", rf"(?:(?P<this>this)(?: coming)? |coming |(?:the )?next )?{_WEEKDAY}"),
    ("next week", rf"{_WEEKDAY} (?:of )?next week"),
    ("next week", rf"next week (?:on )?{_WEEKDAY}"),
    ("dated", rf"(?:{_WEEKDAY} )?(?:the )?{_NUMBER}{_TH}? (?:of )?{_MONTH}{_YEAR}"),
    ("dated", rf"(?:{_WEEKDAY} )?{_MONTH} (?:the )?{_NUMBER}{_TH}?{_YEAR}"),
    ("numbered", rf"(?:{_WEEKDAY} )?(?:the )?{_NUMBER}{_TH}"),
    ("weekend", rf"{_WHICH}weekend"),
    ("edge", rf"{_EDGE} of {_WHICH}(?P<span>week|month|year)"),
    ("edge of month", rf"{_EDGE} of {_MONTH}{_YEAR}"),
)
SHAPES = tuple((name, re.compile(shape)) for name, shape in _NAMED)
"""Each shape and what it is called; several may be called the same."""

_LETTERS = re.compile(r"(?:[^\W\d_]|[0-9 ,.:'’-])*")
_FULL_STOP = re.compile(r"(?<=[^\W\d])\.|(?<=\d)\.(?=[ ,]|$)")


def tidied(words: str) -> str:
    """Words in small letters without commas and full stops; nothing if they are too many."""
    if len(words) > MOST_LETTERS or not _LETTERS.fullmatch(words):
        return ""
    plain = _FULL_STOP.sub("", words.lower().replace("’", "'")).replace(",", " ")
    return " ".join(plain.split())


def day_shape(words: str) -> tuple[str, re.Match[str]] | None:
    """What words about a day, and nothing else, are called, and how they fit.

    Args:
        words: as typed, or tidied.
    """
    plain = _LEADING.sub("", tidied(words))
    return _shape(plain) or _shape(in_english(plain))


def _shape(words: str) -> tuple[str, re.Match[str]] | None:
    fits = ((name, shape.fullmatch(words)) for name, shape in SHAPES)
    return next(((name, found) for name, found in fits if found is not None), None)
