"""The key of a handoff: from its first word to two signatures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.core import intents
from facilitator.core.events import FactId, PersonId, Text
from facilitator.core.mentions import with_mentions
from facilitator.core.roles.concerns import handoffs_due
from facilitator.core.roles.walk import Station, Stop, next_stop, walk
from facilitator.core.roles.wording import next_words
from facilitator.core.tenure import Term
from facilitator.core.words import called, short_date
from facilitator.screens.circle_balance import CircleBalance
from facilitator.widgets.choice_list import Choice

SAID = {
    Station.DONE: ("What was done?", "e.g. shelves built, suppliers called"),
    Station.LEFT: ("What is left to do?", "e.g. the fridge needs a new seal"),
    Station.KNOW: ("What does the next one have to know?", "e.g. the key sticks: lift and turn"),
}


class CircleHandoffs(CircleBalance):
    """A handoff: what was done, is left, is to be known, who takes it; both sign."""

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
            said = {stop.station.value: self.meant(words)}
            why = self.answer(intents.TellHandoff(term.id, **said))
            if not why:
                again()
            return why

        self.ask(title, example, accept, value=stop.detail)

    def meant(self, words: str) -> Text:
        """What was typed, with the people of the circle found in it."""
        names = self.session.names
        here = {person: names[person] for person in self.meeting.seats if person in names}
        return with_mentions(words.strip(), here)


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
