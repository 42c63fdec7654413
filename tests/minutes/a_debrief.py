"""A debrief as it might have been: the facts of one evening, folded."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from facilitator.core import events
from facilitator.core.agenda import (
    Agenda,
    Closing,
    Commitments,
    Filing,
    Opening,
    RoleOpening,
    Roles,
    Round,
)
from facilitator.core.events import Body, Hat, Mention, Outcome, Text
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.state import Meeting, State

AGENDA = Agenda(
    title="Debrief commons",
    steps=(
        Opening(title="Welcome", minutes=5),
        Round(title="Check-in", prompt="How are you, in one sentence?", minutes=7, seconds_each=30),
        Round(title="What we witnessed", prompt="What did you witness?", minutes=20),
        Round(title="Skills", prompt="What skill did you use, or wish you had?", minutes=20),
        Round(title="What we build", prompt="What do you want to build next?", minutes=20),
        Roles(
            title="Roles for two weeks",
            minutes=10,
            openings=(
                RoleOpening(name="Bring the pots"),
                RoleOpening(name="Keep the first-aid kit"),
                RoleOpening(name="Host the skill share"),
            ),
        ),
        Commitments(title="What we promised", minutes=5),
        Round(title="Check-out", prompt="What do you take home?", minutes=5, seconds_each=20),
        Closing(title="Close", minutes=3),
    ),
)
CIRCLE = (
    "Ana",
    "Bo",
    "Chidi",
    "Dee",
    "Eli",
    "Fatima",
    "Goran",
    "Hui",
    "Jo",
    "Kofi",
    "Lúcia",
    "Ines",
)
OFFSET = 60
TALK = re.compile(r"(\d\d:\d\d:\d\d) (\S+)(?: (.*))?")


def at(clock: str) -> int:
    """UTC milliseconds of a local time on the evening of the debrief."""
    moment = datetime.fromisoformat(f"2026-11-27T{clock}+01:00").astimezone(UTC)
    return int(moment.timestamp()) * 1000


class Evening:
    """Writes facts one after the other."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.people: dict[str, str] = {}
        self.meeting = ""
        self.step = ""
        self.round = ""

    def happens(self, clock: str, body: Body) -> str:
        place = len(self.facts) + 1
        identity = f"{place}@k7f3"
        self.meeting = self.meeting or identity
        self.facts.append(
            Fact(identity, place, "k7f3", at(clock), "one", identity, self.meeting, body)
        )
        return identity

    def arrives(self, clock: str, name: str, newcomer: bool = False) -> None:
        self.people[name] = self.happens(clock, events.PersonArrived(newcomer=newcomer))

    def goes_to(self, clock: str, number: int, start: str = "") -> None:
        self.step = f"step-{number}"
        self.happens(clock, events.StepBegan(self.step))
        if start:
            self.round = self.happens(clock, events.RoundBegan(self.step, self.people[start]))

    def text(self, words: str) -> Text:
        parts = re.split(r"@(\w+)", words)
        return tuple(
            Mention(self.people[part]) if odd % 2 else part
            for odd, part in enumerate(parts)
            if part
        )

    def note(self, clock: str, name: str, words: str) -> None:
        person = self.people[name] if name else ""
        self.happens(clock, events.NoteTaken(self.step, person, self.text(words), Filing.NOTE))

    def talk(self, *lines: str) -> None:
        """Turns: a time, a name (``-`` passes, ``…`` asks for later), and what was noted."""
        for line in lines:
            match = TALK.fullmatch(line)
            assert match, line
            clock, name, words = match.groups()
            outcome = {"-": Outcome.PASSED, "…": Outcome.LATER}.get(name[-1], Outcome.HEARD)
            name = name.rstrip("-…")
            began = events.TurnBegan(self.people[name], self.round, self.step, seconds=90)
            turn = self.happens(clock, began)
            for each in (words or "").split(" / "):
                if each:
                    self.note(clock, name, each)
            self.happens(clock, events.TurnEnded(turn, outcome))

    def commits(self, clock: str, name: str, words: str, due: str = "") -> None:
        owner = self.people[name] if name else ""
        self.happens(clock, events.CommitmentMade(self.step, owner, self.text(words), due))

    def decides(self, clock: str, words: str) -> None:
        self.happens(clock, events.DecisionRecorded(self.step, self.text(words)))


def debrief() -> tuple[State, Meeting, dict[str, str]]:
    """The state after the evening, its meeting, and the names."""
    evening = Evening()
    evening.happens("18:12:00", events.MeetingGathered("Flood kitchen", AGENDA, OFFSET))
    for name in CIRCLE[:-1]:
        evening.arrives("18:20:00", name, newcomer=name in {"Hui", "Kofi"})
    evening.happens("18:25:00", events.HatGiven(Hat.FACILITATOR, evening.people["Ana"]))
    evening.happens("18:25:30", events.HatGiven(Hat.NOTE_TAKER, evening.people["Dee"]))
    evening.happens("18:30:00", events.MeetingOpened(60))
    _first_half(evening)
    _second_half(evening)
    state = fold(evening.facts)
    names = {identity: name for name, identity in evening.people.items()}
    return state, state.meetings[evening.meeting], names


