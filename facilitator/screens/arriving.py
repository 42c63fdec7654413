"""Who comes, typed by name: one or several, known to the group or new to it."""

from __future__ import annotations

from facilitator.core.gathering import marked_name, names_in_line
from facilitator.core.intents import Welcome
from facilitator.screens.live import Live

WHO_ARRIVED = "Who arrived?"


class Arriving(Live):
    """A screen at one meeting to which people come."""

    def absent_names(self) -> tuple[str, ...]:
        """The names of people whom the group knows and who are not in the room."""
        present_now = set(self.meeting.present)
        names = (name for one, name in self.session.names.items() if one not in present_now)
        return tuple(sorted(names, key=str.casefold))

    def action_arrive(self) -> None:
        """Ask who arrived."""
        self.ask(
            WHO_ARRIVED,
            "a name, with * for a newcomer",
            self.arrived,
            names=self.absent_names(),
        )

    def arrived(self, words: str) -> str:
        """Seat who was typed, one or several; why none of them was seated, or nothing."""
        names = names_in_line(words, self.session.names)
        if not names:
            return "Type a name first."
        refusals = self.session.send_all([Welcome(*marked_name(name)) for name in names])
        why = " ".join(dict.fromkeys(each.words for each in refusals if each is not None))
        if why and None in refusals:
            self.warn(why)
            return ""
        if not why:
            self.say_what_was_done()
        return why
