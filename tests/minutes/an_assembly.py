"""An assembly as it might have been: hands, a break, a handover, a muster, a step put off."""

from __future__ import annotations

from a_debrief import OFFSET, Evening, at

from facilitator.core import agenda, events
from facilitator.core.events import Direction, Hat, Outcome, Stop, Wish
from facilitator.core.fold import fold
from facilitator.core.state import Meeting, State

AGENDA = agenda.Agenda(
    title="Assembly",
    steps=(
        agenda.Opening(title="Welcome", minutes=5),
        agenda.Muster(title="Muster", prompt="Is everybody at the school gate?", minutes=5),
        agenda.Discussion(title="Storage", prompt="Do we rent the dry room?", minutes=15),
        agenda.Round(title="Winter", prompt="What do you need this winter?", minutes=20, rounds=2),
        agenda.Discussion(title="The van", prompt="Who drives the van?", minutes=15),
        agenda.Discussion(title="Songs", prompt="Which song?", minutes=5),
        agenda.Closing(title="Close", minutes=3),
    ),
)
CIRCLE = ("Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima", "Goran")


class Assembly(Evening):
    """Writes the facts of an evening with hands and pauses."""

    def raises(self, clock: str, name: str, wish: Wish = Wish.SPEAK, answers: str = "") -> str:
        person = self.people[name]
        return self.happens(clock, events.HandRaised(self.step, person, wish, answers))

    def speaks(
        self, clock: str, name: str, words: str = "", wish: Wish = Wish.SPEAK, answers: str = ""
    ) -> str:
        """A hand that is given the word at once; the turn before ends with that."""
        hand = self.raises(clock, name, wish, answers)
        turn = self.happens(
            clock, events.TurnBegan(self.people[name], "", self.step, seconds=120, hand=hand)
        )
        if words:
            self.note(clock, name, words)
        return turn

    def ends_turn(self, clock: str, turn: str, outcome: Outcome = Outcome.HEARD) -> None:
        self.happens(clock, events.TurnEnded(turn, outcome))

    def stops(self, clock: str, until: str, stop: Stop, reason: str = "") -> None:
        self.happens(clock, events.CirclePaused(reason, stop))
        self.happens(until, events.CircleResumed())

    def gives(self, clock: str, hat: Hat, name: str) -> None:
        self.happens(clock, events.HatGiven(hat, self.people.get(name, events.NOBODY)))

    def goes_round(self, clock: str, start: str, direction: Direction) -> None:
        self.round = self.happens(
            clock, events.RoundBegan(self.step, self.people[start], direction)
        )

    def told(self) -> tuple[State, Meeting, dict[str, str]]:
        """The state after all of it, its meeting, and the names."""
        state = fold(self.facts)
        names = {identity: name for name, identity in self.people.items()}
        return state, state.meetings[self.meeting], names


def opened(plan: agenda.Agenda = AGENDA, title: str = "Assembly of the four streets") -> Assembly:
    """An assembly of seven that has just been opened, with Ana and Dee in their hats."""
    evening = Assembly()
    evening.happens("18:50:00", events.MeetingGathered(title, plan, OFFSET))
    for name in CIRCLE:
        evening.arrives("18:55:00", name, newcomer=name == "Goran")
    evening.gives("18:57:00", Hat.FACILITATOR, "Ana")
    evening.gives("18:57:10", Hat.NOTE_TAKER, "Dee")
    evening.happens("19:00:00", events.MeetingOpened(OFFSET))
    return evening


def assembly() -> tuple[State, Meeting, dict[str, str]]:
    """The state after the evening, its meeting, and the names."""
    evening = opened()
    evening.goes_to("19:00:00", 1)
    evening.note("19:01:00", "", "One speaks at a time, and whoever has not spoken goes first.")
    _muster(evening)
    _storage(evening)
    _winter(evening)
    _the_rest(evening)
    return evening.told()


def _muster(evening: Assembly) -> None:
    evening.goes_to("19:04:00", 2)
    for clock, name in (
        ("19:04:40", "Chidi"),
        ("19:05:10", "Ana"),
        ("19:05:15", "Bo"),
        ("19:06:30", "Dee"),
        ("19:07:02", "Fatima"),
        ("19:08:20", "Goran"),
    ):
        evening.happens(clock, events.Mustered(evening.step, evening.people[name]))


