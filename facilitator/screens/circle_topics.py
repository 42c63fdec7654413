"""On leaving a step: what came of it? Asked once for each visit, and answered with one key."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.outcomes import Lack, asked_on_leaving, lacks
from facilitator.core.words import plain
from facilitator.dates import completed_by
from facilitator.screens.circle_skills import CircleSkills
from facilitator.screens.topic import TopicScreen
from facilitator.ui.text import fit
from facilitator.ui.topics import Answer, topic_question

IN_A_TITLE = 44
"""Cells of what was promised in a title."""

MEANWHILE = "Something was written down meanwhile · n goes on"
NO_DAY = "These words say no day: it is on the list, and never overdue."


class CircleTopics(CircleSkills):
    """The question that stands between a topic and the next one."""

    _topic_box: tuple[TopicScreen, Lack, intents.GoToStep] | None = None
    _asked_on_leaving: frozenset[Lack] = frozenset()

    def leave_step(self, onward: intents.GoToStep) -> None:
        """Go to another step; ask first what came of this one, if that is to be asked."""
        state, meeting = self.session.state, self.meeting
        found = asked_on_leaving(state, meeting, onward) if self.seated else []
        left = [lack for lack in found if lack not in self._asked_on_leaving]
        if not left:
            self.do(onward)
            return
        lack = left[0]
        question = topic_question(lack, state, meeting, self.session.names, self.session.today)
        box = TopicScreen(question, self.session.now, self._answered_topic)
        self._topic_box = (box, lack, onward)
        self.app.push_screen(box, self._stayed_at_topic)

    def _stayed_at_topic(self, answer: str | None) -> None:
        """Whoever stays is not asked again on leaving."""
        if answer is None:
            self._asked_on_leaving |= {*lacks(self.session.state, self.meeting)}
            self._topic_box = None

    def _answered_topic(self, answer: Answer) -> None:
        """Do what was answered; what was asked about is not asked about again."""
        if self._topic_box is None:
            return
        (_, lack, onward), self._topic_box = self._topic_box, None
        self._asked_on_leaving |= {lack}
        match answer:
            case Answer.DECISION:
                self.begin_line("= ")
            case Answer.COMMITMENT:
                self.begin_line("! ")
            case Answer.WHOSE:
                self.call_later(self._ask_whose_it_is_left, lack, onward)
            case Answer.WHEN:
                self.call_later(self._ask_by_when_it_is, lack, onward)
            case _:
                self.do(intents.NothingCameOf(onward.leaving, onward.step, lack.lacking, lack.line))

    def _ask_whose_it_is_left(self, lack: Lack, onward: intents.GoToStep) -> None:
        def picked(person: str) -> None:
            if self.do(intents.CompleteCommitment(lack.line, owner=person)):
                self.leave_step(onward)

        self.pick_person(
            f"Whose is it: {self._promise_in_a_title(lack)}?", self.meeting.present, picked
        )

    def _ask_by_when_it_is(self, lack: Lack, onward: intents.GoToStep) -> None:
        def said(words: str) -> str:
            wish = completed_by(lack.line, words, self.session.today)
            why = self.answer(wish)
            if not why:
                if not wish.due_on:
                    self.say(NO_DAY)
                self.call_later(self.leave_step, onward)
            return why

        self.ask(f"By when: {self._promise_in_a_title(lack)}?", "by friday, in two weeks", said)

    def _promise_in_a_title(self, lack: Lack) -> str:
        found = self.session.state.commitments.get(lack.line)
        words = plain(found.what, self.session.names) if found is not None else ""
        return fit(words, IN_A_TITLE)

    def changed(self) -> None:
        """What was written down elsewhere meanwhile is not asked for any more."""
        super().changed()
        if self._topic_box is None:
            return
        box, lack, onward = self._topic_box
        if lack in lacks(self.session.state, self.meeting) or not box.is_active:
            return
        self._topic_box = None
        box.dismiss(Answer.MEANWHILE.value)
        here = self.meeting.step_id == onward.leaving and self.meeting.off is None
        if here and asked_on_leaving(self.session.state, self.meeting, onward):
            self.call_later(self.leave_step, onward)
        elif here:
            self.say(MEANWHILE)
