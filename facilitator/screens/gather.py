"""People arrive and sit down: names, seats, hats, newcomers; the agenda beside them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from facilitator.commands.command import HELP, key_name
from facilitator.commands.gather import COMMANDS
from facilitator.commands.memory import LEFTOVERS, SUGGESTED
from facilitator.core.gathering import marked_name, names_in_line, names_in_list
from facilitator.core.intents import AbandonMeeting, GiveTitle, OpenCircle, Welcome
from facilitator.core.words import called, minutes, time_of_day
from facilitator.screens.arriving import WHO_ARRIVED
from facilitator.screens.dropping import Dropping
from facilitator.screens.gather_seats import SeatKeys
from facilitator.screens.remembering import BringsBack
from facilitator.session import Session
from facilitator.ui import present
from facilitator.ui.commands import bindings
from facilitator.ui.steps import step_views
from facilitator.ui.text import visible
from facilitator.ui.views import CircleView
from facilitator.widgets.field import Completion, EntryField, Field
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.panels import LinesPanel, StepsPanel
from facilitator.widgets.people import PeopleList

NAMES = "names"
HINT = "Who is here? Seating order is speaking order; * behind a name: a newcomer."

DROPPED = "Nobody was seated, so the circle is not kept."

BEGUN = "begun"
"""What the screen gives back when the circle began."""


class GatherScreen(SeatKeys, BringsBack, Dropping):
    """A meeting before it begins."""

    CSS_PATH = "gather.tcss"
    AUTO_FOCUS = ""
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings((*COMMANDS, HELP))

    def __init__(self, session: Session, *, all_seated: bool = False) -> None:
        super().__init__(session)
        self._all_seated = all_seated

    def compose(self) -> ComposeResult:
        """Headline, the line of names over the seats, the agenda beside them, keys."""
        yield Headline()
        with Horizontal(id="body"):
            with Vertical(id="who"):
                yield Static(HINT, id="hint")
                yield EntryField(
                    placeholder="a name and Enter, or paste a list",
                    suggester=Completion(),
                    id="name",
                )
                yield PeopleList(id="seats")
            with Vertical(id="plan"):
                yield LinesPanel(id="purpose")
                yield StepsPanel(id="steps")
                yield LinesPanel(id="hats")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show who is here, and follow it."""
        self.query_one("#purpose").border_title = Content("What for")
        self.query_one("#steps").border_title = Content("Agenda")
        self.query_one("#hats").border_title = Content("Hats")
        self.query_one("#hats", LinesPanel).empty = "At a seat: f facilitator, t note-taker."
        self.query_one("#seats").border_title = Content("Seats")
        self.begin_following()
        field = self.query_one(EntryField)
        field.put(self.session.drafts.text(NAMES))
        # Whoever finds everybody seated wants to look, and begin; else there are names to type.
        seated = self._all_seated and not field.value
        self.set_focus(self.query_one(PeopleList) if seated else field)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The line of names and the seats have the focus in turn."""
        meeting = self.session.meeting
        if meeting is None:
            return True
        if action in ("name", "to_seats"):
            return isinstance(self.focused, Input) is (action == "to_seats")
        return super().check_action(action, parameters)

    @on(Input.Changed, "#name")
    def _typing(self, event: Input.Changed) -> None:
        self.session.drafts.keep(NAMES, event.value)

    @on(EntryField.Entered)
    def _named(self, event: EntryField.Entered) -> None:
        names = names_in_line(event.words, self.session.names)
        if names:
            self._seat(names)
        else:
            self.warn("Type a name first. F2 begins the circle.")

    @on(Field.Pasted, "#name")
    def _pasted(self, event: Field.Pasted) -> None:
        event.stop()
        self._seat(names_in_list(event.lines))

    def _seat(self, names: list[str]) -> bool:
        """Seat people in the order of the list; the names of those who were not come back.

        Returns:
            whether all of them have a seat.
        """
        arrivals = [Welcome(*marked_name(name)) for name in names]
        refusals = self.session.send_all(arrivals, finishes=NAMES)
        refused = [name for name, refusal in zip(names, refusals, strict=True) if refusal]
        for why in dict.fromkeys(refusal.words for refusal in refusals if refusal is not None):
            self.warn(why)
        if refused:
            self.query_one(EntryField).give_back(", ".join(refused))
        if self.meeting.seats:
            self.query_one(PeopleList).cursor = len(self.meeting.seats) - 1
        return not refused

    @on(PeopleList.Picked)
    def _picked(self, event: PeopleList.Picked) -> None:
        self.query_one(PeopleList).cursor = event.index

    def action_begin(self) -> None:
        """Begin the circle, with whoever's name still stands in the line."""
        names = names_in_line(self.query_one(EntryField).take(), self.session.names)
        if not names or self._seat(names):
            self.do(OpenCircle())

    def action_name(self) -> None:
        """Go to the line of names."""
        self.set_focus(self.query_one("#name"))

    def action_to_seats(self) -> None:
        """Go to the seats."""
        self.set_focus(self.query_one(PeopleList))

    def action_title(self) -> None:
        """Ask what this circle is called."""
        self.ask(
            "What is this circle called?",
            "e.g. Flood kitchen",
            lambda title: self.answer(GiveTitle(title)),
            value=self.meeting.title,
        )

    def action_leave(self) -> None:
        """Back to the first screen; a circle to which nobody has come is dropped."""
        untouched = not self.meeting.seats and not self.query_one(EntryField).value.strip()
        dropped = untouched and self.session.send(AbandonMeeting()) is None
        self.dismiss()
        if dropped:
            self.say(DROPPED)

    def show_time(self) -> None:
        """Show what changes with the time alone."""
        meeting, now = self.meeting, self.session.now()
        planned = sum(map(meeting.planned_minutes, meeting.plan)) * 60_000
        clock, end = (time_of_day(at, meeting.utc_offset) for at in (now, now + planned))
        count = len(meeting.present)
        self.query_one(Headline).parts = (
            visible(meeting.title),
            f"{count} here" if count else "Gather",
            f"{clock}  {minutes(planned)}, until {end}" if planned else clock,
        )

    def show(self) -> None:
        """Show the meeting as it is."""
        meeting, names = self.meeting, self.session.names
        if meeting.opened is not None and self.on_top:
            self._go_on()
            return
        people = self.query_one(PeopleList)
        people.view = CircleView(present.seats(meeting, names, present.away(meeting)))
        if people.cursor is None and meeting.seats:
            people.cursor = 0
        elif people.cursor is not None and people.cursor >= len(meeting.seats):
            people.cursor = len(meeting.seats) - 1 if meeting.seats else None
        self.query_one("#purpose", LinesPanel).lines = (
            visible(meeting.agenda.purpose or meeting.agenda.title),
        )
        self.query_one(StepsPanel).steps = step_views(meeting, self.session.now())
        self.recall(meeting)
        worn = (f"{hat.value}: {called(person, names)}" for hat, person in meeting.hats.items())
        self.query_one("#hats", LinesPanel).lines = (*worn, *self.suggestion_lines(self.suggested))
        suggester = self.query_one("#name", Field).suggester
        if isinstance(suggester, Completion):
            suggester.names = self.absent_names()
        self.show_time()
        self.refresh_keys()

    def _go_on(self) -> None:
        """Go where the circle went, be it by itself; a name half typed is gone on with there."""
        words = self.query_one(EntryField).take()
        if words.strip():
            self.session.drafts.keep(WHO_ARRIVED, words)
            self.session.drafts.keep(NAMES, "")
        self.dismiss(BEGUN)

    def refresh_keys(self) -> None:
        """Show the keys that apply now, also where they stand on the panels."""
        super().refresh_keys()
        typing = isinstance(self.focused, Input)
        left, given = (
            key_name(each.typing_key if typing else each.key) for each in (LEFTOVERS, SUGGESTED)
        )
        self.query_one("#steps").border_subtitle = Content(self.left_line(left))
        asked = f"as suggested: {given}" if self.suggested else ""
        self.query_one("#hats").border_subtitle = Content(asked)
