"""The keys of a selection."""

from __future__ import annotations

from functools import partial

from textual.content import Content
from textual.widgets import Static

from facilitator.commands.circle import HANDOFF, NEXT, VOICE
from facilitator.commands.command import Command
from facilitator.core import intents
from facilitator.core.events import FactId, PersonId
from facilitator.core.selection import (
    Asking,
    asking,
    nominations,
    proposed,
    selection_here,
    standing_objections,
)
from facilitator.core.state import Meeting
from facilitator.core.words import called, plain
from facilitator.screens.circle_handoffs import CircleHandoffs
from facilitator.ui.choosing import about_selection
from facilitator.ui.text import visible
from facilitator.widgets.choice_list import Choice


class CircleChoosing(CircleHandoffs):
    """Nominations, proposals and objections."""

    FIRST_IN_BAR = (NEXT, VOICE, HANDOFF)

    def label_of(self, command: Command) -> str:
        """Whether a voice nominates or objects."""
        step = self.meeting.step_id
        if command is VOICE and step is not None and selection_here(self.meeting) is not None:
            proposal = proposed(self.meeting, step)
            if proposal is not None and standing_objections(self.meeting, proposal):
                return "integrate"
            asked = asking(self.meeting, step) in (Asking.CONSENT, Asking.CHOSEN)
            return "object" if asked else command.label
        return super().label_of(command)

    def show_aside(self, meeting: Meeting, *, turns: bool) -> None:
        """What is read aloud at the beginning of a step, and what a selection is about."""
        state, names = self.session.state, self.session.names
        script = meeting.step.script.strip() if meeting.step is not None else ""
        going = meeting.round
        fresh = going is None or not meeting.turns_in.get(going.id)
        lines = [f"“{' '.join(script.split())}”"] if script and fresh and not meeting.turn else []
        about = about_selection(state, meeting, names, self.session.today)
        lines += about
        say = self.query_one("#say", Static)
        say.set_class(bool(about), "asked")
        say.display = turns and bool(lines) and self.has_class("-high")
        if say.display:
            say.update(Content("\n".join(map(visible, lines))))

    def action_voice(self) -> None:
        """What the speaker says in a selection: a nomination, or an objection."""
        step = self.meeting.step_id
        if step is None or selection_here(self.meeting) is None:
            return
        if asking(self.meeting, step) in (Asking.NOMINATE, Asking.CHANGE):
            self._nominate(step)
        else:
            self._object(step)

    def _nominate(self, step: str) -> None:
        turn = self.meeting.turn
        if turn is not None:
            self._whom(step, turn.person)
        else:
            self.pick_person("Who nominates?", self.meeting.present, partial(self._whom, step))

    def _whom(self, step: str, by: PersonId) -> None:
        said = nominations(self.meeting, step)
        tally = [each.person for each in said.values()]

        def why(person: PersonId) -> None:
            def accept(words: str) -> str:
                return self.answer(intents.Nominate(step, by, person, self.meant(words)))

            name = called(person, self.session.names)
            self.ask(f"Why {name}?", "e.g. calm, knows the shelves", accept)

        choices = [
            Choice(
                person,
                called(person, self.session.names),
                _times(tally.count(person)),
            )
            for person in self.meeting.present
        ]
        name = called(by, self.session.names)
        chosen = said[by].person if by in said else ""
        self.pick(f"Whom does {name} nominate?", choices, why, chosen)

    def _object(self, step: str) -> None:
        """Write an objection down, or say how one is taken care of."""
        proposal = proposed(self.meeting, step)
        if proposal is None:
            return
        standing = standing_objections(self.meeting, proposal)
        if not standing:
            self._write_objection(proposal.id)
            return
        names = self.session.names

        def integrate(objection: FactId) -> None:
            if objection == "+":
                self._write_objection(proposal.id)
                return
            self.ask(
                "What takes care of it?",
                "e.g. Ana goes along for the first two weeks",
                lambda words: self.answer(intents.IntegrateObjection(objection, self.meant(words))),
            )

        choices = [
            Choice(each.id, f"Integrate: {called(each.person, names)}", plain(each.reason, names))
            for each in standing
        ]
        self.pick("Objections", (*choices, Choice("+", "+  another objection")), integrate)

    def _write_objection(self, proposal: FactId) -> None:
        turn = self.meeting.turn

        def what(person: PersonId) -> None:
            self.ask(
                f"{called(person, self.session.names)}: what harm would it do?",
                "e.g. two children at home, no evenings free",
                lambda words: self.answer(intents.Object(proposal, person, self.meant(words))),
            )

        if turn is not None:
            what(turn.person)
        else:
            self.pick_person("Who objects?", self.meeting.present, what)

    def action_propose(self) -> None:
        """Pick who is proposed; everyone is asked then."""
        step = self.meeting.step_id
        if step is None or selection_here(self.meeting) is None:
            return
        now = proposed(self.meeting, step)
        tally = [each.person for each in nominations(self.meeting, step).values()]
        people = sorted(self.meeting.present, key=lambda person: -tally.count(person))
        choices = [
            Choice(
                person,
                called(person, self.session.names),
                _times(tally.count(person)),
            )
            for person in people
        ]
        instead_of = now.id if now is not None else ""
        self.pick(
            "Who is proposed?",
            choices,
            lambda person: self.do(intents.Propose(step, person, instead_of)),
        )


def _times(count: int) -> str:
    """How often somebody was nominated, in words; nothing if nobody did."""
    return f"nominated {'once' if count == 1 else f'{count} times'}" if count else ""
