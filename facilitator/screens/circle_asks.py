"""The keys of the circle that ask something before they send an intent."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import Hat, PersonId
from facilitator.core.rounds import waiting
from facilitator.core.words import time_of_day
from facilitator.screens.circle_writing import CircleWriting
from facilitator.screens.dialogs import Choice, PickScreen
from facilitator.ui import present


class CircleAsks(CircleWriting):
    """Actions with a dialog: other steps, roles, people who leave, hats, what happened."""

    def go(self, intent: intents.GoToStep | None) -> None:
        """Go to another step; ask first if people in this round are not heard yet."""
        if intent is None:
            return
        going = self.meeting.round
        people = waiting(self.meeting, going) if going is not None else []
        if not people:
            self.do(intent)
            return
        names = ", ".join(present.name_of(person, self.session.names) for person in people[:6])
        more = f" and {len(people) - 6} more" if len(people) > 6 else ""
        self.confirm(
            "Leave this round?",
            f"Not heard yet: {names}{more}.\nThe round can be gone back to with [.",
            "leave it",
            intent,
        )

    def action_agenda(self) -> None:
        """Pick a step to go to."""
        meeting = self.meeting
        views = present.step_views(meeting, self.session.now())
        choices = [
            Choice(step_id, f"{place}  {view.mark} {view.title}", view.times)
            for place, (step_id, view) in enumerate(zip(meeting.plan, views, strict=True), start=1)
        ]

        def go(step_id: str | None) -> None:
            here = self.meeting.step_id
            if step_id is not None and here is not None and step_id != here:
                self.go(intents.GoToStep(here, step_id))

        self.app.push_screen(
            PickScreen("Agenda: go to a step", choices, chosen=meeting.step_id or ""), go
        )

    def action_claim(self) -> None:
        """Pick a role, then who takes it."""
        roles = [
            Choice(role.id, role.name, f"{role.purpose or ''} {role.days} days".strip())
            for role in self.session.state.roles_of(self.meeting.id)
            if role.term is None
        ]
        if not roles:
            self.warn("No role is open just now. o offers one.")
            return

        def who(role: str | None) -> None:
            if role is None:
                return
            name = self.session.state.roles[role].name
            self.pick_person(
                f"Who takes “{name}”?",
                self.meeting.present,
                lambda person: self.do(intents.ClaimRole(role, person)),
            )

        self.app.push_screen(PickScreen("Which role is claimed?", roles), who)

    def action_offer(self) -> None:
        """Ask what the role is called."""
        step = self.meeting.step_id or ""
        self.ask(
            "Offer a role for two weeks",
            "what it is called: Bring the pots",
            lambda name: self.answer(intents.OfferRole(name, step)),
        )

    def action_depart(self) -> None:
        """Pick who leaves."""
        self.pick_person(
            "Who is leaving?",
            self.meeting.present,
            lambda person: self.do(intents.Leave(person)),
        )

    def action_hat(self) -> None:
        """Pick a hat, then who wears it."""
        hats = self.meeting.hats
        choices = [
            Choice(
                hat.value,
                hat.value,
                present.name_of(hats[hat], self.session.names) if hat in hats else "nobody",
            )
            for hat in Hat
        ]

        def who(hat: str | None) -> None:
            if hat is not None:
                self.pick_person(
                    f"Who is {hat}?", self.meeting.present, lambda person: give(hat, person)
                )

        def give(hat: str, person: PersonId) -> None:
            self.do(intents.GiveHat(Hat(hat), person))

        self.app.push_screen(PickScreen("Which hat changes heads?", choices), who)

    def action_history(self) -> None:
        """Pick something that happened, and take it back."""
        session, meeting = self.session, self.meeting
        actions = list(dict.fromkeys(fact.action for fact in reversed(session.state.facts)))
        at = {fact.action: fact.at for fact in session.state.facts}
        choices = [
            Choice(action, session.told(action), time_of_day(at[action], meeting.utc_offset))
            for action in actions[:300]
            if action not in session.state.struck
        ]

        def take_back(action: str | None) -> None:
            if action is not None:
                self.confirm(
                    "Take this back?", session.told(action), "take it back", intents.Undo(action)
                )

        self.app.push_screen(PickScreen("What happened: take something back", choices), take_back)
