"""Whose a line is that begins with a name which fits nobody here, or several."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.core.capture import Captured
from facilitator.core.events import PersonId
from facilitator.core.gathering import marked_name
from facilitator.core.intents import Welcome
from facilitator.core.mentions import people_begun
from facilitator.core.words import called
from facilitator.screens.circle_saying import CircleSaying
from facilitator.screens.picking import OneOf, let_pick
from facilitator.widgets.choice_list import Choice

ARRIVES, NOBODY_YET = "+", "-"


class CircleWhose(CircleSaying):
    """Asks which of several people is meant, and whether somebody new is here."""

    def those_here(self) -> dict[PersonId, str]:
        """Everyone who sits in the circle or has, by what they are called."""
        names = self.session.names
        return {person: names[person] for person in self.meeting.seats if person in names}

    def ask_whose(
        self,
        captured: Captured,
        go_on: Callable[[Mapping[PersonId, str]], object],
        give_up: Callable[[], object],
    ) -> None:
        """Ask who is meant by a name that fits nobody here, or several.

        Args:
            captured: the line, with a ``stranger`` and no owner.
            go_on: is given the people to be understood in it: whoever is meant is called as typed.
            give_up: is called where nothing was answered.
        """
        here, typed = self.those_here(), captured.stranger
        fitting = people_begun(typed, here)
        several = [Choice(each, called(each, here), "") for each in fitting]
        others = [
            Choice(each, called(each, here)) for each in self.meeting.present if each not in fitting
        ]
        ways = [
            *several,
            Choice(ARRIVES, f"+  {typed} is new here", "they arrive now, and it is theirs"),
            Choice(NOBODY_YET, "nobody yet", "the name stays in the words"),
            *others,
        ]

        def picked(choice: str | None) -> None:
            if choice is None:
                give_up()
            elif choice == NOBODY_YET:
                go_on(here)
            else:
                person = self._new_here(typed) if choice == ARRIVES else choice
                if person:
                    others = {one: name for one, name in here.items() if one not in fitting}
                    go_on({**others, person: typed})
                else:
                    give_up()

        title = f"Who is meant by “{typed}”?" if several else f"Nobody here is called “{typed}”."
        let_pick(self.app, OneOf(title, ways), picked)

    def _new_here(self, name: str) -> PersonId:
        """Somebody who arrives just now; nobody, if that is refused."""
        before = set(self.meeting.seats)
        if not self.do(Welcome(*marked_name(name))):
            return ""
        return next((one for one in self.meeting.seats if one not in before), "")
