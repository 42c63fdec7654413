"""Takes an imported meeting out of a journal again, as one thing."""

from __future__ import annotations

from facilitator.clock import Clock
from facilitator.core import intents
from facilitator.core.events import FactId, MeetingGathered, Undone
from facilitator.core.intents import Refusal
from facilitator.importing.bringing import TERMINAL, Bringing
from facilitator.journal.store import Journal

HELD_HERE = Refusal("That circle was held with this program, and not imported.")


class _Refused(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.words)
        self.refusal = refusal


def take_back(journal: Journal, meeting: FactId, clock: Clock) -> Refusal | None:
    """Take back all that was written down of an imported meeting, and drop it.

    Returns:
        why nothing was done, or ``None``.

    Raises:
        JournalError: the file can't be written, in words.
    """
    session = Bringing(journal, clock, TERMINAL)
    session.enter(meeting)
    if session.meeting is None or session.meeting.imported is None:
        return HELD_HERE
    done = dict.fromkeys(
        fact.action
        for fact in session.state.happened
        if fact.action not in session.state.struck and not isinstance(fact.body, Undone)
    )
    called = {
        fact.action for fact in session.state.happened if isinstance(fact.body, MeetingGathered)
    }
    try:
        with session.whole() as ask:
            for wish in (
                *(intents.Undo(action) for action in reversed(done) if action not in called),
                intents.AbandonMeeting(),
            ):
                if (refusal := ask(wish)) is not None:
                    raise _Refused(refusal)
    except _Refused as error:
        return error.refusal
    return None
