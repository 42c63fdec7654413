"""What the keys of the circle send."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.widgets import Input

from facilitator.commands.circle import CLAIM, HAND, ROUND, SEAT, SHUT
from facilitator.commands.command import Command
from facilitator.core import intents
from facilitator.core.events import Floor, Outcome, PersonId, Stop
from facilitator.core.roles.standing import Standing, standing
from facilitator.core.stack import suggestion
from facilitator.core.state import Meeting, State
from facilitator.core.telling import HOW_IT_ENDED
from facilitator.core.walking import step_away
from facilitator.core.words import called
from facilitator.keeper import MinutesKeeper
from facilitator.screens.circle_waking import CircleWaking
from facilitator.screens.closing import CLOSED, ClosingScreen
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.ui import present
from facilitator.ui.text import fit
from facilitator.widgets.capture import CaptureLine
from facilitator.widgets.card import StepCard
from facilitator.widgets.people import PeopleList

DOUBLE_PRESS_MILLISECONDS = 300
"""Two presses of *next* so close together are one: nobody can have spoken in between."""

PAGE = 10
PAGING = (
    Binding("pagedown", f"scroll({PAGE})", "Page down", show=False),
    Binding("pageup", f"scroll(-{PAGE})", "Page up", show=False),
)
"""The keys that scroll what is long by more than a line."""

LEAVING = """\
It stays open and its clocks stop. Resume it from the first screen,
or with: facilitator resume"""

BETWEEN_KEYS_AND_WORDS = {"note", "commitment", "decision", "leave_line"}
"""What goes from keys to words or back; the next key already belongs to the other side."""


def _speaks(_: State, meeting: Meeting) -> bool:
    return meeting.turn is not None


def _musters(_: State, meeting: Meeting) -> bool:
    return meeting.step is not None and meeting.step.musters


def _on_a_step(_: State, meeting: Meeting) -> bool:
    return meeting.live and meeting.step_id is not None


def _stacked(_: State, meeting: Meeting) -> bool:
    return meeting.floor is Floor.STACK


_APPLIES: dict[str, Callable[[State, Meeting], bool]] = {
    "pass": _speaks,
    "later": _speaks,
    "more_time": _speaks,
    "less_time": _speaks,
    "hand": _on_a_step,
    "suggested": lambda _, meeting: suggestion(meeting) is not None,
    "shut": _stacked,
    "floor": lambda _, meeting: meeting.floor is not None,
    "round": lambda _, meeting: meeting.floor is not None,
    "call_on": lambda _, meeting: meeting.floor is not None,
    "tick": _musters,
    "pause": lambda _, meeting: meeting.live,
    "next_step": lambda _, meeting: step_away(meeting, 1) is not None,
    "previous_step": lambda _, meeting: step_away(meeting, -1) is not None,
}

_NEXT: dict[type[intents.Intent], str] = {
    intents.AskAgain: "ask once more",
    intents.BeginRound: "next round",
    intents.GoToStep: "next step",
}

WAITS_FOR_SOMEBODY = {Standing.OPEN, Standing.CONTESTED}
"""How a role stands that is claimed, or decided about, by a key."""

MOVES_THE_CIRCLE = {
    "next",
    "pass",
    "later",
    "call_on",
    "round",
    "suggested",
    "floor",
    "more_time",
    "less_time",
    "break",
    "next_step",
    "previous_step",
    "close",
}
"""What only the terminal with the facilitator's seat does."""


class CircleKeys(CircleWaking):
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
        if action in MOVES_THE_CIRCLE and not self.seated:
            return False
        applies = _APPLIES.get(action)
        if meeting is None or applies is None:
            return super().check_action(action, parameters)
        return applies(self.session.state, meeting)

    def shows(self, command: Command) -> bool:
        """The bar has room only for what helps now."""
        if command is CLAIM:
            roles = self.session.state.roles_of(self.meeting.id)
            today = self.session.today
            return any(standing(role, today) in WAITS_FOR_SOMEBODY for role in roles)
        if command is SEAT:
            return not self.seated
        if command in (HAND, SHUT):
            return self.meeting.floor is Floor.STACK
        if command is ROUND:
            return False
        return super().shows(command)

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
        if 0 <= now - self._pressed_next < DOUBLE_PRESS_MILLISECONDS:
            self.say("Pressed twice: it counted once.")
            return
        self._pressed_next = now
        if self.aimed is None:
            self.action_close()
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
            self.say(f"{name} {HOW_IT_ENDED[outcome]} · u takes it back")

    def action_next_step(self) -> None:
        """Go to the next step."""
        self.go(step_away(self.meeting, 1))

    def action_previous_step(self) -> None:
        """Go back a step."""
        self.go(step_away(self.meeting, -1))

    def action_note(self) -> None:
        """Go to the line that notes are typed in."""
        self.set_focus(self.query_one(CaptureLine).field)

    def action_commitment(self) -> None:
        """Go to the line with the sign for a commitment in it."""
        self._begin_line("! ")

    def action_decision(self) -> None:
        """Go to the line with the sign for a decision in it."""
        self._begin_line("= ")

    def _begin_line(self, sign: str) -> None:
        capture = self.query_one(CaptureLine)
        if not capture.words:
            capture.field.put(sign)
        self.set_focus(capture.field)

    def action_scroll(self, lines: int) -> None:
        """Scroll the card, or the list of people, by lines."""
        for part in (self.query_one(StepCard), self.query_one(PeopleList)):
            part.scroll_relative(y=lines, animate=False, immediate=True)

    def action_leave_line(self) -> None:
        """Letters are keys again; what was typed stays."""
        self.set_focus(None)

    def action_close(self) -> None:
        """Read back what was promised, and close."""
        self.read_closing()

    def read_closing(self) -> None:
        """Go to the closing, also where somebody else has closed."""

        def closed(outcome: str | None) -> None:
            if outcome == CLOSED:
                self.dismiss(CLOSED)

        self.app.push_screen(ClosingScreen(self.session, self.keeper), closed)

    def changed(self) -> None:
        """Go where the circle went, if it was closed elsewhere."""
        super().changed()
        if self.on_top and self.meeting.closed is not None:
            self.read_closing()

    def action_leave(self) -> None:
        """Leave the circle, its clocks stopped; it waits."""

        def leave(sure: bool | None) -> None:  # noqa: FBT001 - what a dialog gives back
            if sure:
                if self.seated and not self.meeting.paused:
                    self.do(intents.PauseCircle(stop=Stop.LEFT))
                self.dismiss()

        words = LEAVING if self.seated else "The facilitator's terminal goes on."
        words = words if self.keeper.kept else "The rehearsal is thrown away."
        self.app.push_screen(ConfirmScreen("Leave the circle?", words, "leave"), leave)
