"""The keys that mend what is known of somebody: their name, their seat, that they are new."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core import intents
from facilitator.core.events import NOBODY, PersonId
from facilitator.core.words import called
from facilitator.screens.circle_people import CirclePeople
from facilitator.widgets.choice_list import Choice

FIRST = "-"
"""Stands for the first seat in a list of seats."""


class CircleSeats(CirclePeople):
    """Names, seats and newcomers, in a circle that goes on."""

    def action_rename(self) -> None:
        """Pick whose name is mended, and ask for the right one."""

        def right(person: PersonId) -> None:
            was = called(person, self.session.names)
            self.ask(f"What is {was}'s right name?", "a name", mended(person), value=was)

        def mended(person: PersonId) -> Callable[[str], str]:
            def rename(name: str) -> str:
                refusal = self.session.rename(person, name)
                return refusal.words if refusal is not None else ""

            return rename

        self.pick_person("Whose name is to be mended?", self.meeting.seats, right)

    def action_newcomer(self) -> None:
        """Pick who is new, or is new no longer."""
        attendance = self.meeting.attendance
        choices = [
            Choice(
                person,
                called(person, self.session.names),
                "is marked as new" if attendance[person].newcomer else "",
            )
            for person in self.meeting.present
        ]

        def mark(person: PersonId) -> None:
            newcomer = self.meeting.attendance[person].newcomer
            self.do(intents.MarkNewcomer(person, not newcomer))

        self.pick("Who is new, or no longer?", choices, mark)

    def action_move_seat(self) -> None:
        """Pick who sits elsewhere, and behind whom."""

        def behind(person: PersonId) -> None:
            name = called(person, self.session.names)
            others = self.people(one for one in self.meeting.seats if one != person)
            self.pick(
                f"{name} sits behind",
                [*others, Choice(FIRST, "nobody", "in the first seat")],
                lambda after: self.do(
                    intents.TakeSeat(person, NOBODY if after == FIRST else after)
                ),
            )

        self.pick_person("Who sits elsewhere?", self.meeting.seats, behind)
