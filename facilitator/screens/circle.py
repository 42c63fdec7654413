"""The circle: who speaks, who is next, how long, what was said."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from facilitator.commands.circle import COMMANDS
from facilitator.commands.command import HELP
from facilitator.core.endings import Ending, endings, fresh
from facilitator.core.events import Setting
from facilitator.core.state import Meeting
from facilitator.core.walking import what_next
from facilitator.keeper import MinutesKeeper
from facilitator.screens.arriving import WHO_ARRIVED
from facilitator.screens.circle_keys import PAGING, CircleKeys
from facilitator.screens.circle_moments import KEYS_OF_THE_SEAT
from facilitator.session import Session
from facilitator.ui import notes, present
from facilitator.ui.cards import step_card
from facilitator.ui.clocks import holds_still, standing_still
from facilitator.ui.commands import bindings
from facilitator.ui.off_record import off_words
from facilitator.ui.stack import untimed
from facilitator.ui.steps import step_views
from facilitator.ui.views import CircleView
from facilitator.ui.written import note_views
from facilitator.widgets.capture import CaptureLine
from facilitator.widgets.card import StepCard
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.notes import NotesPanel
from facilitator.widgets.panels import LinesPanel, StackPanel, StepsPanel
from facilitator.widgets.people import PeopleList
from facilitator.widgets.ring import Ring
from facilitator.widgets.stage import Stage

MOST_IN_RING = 24
SEAT_ELSEWHERE = "Another terminal has the facilitator's seat: T there passes it on"
SEAT_GONE = "The terminal that has the facilitator's seat is gone · T takes the seat"
NOT_SEATED = "this is {here} · {there} has the facilitator's seat"
SILENT_SEAT = "T takes the seat · its terminal is gone"
UNOPENED = "unopened"
"""What the screen gives back when the opening was taken back."""


class CircleScreen(CircleKeys):
    """One circle, live."""

    CSS_PATH = "circle.tcss"
    AUTO_FOCUS = ""
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*COMMANDS, HELP)), *PAGING]

    def __init__(self, session: Session, keeper: MinutesKeeper) -> None:
        super().__init__(session)
        self.keeper = keeper
        self._heard: set[Ending] = set()
        self._view = CircleView()
        self._minute = -1

    def compose(self) -> ComposeResult:
        """Headline, circle and side, notes, capture line, keys."""
        yield Headline(id="headline")
        with Horizontal(id="body"):
            with Vertical(id="main"):
                yield Ring(id="ring")
                with Horizontal(id="listed"):
                    with Vertical(id="column"):
                        yield StackPanel(id="hands")
                        yield PeopleList(id="people")
                    yield Stage(id="stage")
                yield StepCard(id="card")
                yield Static(id="say")
            with Vertical(id="side"):
                yield StackPanel(id="stack")
                yield LinesPanel(id="advice")
                yield LinesPanel(id="pairs")
                yield NotesPanel(id="notes")
                yield LinesPanel(id="open")
                yield StepsPanel(id="steps")
        yield NotesPanel(id="brief")
        yield Headline(id="status")
        yield CaptureLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the circle as it is, and follow it."""
        self.query_one("#notes").border_title = Content("Notes")
        self.query_one("#stack").border_title = Content("Stack")
        self.query_one("#advice").border_title = Content("For you")
        self.query_one("#pairs").border_title = Content("Who could practice with whom")
        self.query_one("#open").border_title = Content("Before we close")
        self.query_one("#steps").border_title = Content("Agenda")
        self.query_one(PeopleList).can_focus = False
        self.query_one(StepCard).can_focus = False
        capture = self.query_one(CaptureLine)
        self.take_up_draft()
        self._heard.update(endings(self.meeting, self.session.now()))
        self.take_a_silent_seat()
        self.begin_following()
        if capture.words:
            self.set_focus(capture.field)
        self.call_after_refresh(self.ask_what_was_left_open)
        if self.session.drafts.text(WHO_ARRIVED):
            self.call_after_refresh(self.action_arrive)

    def on_key(self, event: Key) -> None:
        """A key that does something only where the seat is says so, where letters are keys."""
        if event.key in KEYS_OF_THE_SEAT and not self.seated:
            self.warn(SEAT_GONE if self.session.seat_is_silent else SEAT_ELSEWHERE)
            event.stop()

    def show(self) -> None:
        """Show the meeting as it is."""
        state, meeting, names = self.session.state, self.meeting, self.session.names
        self.shown_on_top = self.on_top
        if self.shown_on_top and meeting.opened is None:
            self.dismiss(UNOPENED)
            return
        self.seated = self.session.has_seat
        self.showing = present.Showing(meeting, names)
        self.aimed = what_next(meeting, self.showing.waiting, self.showing.hands)
        written = note_views(state, meeting, names, max(1, self.size.height))
        self.query_one("#notes", NotesPanel).notes = written
        self.query_one("#brief", NotesPanel).notes = written
        self.query_one("#open", LinesPanel).lines = notes.still_open(
            state, meeting, self.session.today
        )
        self._show_main(meeting)
        self.query_one(StepCard).paragraphs = (
            ()
            if self._shows_people(meeting)
            else step_card(state, meeting, names, self.session.today)
        )
        self.show_line()
        self.show_pairs()
        now = self.session.now()
        hands = self.showing.stack(now) if self.seated else untimed(self.showing.stack(now))
        for panel in self.query(StackPanel):
            panel.hands = hands
            beside = panel.id == "hands" and self.has_class("-wide")
            panel.display = not beside and (bool(hands) or self.showing.stacked)
        self._draw(self.showing.circle(now))
        self._show_minute(meeting, now)
        self._ring_bell()

    def _show_main(self, meeting: Meeting) -> None:
        turns = self._shows_people(meeting)
        many = len(meeting.present) > MOST_IN_RING
        ring = turns and not many and self.has_class("-wide") and self.has_class("-high")
        main = self.query_one("#main")
        main.set_class(ring, "ring")
        main.set_class(turns and not ring, "list")
        main.set_class(not turns, "card")
        main.set_class(many and self.has_class("-wide"), "many")
        main.set_class(self.showing.stacked, "stacked")
        self.show_aside(meeting, turns=turns)

    def show_time(self) -> None:
        """Show what changes with the time alone: the clock, and what follows the minute."""
        meeting, now = self.meeting, self.session.now()
        self.look_at_the_clocks()
        self._ring_bell()
        before, view = self._view.phase, self.showing.later(self._view, now)
        if view.phase is before and holds_still(meeting, now):
            return
        self._draw(view)
        over = self.passing_is_over()
        if now // 60_000 != self._minute or view.phase is not before:
            self._show_minute(meeting, now)
        elif over or meeting.round is None or meeting.paused or not self.seated:
            self.show_status()

    def _draw(self, view: CircleView) -> None:
        """Draw the circle, by the ring or by the list, where it differs from what is drawn."""
        self._view = view
        main = self.query_one("#main")
        if main.has_class("ring"):
            self.query_one(Ring).view = view
        elif main.has_class("list"):
            self.query_one(Stage).view = view
            people = self.query_one(PeopleList)
            if people.view.seats is not view.seats:
                people.view = view

    def _show_minute(self, meeting: Meeting, now: int) -> None:
        self._minute = now // 60_000
        self.query_one("#headline", Headline).parts = self.showing.headline(now)
        self.query_one("#status").set_class(meeting.off is not None, "off")
        self.show_status()
        self.query_one(StepsPanel).steps = step_views(meeting, now)
        # Nobody waits for advice: what the key that was pressed did is shown first.
        self.call_after_refresh(self._show_advice)

    def _show_advice(self) -> None:
        """What the facilitator could look at, and what can be done now."""
        if self.session.meeting is None or not self.is_attached:
            return
        self.refresh_keys()
        advice = self.query_one("#advice", LinesPanel)
        advice.lines = self.advice()
        advice.display = bool(advice.lines)

    def show_status(self) -> None:
        """Show the line of state."""
        self.query_one("#status", Headline).parts = self._status(self.session.now())

    def _status(self, now: int) -> tuple[str, str, str]:
        if self.passing:
            return self.passing, "", self.always_said
        left, how, right = self.readable(self.showing.status(now))
        if not self.seated and self.meeting.read_back is None:
            there = self.meeting.seat[1] if self.meeting.seat is not None else ""
            words = SILENT_SEAT if self.session.seat_is_silent else NOT_SEATED
            words = words.format(here=self.session.terminal, there=there)
            words = " · ".join(filter(None, (off_words(self.meeting), words)))
            return words, "", standing_still(self.meeting, now) or right
        return left, how if self.has_class("-wide") else "", right

    def _ring_bell(self) -> None:
        """The end of a turn, a step or a break is heard; it is always seen as well."""
        ended = fresh(self.meeting, self.session.now(), self._heard)
        self._heard.update(ended)
        if ended and self.seated and self.meeting.chosen(Setting.BELL):
            self.app.bell()

    @staticmethod
    def _shows_people(meeting: Meeting) -> bool:
        step = meeting.step
        return meeting.floor is not None or (step is not None and step.musters)
