"""Makes the README's picture with the program itself: ``make picture``."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from facilitator.agendas import find, load
from facilitator.app import FacilitatorApp
from facilitator.core.capture import Kind, understand
from facilitator.core.events import Hat, Outcome
from facilitator.core.gathering import marked_name
from facilitator.core.intents import (
    BeginTurn,
    CallMeeting,
    Commit,
    EndTurn,
    GiveHat,
    Intent,
    OpenCircle,
    RecordDecision,
    TakeNote,
    Welcome,
)
from facilitator.core.state import Meeting
from facilitator.core.walking import step_away, what_next
from facilitator.journal.store import Journal
from facilitator.session import Session

PICTURE = Path(__file__).with_name("circle.svg")
PEOPLE = ["Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima", "Goran", "Hui", "Ines*", "Jo", "Kofi"]
PEOPLE += ["Lúcia"]
SAID = {
    "Ana": "the kitchen ran out of gas at noon, and nobody knew whom to call",
    "Goran": "people stayed to wash up who had never met",
    "Ines": "the queue went round the corner; children were patient",
}
EVENING = 1_795_806_000_000
"""Friday 27 November 2026, 19:00 UTC."""


class StoryClock:
    """A clock that the story moves."""

    def __init__(self) -> None:
        self.at = EVENING

    def now(self) -> int:
        """UTC milliseconds."""
        return self.at

    def steady(self) -> int:
        """The same milliseconds: in the story nobody sleeps."""
        return self.at

    def utc_offset(self) -> int:
        """Minutes east of UTC."""
        return 0


class Evening:
    """A debrief, told through a session."""

    def __init__(self, session: Session, clock: StoryClock) -> None:
        self._session = session
        self._clock = clock

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        found = self._session.meeting
        if found is None:
            raise LookupError("the story has a meeting")
        return found

    def tell(self) -> None:
        """Up to the middle of the second question."""
        send = self._session.send
        send(CallMeeting("Flood kitchen", load(find("debrief-commons"))))
        for name in PEOPLE:
            send(Welcome(*marked_name(name)))
        send(GiveHat(Hat.FACILITATOR, self.meeting.seats[1]))
        send(OpenCircle())
        for minutes in (5, 7):
            self._clock.at += minutes * 60_000
            self._go_on()
        self._first_question()
        self._write("= Doors open at 17:00 next time")
        self._go_on()
        self._second_question()

    def _first_question(self) -> None:
        while isinstance(following := what_next(self.meeting), BeginTurn | EndTurn):
            turn = self.meeting.turn
            if turn is not None:
                self._clock.at += 82_000
                words = SAID.get(self._session.names[turn.person])
                if words is not None:
                    self._write(words, turn.person)
            self._session.send(following)

    def _second_question(self) -> None:
        for seconds in (65, 80, 71, 90, 30):
            following = what_next(self.meeting)
            if following is not None:
                self._session.send(following)
            self._clock.at += seconds * 1000
        turn = self.meeting.turn
        if turn is not None:
            self._session.send(EndTurn(turn.id, Outcome.LATER))
        self._clock.at += 16_000
        self._write("! @chidi borrow the PA by Fri 4 Dec")

    def _go_on(self) -> None:
        following = step_away(self.meeting, 1)
        if following is not None:
            self._session.send(following)

    def _write(self, line: str, who: str = "") -> None:
        captured = understand(line, self._session.names)
        step = self.meeting.step_id or ""
        intents: dict[Kind, Intent] = {
            Kind.NOTE: TakeNote(captured.text, step, who),
            Kind.DECISION: RecordDecision(captured.text, step),
            Kind.COMMITMENT: Commit(captured.text, step, captured.owner, captured.due),
        }
        self._session.send(intents[captured.kind])


async def draw(folder: Path) -> str:
    """The circle as an SVG, without a request to anywhere in it."""
    clock = StoryClock()
    session = Session(Journal.open(folder / "picture.db"), clock, "t1")
    Evening(session, clock).tell()
    told = session.meeting
    where = told.id if told is not None else ""
    app = FacilitatorApp(session, clock=clock, at_first=lambda app: app.resume(where))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        svg = app.export_screenshot(title="facilitator")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        PICTURE.write_text(asyncio.run(draw(Path(temporary))), "utf-8")
