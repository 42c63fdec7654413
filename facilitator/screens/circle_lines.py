"""The list of what is written down, and what can be done with each line of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from facilitator.core.events import NOBODY, FactId
from facilitator.core.forms import Kind
from facilitator.core.intents import Intent, MoveLine, Refusal, Undo
from facilitator.core.line_history import Became, any_struck, history, struck_lines
from facilitator.core.lines import Line, line_of, lines_of
from facilitator.core.placing import here_and_now
from facilitator.core.turning_lines import TURNS_INTO, sort_of, turned
from facilitator.core.typed_again import meant_in, typed_again
from facilitator.dates import with_day
from facilitator.screens.circle_mending import CircleMending
from facilitator.screens.circle_recalling import NONE_YET
from facilitator.screens.live import Way
from facilitator.ui.lines import line_detail, line_words, wording_detail
from facilitator.ui.text import fit
from facilitator.widgets.choice_list import Choice

STRUCK = "struck"
"""Stands for the struck lines in the list."""

TITLE_CELLS = 60


class CircleLines(CircleMending):
    """Lines are mended, struck, moved and turned from a list; their history is told."""

    def action_lines(self) -> None:
        """Pick a line, then what becomes of it."""
        state, meeting = self.session.state, self.meeting
        choices = self._choices(reversed(lines_of(state, meeting)))
        if any_struck(state):
            choices.append(Choice(STRUCK, "Struck lines …", "look at them, bring one back"))
        if choices:
            self.pick("What is written down", choices, self._picked)
        else:
            self.say(NONE_YET)

    def _choices(self, lines: Iterable[Line]) -> list[Choice]:
        meeting, names = self.meeting, self.session.names
        return [
            Choice(line.id, line_words(line, meeting, names), line_detail(line, meeting))
            for line in lines
        ]

    def _picked(self, line: FactId) -> None:
        found = self._found(line)
        if line == STRUCK:
            self._ask_for_struck()
        elif found is not None:
            self.menu(self._title(found), self._ways(found))

    def _found(self, line: FactId) -> Line | None:
        return line_of(self.session.state, self.meeting, line)

    def _title(self, line: Line) -> str:
        return fit(line_words(line, self.meeting, self.session.names), TITLE_CELLS)

    def _ways(self, line: Line) -> list[Way]:
        whose: list[Way] = [("move to another person", "", partial(self._ask_for_person, line))]
        told = "every wording, when and at which terminal"
        return [
            ("mend", "take it up in the line", partial(self.mend, line.id)),
            ("strike", "it can be brought back", partial(self.strike, line.id)),
            # What was decided is nobody's in particular.
            *(whose if line.kind is not Kind.DECISION else ()),
            ("move to another step", "", partial(self._ask_for_step, line)),
            ("turn into another kind", "", partial(self._ask_for_kind, line)),
            ("history", told, partial(self._tell_history, line.id)),
        ]

    def _ask_for_person(self, line: Line) -> None:
        nobody = [Choice("-", "nobody", "")] if line.person else []
        people = self.people(one for one in self.meeting.seats if one != line.person)
        self.pick(
            "Whose is it?",
            [*people, *nobody],
            lambda one: self._do(MoveLine(line.id, line.step, NOBODY if one == "-" else one)),
        )

    def _ask_for_step(self, line: Line) -> None:
        steps = [
            Choice(step, f"{place}  {self.meeting.steps[step].title}")
            for place, step in enumerate(self.meeting.plan, start=1)
            if step != line.step
        ]
        self.pick(
            "At which step was that?",
            steps,
            lambda step: self._do(MoveLine(line.id, step, line.person)),
        )

    def _ask_for_kind(self, line: Line) -> None:
        now = sort_of(line)
        kinds = [Choice(kind.value, words) for kind, words in TURNS_INTO.items() if kind is not now]
        self.pick("What is it?", kinds, lambda kind: self._turn(line.id, Kind(kind)))

    def _turn(self, line: FactId, kind: Kind) -> None:
        found = self._found(line)
        if found is None:
            return
        wish = turned(found, kind, self.meeting, self.those_here(), self.session.names)
        dated = with_day(wish, self.session.today)
        if isinstance(dated, Refusal):
            self.warn(dated.words)
        else:
            self._do(dated)

    def _do(self, intent: Intent) -> None:
        if self.do(intent):
            self.say_what_was_done()

    def _ask_for_struck(self) -> None:
        struck = struck_lines(self.session.state)
        self.pick("Struck lines", self._choices(each.line for each in struck), self._tell_history)

    def _tell_history(self, line: FactId) -> None:
        """Every wording of a line: Enter takes one up, or brings a struck line back."""
        known = history(self.session.state, line)[::-1]
        choices = [
            Choice(
                str(place),
                line_words(each.line, self.meeting, self.session.names),
                wording_detail(each, self.meeting),
            )
            for place, each in enumerate(known)
        ]
        struck = known[:1] and known[0].became is Became.STRUCK
        title = "Struck: Enter brings it back" if struck else "Enter takes a wording up again"

        def picked(place: str) -> None:
            if struck:
                self._do(Undo(known[0].action))
            else:
                self._mend_to(known[int(place)].line)

        self.pick(title, choices, picked)

    def _mend_to(self, wording: Line) -> None:
        """Take up a line with a wording that it had."""
        people = meant_in(wording, self.those_here(), self.session.names)
        speaks = here_and_now(self.meeting).person
        self.mend(wording.id, typed_again(wording, self.meeting, people, speaks))
