"""All commitments of the group by how they stand: whose, what, by when, what became of each."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from facilitator.commands.command import HELP
from facilitator.commands.commitments import ABOUT_ONE, COMMANDS
from facilitator.core.commitments.standing import Promise
from facilitator.core.intents import CarryCommitment, Intent, KeepCommitment
from facilitator.core.vocabulary import FactId
from facilitator.core.words import short_date
from facilitator.screens.commitment_actions import CommitmentActions
from facilitator.screens.filtered import MOVING, Filtered
from facilitator.screens.happened import TakesBack
from facilitator.screens.telling import LinesScreen
from facilitator.session import Session
from facilitator.ui.commands import bindings
from facilitator.ui.commitment_words import promise_said
from facilitator.ui.commitments import about, commitments_view, fitting, story
from facilitator.ui.skill_story import wrapped
from facilitator.ui.text import visible
from facilitator.widgets.commitment_list import CommitmentList
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.panels import LinesPanel

IN_A_FRAME = 60
"""Cells of what was promised in the frame below the list."""

EMPTY = "Nothing was promised yet. ! writes a commitment down: @name what by when."
CHANGES = {command.name for command in ABOUT_ONE}


class CommitmentsScreen(Filtered, CommitmentActions, TakesBack):
    """The list of commitments; what is done here belongs to the meeting, if there is one."""

    CSS_PATH: ClassVar = ["filtered.tcss", "commitments.tcss"]
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((*COMMANDS, HELP)),
        *MOVING,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: dict[FactId, Promise] = {}
        self._every: list[Promise] = []
        self._day = ""

    def compose(self) -> ComposeResult:
        """Headline, the list, what is said of the commitment under the cursor, keys."""
        yield Headline()
        yield CommitmentList(id="commitments")
        yield LinesPanel(id="about")
        yield from self.compose_filter("words, a person, overdue, kept …")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the commitments, and follow them."""
        self.follow_the_filter()
        self.begin_following()

    @property
    def aimed_at(self) -> Promise | None:
        """The commitment under the cursor."""
        return self._found.get(self.query_one(CommitmentList).cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What became of a commitment is said of one that is still to be done."""
        one = self.aimed_at
        if action in CHANGES and (one is None or one.standing.over):
            return False
        if action == "look":
            return one is not None and not isinstance(self.focused, Input)
        if action == "filter" and not self._every:
            return False
        return super().check_action(action, parameters)

    def show(self) -> None:
        """Show the commitments as they are."""
        self._day, names = self.session.today, self.session.names
        self._every = self.promises()
        found = fitting(self._every, self.words, names, self._day)
        self._found = {each.commitment.id: each for each in found}
        listed = self.query_one(CommitmentList)
        listed.empty = EMPTY
        if self._every:
            listed.empty = f"No commitment fits “{visible(self.words)}”. Esc shows all."
        listed.view = commitments_view(found, names, self._day)
        self.query_one(Headline).parts = ("Commitments", short_date(self._day), self._counts(found))
        self.show_about()
        self.refresh_keys()

    def _counts(self, found: list[Promise]) -> str:
        if not self._every:
            return ""
        ahead = sum(not each.standing.over for each in found)
        asked = sum(each.standing.asks for each in found)
        counts = [f"{ahead} to be done", *([f"{asked} due"] if asked else [])]
        if len(found) != len(self._every):
            counts.insert(0, f"{len(found)} of {len(self._every)}")
        return " · ".join(counts)

    def show_time(self) -> None:
        """At midnight commitments become due."""
        if self._day != self.session.today:
            self.show()

    def show_about(self) -> None:
        """Show what is said of the line under the cursor."""
        panel, one = self.query_one("#about", LinesPanel), self.aimed_at
        panel.set_class(not self._every, "nothing")
        if one is None:
            panel.border_title, panel.lines = "", ()
            return
        names = self.session.names
        panel.border_title = Content(promise_said(one, names, IN_A_FRAME))
        panel.lines = about(one, names, self._day)

    def action_look(self) -> None:
        """Read all of one commitment, with each change and its day."""
        one = self.aimed_at
        if one is not None and self.on_top:
            names = self.session.names
            lines = partial(wrapped, tuple(story(one, names, self._day)))
            self.app.push_screen(LinesScreen(promise_said(one, names, IN_A_FRAME), lines))

    def action_kept(self) -> None:
        """What was promised is done."""
        if (one := self.aimed_at) is not None:
            self._say_of(KeepCommitment(one.commitment.id))

    def action_carry(self) -> None:
        """It goes on to the next meeting."""
        if (one := self.aimed_at) is not None:
            self._say_of(CarryCommitment(one.commitment.id))

    def _say_of(self, wish: Intent) -> None:
        refusal = self.session.send(wish)
        if refusal is None:
            self.say_what_was_done()
        else:
            self.say(refusal.words)

    def action_new_date(self) -> None:
        """Ask by when it will be done."""
        if (one := self.aimed_at) is not None:
            self.ask_new_date(one)

    def action_let_go(self) -> None:
        """Ask why nobody has to do it any more."""
        if (one := self.aimed_at) is not None:
            self.ask_why(one)

    def action_commitment(self) -> None:
        """Ask for one more promise."""
        self.ask_for_one()
