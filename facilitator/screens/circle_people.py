"""The keys that are about people: who is out, seats, hats, the muster, the facilitator's seat."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import Hat, PersonId, Setting
from facilitator.core.words import called
from facilitator.screens.circle_time import CircleTime
from facilitator.screens.picking import Choice, PickEachScreen

SETTINGS = {
    Setting.BELL: "A bell when time is over, for a turn again each minute",
    Setting.STILL: "Stillness: clocks move every ten seconds only",
    Setting.ROOM_BALANCE: "The room sees how many were heard, and the categories",
    Setting.ROOM_NOTES: "The room sees the notes",
}
"""What each option means."""

EVERYONE = "Everyone has arrived."


class CirclePeople(CircleTime):
    """Departures, people who are out, seats, hats, ticks, options."""

    def action_depart(self) -> None:
        """Pick who leaves."""
        self.pick_person(
            "Who is leaving?",
            self.meeting.present,
            lambda person: self.do(intents.Leave(person)),
        )

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

        def who(hat: str) -> None:
            self.pick_person(
                f"Who is {hat} from now on?",
                self.meeting.present,
                lambda person: self.do(intents.GiveHat(Hat(hat), person)),
            )

        self.pick("Which hat changes heads?", choices, who)

    def action_tick(self) -> None:
        """Pick who has arrived at the muster, one after the other, until Esc."""
        step = self.meeting.step_id or ""
        if self.meeting.step is None or not self.meeting.step.musters:
            return

        def missing() -> list[Choice]:
            there = self.meeting.mustered.get(step, {})
            return self.people(one for one in self.meeting.present if one not in there)

        def ticked(last: str | None) -> None:
            if last is not None:
                self.say(EVERYONE)

        if missing():
            tick = PickEachScreen(
                "Who has arrived?", missing, lambda one: self.do(intents.TickOff(step, one))
            )
            self.app.push_screen(tick, ticked)
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
            self.say("The program runs at no other terminal of this journal.")
            return
        choices = [Choice(name, f"Terminal {name}") for name in others]
        self.pick(
            "Pass the facilitator's seat to", choices, lambda name: self.do(intents.PassSeat(name))
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
