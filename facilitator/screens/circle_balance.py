"""How speaking time is shared, and how the evening stands to its plan; for the facilitator."""

from __future__ import annotations

from facilitator.core import balance, intents
from facilitator.core.events import PersonId
from facilitator.core.forecast import forecast
from facilitator.core.hints import hints
from facilitator.core.relief import what_gives
from facilitator.core.words import called
from facilitator.screens.circle_seats import CircleSeats
from facilitator.screens.telling import LinesScreen
from facilitator.ui.balance import balance_lines, balance_view
from facilitator.ui.forecast import forecast_lines, forecast_view, relief_lines

LATE_MILLISECONDS = 120_000


class CircleBalance(CircleSeats):
    """What helps to be fair, and to end on time. Nothing of it is for the room."""

    def action_balance(self) -> None:
        """Choose what to look at."""
        self.menu(
            "Balance: for the facilitator's eyes",
            (
                ("In this step", "", self._of_step),
                ("In the whole circle", "", self._of_meeting),
                ("Somebody names themselves", "a word for the balance", self._name_themselves),
            ),
        )

    def _of_step(self) -> None:
        meeting, now = self.meeting, self.session.now()
        self._show("In this step", balance.of_step(meeting, meeting.step_id or "", now))

    def _of_meeting(self) -> None:
        found = balance.of_meeting(self.meeting, self.session.now())
        self._show("In the whole circle", found)

    def _show(self, title: str, found: balance.Balance) -> None:
        names = self.session.names
        said = hints(self.meeting, names, self.session.now())
        view = balance_view(found, names)

        def lines(cells: int) -> tuple[str, ...]:
            return (*said, *([""] if said else []), *balance_lines(view, cells))

        self.app.push_screen(LinesScreen(title, lines))

    def _name_themselves(self) -> None:
        def word(person: PersonId) -> None:
            name = called(person, self.session.names)
            self.ask(
                f"{name}'s own word for the balance",
                "as they say it; a group of three or more is shown",
                lambda words: self.answer(intents.TakeCategory(person, words)),
            )

        self.pick_person("Who names themselves?", self.meeting.present, word)

    def show_forecast(self) -> None:
        """The agenda against the clock, and what would have to give."""
        meeting, now = self.meeting, self.session.now()
        view = forecast_view(meeting, forecast(meeting, now), what_gives(meeting, now))
        self.app.push_screen(
            LinesScreen("The agenda against the clock", lambda cells: forecast_lines(view, cells))
        )

    def advice(self) -> tuple[str, ...]:
        """What the facilitator alone is told beside the circle: who was not heard, what gives."""
        meeting, now = self.meeting, self.session.now()
        if not self.seated:
            return ()
        said = hints(meeting, self.session.names, now)
        reliefs = what_gives(meeting, now)
        if not reliefs or max(each.late for each in reliefs) < LATE_MILLISECONDS:
            return said
        return (*said, "To end on time: " + relief_lines(reliefs)[0])
