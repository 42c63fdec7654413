"""Times of day in words: what shape they have, and which of them are certain."""

from __future__ import annotations

import datetime
import re

_HOUR = (
    r"(?P<hour>(?:[01]\d|2[0-3])(?=:[0-5]\d(?! ?[ap]m))"
    r"|(?:0?[1-9]|1[0-2])(?=(?:[:.][0-5]\d)? ?[ap]m))"
)
_CLOCK = rf"(?:{_HOUR}(?:[:.](?P<minute>[0-5]\d))?(?: ?(?P<half>[ap])m)?|(?P<noon>noon))"
_PART = r"(?:morning|afternoon|evening|night)"
_SAME = r"(?:the )?(?:same|usual) (?:time|place)(?: (?:and )?(?:the )?(?:same )?(?:time|place))?"
_UNCERTAIN = r"at (?:1?\d|2[0-3])(?: o'clock)?|(?:at |from )?[1-9]:[0-5]\d"
_VAGUE = rf"(?:in the )?{_PART}|(?:at )?(?:night|midnight|{_SAME})"
TIME = rf"(?:(?:{_PART} )?(?:(?:at |from )?{_CLOCK}|{_UNCERTAIN})|{_VAGUE})"
"""What words about a time of day look like, in lower case and without full stops."""


def time_of(match: re.Match[str]) -> datetime.time | None:
    """The time of day in words that fit the shape, if it is certain which."""
    if match["noon"]:
        return datetime.time(12)
    if not match["hour"]:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return datetime.time(hour, minute)
