"""Days in words: the shapes that they have, each with how it is read.

dateparser knows how days are said, but finds one in almost anything. So it is asked only about
words that fit a shape as a whole.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import TypeAlias

from facilitator.dates import readings

Reading: TypeAlias = Callable[[re.Match[str], datetime.date], datetime.date | None]
"""From words that fit a shape, and the day when they were said, to the day that they mean.

It may raise OverflowError or ValueError where there is no such day.
"""

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

_READ: dict[str, Reading] = {
    r"(?P<year>\d{4})-(?P<in>\d\d?)-(?P<number>\d\d?)": readings.written,
    r"(?P<number>\d\d?)\.(?P<in>\d\d?)\.(?P<year>\d{4})": readings.written,
    r"(?P<words>today|tonight|this (?:morning|afternoon|evening))": readings.in_words,
    r"(?P<words>tomorrow|next (?:week|month|year))": readings.in_words,
    r"(?:the )?(?P<words>day after tomorrow)": readings.in_words,
    rf"(?:(?:in|within) )?{_COUNT} {_UNIT}{_FROM_NOW}": readings.later,
    rf"(?:(?P<this>this)(?: coming)? |coming |(?:the )?next )?{_WEEKDAY}": readings.on_weekday,
    rf"{_WEEKDAY} (?:of )?next week": readings.in_next_week,
    rf"next week (?:on )?{_WEEKDAY}": readings.in_next_week,
    rf"(?:{_WEEKDAY} )?(?:the )?{_NUMBER}{_TH}? (?:of )?{_MONTH}{_YEAR}": readings.dated,
    rf"(?:{_WEEKDAY} )?{_MONTH} (?:the )?{_NUMBER}{_TH}?{_YEAR}": readings.dated,
    rf"(?:{_WEEKDAY} )?(?:the )?{_NUMBER}{_TH}": readings.numbered,
    rf"{_WHICH}weekend": readings.weekend,
    rf"{_EDGE} of {_WHICH}(?P<span>week|month|year)": readings.edge,
    rf"{_EDGE} of {_MONTH}{_YEAR}": readings.edge_of_month,
}
_SHAPES = tuple((re.compile(shape), reading) for shape, reading in _READ.items())


def day_of(words: str, said_on: datetime.date) -> datetime.date | None:
    """The day that words mean, if they are about a day and nothing else.

    Args:
        words: in lower case, without commas and full stops, one space between them.
        said_on: the day when they were said.
    """
    words = _LEADING.sub("", words)
    for shape, reading in _SHAPES:
        found = shape.fullmatch(words)
        if found is not None:
            try:
                day = reading(found, said_on)
            except (OverflowError, ValueError):
                return None  # 30 February, or after the year 9999
            return day if day is not None and readings.fits_weekday(day, found) else None
    return None
