"""What happened, the latest first; any of it can be taken back."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.timing import local_date
from facilitator.core.words import short_date, time_of_day
from facilitator.screens.live import Live
from facilitator.widgets.choice_list import Choice

MOST_LISTED = 300


class TakesBack(Live):
    """A screen at which what was done can be looked at, and taken back."""

    def action_history(self) -> None:
        """Pick something that happened, and take it back."""
        session = self.session
        happened = session.state.happened
        actions = list(dict.fromkeys(fact.action for fact in reversed(happened)))
        at = {fact.action: fact.at for fact in happened}
        choices = [
            Choice(action, session.told(action), self._when(at[action]))
            for action in actions[:MOST_LISTED]
            if action not in session.state.struck
        ]
        if not choices:
            self.say("Nothing has happened yet.")
            return
        self.pick(
            "What happened: take something back",
            choices,
            lambda action: self.confirm(
                "Take this back?", session.told(action), "take it back", intents.Undo(action)
            ),
        )

    def _when(self, at: int) -> str:
        """The time of day in the room; without a meeting the day as well."""
        meeting = self.session.meeting
        if meeting is not None:
            return time_of_day(at, meeting.utc_offset)
        offset = self.session.clock.utc_offset()
        return f"{short_date(local_date(at, offset).isoformat())}, {time_of_day(at, offset)}"
