"""The keys that are about people: who is out, seats, hats, the muster, the facilitator's seat."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import NOBODY, Hat, PersonId, Setting
from facilitator.core.words import called, listed
from facilitator.screens.circle_time import CircleTime
from facilitator.screens.picking import EachOf
from facilitator.widgets.choice_list import Choice

SETTINGS = {
    Setting.BELL: "A bell when time is over, for a turn again each minute",
    Setting.STILL: "Stillness: clocks move every ten seconds only",
    Setting.ROOM_BALANCE: "The room sees how many were heard, and the categories",
    Setting.ROOM_NOTES: "The room sees the notes",
    Setting.OUTCOMES: "Leaving a topic asks what came of it: a decision, a commitment, nothing",
}
"""What each option means."""

TAKEN_OFF = "-"
"""Stands for nobody in a list to pick from."""

EVERYONE = "Everyone has arrived."


class CirclePeople(CircleTime):
    """Departures, people who are out, seats, hats, ticks, options."""

    def action_depart(self) -> None:
        """Pick who leaves."""
        self.pick_person("Who is leaving?", self.meeting.present, self._leaves)

    def _leaves(self, person: PersonId) -> None:
        """Somebody leaves; who facilitated is followed by somebody at once."""
        worn = [hat for hat, wearer in self.meeting.hats.items() if wearer == person]
        if not self.do(intents.Leave(person)):
            return
        if not worn:
            self.say_what_was_done()
            return
        name = called(person, self.session.names)
        self.say(f"{name} left · free: {listed([hat.value for hat in worn])}")
        if Hat.FACILITATOR in worn and self.meeting.present:
            self._give(Hat.FACILITATOR)

    def action_out(self) -> None:
        """Pick who goes out for a moment, or who is back."""
        meeting, names = self.meeting, self.session.names
        out = [person for person in meeting.present if meeting.attendance[person].out]
        people = [*out, *(person for person in meeting.present if person not in out)]

        def go(person: PersonId) -> None:
            gone = self.meeting.attendance[person].out
            self.do(intents.ComeBack(person) if gone else intents.StepOut(person))

        choices = [
            Choice(person, called(person, names), "is back" if person in out else "")
            for person in people
        ]
        self.pick("Who is out for a moment, or back?", choices, go)

    def action_swap(self) -> None:
        """Pick two people who change places."""

        def other(one: PersonId) -> None:
            name = called(one, self.session.names)
            others = (person for person in self.meeting.present if person != one)
            self.pick_person(
                f"Who changes places with {name}?",
                others,
                lambda person: self.do(intents.SwapSeats(one, person)),
            )

        self.pick_person("Who changes places?", self.meeting.present, other)

    def action_hat(self) -> None:
        """Pick a hat, then who wears it from now on."""
        hats, names = self.meeting.hats, self.session.names
        choices = [
            Choice(
                hat.value,
                hat.value,
                called(hats[hat], names) if hat in hats else "nobody",
            )
            for hat in Hat
        ]

        self.pick("Which hat changes heads?", choices, lambda hat: self._give(Hat(hat)))

    def _give(self, hat: Hat) -> None:
        """Pick who wears a hat from now on; it can be taken off as well."""
        worn = hat in self.meeting.hats
        off = [Choice(TAKEN_OFF, "nobody", "take it off")] if worn else []
        self.pick(
            f"Who is {hat.value} from now on?",
            [*self.people(self.meeting.present), *off],
            lambda one: self.do(intents.GiveHat(hat, NOBODY if one == TAKEN_OFF else one)),
        )

    def action_tick(self) -> None:
        """Pick who has arrived at the muster, one after the other, until Esc."""
        step = self.meeting.step_id or ""
        if self.meeting.step is None or not self.meeting.step.musters:
            return

        def missing() -> list[Choice]:
            there = self.meeting.mustered.get(step, {})
            return self.people(one for one in self.meeting.present if one not in there)

        if missing():
            tick = EachOf(
                "Who has arrived?", missing, lambda one: self.do(intents.TickOff(step, one))
            )
            self.pick_one(tick, lambda _: self.say(EVERYONE))
        else:
            self.say(EVERYONE)

    def action_seat(self) -> None:
        """Pass the facilitator's seat on, or take it over from a silent terminal."""
        if not self.seated:
            if self.do(intents.TakeSeatOver()):
                self.say("This terminal has the facilitator's seat now.")
            return
        others = sorted(self.session.alive() - {self.session.terminal})
        if not others:
            self.say("No other terminal is at this circle.")
            return
        choices = [Choice(name, f"Terminal {name}") for name in others]
        self.pick(
            f"Pass the facilitator's seat from {self.session.terminal} to",
            choices,
            lambda name: self.do(intents.PassSeat(name)),
        )

    def action_settings(self) -> None:
        """Turn one of the group's options on or off."""
        meeting = self.meeting
        self.menu(
            "Options of the group",
            [
                (
                    words,
                    "on" if meeting.chosen(setting) else "off",
                    intents.Choose(setting, not meeting.chosen(setting)),
                )
                for setting, words in SETTINGS.items()
            ],
        )
