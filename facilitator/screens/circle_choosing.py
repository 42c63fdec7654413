"""The keys of a selection and of a handoff."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.commands.circle import VOICE
from facilitator.commands.command import Command
from facilitator.core import intents
from facilitator.core.events import FactId, PersonId, Text
from facilitator.core.mentions import with_mentions
from facilitator.core.roles.concerns import handoffs_due
from facilitator.core.roles.walk import Station, Stop, next_stop, walk
from facilitator.core.roles.wording import next_words
from facilitator.core.selection import (
    Asking,
    asking,
    nominations,
    proposed,
    selection_here,
    standing_objections,
)
from facilitator.core.tenure import Term
from facilitator.core.words import called, plain, short_date
from facilitator.screens.circle_balance import CircleBalance
from facilitator.screens.picking import Choice

SAID = {
    Station.DONE: ("What was done?", "shelves built, suppliers called"),
    Station.LEFT: ("What is left to do?", "the fridge needs a new seal"),
    Station.KNOW: ("What does the next one have to know?", "the key sticks: lift and turn"),
}


class CircleChoosing(CircleBalance):
    """Nominations, proposals and objections; a handoff from its first word to two signatures."""

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
                return self.answer(intents.Nominate(step, by, person, self._text(words)))

            name = called(person, self.session.names)
            self.ask(f"Why {name}?", "calm, knows the shelves", accept)

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
                "Ana goes along for the first two weeks",
                lambda words: self.answer(intents.IntegrateObjection(objection, self._text(words))),
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
                "two children at home, no evenings free",
                lambda words: self.answer(intents.Object(proposal, person, self._text(words))),
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

    def action_handoff(self) -> None:
        """Pick a role that changes hands, and walk through it."""
        names = self.session.names
        due = handoffs_due(self.session.state, self.session.today)
        if not due:
            self.say("No stewardship changes hands just now.")
            return
        choices = [
            Choice(
                term.id,
                f"{role.name}: {called(term.person, names)}",
                next_words(role, term, names) or f"until {short_date(term.ends)}; nobody is next",
            )
            for role, term in due
        ]
        if len(choices) == 1:
            self.walk_handoff(choices[0].id)
        else:
            self.pick("Which role changes hands?", choices, self.walk_handoff)

    def walk_handoff(self, term_id: FactId) -> None:
        """Show the whole way of a handoff, at what comes next; each step leads back here."""
        found = self.session.state.term(term_id)
        if found is None:
            return
        role, term = found
        names = self.session.names
        if not term.runs:
            for now in role.held_on(self.session.today):
                until = short_date(now.ends)
                self.say_done(f"{called(now.person, names)} has {role.name} until {until}")
            return
        stops = walk(role, term, names)
        choices = [
            Choice(str(place), f"{_mark(stop)} {stop.label}", stop.detail)
            for place, stop in enumerate(stops)
        ]
        self.pick(
            f"{role.name}: {called(term.person, names)} hands over",
            choices,
            lambda place: self._stop_at(term, stops[int(place)]),
            str(next_stop(stops)),
        )

    def _stop_at(self, term: Term, stop: Stop) -> None:
        again = partial(self.call_later, self.walk_handoff, term.id)
        if stop.station in SAID:
            self._tell(term, stop, again)
        elif stop.station is Station.NEXT:
            people = [one for one in self.meeting.present if one != term.person]

            def named(person: PersonId) -> None:
                self.do(intents.NameSuccessor(term.id, person))
                again()

            self.pick_person("Who takes it?", people, named)
        else:
            self.do(_intent(term, stop))
            again()

    def _tell(self, term: Term, stop: Stop, again: Callable[[], object]) -> None:
        title, example = SAID[stop.station]

        def accept(words: str) -> str:
            said = {stop.station.value: self._text(words)}
            why = self.answer(intents.TellHandoff(term.id, **said))
            if not why:
                again()
            return why

        self.ask(title, example, accept, value=stop.detail)

    def _text(self, words: str) -> Text:
        names = self.session.names
        here = {person: names[person] for person in self.meeting.seats if person in names}
        return with_mentions(words.strip(), here)


def _times(count: int) -> str:
    """How often somebody was nominated, in words; nothing if nobody did."""
    return f"nominated {'once' if count == 1 else f'{count} times'}" if count else ""


def _mark(stop: Stop) -> str:
    if stop.passed:
        return "✓"
    return "·" if stop.open else " "


def _intent(term: Term, stop: Stop) -> intents.Intent:
    match stop.station:
        case Station.SHADOW:
            return intents.BeginShadowing(term.id)
        case Station.LED:
            return intents.RecordLed(term.id)
        case Station.TICK:
            return intents.TickSkill(term.id, stop.about)
        case Station.CONFIRM:
            return intents.ConfirmSkill(term.id, stop.about)
        case _:
            return intents.SignHandoff(term.id, stop.about)
