"""The line of the circle in which notes, commitments and decisions are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual import on

from facilitator.core.capture import Captured, understand
from facilitator.core.events import PersonId, StepId, Text
from facilitator.core.forms import Kind
from facilitator.core.intents import ReadBack, RecordDecision, Refusal
from facilitator.core.placing import Place, asked, here_and_now, kept, taken_up
from facilitator.core.words import plain
from facilitator.dates import with_day
from facilitator.screens.circle_understanding import CircleUnderstanding
from facilitator.screens.circle_unwritten import CAPTURE, Unwritten
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.widgets.capture import CaptureLine

BEGUN = "begun"
"""The field whose draft is where the line was begun, so that it belongs there after a restart."""


class CircleWriting(CircleUnderstanding):
    """What is typed is understood at once, kept at every key, and sent with Enter."""

    _kept = True
    seated = True
    """Whether this terminal has the facilitator's seat, or nobody's has it."""

    @on(CaptureLine.Typed)
    def _typed(self, event: CaptureLine.Typed) -> None:
        if not event.words.strip():
            self.begin_anew()
        elif self._begun_at is None:
            self._begin_at(here_and_now(self.meeting))
        self._kept = not self.keep_draft(event.words)
        self.understand(event.words, "" if self._kept else "not saved yet · ")

    def _begin_at(self, place: Place) -> None:
        """A line is begun; where, is kept with its words."""
        self._begun_at = place
        self.session.drafts.keep(BEGUN, kept(place))

    def _tick(self) -> None:
        super()._tick()
        if self.following and not self._kept and self.session.drafts.kept:
            self._kept = True
            self.understand(self.query_one(CaptureLine).words)

    def keep_draft(self, words: str) -> str:
        """Keep what is typed; why it is not on disk, or nothing."""
        return self.session.drafts.keep(CAPTURE, words)

    def take_up_draft(self) -> None:
        """Put into the line what was being typed when the program was ended."""
        drafts = self.session.drafts
        words = drafts.text(CAPTURE)
        self._begun_at = taken_up(drafts.text(BEGUN)) if words.strip() else None
        self.query_one(CaptureLine).field.put(words)

    def takes(self, event: CaptureLine.Captured) -> bool:  # noqa: ARG002 - whoever mends looks
        """Whether what was typed is no new line, and is seen to."""
        return False

    @on(CaptureLine.Captured)
    def _captured(self, event: CaptureLine.Captured) -> None:
        self.query_one(CaptureLine).field.handing_over = False
        if not self.keeps_off_the_record(event.lines) and not self.takes(event):
            self._take_in(event.lines)
        self.entered()

    def entered(self) -> None:
        """What was entered was looked at."""

    def _take_in(self, lines: Sequence[str]) -> None:
        """Write new lines down; read back what is to be agreed, ask whose a line is."""
        place = self.place
        captured = [(line, self._read(line)) for line in lines]
        written = [(line, read) for line, read in captured if not self._is_nothing(read)]
        if not written:
            self.leave_empty_line()
            return
        (line, only), *more = written
        if not more and only.stranger and not only.owner:
            self._ask_whose_it_is(line, only, place)
            return
        wordings = [(line, read) for line, read in written if self._is_to_be_agreed(read)]
        others = [each for each in written if each not in wordings]
        self.begin_anew()
        if others:
            self._write(others, place)
        self._read_back_each(wordings, place)

    def leave_empty_line(self) -> None:
        """Enter with nothing typed: letters are keys again."""
        self.set_focus(None)

    def _ask_whose_it_is(self, line: str, captured: Captured, place: Place) -> None:
        """Ask who is meant, and write the line down then; it comes back if nobody says."""

        def go_on(people: Mapping[PersonId, str]) -> None:
            read = understand(line, people, dated=self.dated)
            self.begin_anew()
            self._write([(line, read)], place)

        def give_up() -> None:
            field = self.query_one(CaptureLine).field
            field.give_back(line)
            field.action_end()

        # The line is empty while that is asked.
        self.understand("")
        self.ask_whose(captured, go_on, give_up)

    def _write(self, written: Sequence[tuple[str, Captured]], place: Place) -> None:
        """Write lines down; what is not clear enough comes back."""
        state, names = self.session.state, self.session.names
        today = self.session.today
        unclear: list[tuple[str, Refusal]] = []
        clear: list[Unwritten] = []
        for line, read in written:
            wish = with_day(asked(read, place, state, names), today)
            if isinstance(wish, Refusal):
                unclear.append((line, wish))
            else:
                clear.append(Unwritten(line, place, wish))
        if clear:
            self.write_down(clear)
        if unclear:
            self._give_back(unclear, place)

    def written(self, lines: Sequence[tuple[Unwritten, Refusal | None]]) -> None:
        """Say what was done, go on with what follows it; what was refused comes back."""
        refused = [(each.line, why) for each, why in lines if why is not None and not why.already]
        # Whoever typed on since the line began to wait keeps those words.
        self.keep_draft(self.query_one(CaptureLine).words)
        if refused:
            self._give_back(refused, lines[0][0].place)
        for each, why in lines:
            go_on = each.then if why is None or why.already else each.otherwise
            if go_on is not None:
                go_on()
        told = [why for each, why in lines if each.then is None]
        if None in told:
            self.say_what_was_done()
        elif told and told[0] is not None and told[0].already:
            self.say(told[0].words)

    def _give_back(self, refused: Sequence[tuple[str, Refusal]], place: Place) -> None:
        """Say why lines were refused; they stand in the field again."""
        for words in dict.fromkeys(why.words for _, why in refused):
            self.warn(words)
        self._begin_at(place)
        field = self.query_one(CaptureLine).field
        field.give_back("; ".join(line for line, _ in refused))
        # Not selected: whoever goes on typing must not wipe what is written nowhere yet.
        field.action_end()

    def _read_back_each(self, wordings: Sequence[tuple[str, Captured]], place: Place) -> None:
        """Read wordings back, one after the other; the next one once the last is answered."""
        if wordings:
            (line, read), *rest = wordings
            text, then = read.text, partial(self._read_back_each, rest, place)
            ask = partial(self.ask_agreed, text, place.step, line, then)
            self.write_down([Unwritten(line, place, ReadBack(place.step, text), ask, then)])

    def ask_agreed(
        self,
        text: Text,
        step: StepId,
        line: str = "",
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Ask whether a wording that is being read back is agreed."""

        def answered(sure: bool | None) -> None:
            if sure:
                if self.do(RecordDecision(text, step)):
                    self.say_what_was_done()
                else:
                    self.keeps_off_the_record([line or f"= {plain(text, self.session.names)}"])
            else:
                self.do(ReadBack(step))
                field = self.query_one(CaptureLine).field
                field.give_back(line or f"= {plain(text, self.session.names)}")
                field.action_end()
            then()

        words = plain(text, self.session.names)
        self.app.push_screen(
            ConfirmScreen("Read it back: is this agreed?", words, "agreed"), answered
        )

    def _is_to_be_agreed(self, captured: Captured) -> bool:
        return self.meeting.live and captured.kind is Kind.DECISION and not captured.empty

    @staticmethod
    def _is_nothing(captured: Captured) -> bool:
        return captured.empty and captured.kind is Kind.NOTE

    def action_note(self) -> None:
        """Go to the line that notes are typed in."""
        self.set_focus(self.query_one(CaptureLine).field)

    def action_commitment(self) -> None:
        """Go to the line with the sign for a commitment in it."""
        self.begin_line("! ")

    def action_decision(self) -> None:
        """Go to the line with the sign for a decision in it."""
        self.begin_line("= ")

    def action_take_on(self) -> None:
        """Go to the line with the sign for a role that is taken on in it."""
        self.begin_line("% ")

    def begin_line(self, sign: str) -> None:
        """Go to the line with a sign in it, unless words are there already."""
        capture = self.query_one(CaptureLine)
        if capture.bare:
            capture.field.put(sign)
        self.set_focus(capture.field)
