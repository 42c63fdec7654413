"""Earlier lines, taken up again in the line of the circle to be mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.widgets import Input

from facilitator.commands.command import Command
from facilitator.commands.paper import LEAVE_LINE
from facilitator.core.events import FactId, PersonId
from facilitator.core.line_history import history
from facilitator.core.lines import Line, line_of, lines_of
from facilitator.core.placing import Place, here_and_now
from facilitator.core.typed_again import Typed, meant_in, place_of, typed_again
from facilitator.screens.circle_dates import CircleDates
from facilitator.ui.text import visible
from facilitator.widgets.capture import CaptureLine

MENDS = "mends"
"""The field whose draft is the line that is being mended: its identity, then the words."""

NONE_YET = "Nothing is written down yet."


@dataclass
class Mended:
    """A line that is being mended.

    Attributes:
        line: as it was when it was taken up.
        shown: its words then, as they could be typed.
        people: who can be meant in it.
    """

    line: Line
    shown: Typed
    people: Mapping[PersonId, str]


@dataclass
class Before:
    """What was being typed before a line was taken up, and the lines that can be.

    Attributes:
        lines: the lines of the meeting, the latest one first.
        place: which of them is being mended.
    """

    words: str
    begun_at: Place | None
    dated: bool
    lines: Sequence[FactId]
    place: int = -1


class CircleRecalling(CircleDates):
    """Up takes up the line before, Down goes back; behind the last is what was being typed."""

    mended: Mended | None = None
    before: Before | None = None
    half: Mapping[FactId, Typed] = {}
    """What was made of lines that were left for others, without being sent."""

    _wanted = 0

    @property
    def mending(self) -> bool:
        """Whether an earlier line stands in the field."""
        return self.mended is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines are taken up in the line."""
        if action.startswith("recall"):
            return isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def label_of(self, command: Command) -> str:
        """Esc leaves a line that is mended as it was."""
        if command is LEAVE_LINE and self.mending:
            return "leave as it was"
        return super().label_of(command)

    def action_recall(self, steps: int) -> None:
        """Take up the line before, or the one after."""
        if self.query_one(CaptureLine).field.handing_over:
            # What was entered just now is written down first.
            self._wanted += steps
            return
        before = self.before or self.begin_recalling()
        self._put_aside()
        place = before.place + steps
        while 0 <= place < len(before.lines):
            line = line_of(self.session.state, self.meeting, before.lines[place])
            if line is not None:
                before.place = place
                self.take_up(line)
                return
            place += steps
        if place < 0:
            self.stop_mending()
        elif not before.lines:
            self.before = None
            self.say(NONE_YET)

    def action_leave_line(self) -> None:
        """Letters are keys again; what was typed stays, a sign alone does not.

        A line that is mended stays as it was.
        """
        if self.mending:
            self.give_up_mending()
            return
        capture = self.query_one(CaptureLine)
        if capture.bare:
            capture.field.clear()
        self.set_focus(None)

    def entered(self) -> None:
        """Go to the line that was asked for behind Enter."""
        super().entered()
        steps, self._wanted = self._wanted, 0
        if steps > 0:
            for _ in range(steps):
                self.action_recall(1)

    def mend(self, line: FactId, typed: Typed | None = None) -> None:
        """Take up a line, be it with other words than it has."""
        before = self.before or self.begin_recalling()
        self._put_aside()
        found = line_of(self.session.state, self.meeting, line)
        if found is None:
            return
        if line not in before.lines:
            before.lines = [line, *before.lines]
        before.place = before.lines.index(line)
        self.take_up(found, typed)
        self.set_focus(self.query_one(CaptureLine).field)

    def begin_recalling(self) -> Before:
        """Remember what is being typed, and which lines can be taken up."""
        lines = [line.id for line in reversed(lines_of(self.session.state, self.meeting))]
        words = self.query_one(CaptureLine).words
        self.before = Before(words, self._begun_at, self.dated, lines)
        return self.before

    def _put_aside(self) -> None:
        """Remember what was made of the line that is left for another one."""
        if self.mended is not None:
            typed = Typed(self.query_one(CaptureLine).words, self.dated)
            self.put_by(self.mended.line.id, typed if typed != self.mended.shown else None)

    def put_by(self, line: FactId, typed: Typed | None) -> None:
        """Remember what was made of a line, until it is taken up again; or nothing any more."""
        others = {one: half for one, half in self.half.items() if one != line}
        self.half = others if typed is None else {**others, line: typed}

    def take_up(self, line: Line, typed: Typed | None = None) -> None:
        """Put a line into the field, as it could be typed or as half of it was."""
        people = meant_in(line, self.those_here(), self.session.names)
        shown = typed_again(line, self.meeting, people, here_and_now(self.meeting).person)
        shown = Typed(visible(shown.words), shown.dated)
        self.mended = Mended(line, shown, people)
        half = typed or self.half.get(line.id, shown)
        self.dated = half.dated
        capture = self.query_one(CaptureLine)
        capture.field.put(half.words)
        self.understand(capture.words)
        self.keep_draft(capture.words)
        self.refresh_keys()

    def stop_mending(self) -> None:
        """Leave the line as it was, and go back to what was being typed."""
        self.session.drafts.keep(MENDS, "")
        self.go_back()

    def give_up_mending(self) -> None:
        """The same; what was made of the line is forgotten."""
        if self.mended is not None:
            self.put_by(self.mended.line.id, None)
        self.stop_mending()

    def go_back(self) -> None:
        """Put into the field again what was being typed before."""
        before, self.before, self.mended = self.before, None, None
        capture = self.query_one(CaptureLine)
        if before is not None:
            self._begun_at, self.dated = before.begun_at, before.dated
            capture.field.put(before.words)
        self.understand(capture.words)
        self.refresh_keys()

    def keep_draft(self, words: str) -> str:
        """Keep what is typed; what was typed before, as long as a line is being mended."""
        drafts = self.session.drafts
        if self.mended is None or self.before is None:
            return super().keep_draft(words)
        dated = "" if self.dated else "undated"
        return drafts.keep(MENDS, f"{self.mended.line.id} {dated} {words}")

    def keep_date(self) -> None:
        """Keep whether what is typed has a date; of a line that is mended that is in its draft."""
        if not self.mending:
            super().keep_date()

    def take_up_draft(self) -> None:
        """What was being typed, or the line that was being mended."""
        self.mended = self.before = None
        super().take_up_draft()
        line, _, rest = self.session.drafts.text(MENDS).partition(" ")
        dated, _, words = rest.partition(" ")
        found = self.as_it_was(line) if line else None
        if found is not None:
            before = self.begin_recalling()
            before.lines = list(dict.fromkeys([*before.lines, line]))
            before.place = before.lines.index(line)
            self.take_up(found, Typed(words, not dated))

    def as_it_was(self, line: FactId) -> Line | None:
        """A line, also if it was struck meanwhile."""
        known = history(self.session.state, line)
        found = line_of(self.session.state, self.meeting, line)
        return found or (known[-1].line if known else None)

    @property
    def place(self) -> Place:
        """What is typed instead of a line belongs where that belongs."""
        mended = self.mended
        return place_of(mended.line, self.meeting) if mended is not None else super().place

    def people_meant(self) -> Mapping[PersonId, str]:
        """Who can be meant; in a line that is mended above all those who are in it."""
        return self.mended.people if self.mended is not None else super().people_meant()

    def day_meant(self, due: str) -> str:
        """The day that words mean; in a line that is mended, the same words mean the same day."""
        mended = self.mended
        same = mended is not None and due == mended.line.due
        return mended.line.due_on if mended is not None and same else super().day_meant(due)
