"""The end of a circle: promises are read back, the next date is set, minutes are written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from facilitator.commands.closing import COMMANDS, MINUTES
from facilitator.commands.command import HELP, Command, key_name
from facilitator.core import balance
from facilitator.core.intents import CloseCircle, PlanNext
from facilitator.core.roles.wording import role_line
from facilitator.core.state import Meeting
from facilitator.core.words import plain
from facilitator.dates import with_day
from facilitator.keeper import MinutesKeeper
from facilitator.screens.commitment_actions import CommitmentActions
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.screens.next_hats import NextHats
from facilitator.screens.off_record import OffRecord
from facilitator.screens.reader import ReaderScreen
from facilitator.screens.telling import LinesScreen
from facilitator.session import Session
from facilitator.ui import notes
from facilitator.ui.balance import balance_lines, view_of_those_who_spoke
from facilitator.ui.commands import bindings
from facilitator.ui.off_record import off_words
from facilitator.ui.styles import QUIET
from facilitator.ui.text import visible
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar

CONSENT = (
    "Ask the circle first: the names of all who spoke will be on the screen, in the order of "
    "the seats, with their time; of the others, how many they are. One no is enough to leave it."
)

CLOSES_OFF = "Nothing is added until then, and closing ends it too."

CLOSED = "closed"
"""What the screen gives back when the circle was closed."""


class ClosingScreen(OffRecord, CommitmentActions, NextHats):
    """Everything that is still to be said before people stand up."""

    CSS_PATH = "closing.tcss"
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings((*COMMANDS, HELP))

    def __init__(self, session: Session, keeper: MinutesKeeper) -> None:
        super().__init__(session)
        self.keeper = keeper

    def compose(self) -> ComposeResult:
        """Headline, the read-back, keys."""
        yield Headline()
        with VerticalScroll(id="page"):
            yield Static(id="state")
            for part in ("promises", "became", "next", "roles", "decisions", "open"):
                yield Static(id=part, classes="part")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the circle as it is, and follow it."""
        titles = {
            "promises": "Commitments, read back",
            "became": "What became of earlier commitments",
            "roles": "Roles",
            "decisions": "Decisions",
            "open": "Still open",
            "next": "Next time",
        }
        for part, title in titles.items():
            self.query_one(f"#{part}").border_title = Content(title)
        self.begin_following()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A circle is closed once."""
        meeting = self.session.meeting
        if action == "close" and meeting is not None:
            return meeting.live
        return super().check_action(action, parameters)

    def label_of(self, command: Command) -> str:
        """Where *back* leads."""
        if command.name == "back" and self.meeting.closed is not None:
            return "first screen"
        return super().label_of(command)

    def action_close(self) -> None:
        """Close the circle; the keeper writes the minutes."""
        self.do(CloseCircle())

    def action_when(self) -> None:
        """Ask when the circle meets again."""
        self.ask(
            "When do we meet again?",
            "e.g. Fri 4 Dec, 18:30, library",
            lambda when: self.answer(with_day(PlanNext(when=when), self.session.today)),
            value=self.meeting.next_meeting.when,
        )

    def action_commitment(self) -> None:
        """Ask for one more promise."""
        self.ask_for_one()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_minutes(self) -> None:
        """Read the minutes as they stand."""
        self.go_to(ReaderScreen(self.meeting.title, self.keeper.text()))

    def action_balance(self) -> None:
        """Show the group how time was shared, once everybody has agreed to look at it."""

        def agreed(sure: bool | None) -> None:
            if sure:
                found = balance.of_meeting(self.meeting, self.session.now())
                view = view_of_those_who_spoke(found, self.session.names)
                lines = LinesScreen("How we shared the time", partial(balance_lines, view))
                self.app.push_screen(lines)

        self.app.push_screen(ConfirmScreen("Look at it together?", CONSENT, "show it"), agreed)

    def action_back(self) -> None:
        """To the circle; once it is closed, to the first screen."""
        self.dismiss(CLOSED if self.meeting.closed is not None else None)

    def show_time(self) -> None:
        """Show what changes with the time alone."""
        parts = self.headline(self.meeting, self.session.now())
        self.query_one(Headline).parts = (parts[0], "Closing", parts[2])

    def show(self) -> None:
        """Show the meeting as it is."""
        state, meeting, names = self.session.state, self.meeting, self.session.names
        today = self.session.today
        self.show_time()
        self.query_one("#state", Static).update(self._standing(meeting))
        promises = sorted(state.commitments_of(meeting.id), key=lambda each: each.owner)
        self._lines("promises", (notes.promise_line(each, names, today) for each in promises), "!")
        self._lines("became", notes.became_lines(state, meeting, names, today), "↺")
        self._lines(
            "roles",
            (role_line(each, today, names) for each in state.roles_of(meeting.id)),
            "·",
        )
        self._lines(
            "decisions", (plain(each.text, names) for each in meeting.decisions.values()), "="
        )
        missed = ", ".join(notes.not_reached(meeting))
        open_ends = (
            *notes.still_open(state, meeting, today),
            *([f"not reached: {missed}"] if missed else []),
        )
        self._lines("open", open_ends, "○")
        self._lines("next", self.next_lines(), "›")
        self.query_one("#next").border_subtitle = Content(self.next_key())
        self.refresh_keys()

    def _standing(self, meeting: Meeting) -> Content:
        if meeting.off is not None:
            return Content.assemble((f"{off_words(meeting)}. ", "b $warning"), CLOSES_OFF)
        if meeting.closed is None:
            return Content.assemble(
                ("Read this aloud. ", "b"), "Then ", ("Enter", "b"), " closes the circle."
            )
        if not self.keeper.kept:
            return Content.assemble(
                ("✓ The rehearsal is over. ", "b $success"),
                "Its minutes are thrown away when you leave; ",
                (f"{key_name(MINUTES.key)}", "b"),
                " reads them now.",
            )
        if self.keeper.problem:
            return Content.assemble(
                ("The circle is closed, and safe in the journal. ", "b"),
                (visible(self.keeper.problem), "$error"),
            )
        return Content.assemble(
            ("✓ The circle is closed. ", "b $success"),
            "Its minutes: ",
            (visible(str(self.keeper.path)), "b"),
        )

    def _lines(self, part: str, lines: Iterable[str], mark: str) -> None:
        shown = [Content.assemble((f"{mark} ", "b"), visible(line)) for line in lines]
        widget = self.query_one(f"#{part}", Static)
        widget.display = bool(shown) or part == "promises"
        widget.update(Content("\n").join(shown or [Content.styled("Nothing.", QUIET)]))