def _first_half(evening: Evening) -> None:
    evening.goes_to("18:30:00", 1)
    evening.note("18:33:00", "", "Phones are off, passing is fine, what is said here stays here.")
    evening.goes_to("18:36:00", 2, start="Bo")
    evening.talk(
        "18:36:10 Bo",
        "18:36:40 Chidi Tired, and glad to be here.",
        "18:37:10 Dee",
        "18:37:40 Eli",
        "18:38:10 Fatima",
        "18:38:40 Goran",
        "18:39:10 Hui First time here. Lives two streets from the bridge.",
        "18:39:40 Jo-",
        "18:40:10 Kofi",
        "18:40:40 Lúcia",
        "18:41:10 Ana",
    )
    evening.goes_to("18:42:00", 3, start="Chidi")
    evening.talk(
        "18:42:10 Chidi The kitchen ran out of gas at six. / Nobody could be heard over the rain.",
        "18:44:10 Dee 140 meals by eight o'clock, and nobody was turned away.",
        "18:46:00 Eli…",
        "18:46:10 Fatima Neighbors came with their own camping stoves before we had asked.",
        "18:48:20 Goran The water was up to the second step of the library.",
        "18:50:30 Hui-",
        "18:50:40 Jo Two families slept in the hall. @Lúcia found blankets for them.",
        "18:52:50 Kofi",
        "18:54:40 Lúcia The children drew the flood on the back of our leaflets.",
        "18:56:50 Ana The queue stayed calm as soon as people knew how long it would take.",
        "18:59:00 Bo",
        "19:01:10 Eli The fire brigade sent people to us.",
    )
    evening.note("19:04:30", "Bo", "Three people asked whether we do this every week.")
    evening.arrives("19:05:10", "Ines")
    evening.goes_to("19:06:00", 4, start="Dee")
    evening.talk(
        "19:06:10 Dee Used: cooking for a hundred. Wished for: first aid.",
        "19:08:00 Eli Used: talking with officials. Can show how.",
        "19:10:00 Fatima Wished for: a way to calm someone who panics.",
        "19:12:00 Goran Used: rigging a tarp. Can teach it in an hour.",
        "19:14:00 Hui Speaks Cantonese and Mandarin, and would translate next time.",
        "19:16:00 Jo-",
        "19:16:10 Kofi Wished for: knowing how to lift people safely.",
        "19:18:00 Lúcia",
        "19:19:30 Ines Used: first aid, twice. Happy to pair up with @Dee.",
        "19:21:30 Ana",
        "19:22:40 Bo-",
        "19:22:50 Chidi Wished for: a PA and somebody who can work it.",
    )


def _second_half(evening: Evening) -> None:
    evening.goes_to("19:25:00", 5, start="Eli")
    evening.talk(
        "19:25:10 Eli A phone tree for the four streets by the river.",
        "19:27:30 Fatima A pantry that is there before the next flood. / Twice a month.",
    )
    evening.decides("19:31:00", "Doors open at 17:00 on distribution days.")
    evening.talk(
        "19:31:40 Goran Dry storage, a meter above the floor.",
        "19:33:30 Hui",
        "19:35:00 Jo A skill share on Sunday while all of this is fresh.",
    )
    evening.commits("19:36:30", "Chidi", "borrow the PA from the union hall", "Friday")
    evening.talk("19:37:00 Kofi", "19:38:30 Lúcia-")
    evening.happens("19:40:20", events.PersonLeft(evening.people["Bo"]))
    evening.talk("19:40:30 Ines A list of who can do what.", "19:42:20 Ana", "19:44:00 Chidi")
    evening.decides("19:46:00", "The pantry starts as a trial: two Saturdays, then we look again.")
    evening.goes_to("19:47:00", 6)
    for name in ("Bring the pots", "Keep the first-aid kit", "Host the skill share"):
        role = evening.happens("19:47:00", events.RoleOpened(evening.step, name))
        holder = {"Bring the pots": "Ana", "Keep the first-aid kit": "Ines"}.get(name)
        if holder is not None:
            evening.happens(
                "19:52:00",
                events.RoleClaimed(role, evening.people[holder], "2026-11-27", "2026-12-11"),
            )
    evening.goes_to("19:58:00", 7)
    evening.commits("19:59:00", "Fatima", "ask the landlord about the dry room", "2026-12-04")
    evening.commits("20:00:00", "Kofi", "call @Hui and @Jo before the next distribution")
    evening.goes_to("20:03:00", 8, start="Fatima")
    evening.talk(
        "20:03:10 Fatima That nobody was turned away.",
        "20:04:00 Hui A phone number I can call.",
        "20:05:00 Ana",
    )
    evening.happens(
        "20:10:00",
        events.NextMeetingPlanned(
            "Fri 11 Dec, 18:30, at the library", evening.people["Chidi"], evening.people["Ines"]
        ),
    )
    evening.happens("20:12:00", events.MeetingClosed())
