"""What the keys of the circle send."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.widgets import Input

from facilitator.commands.circle import (
    CLAIM,
    FOLLOW_UP,
    HAND,
    HANDOFF,
    MORE,
    NEXT,
    PAUSE,
    ROUND,
    SEAT,
    SHUT,
)
from facilitator.commands.command import Command
from facilitator.core import intents
from facilitator.core.agenda import Handoffs, Opening, Selection
from facilitator.core.events import Floor, Outcome, PersonId, Stop
from facilitator.core.roles.standing import Standing, standing
from facilitator.core.telling import HOW_IT_ENDED
from facilitator.core.walking import step_away
from facilitator.core.words import called
from facilitator.keeper import MinutesKeeper
from facilitator.screens.circle_moments import (
    APPLIES,
    BETWEEN_KEYS_AND_WORDS,
    FROM_THE_SEAT,
)
from facilitator.screens.circle_news import CircleNews
from facilitator.screens.closing import CLOSED, ClosingScreen
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.screens.dropping import Dropping
from facilitator.screens.presses import pressed_twice
from facilitator.ui import present
from facilitator.ui.text import fit
from facilitator.widgets.card import StepCard
from facilitator.widgets.people import PeopleList

PAGE = 10
PAGING = (
    Binding("pagedown", f"scroll({PAGE})", "Page down", show=False),
    Binding("pageup", f"scroll(-{PAGE})", "Page up", show=False),
)
"""The keys that scroll what is long by more than a line."""

LEAVING = """\
It stays open, and its clocks stop.