def _storage(evening: Assembly) -> None:
    evening.goes_to("19:10:00", 3)
    evening.happens("19:10:00", events.StepDropped("step-6"))
    goran = evening.speaks("19:10:20", "Goran", "The room is dry, and costs 200 a month.")
    evening.speaks(
        "19:12:00", "Fatima", "The landlord would take 150.", Wish.RESPONSE, answers=goran
    )
    hui = evening.speaks("19:13:00", "Bo", "Who has the key?", Wish.QUESTION)
    evening.speaks("19:13:40", "Goran", wish=Wish.RESPONSE, answers=hui)
    evening.speaks("19:14:30", "Ana")
    evening.speaks("19:16:00", "Chidi")
    evening.speaks("19:17:00", "Dee", "Can we hear those who have not spoken?", wish=Wish.PROCESS)
    turn = evening.speaks("19:17:30", "Eli", "We can pay three months from the tins.")
    evening.ends_turn("19:19:40", turn)
    evening.stops("19:20:00", "19:22:00", Stop.SILENCE, "those whose houses are still wet")
    evening.happens("19:24:00", events.StepExtended("step-3", 5))
    evening.decides("19:27:00", "We rent the dry room until the end of February, for 150 a month.")
    evening.commits("19:28:00", "Goran", "sign with the landlord", "2026-12-04")
    evening.raises("19:29:00", "Chidi")
    evening.stops("19:29:30", "19:30:40", Stop.CATCHING_UP)


def _winter(evening: Assembly) -> None:
    evening.stops("19:31:00", "19:43:00", Stop.BREAK)
    evening.goes_to("19:43:00", 4)
    evening.goes_round("19:43:00", "Bo", Direction.SUNWISE)
    evening.talk(
        "19:43:10 Bo Somebody to look in on my mother.",
        "19:45:00 Chidi",
        "19:46:30 Dee Warm shoes, size 38 and 41.",
        "19:48:00 Eli-",
        "19:48:20 Fatima",
        "19:50:00 Goran A lift on Tuesdays.",
        "19:52:00 Ana",
    )
    evening.goes_round("19:54:00", "Dee", Direction.COUNTER)
    evening.happens("19:54:00", events.PersonSteppedOut(evening.people["Bo"]))
    evening.talk(
        "19:54:10 Dee Heard twice: shoes. We swap on Sunday.",
        "19:56:00 Chidi",
        "19:57:00 Ana I can look in on Bo's mother on Mondays.",
        "19:58:30 Goran",
        "19:59:30 Fatima",
        "20:00:30 Eli A lift is easy, I have the car on Tuesdays.",
    )
    evening.happens("20:02:00", events.PersonCameBack(evening.people["Bo"]))
    evening.gives("20:04:10", Hat.FACILITATOR, "Bo")


def _the_rest(evening: Assembly) -> None:
    added = events.StepAdded(
        agenda.Discussion(title="Keys", prompt="Who keeps the key of the dry room?", minutes=5),
        after="step-4",
    )
    evening.step = evening.happens("20:05:00", added)
    evening.happens("20:05:00", events.StepBegan(evening.step))
    for clock, name in (("20:05:10", "Eli"), ("20:06:00", "Fatima"), ("20:07:00", "Goran")):
        turn = evening.speaks(clock, name)
    evening.ends_turn("20:08:00", turn)
    evening.goes_to("20:10:00", 5)
    evening.speaks("20:10:10", "Chidi", "Two of us have the license, and one of them is tired.")
    evening.happens("20:14:00", events.StepDropped("step-5", deferred=True))
    evening.goes_to("20:15:00", 3)
    evening.decides("20:17:00", "The dry room has two keys: Fatima's and Eli's.")
    evening.happens(
        "20:19:00",
        events.NextMeetingPlanned("2026-12-11", evening.people["Bo"], evening.people["Eli"]),
    )
    evening.happens("20:20:00", events.MeetingClosed())


LATER = at("23:00:00")
