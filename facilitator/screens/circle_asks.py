"""The keys that ask something before they send an intent: the agenda, roles, what happened."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core import intents
from facilitator.core.agenda import AnyStep, Break, Discussion, Round
from facilitator.core.events import StepId
from facilitator.core.rounds import waiting
from facilitator.core.steps import typed_step
from facilitator.core.words import called, time_of_day
from facilitator.screens.circle_skills import CircleSkills
from facilitator.screens.picking import Choice
from facilitator.ui import present

ADD, MOVE, DROP, DEFER, TIMES = "+", "move", "drop", "defer", "times"


class CircleAsks(CircleSkills):
    """Actions with a dialog: steps, roles, what happened."""

    def go(self, intent: intents.GoToStep | None) -> None:
        """Go to another step; ask first if people in this round are not heard yet."""
        if intent is None:
            return
        going = self.meeting.round
        people = waiting(self.meeting, going) if going is not None else []
        if not people:
            self.do(intent)
            return
        names = ", ".join(called(person, self.session.names) for person in people[:6])
        more = f" and {len(people) - 6} more" if len(people) > 6 else ""
        self.confirm(
            "Leave this round?",
            f"Not heard yet: {names}{more}.\nThe round can be gone back to with [.",
            "leave it",
            intent,
        )

    def action_agenda(self) -> None:
        """Pick a step to go to, or something else to do with the agenda."""
        more = (
            Choice(TIMES, "+  against the clock", "when each step ends, and what would give"),
            Choice(ADD, "+  add a step", "after this one"),
            Choice(MOVE, "+  move a step"),
            Choice(DROP, "+  drop a step"),
            Choice(DEFER, "+  defer a step", "it is offered to the next meeting"),
        )
        ways: dict[str, Callable[[], object]] = {
            TIMES: self.show_forecast,
            ADD: self._add_step,
            MOVE: self._move_step,
            DROP: lambda: self._drop_step(deferred=False),
            DEFER: lambda: self._drop_step(deferred=True),
        }

        def chosen(choice: str) -> None:
            here = self.meeting.step_id
            if choice in ways:
                ways[choice]()
            elif here is not None and choice != here:
                self.go(intents.GoToStep(here, choice))

        self.pick(
            "Agenda: go to a step",
            (*self._steps(), *more) if self.seated else self._steps(),
            chosen if self.seated else lambda _: None,
            chosen=self.meeting.step_id or "",
        )

    def _steps(self, *, to_come: bool = False) -> tuple[Choice, ...]:
        meeting = self.meeting
        views = present.step_views(meeting, self.session.now())
        been = {visit.step for visit in meeting.visits} if to_come else set()
        return tuple(
            Choice(step_id, f"{place}  {view.mark} {view.title}", view.times)
            for place, (step_id, view) in enumerate(zip(meeting.plan, views, strict=True), start=1)
            if step_id not in been
        )

    def _add_step(self) -> None:
        after = self.meeting.step_id or ""

        def kinds(words: str) -> str:
            title, minutes = typed_step(words)
            steps: tuple[tuple[str, AnyStep], ...] = (
                (
                    "A discussion, with the stack",
                    Discussion(title=title, prompt=title, minutes=minutes),
                ),
                ("A round", Round(title=title, prompt=title, minutes=minutes)),
                ("A break", Break(title=title, minutes=minutes)),
            )
            self.call_later(
                self.menu,
                f"“{title}”, {minutes} min: what is it?",
                [(label, "", intents.AddStep(step, after)) for label, step in steps],
            )
            return ""

        self.ask("Add a step after this one", "what it is about, and minutes: Parking 10", kinds)

    def _move_step(self) -> None:
        def where(step: StepId) -> None:
            choices = [choice for choice in self._steps() if choice.id != step]
            self.pick(
                f"“{self.meeting.steps[step].title}” comes after",
                choices,
                lambda after: self.do(intents.MoveStep(step, after)),
            )

        self._pick_to_come("Move which step?", where)

    def _drop_step(self, *, deferred: bool) -> None:
        if deferred:
            self.pick(
                "Defer which step to the next meeting?",
                self._steps(),
                lambda step: self.do(intents.DropStep(step, deferred=True)),
            )
        else:
            self._pick_to_come("Drop which step?", lambda step: self.do(intents.DropStep(step)))

    def _pick_to_come(self, title: str, then: Callable[[str], object]) -> None:
        choices = self._steps(to_come=True)
        if choices:
            self.pick(title, choices, then)
        else:
            self.say("The circle has been at every step.")

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

        def who(role: str) -> None:
            name = self.session.state.roles[role].name
            self.pick_person(
                f"Who takes “{name}”?",
                self.meeting.present,
                lambda person: self.do(intents.ClaimRole(role, person)),
            )

        self.pick("Which role is claimed?", roles, who)

    def action_offer(self) -> None:
        """Ask what the role is called."""
        step = self.meeting.step_id or ""
        self.ask(
            "Offer a role for two weeks",
            "what it is called: Bring the pots",
            lambda name: self.answer(intents.OfferRole(name, step)),
        )

    def action_history(self) -> None:
        """Pick something that happened, and take it back."""
        session, meeting = self.session, self.meeting
        happened = session.state.happened
        actions = list(dict.fromkeys(fact.action for fact in reversed(happened)))
        at = {fact.action: fact.at for fact in happened}
        choices = [
            Choice(action, session.told(action), time_of_day(at[action], meeting.utc_offset))
            for action in actions[:300]
            if action not in session.state.struck
        ]
        self.pick(
            "What happened: take something back",
            choices,
            lambda action: self.confirm(
                "Take this back?", session.told(action), "take it back", intents.Undo(action)
            ),
        )
