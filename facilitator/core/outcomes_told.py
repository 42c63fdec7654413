"""What is lacking when a topic is left, in words."""

from __future__ import annotations

from facilitator.core.commitments.wording import due_words
from facilitator.core.events import Lacking
from facilitator.core.outcomes import Lack, decided_at
from facilitator.core.state import Meeting, State
from facilitator.core.words import Names, called, plain

_ASKED = {
    Lacking.OUTCOME: "what came of it?",
    Lacking.PROMISE: "whose, by when?",
    Lacking.OWNER: "whose is it?",
    Lacking.DATE: "by when?",
}


def asked_in_words(lacking: Lacking) -> str:
    """``what came of it?``, at the end of a title."""
    return _ASKED[lacking]


def topic_words(lack: Lack, state: State, meeting: Meeting, names: Names, day: str) -> str:
    """``Decided: Doors open at 17:00``, ``Promised: Ana: call, by Fri 4 Dec``; or nothing."""
    promised = state.commitments.get(lack.line)
    if promised is not None:
        due = due_words(promised, day)
        whose = f"{called(promised.owner, names)}: " if promised.owner else ""
        return f"Promised: {whose}{plain(promised.what, names)}{f', {due}' if due else ''}"
    decided = decided_at(meeting, meeting.step_id or "")
    if not decided:
        return ""
    more = f" last, of {len(decided)}" if len(decided) > 1 else ""
    return f"Decided{more}: {plain(decided[-1], names)}"
