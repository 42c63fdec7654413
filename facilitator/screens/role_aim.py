"""A screen on which one role is aimed at: what is said of it, and whom it can be about."""

from __future__ import annotations

from facilitator.commands import roles as keys
from facilitator.commands.command import Command
from facilitator.core.events import FactId, Mention, PersonId, Text
from facilitator.core.mentions import with_mentions
from facilitator.core.roles.board import Place, board
from facilitator.core.tenure import Role, Term
from facilitator.core.words import called, listed
from facilitator.screens.happened import TakesBack
from facilitator.session import Session
from facilitator.ui.roles import NOW

TO_A_ROLE = {command.name for command in keys.TO_A_ROLE}


class RoleAim(TakesBack):
    """What the keys of the roles share.

    Attributes:
        places: every role as it stood when it was last looked at.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.places: dict[FactId, Place] = {}
        self._day = ""

    def look_again(self) -> None:
        """Look how every role stands today."""
        self._day = self.session.today
        found = board(self.session.state, self._day, self.session.names)
        self.places = {place.role.id: place for place in found}

    def show_time(self) -> None:
        """At midnight terms end, and others come near their end."""
        if self._day != self.session.today:
            self.show()

    @property
    def aimed_at(self) -> FactId:
        """The role that a key is about; empty if there is none."""
        return ""

    @property
    def role(self) -> Role | None:
        """The role that a key is about, as it is now."""
        return self.session.state.roles.get(self.aimed_at)

    def held(self) -> tuple[Role, Term] | None:
        """The role, and the term that runs in it; if nobody has it, that is said."""
        role = self.role
        if role is None:
            return None
        held = role.held_on(self.session.today)
        if not held:
            self.warn(f"Nobody has {role.name}. c claims it for someone.")
            return None
        if len(held) > 1:
            people = listed([called(term.person, self.session.names) for term in held])
            self.warn(f"{people} claim {role.name}. d says for whom the circle decided.")
            return None
        return role, held[0]

    def group_people(self) -> list[PersonId]:
        """Everyone whom the group knows and who has not left it, by name."""
        names, gone = self.session.names, self.session.state.departed
        return sorted(
            (one for one in names if one not in gone), key=lambda one: names[one].casefold()
        )

    def at_hand(self) -> list[PersonId]:
        """Who can take something on: at a meeting whoever is there."""
        meeting = self.session.meeting
        return self.group_people() if meeting is None else meeting.present

    def meant(self, words: str) -> Text:
        """Typed words, in which a name behind an @ is a person."""
        return with_mentions(words.strip(), self.session.names)

    def as_typed(self, text: Text) -> str:
        """A text as it is typed, with an @ before each person."""
        names = self.session.names
        return "".join(
            f"@{called(part.person, names)}" if isinstance(part, Mention) else part for part in text
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a role needs one."""
        if action in TO_A_ROLE and self.role is None:
            return False
        return super().check_action(action, parameters)

    def shows(self, command: Command) -> bool:
        """Of what is done to a role the bar has only what leads further just now."""
        if command in keys.TO_A_ROLE and command is not keys.DESCRIBE:
            place = self.places.get(self.aimed_at)
            return place is not None and command.name in NOW[place.standing]
        return super().shows(command)
