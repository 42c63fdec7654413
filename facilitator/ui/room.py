"""From the state to what the whole room sees: nothing about how much anybody has spoken."""

from __future__ import annotations

from facilitator.core import balance
from facilitator.core.events import Setting, Stop
from facilitator.core.rounds import not_yet_heard
from facilitator.core.selection import question_of
from facilitator.core.state import Meeting, State
from facilitator.core.timing import break_clock
from facilitator.core.words import Names, called, counted, minutes, plain, span, time_of_day
from facilitator.ui.present import Showing
from facilitator.ui.room_view import RoomView
from facilitator.ui.written import note_views

NOTES_SHOWN = 3

OFF_RECORD = "Off the record"
NOT_WRITTEN = "nothing is written down"

NOTICES = {
    Stop.PAUSE: ("Paused", ""),
    Stop.LEFT: ("Paused", ""),
    Stop.ASLEEP: ("Paused", ""),
    Stop.SILENCE: ("Silence", ""),
    Stop.CATCHING_UP: ("One moment", "the notes are catching up"),
    Stop.BREAK: ("Break", ""),
}


class RoomShowing:
    """One look at a meeting for the room; good until the meeting changes."""

    def __init__(self, state: State, meeting: Meeting, names: Names) -> None:
        self._state = state
        self._meeting = meeting
        self._names = names
        self._showing = Showing(meeting, names)

    def view(self, now: int) -> RoomView:
        """What the room sees at a moment."""
        meeting, step = self._meeting, self._meeting.step
        if meeting.opened is None or step is None:
            return RoomView(notice=meeting.title, notice_detail="Welcome")
        if meeting.closed is not None:
            closed = time_of_day(meeting.closed, meeting.utc_offset)
            return RoomView(notice="Thank you", notice_detail=f"closed at {closed}")
        wording = self._wording()
        notice, detail = ("", "") if wording else self._notice(now)
        clock, _, phase = self._showing.clock(now)
        if meeting.off is not None:
            going = filter(None, (self._speaker(), clock))
            detail = " · ".join(filter(None, (notice, detail)) if notice else going)
            notice, detail = OFF_RECORD, detail or NOT_WRITTEN
        return RoomView(
            title=step.title if step.question != step.title else meeting.title,
            question=question_of(meeting, self._names),
            speaker=self._speaker(),
            following=self._following(),
            clock=clock,
            phase=phase,
            notice=notice,
            notice_detail=detail,
            wording=wording,
            caption=self._caption(),
            extra=(*self._balance(now), *self._notes()),
        )

    def _wording(self) -> str:
        """A wording that is read back, unless nobody is to read just now, or to agree.

        Whoever waits for the notes may well wait for this very line.
        """
        read_back = self._meeting.read_back
        unheard = self._meeting.stop in (Stop.SILENCE, Stop.BREAK)
        if read_back is None or unheard or self._meeting.off is not None:
            return ""
        return plain(read_back.text, self._names)

    def _notice(self, now: int) -> tuple[str, str]:
        meeting, pause = self._meeting, self._meeting.pause
        if pause is None:
            return "", ""
        left = break_clock(meeting, now)
        if left is None:
            return NOTICES[pause.stop]
        if left <= 0:
            return "Break is over", span(left)
        return "Break", f"back at {time_of_day(pause.until, meeting.utc_offset)}"

    def _speaker(self) -> str:
        turn = self._meeting.turn
        return called(turn.person, self._names) if turn is not None else ""

    def _following(self) -> str:
        """Who is next; on the stack the next two, as its keeper announces them."""
        names = [called(each, self._names) for each in self._showing.following[:2]]
        return ", then ".join(names if self._showing.stacked else names[:1])

    def _caption(self) -> str:
        meeting, step = self._meeting, self._meeting.step
        if step is not None and step.musters:
            there = len(meeting.mustered.get(meeting.step_id or "", ()))
            return f"{there} of {len(meeting.present)} have arrived"
        if meeting.break_planned:
            return f"a break of {minutes(meeting.break_planned * 60_000)} after this turn"
        going = meeting.round
        if going is not None and going.asked_again and not_yet_heard(meeting, going):
            return "not heard yet? now is the time"
        if going is not None and len(rounds := meeting.rounds_of(going.step)) > 1:
            return f"round {len(rounds)}"
        return ""

    def _balance(self, now: int) -> tuple[str, ...]:
        """How many were heard, and by category; only if the group chose so, and never by name."""
        if not self._meeting.chosen(Setting.ROOM_BALANCE):
            return ()
        found = balance.of_meeting(self._meeting, now)
        heard = sum(1 for voice in found.voices if voice.turns)
        lines = [f"{heard} of {counted(len(found.voices))} have been heard"]
        lines += [
            f"{each.word or balance.OTHERS}: {each.share:.0%} of the time, {counted(each.people)}"
            for each in found.categories
        ]
        return tuple(lines)

    def _notes(self) -> tuple[str, ...]:
        if not self._meeting.chosen(Setting.ROOM_NOTES):
            return ()
        written = note_views(self._state, self._meeting, self._names, NOTES_SHOWN)
        return tuple(" ".join(filter(None, (note.sign, note.who, note.text))) for note in written)
