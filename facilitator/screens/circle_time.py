"""The keys of time: rounds and their turns, breaks, silence, clocks."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.agenda import ClockStyle
from facilitator.core.amounts import minutes_of, seconds_of
from facilitator.core.events import PersonId, Stop
from facilitator.core.timing import step_elapsed
from facilitator.core.words import called
from facilitator.screens.circle_hands import CircleHands
from facilitator.screens.dialogs import Preset
from facilitator.screens.live import Way

NO_AMOUNT = "Type a number of seconds, or 1:30."
NO_MINUTES = "Type a whole number of minutes."

CLOCKS = {
    ClockStyle.DOWN: "Clock counts down",
    ClockStyle.UP: "Clock counts up",
    ClockStyle.HIDDEN: "Clock is hidden",
    None: "Clock as the agenda has it",
}


class CircleTime(CircleHands):
    """What stops the clocks, and what changes how long things take."""

    def action_pause(self) -> None:
        """Stop the clock of the turn, or of the circle; or let it go on."""
        meeting, turn = self.meeting, self.meeting.turn
        if turn is not None and self.seated:
            standing = turn.paused or meeting.paused
            self.do(intents.ResumeTurn(turn.id) if standing else intents.PauseTurn(turn.id))
        else:
            stop = meeting.stop
            self.do(intents.PauseCircle() if stop is None else intents.ResumeCircle(stop))

    def action_silence(self) -> None:
        """Silence, or the end of it."""
        self._stop(Stop.SILENCE)

    def action_wait(self) -> None:
        """The circle waits for the notes, or goes on."""
        self._stop(Stop.CATCHING_UP)

    def _stop(self, stop: Stop) -> None:
        if self.meeting.stop is stop:
            self.do(intents.ResumeCircle(stop))
        else:
            self.do(intents.PauseCircle(stop=stop))

    def action_more_time(self) -> None:
        """Half a minute more."""
        self._extend(30)

    def action_less_time(self) -> None:
        """Half a minute less."""
        self._extend(-30)

    def _extend(self, seconds: int) -> str:
        turn = self.meeting.turn
        if turn is None:
            return "Nobody is speaking."
        return "" if self.do(intents.ExtendTurn(turn.id, seconds)) else " "

    def action_break(self) -> None:
        """Ask how long the break is; it begins after the turn that runs. During one, end it."""
        if self.meeting.stop is Stop.BREAK:
            self.do(intents.ResumeCircle(Stop.BREAK))
            return

        def begin(words: str) -> str:
            minutes = minutes_of(words)
            if minutes is None:
                return NO_MINUTES
            return self.answer(intents.TakeBreak(minutes))

        running = self.meeting.turn is not None
        when = "after this turn; 0 takes it back" if running else "from now on"
        self.ask(f"A break of how many minutes, {when}?", "e.g. 10, or 15", begin)

    def action_time(self) -> None:
        """Choose what about the time is to change."""
        step, turn = self.meeting.step_id or "", self.meeting.turn
        rows: list[Way] = [
            ("The room agreed to more minutes for this step", "", self._agree_minutes)
        ]
        if turn is not None:
            rows.append(("More or less time for this turn", "typed", self._type_seconds))
        rows += [
            (words, "in this step", intents.ChooseClock(style, step=step))
            for style, words in CLOCKS.items()
        ]
        rows.append(("A clock for one person", "in every step", self._clock_for))
        rows.append(("Silence, with a reason", "", self._silence_because))
        self.menu("Time", rows)

    def _agree_minutes(self) -> None:
        step = self.meeting.step_id or ""

        def agreed(words: str) -> str:
            minutes = minutes_of(words)
            return NO_MINUTES if minutes is None else self.answer(intents.ExtendStep(step, minutes))

        self.ask("How many more minutes did the room agree to?", "e.g. 5, or -5", agreed)

    def _type_seconds(self) -> None:
        def typed(words: str) -> str:
            seconds = seconds_of(words)
            return NO_AMOUNT if seconds is None else self._extend(seconds).strip()

        self.ask("How much more time for this turn?", "e.g. 45, or 1:30, or -20", typed)

    def _clock_for(self) -> None:
        def style(person: PersonId) -> None:
            name = called(person, self.session.names)
            self.menu(
                f"The clock for {name}",
                [
                    (words, "", intents.ChooseClock(style, person=person))
                    for style, words in CLOCKS.items()
                ],
            )

        self.pick_person("Whose clock?", self.meeting.present, style)

    def _silence_because(self) -> None:
        self.ask(
            "Why silence?",
            "a few words; they stand in the minutes",
            lambda words: self.answer(intents.PauseCircle(words, Stop.SILENCE)),
        )

    def action_round(self) -> None:
        """Choose what about the round is to change."""
        meeting, going = self.meeting, self.meeting.last_round
        step = meeting.step_id or ""
        if going is None:
            self.menu("Round", [("Begin a round", "", intents.BeginRound(step))])
            return
        rows: list[Way] = []
        if meeting.round is not None:
            if not meeting.turns_in.get(going.id):
                rows.append(("Start with somebody else", "", self._start_with))
            other = going.direction.other
            rows += [
                (f"Go the other way: {other.value}", "", intents.TurnRound(going.id, "", other)),
                ("Seconds for each from here on", "", self._seconds_each),
                ("Share minutes among those who are left", "", self._share),
            ]
        rows.append(("Another round on the same question", "", self.another_round))
        self.menu("Round", rows)

    def another_round(self) -> None:
        """Begin another round."""

    def _start_with(self) -> None:
        going = self.meeting.round
        if going is not None:
            self.pick_person(
                "Who starts this round?",
                self.meeting.present,
                lambda person: self.do(intents.TurnRound(going.id, person)),
            )

    def _seconds_each(self) -> None:
        going = self.meeting.round
        if going is None:
            return

        def each(words: str) -> str:
            seconds = seconds_of(words)
            return (
                NO_AMOUNT if seconds is None else self.answer(intents.TimeRound(going.id, seconds))
            )

        self.ask("How much time for each?", "e.g. 90, or 1:30", each)

    def _share(self) -> None:
        meeting, going = self.meeting, self.meeting.round
        if going is None:
            return

        def share(words: str) -> str:
            minutes = minutes_of(words)
            if minutes is None or minutes <= 0:
                return NO_MINUTES
            return self.answer(intents.TimeRound(going.id, share_minutes=minutes))

        gone = step_elapsed(meeting, going.step, self.session.now()) // 60_000
        left = max(1, meeting.planned_minutes(going.step) - gone)
        title = "Share how many minutes among those who are left?"
        self.ask(title, str(left), share, value=Preset(left))
