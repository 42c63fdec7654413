"""What was promised for today or before, asked about one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from facilitator.core import intents
from facilitator.core.commitments.standing import Promise
from facilitator.core.commitments.wording import lineage_words
from facilitator.core.events import FactId
from facilitator.core.intents import Intent
from facilitator.dates import asked_about
from facilitator.screens.circle_roles import CircleRoles
from facilitator.screens.commitment_actions import IN_A_TITLE, CommitmentActions
from facilitator.screens.commitments import CommitmentsScreen
from facilitator.ui.commitment_words import promise_said
from facilitator.ui.text import fit

LONGEST_LINEAGE = 110


class CircleFollowUp(CommitmentActions, CircleRoles):
    """The walk through what is due: kept, a new date, carried, released, or left as it is."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It is asked only where something is due."""
        if action == "follow_up" and self.session.meeting is not None:
            return bool(self.due())
        return super().check_action(action, parameters)

    def due(self) -> list[Promise]:
        """What is due or overdue, and was not spoken of at this meeting."""
        session = self.session
        return asked_about(session.state.commitments.values(), session.today, self.meeting.id)

    def action_commitments(self) -> None:
        """Go to all commitments; what is done there belongs to this meeting."""
        if self.on_top:
            self.app.push_screen(CommitmentsScreen(self.session))

    def action_follow_up(self) -> None:
        """Begin to ask; Esc ends it, and what was not spoken of stays as it is."""
        if self.on_top and (found := self.due()):
            self._ask_about([each.commitment.id for each in found], 0)

    def _ask_about(self, asked: Sequence[FactId], place: int) -> None:
        """Ask about one; what was settled elsewhere meanwhile is passed over."""
        due = {each.commitment.id: each for each in self.due()}
        while place < len(asked) and asked[place] not in due:
            place += 1
        if place == len(asked):
            return
        promise, names = due[asked[place]], self.session.names
        onward = partial(self.call_later, self._ask_about, asked, place + 1)
        one = promise.commitment.id

        def said(wish: Intent) -> None:
            if self.do(wish):
                self.say_what_was_done()
            onward()

        lineage = lineage_words(promise.commitment, names, self.session.today)
        self.menu(
            f"{place + 1} of {len(asked)} · {promise_said(promise, names, IN_A_TITLE)}",
            [
                ("Kept", fit(lineage, LONGEST_LINEAGE), partial(said, intents.KeepCommitment(one))),
                ("New date", "by when now", partial(self.ask_new_date, promise, onward)),
                ("Carry", "the next meeting asks", partial(said, intents.CarryCommitment(one))),
                ("Release", "nobody has to do it; why", partial(self.ask_why, promise, onward)),
                ("Leave it as it is", "and go on", onward),
            ],
        )