Go back to it from the first screen, or with: facilitator resume"""

_NEXT: dict[type[intents.Intent], str] = {
    intents.AskAgain: "ask once more",
    intents.BeginRound: "next round",
    intents.GoToStep: "next step",
    intents.FillRole: "it is agreed",
}

WAITS_FOR_SOMEBODY = {Standing.OPEN, Standing.CONTESTED}
"""How a role stands that is claimed, or decided about, by a key."""


class CircleKeys(CircleNews, Dropping):
    """The actions of the circle's commands; what they look like is in ``CircleScreen``."""

    keeper: MinutesKeeper
    aimed: intents.Intent | None = None
    """What *next* asks for, as things stood on the screen when it was last drawn."""
    showing: present.Showing
    """What was worked out when it was last drawn."""
    _pressed_next = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key is offered only when it would do something."""
        meeting = self.session.meeting
        if action in BETWEEN_KEYS_AND_WORDS:
            return isinstance(self.focused, Input) is (action == "leave_line")
        if action in FROM_THE_SEAT and not self.seated:
            return False
        applies = APPLIES.get(action)
        if meeting is None or applies is None:
            return super().check_action(action, parameters)
        return applies(self.session.state, meeting)

    def shows(self, command: Command) -> bool:
        """The bar has room only for what helps now."""
        step, stacked = self.meeting.step, self.meeting.floor is Floor.STACK
        helps: dict[Command, Callable[[], bool]] = {
            FOLLOW_UP: lambda: isinstance(step, Opening),
            CLAIM: self._waits_for_somebody,
            SEAT: lambda: not self.seated,
            HAND: lambda: stacked,
            SHUT: lambda: stacked,
            HANDOFF: lambda: isinstance(step, Handoffs),
            # Where somebody nominates or objects, that key takes its place.
            MORE: lambda: not isinstance(step, Selection),
            ROUND: lambda: False,
        }
        asked = helps.get(command)
        return asked() if asked is not None else super().shows(command)

    def _waits_for_somebody(self) -> bool:
        roles = self.session.state.roles_of(self.meeting.id)
        return any(standing(role, self.session.today) in WAITS_FOR_SOMEBODY for role in roles)

    def label_of(self, command: Command) -> str:
        """What *next*, *pause* and *close stack* would do just now."""
        meeting = self.meeting
        if command is NEXT:
            return self.next_label()
        if command is SHUT and meeting.step_id in meeting.closed_stacks:
            return "open stack"
        if command is PAUSE:
            standing = meeting.paused or (meeting.turn is not None and meeting.turn.paused)
            return "go on" if standing else "pause"
        return super().label_of(command)

    def next_label(self) -> str:
        """What *next* would do now, in a word or two."""
        match self.aimed:
            case None:
                return "close"
            case intents.EndTurn():
                return "next speaker" if self.showing.following else "end turn"
            case intents.BeginTurn(person=person):
                words = self._speaks(person)
            case intents.CallHand(hand=hand) if hand in self.meeting.hands:
                words = self._speaks(self.meeting.hands[hand].person)
            case intents.Propose(person=person):
                words = f"propose {fit(called(person, self.session.names), 20)}"
            case intents.GiveFloor(floor=floor):
                words = "the hands" if floor is Floor.STACK else "the round"
            case aimed:
                words = _NEXT.get(type(aimed), "next")
        return words

    def _speaks(self, person: PersonId) -> str:
        return f"{fit(called(person, self.session.names), 20)} speaks"

    def action_next(self) -> None:
        """Do the next thing, aimed at what is on the screen."""
        now = self.session.now()
        if pressed_twice(self._pressed_next, now):
            self.say("Pressed twice: it counted once.")
            return
        self._pressed_next = now
        if self.aimed is None:
            self.action_close()
        elif isinstance(self.aimed, intents.GoToStep):
            self.go(self.aimed)
        else:
            self.do(self.aimed)

    def action_pass(self) -> None:
        """The speaker passes."""
        self._end_turn(Outcome.PASSED)

    def action_later(self) -> None:
        """Come back to the speaker."""
        self._end_turn(Outcome.LATER)

    def _end_turn(self, outcome: Outcome) -> None:
        turn = self.meeting.turn
        if turn is not None and self.do(intents.EndTurn(turn.id, outcome)):
            name = called(turn.person, self.session.names)
            self.say_done(f"{name} {HOW_IT_ENDED[outcome]}")

    def action_next_step(self) -> None:
        """Go to the next step."""
        self.go(step_away(self.meeting, 1))

    def action_previous_step(self) -> None:
        """Go back a step."""
        self.go(step_away(self.meeting, -1))

    def action_scroll(self, lines: int) -> None:
        """Scroll the card, or the list of people, by lines."""
        for part in (self.query_one(StepCard), self.query_one(PeopleList)):
            part.scroll_relative(y=lines, animate=False, immediate=True)

    def action_close(self) -> None:
        """Read back what was promised, and close."""
        self.read_closing()

    def read_closing(self) -> None:
        """Go to the closing, also where somebody else has closed."""

        def closed(outcome: str | None) -> None:
            if outcome == CLOSED:
                self.dismiss(CLOSED)

        self.go_to(ClosingScreen(self.session, self.keeper), closed)

    def changed(self) -> None:
        """Go where the circle went, if it was closed or dropped elsewhere."""
        super().changed()
        if self.on_top:
            self.go_where_the_circle_went()

    def go_where_the_circle_went(self) -> None:
        """Leave a circle that was dropped, read the closing of one that was closed."""
        if self.meeting.abandoned:
            self.dismiss()
        elif self.meeting.closed is not None:
            self.read_closing()

    def action_leave(self) -> None:
        """Leave the circle, its clocks stopped; it waits."""
        self.when_all_is_written(self._ask_to_leave)

    def _ask_to_leave(self) -> None:
        def leave(sure: bool | None) -> None:
            if sure:
                stops = self.seated and not self.meeting.paused
                stop = intents.PauseCircle(stop=Stop.LEFT)
                refusal = self.session.send(stop) if stops else None
                self.dismiss()
                self.accepted(refusal)

        words = LEAVING if self.seated else "The facilitator's terminal goes on."
        words = words if self.keeper.kept else "The rehearsal is thrown away."
        self.app.push_screen(ConfirmScreen("Leave the circle?", words, "leave"), leave)
