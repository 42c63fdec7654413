"""What Enter does with an earlier line that was taken up in the line of the circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.core.capture import Captured, understand
from facilitator.core.events import FactId, PersonId
from facilitator.core.intents import Commit, Refusal, Rewrite, StrikeLine
from facilitator.core.lines import line_of
from facilitator.core.typed_again import Typed, anew, place_of
from facilitator.core.words import plain
from facilitator.dates import with_day
from facilitator.screens.circle_recalling import MENDS, CircleRecalling, Mended
from facilitator.screens.circle_unwritten import CAPTURE, Unwritten
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.ui.chips import mended_chips
from facilitator.widgets.capture import CaptureLine

EMPTIED = "no words: Enter asks to strike the line"
ANEW = "That line was struck meanwhile: yours is written as a new one."


class CircleMending(CircleRecalling):
    """The line that was taken up is mended, struck or left as it was; nothing typed is lost."""

    def takes(self, event: CaptureLine.Captured) -> bool:
        """Enter mends the line that was taken up; several lines that are pasted stay one."""
        mended = self.mended
        if mended is None:
            return super().takes(event)
        words = " ".join(event.lines)
        if event.pasted:
            self._come_back(words)
        elif not words.strip():
            self._ask_to_strike(mended)
        elif Typed(words, self.dated) == mended.shown:
            self._typed_since()
            self.give_up_mending()
        else:
            self._mend(words, self._read(words), mended)
        return True

    def _come_back(self, words: str) -> None:
        """Put words into the field again, before those typed since."""
        field = self.query_one(CaptureLine).field
        field.give_back(words)
        field.action_end()

    def _typed_since(self) -> None:
        """What was typed behind Enter goes on with what was being typed before."""
        since = self.query_one(CaptureLine).words
        if since and self.before is not None:
            self.before.words = " ".join(filter(None, (self.before.words, since)))

    def _ask_to_strike(self, mended: Mended) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                self.give_up_mending()
                self.strike(mended.line.id)
            else:
                self.take_up(mended.line, mended.shown)

        words = plain(mended.line.text, self.session.names)
        self.app.push_screen(ConfirmScreen("Strike this line?", words, "strike it"), answered)

    def strike(self, line: FactId) -> None:
        """Strike a line, and say so."""
        if self.do(StrikeLine(line)):
            self.say_what_was_done()

    def _mend(self, words: str, read: Captured, mended: Mended) -> None:
        """Send what stands now instead of a line; ask whose it is where nobody here is meant."""
        if not read.stranger or read.owner:
            self._send(words, read, mended)
            return
        dated = self.dated

        def go_on(people: Mapping[PersonId, str]) -> None:
            meant = {**mended.people, **people}
            self._send(words, understand(words, meant, dated=dated), mended)

        self.ask_whose(read, go_on, lambda: self._come_back(words))

    def _send(self, words: str, read: Captured, mended: Mended) -> None:
        wish = with_day(anew(read, mended.line, self.meeting), self.session.today)
        if isinstance(wish, Refusal):
            self.warn(wish.words)
            self._come_back(words)
            return
        place = place_of(mended.line, self.meeting)
        self._typed_since()
        self.put_by(mended.line.id, None)
        self.go_back()
        self.write_down([Unwritten(words, place, wish, field=MENDS)])

    def written(self, lines: Sequence[tuple[Unwritten, Refusal | None]]) -> None:
        """Lines were written; one that could not be mended is taken up again."""
        back = [
            (each, why)
            for each, why in lines
            if each.field == MENDS and why is not None and not why.already
        ]
        super().written([each for each in lines if each not in back])
        if self.before is not None:
            self.session.drafts.keep(CAPTURE, self.before.words)
        if any(why is None and self._is_gone(each) for each, why in lines):
            self.say(ANEW)
        for each, why in back:
            self.warn(why.words)
            self._again(each)

    def _is_gone(self, sent: Unwritten) -> bool:
        wish = sent.wish
        gone = isinstance(wish, Rewrite) and line_of(self.session.state, self.meeting, wish.line)
        return gone is None

    def _again(self, sent: Unwritten) -> None:
        """Take up a line again whose mending was refused."""
        if not isinstance(sent.wish, Rewrite):
            return
        into = sent.wish.into
        typed = Typed(sent.line, not isinstance(into, Commit) or bool(into.due))
        line = self.as_it_was(sent.wish.line)
        if line is None:
            self._come_back(sent.line)
        elif self.mended is not None:
            self.put_by(line.id, typed)
        else:
            before = self.before or self.begin_recalling()
            before.lines = list(dict.fromkeys([*before.lines, line.id]))
            before.place = before.lines.index(line.id)
            self.take_up(line, typed)

    def understand(self, words: str, state: str = "") -> None:
        """Say what the words will become, also where none are left of a line."""
        super().understand(words, state)
        if self.mended is not None and not words.strip():
            self.query_one(CaptureLine).chips = EMPTIED

    def _chips(self, captured: Captured) -> str:
        """``mends ! commitment · Chidi · 19:42``, and whether it is another one meanwhile."""
        chips, mended = super()._chips(captured), self.mended
        if mended is None:
            return chips
        now = line_of(self.session.state, self.meeting, mended.line.id)
        return mended_chips(captured, chips, mended.line, now, self.meeting)
