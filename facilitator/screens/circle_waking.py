"""After sleep, a set clock, or a program that was gone: say what happened, and what counts."""

from __future__ import annotations

from facilitator.clock import wall_and_steady
from facilitator.core import intents
from facilitator.core.events import Stop
from facilitator.core.words import time_of_day
from facilitator.screens.circle_follow_up import CircleFollowUp
from facilitator.screens.dialogs import UnseenScreen
from facilitator.ui.text import visible
from facilitator.waking import STOOD_STILL, Gap, SetBack, Waking, lasting, words_of

GONE_MILLISECONDS = 30_000
"""A program that was gone for less than that says nothing about it."""

TOLD_SECONDS = 20
"""What happened meanwhile is read by somebody who has just opened the lid."""


class CircleWaking(CircleFollowUp):
    """What the facilitator's terminal asks when time has passed unseen."""

    _waking: Waking | None = None

    def take_a_silent_seat(self) -> None:
        """Whoever goes back to a circle whose terminal is gone has its seat."""
        if not self.session.has_seat and self.session.seat_is_silent:
            self.do(intents.TakeSeatOver())

    def look_at_the_clocks(self) -> None:
        """Notice sleep, and a clock that was set."""
        if self._waking is None:
            self._waking = Waking()
        jump = self._waking.look(*wall_and_steady(self.session.clock))
        if jump is None or not self.seated or not self.meeting.live:
            return
        if isinstance(jump, SetBack):
            self.do(intents.SetClockBack(jump.by))
            self.say(words_of(jump, self.meeting.utc_offset))
        else:
            self._leave_out(jump, words_of(jump, self.meeting.utc_offset))

    def ask_what_was_left_open(self) -> None:
        """Go on with what was asked when the program ended, and ask about the time since."""
        meeting = self.meeting
        if not self.seated or not meeting.live:
            return
        if meeting.read_back is not None:
            self.ask_agreed(meeting.read_back.text, meeting.read_back.step)
        gone = self._gone()
        # Whoever left stopped the clocks, and knows that they did.
        if gone is not None and meeting.stop is not Stop.LEFT:
            began, ended = (time_of_day(at, meeting.utc_offset) for at in (gone.began, gone.ended))
            length = lasting(gone.ended - gone.began)
            self._leave_out(gone, f"The program was gone for {length} ({began}–{ended}).")

    def _gone(self) -> Gap | None:
        """The time between the last sign of life and now, if that was long."""
        seen, now = self.session.last_seen, self.session.now()
        if seen is None:
            return None
        last = max(seen, self.session.state.happened[-1].at)
        return Gap(last, now) if now - last >= GONE_MILLISECONDS else None

    def _leave_out(self, gap: Gap, words: str) -> None:
        """Charge a gap to nobody, and ask whether it counts after all.

        It is left out before anybody answers: whatever becomes of the question, nobody is charged
        for time that nobody saw.
        """
        if self.meeting.paused:
            told = visible(f"{words} {STOOD_STILL}")
            self.notify(told, timeout=TOLD_SECONDS, markup=False)
            return
        if not self.do(intents.LeaveOut(gap.began, gap.ended)):
            return
        left_out = self.session.state.facts[-1].action

        def answered(counts: bool | None) -> None:
            if counts:
                self.do(intents.Undo(left_out))

        self.app.push_screen(UnseenScreen(words), answered)
