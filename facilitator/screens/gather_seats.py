"""What is done to the person whose seat is under the cursor."""

from __future__ import annotations

from facilitator.core.events import NOBODY, Hat, PersonId
from facilitator.core.intents import GiveHat, Leave, MarkNewcomer, TakeSeat
from facilitator.screens.arriving import Arriving
from facilitator.widgets.people import PeopleList

FOR_A_PERSON = {"hat", "newcomer", "move", "rename", "depart"}


class SeatKeys(Arriving):
    """The keys of a screen with a list of seats."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a person needs one under the cursor."""
        if action.partition("(")[0] in FOR_A_PERSON and self.session.meeting is not None:
            return self._under_cursor() is not None
        return super().check_action(action, parameters)

    def _under_cursor(self) -> PersonId | None:
        seats, cursor = self.meeting.seats, self.query_one(PeopleList).cursor
        return seats[cursor] if cursor is not None and cursor < len(seats) else None

    def action_hat(self, hat: str) -> None:
        """Give a hat, or take it off."""
        person = self._under_cursor()
        if person is not None:
            worn = self.meeting.hats.get(Hat(hat)) == person
            self.do(GiveHat(Hat(hat), NOBODY if worn else person))

    def action_newcomer(self) -> None:
        """Mark as a newcomer, or no longer."""
        person = self._under_cursor()
        if person is not None:
            self.do(MarkNewcomer(person, not self.meeting.attendance[person].newcomer))

    def action_move(self, places: int) -> None:
        """So many seats down, or up."""
        person, seats = self._under_cursor(), list(self.meeting.seats)
        if person is None or not 0 <= seats.index(person) + places < len(seats):
            return
        place = seats.index(person) + places
        seats.remove(person)
        if self.do(TakeSeat(person, seats[place - 1] if place else NOBODY)):
            self.query_one(PeopleList).cursor = place

    def action_rename(self) -> None:
        """Ask for the right name."""
        person = self._under_cursor()
        if person is not None:
            self.ask(
                "What is the right name?",
                "a name",
                lambda name: self._renamed(person, name),
                value=self.session.names.get(person, ""),
            )

    def _renamed(self, person: PersonId, name: str) -> str:
        refusal = self.session.rename(person, name)
        return refusal.words if refusal is not None else ""

    def action_depart(self) -> None:
        """The person under the cursor goes; undo brings them back."""
        person = self._under_cursor()
        if person is not None:
            self.do(Leave(person))
