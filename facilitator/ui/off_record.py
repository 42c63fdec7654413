"""What is said while nothing is written down; loads no Textual."""

from __future__ import annotations

from facilitator.commands.command import key_name
from facilitator.commands.room import OFF_RECORD
from facilitator.core.state import Meeting
from facilitator.core.words import time_of_day

OFF = "off the record"
ENDS = f"{key_name(OFF_RECORD.key)} ends it"
IN_THE_LINE = f"{OFF} · nothing is written down · {key_name(OFF_RECORD.typing_key)} or {ENDS}"
"""What an empty line says."""

NOT_KEPT = f"{OFF}: not written, not saved"
"""What stands behind words in the line."""

ON_AGAIN = "on the record"


def off_words(meeting: Meeting) -> str:
    """``off the record since 19:42 · z ends it``; nothing while it is not."""
    if meeting.off is None:
        return ""
    return f"{OFF} since {time_of_day(meeting.off.began, meeting.utc_offset)} · {ENDS}"


def off_in_the_circle(meeting: Meeting) -> str:
    """The same where there is less room: ``off the record · z ends it``."""
    return f"{OFF} · {ENDS}" if meeting.off is not None else ""
