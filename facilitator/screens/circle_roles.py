"""The roles at a circle: offered, claimed, decided between; and the board of all of them."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.core import intents
from facilitator.core.agenda import Filing
from facilitator.core.roles.claiming import may_be_claimed
from facilitator.core.roles.standing import Standing, standing
from facilitator.core.roles.typed import typed_role
from facilitator.core.roles.wording import claims_words
from facilitator.core.state import Note, Role
from facilitator.core.vocabulary import FactId
from facilitator.core.words import called, length, plain
from facilitator.screens.circle_asks import CircleAsks
from facilitator.screens.happened import TakesBack
from facilitator.screens.roles import RolesScreen
from facilitator.ui.text import fit
from facilitator.widgets.choice_list import Choice

NEW = "new"
"""The choice of a role that nobody has spoken of yet."""

LONGEST_NAME = 80
"""Cells of an answer that are a role's name to begin with."""


class CircleRoles(CircleAsks, TakesBack):
    """What is done with roles while people sit together."""

    def action_board(self) -> None:
        """Go to the roles board; what is done there belongs to this meeting."""
        if self.on_top:
            self.app.push_screen(RolesScreen(self.session))

    def action_claim(self) -> None:
        """Pick a role, then who takes it; also one that somebody claimed a moment ago."""
        roles = {role.id: role for role in self._claimable()}
        if not roles:
            self.warn("No role is open just now. o offers one.")
            return
        choices = [Choice(role.id, role.name, self._detail(role)) for role in roles.values()]
        self.pick("Which role is claimed?", choices, self._claim)

    def _claimable(self) -> Iterable[Role]:
        """What can be claimed here and now; what nobody has comes first."""
        meeting, today = self.meeting.id, self.session.today
        roles = [
            role
            for role in self.session.state.roles_of(meeting)
            if standing(role, today) is not Standing.OVER and may_be_claimed(role, meeting, today)
        ]
        return sorted(roles, key=lambda role: bool(role.held_on(today)))

    def _detail(self, role: Role) -> str:
        """Who claims it; if nobody does, for how long, and what it is for."""
        claims = claims_words(role, self.session.today, self.session.names)
        return claims or " · ".join(filter(None, (length(role.days, role.months), role.purpose)))

    def _claim(self, role_id: FactId) -> None:
        role = self.session.state.roles[role_id]
        if len(role.held_on(self.session.today)) > 1:
            self._decide(role)
        else:
            self._who(role)

    def _decide(self, role: Role) -> None:
        """The circle decides between those who claim a role; or one more claims it."""
        names = self.session.names
        self.menu(
            f"Who has “{role.name}”?",
            [
                *(
                    (
                        f"The circle decides for {called(term.person, names)}",
                        "",
                        intents.SettleClaim(term.id),
                    )
                    for term in role.held_on(self.session.today)
                ),
                ("Somebody else claims it too", "", lambda: self._who(role)),
            ],
        )

    def _who(self, role: Role) -> None:
        claimed = {term.person for term in role.held_on(self.session.today)}
        self.pick_person(
            f"Who takes “{role.name}”?",
            [person for person in self.meeting.present if person not in claimed],
            lambda person: self._take_on(role, person),
        )

    def _take_on(self, role: Role, person: str) -> None:
        if self.do(intents.ClaimRole(role.id, person)):
            self.say_what_was_done()

    def action_offer(self) -> None:
        """Ask what the role is called; answers to *what do you want to build* can become one."""
        answers = {
            note.id: note
            for note in self.meeting.notes.values()
            if note.filing is Filing.BUILD and self._words(note).strip()
        }
        if not answers:
            self._offer("", "")
            return
        names = self.session.names
        told = [
            Choice(
                note.id,
                f"“{fit(self._words(note), LONGEST_NAME)}”",
                f"{called(note.person, names)} wants to build it" if note.person else "",
            )
            for note in answers.values()
        ]

        def chosen(answer: str) -> None:
            if answer == NEW:
                self._offer("", "")
            else:
                self._offer(fit(self._words(answers[answer]), LONGEST_NAME), answer)

        self.pick("Which role is offered?", [Choice(NEW, "A new one"), *told], chosen)

    def _words(self, note: Note) -> str:
        return plain(note.text, self.session.names)

    def _offer(self, begun: str, source: FactId) -> None:
        """Ask what it is called, and how long it is for."""
        step = self.meeting.step_id or ""

        def offered(words: str) -> str:
            name, days, months = typed_role(words)
            why = self.answer(intents.OfferRole(name, step, days, months, source=source))
            if not why:
                self.say_what_was_done()
            return why

        self.ask(
            "Offer a role for two weeks, or say for how long",
            "what it is called: Bring the pots, or Pantry, 3 months",
            offered,
            value=begun,
        )
