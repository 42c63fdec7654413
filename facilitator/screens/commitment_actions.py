"""What is asked before a commitment is changed: by when now, or why it is released."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core.capture import understand
from facilitator.core.commitments.standing import Promise, promises, says_next_meeting
from facilitator.core.events import FactId, StepId
from facilitator.core.intents import Commit, Intent, ReleaseCommitment
from facilitator.core.mentions import with_mentions
from facilitator.core.words import Names
from facilitator.dates import dated, new_date, with_day
from facilitator.screens.live import Live
from facilitator.ui.commitment_words import promise_said

IN_A_TITLE = 60
"""Cells of what was promised in a title."""


def promised(words: str, names: Names, step: StepId, day: str) -> Commit:
    """What is asked for by a typed promise at a step, if at one, on an ISO date."""
    captured = understand(f"! {words.strip().removeprefix('!')}", names)
    wish = Commit(captured.text, step, captured.owner, captured.due, others=captured.others)
    return with_day(wish, day)


class CommitmentActions(Live):
    """A screen at which it is said what became of commitments; at a meeting, or between them."""

    def promises(self) -> list[Promise]:
        """Every commitment as it stands today, what is due first."""
        meeting = self.session.meeting
        here = meeting.id if meeting is not None else ""
        commitments = dated(self.session.state.commitments.values())
        return promises(commitments, self.session.today, here)

    def ask_new_date(self, promise: Promise, then: Callable[[], object] = lambda: None) -> None:
        """Ask by when it will be done, and go on once that is written down."""
        session, one = self.session, promise.commitment.id

        def said(words: str) -> str:
            wish = new_date(one, words, session.today, session.names)
            unread = wish.due and not wish.due_on and not says_next_meeting(wish.due)
            why = self._written(wish, then)
            if not why and unread:
                self.say("These words say no day: it is on the list, and never overdue.")
            return why

        title = f"By when now? {self._in_a_title(promise)}"
        self.ask(title, "in two weeks; and why, if you like", said)

    def ask_why(self, promise: Promise, then: Callable[[], object] = lambda: None) -> None:
        """Ask why it is released, and go on once that is written down."""
        one: FactId = promise.commitment.id

        def said(words: str) -> str:
            reason = with_mentions(words.strip(), self.session.names)
            return self._written(ReleaseCommitment(one, reason), then)

        self.ask(f"Why is it released? {self._in_a_title(promise)}", "in a few words", said)

    def ask_for_one(self) -> None:
        """Ask who promises what, by when."""
        session, meeting = self.session, self.session.meeting
        people = session.names.keys() - session.state.departed if meeting is None else meeting.seats
        names = {one: session.names.get(one, "") for one in people}
        step = meeting.step_id or "" if meeting is not None else ""

        def said(words: str) -> str:
            return self.answer(promised(words, names, step, session.today))

        self.ask("Who promises what, by when?", "@name what by when", said)

    def _in_a_title(self, promise: Promise) -> str:
        return promise_said(promise, self.session.names, IN_A_TITLE)

    def _written(self, wish: Intent, then: Callable[[], object]) -> str:
        why = self.answer(wish)
        if not why:
            self.say_what_was_done()
            then()
        return why
