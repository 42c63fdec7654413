"""Off the record, from a key until a key, at whichever terminal."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.room import OFF_RECORD
from facilitator.core.off_record import turned
from facilitator.screens.live import Live
from facilitator.ui.off_record import ON_AGAIN


class OffRecord(Live):
    """A screen at a meeting from which anyone begins and ends it; it takes no seat."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It is about what is said in a circle that goes on."""
        meeting = self.session.meeting
        if action == OFF_RECORD.name:
            return meeting is not None and meeting.live
        return super().check_action(action, parameters)

    def shows(self, command: Command) -> bool:
        """The bar has it as long as it lasts."""
        if command is OFF_RECORD:
            return self.meeting.off is not None
        return super().shows(command)

    def label_of(self, command: Command) -> str:
        """What the key would do just now."""
        if command is OFF_RECORD and self.meeting.off is not None:
            return ON_AGAIN
        return super().label_of(command)

    def action_off_record(self) -> None:
        """Begin it, or end the stretch that is on the screen."""
        if self.do(turned(self.meeting)):
            self.say_what_was_done()
