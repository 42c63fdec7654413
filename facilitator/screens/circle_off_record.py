"""What the line of notes does off the record: nothing, kindly."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.rulebook import OFF_RECORD
from facilitator.screens.off_record import OffRecord
from facilitator.widgets.capture import CaptureLine


class LineOffRecord(OffRecord):
    """A screen with a line in which words wait until they can be written down."""

    def keeps_off_the_record(self, lines: Sequence[str]) -> bool:
        """Give lines back that were entered off the record; whether it is.

        Not selected: whoever goes on typing must not wipe what is written nowhere.
        """
        if self.meeting.off is None:
            return False
        if words := "; ".join(line for line in lines if line.strip()):
            self.warn(OFF_RECORD.words)
            field = self.query_one(CaptureLine).field
            field.give_back(words)
            field.action_end()
        return bool(words)
