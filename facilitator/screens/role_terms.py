"""The keys for who has a role: claims, what the circle decides, stepping down."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.roles.wording import held_words
from facilitator.core.tenure import Role, Term
from facilitator.core.words import called
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.screens.role_aim import RoleAim
from facilitator.widgets.choice_list import Choice


class RoleTerms(RoleAim):
    """How a term begins, and how it ends. Every refusal is said in its words."""

    def action_claim(self) -> None:
        """Pick who takes the role on."""
        role = self.role
        if role is None:
            return
        words = held_words(role, self.session.today, self.session.names)
        self.pick_person(
            f"Who takes “{role.name}”? ({words})",
            self.at_hand(),
            lambda person: self.do(intents.ClaimRole(role.id, person)),
        )

    def action_settle(self) -> None:
        """Pick the one of several for whom the circle decided."""
        role = self.role
        if role is None:
            return
        held = role.held_on(self.session.today)
        if len(held) < 2:
            self.warn(f"Nobody else claims {role.name}. c claims it for someone.")
            return
        names = self.session.names
        self.pick(
            f"The circle decides: who has “{role.name}”?",
            [Choice(term.id, called(term.person, names)) for term in held],
            lambda term: self.do(intents.SettleClaim(term)),
        )

    def action_release(self) -> None:
        """Give back what is not handed over; else say what is missing, and ask for a reason."""
        found = self.held()
        if found is None:
            return
        role, term = found
        who = called(term.person, self.session.names)
        if not role.kind.handed_over:
            words = f"{who} gives it back. It can be claimed again."
            self.confirm(f"Release “{role.name}”?", words, "release", intents.ReleaseTerm(term.id))
            return
        refusal = self.session.send(intents.ReleaseTerm(term.id))
        if refusal is None or len(role.held_on(self.session.today)) > 1:
            self.accepted(refusal)
            return

        def emergency(sure: bool | None) -> None:
            if sure:
                self._ask_why(role, term)

        self.app.push_screen(
            ConfirmScreen(f"Release “{role.name}”?", refusal.words, "emergency: say why"), emergency
        )

    def _ask_why(self, role: Role, term: Term) -> None:
        self.ask(
            f"Emergency: why does {called(term.person, self.session.names)} let go?",
            f"in a few words; {role.name} is open then, in everybody's sight",
            lambda words: self.answer(
                intents.ReleaseTerm(term.id, self.meant(words), emergency=True)
            ),
        )
