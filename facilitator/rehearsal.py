"""A circle to practice on: invented people, in a journal that is thrown away."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.core.events import Hat
from facilitator.core.intents import GiveHat, Welcome
from facilitator.session import Session

AGENDA = "debrief-commons"
PEOPLE = ("Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima", "Goran", "Hui", "Ines")


def seat_everyone(session: Session) -> None:
    """Seat the invented people; the first two have hats, the last one is new."""
    for name in PEOPLE:
        session.send(Welcome(name, newcomer=name == PEOPLE[-1]))
    meeting = session.meeting
    if meeting is not None:
        session.send(GiveHat(Hat.FACILITATOR, meeting.seats[0]))
        session.send(GiveHat(Hat.NOTE_TAKER, meeting.seats[1]))


@contextmanager
def temporary_journal() -> Iterator[Path]:
    """The path of a journal that is thrown away afterwards, with all that lies beside it."""
    with tempfile.TemporaryDirectory(prefix="facilitator-rehearsal-") as folder:
        yield Path(folder) / "rehearsal.db"
