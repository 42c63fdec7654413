"""The keys that ask something before they change the agenda."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.core import intents
from facilitator.core.agenda import AnyStep, Break, Discussion, Round
from facilitator.core.events import StepId
from facilitator.core.steps import places_to_come, typed_step
from facilitator.core.unheard import cut_short, left_behind
from facilitator.screens.circle_topics import CircleTopics
from facilitator.ui.steps import step_views
from facilitator.widgets.choice_list import Choice

ADD, MOVE, DROP, DEFER, TIMES = "+", "move", "drop", "defer", "times"


class CircleAsks(CircleTopics):
    """Actions with a dialog: what becomes of the steps."""

    def go(self, intent: intents.GoToStep | None) -> None:
        """Go to another step; ask first if this one leaves somebody unheard, or nobody chosen.

        Then what came of it.
        """
        unheard = left_behind(self.meeting)
        if intent is None:
            return
        if not unheard:
            self.leave_step(intent)
            return
        words = f"{unheard.words(self.session.names)}\n"
        words += f"The {unheard.what} can be gone back to with [."
        onward = partial(self.leave_step, intent)
        self.make_sure(f"Leave this {unheard.what}?", words, "leave it", onward)

    def another_round(self) -> None:
        """Begin another round; ask first if people in the one that goes on are not heard yet."""
        last, unheard = self.meeting.last_round, cut_short(self.meeting)
        after = last.id if last is not None else ""
        again = intents.BeginRound(self.meeting.step_id or "", after=after)
        if unheard:
            words = f"{unheard.words(self.session.names)}\nThis round ends without them."
            self.confirm("Begin another round?", words, "begin it", again)
        else:
            self.do(again)

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
        views = step_views(meeting, self.session.now())
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
            places = places_to_come(self.meeting)
            choices = [each for each in self._steps() if each.id in places and each.id != step]
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
