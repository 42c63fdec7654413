"""From the state to the stack of hands, as the facilitator sees it and as others do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from facilitator.core import timing
from facilitator.core.events import PersonId, Wish
from facilitator.core.stack import Suggestion, heard_at
from facilitator.core.state import Hand, Meeting
from facilitator.core.words import called, span
from facilitator.ui.views import HandView, Mark

WISHES = {
    Wish.PROCESS: "process",
    Wish.RESPONSE: "response",
    Wish.QUESTION: "question",
    Wish.SPEAK: "",
    Wish.LAST_WORD: "last word",
}
"""What stands behind a name; whoever simply wants to speak needs no word."""


def hand_views(
    meeting: Meeting, hands: Sequence[Hand], names: Mapping[PersonId, str], now: int
) -> tuple[HandView, ...]:
    """Who speaks, those who answer them, and everyone behind, each with their time so far."""
    spoken = _spoken(meeting, now)
    heard = heard_at(meeting, meeting.step_id or "")
    turn = meeting.turn

    def view(mark: str, person: PersonId, wish: str, *, answers: bool = False) -> HandView:
        time = span(spoken[person]) if spoken.get(person) else ""
        fresh = person not in heard
        return HandView(mark, called(person, names), wish, time, answers, fresh)

    speaking = [view(Mark.SPEAKING.value, turn.person, "")] if turn is not None else []
    return (
        *speaking,
        *(
            view(
                str(place),
                hand.person,
                WISHES[hand.wish],
                answers=bool(hand.answers) and hand.answers == meeting.speaking,
            )
            for place, hand in enumerate(hands, start=1)
        ),
    )


def untimed(hands: Iterable[HandView]) -> tuple[HandView, ...]:
    """Hands as everybody may see them: how long anyone has spoken is for the facilitator."""
    return tuple(replace(hand, time="") for hand in hands)


def suggested_words(suggested: Suggestion | None, names: Mapping[PersonId, str]) -> str:
    """``s: Hui before Ana? not heard in this step yet``; nothing where nobody is suggested."""
    if suggested is None:
        return ""
    one = called(suggested.hand.person, names)
    other = called(suggested.instead_of.person, names)
    return f"s: {one} before {other}? not heard in this step yet"


def _spoken(meeting: Meeting, now: int) -> dict[PersonId, int]:
    """The milliseconds that each person has spoken in the step, without the turn that runs."""
    result: dict[PersonId, int] = {}
    for turn in meeting.turns.values():
        if turn.step == meeting.step_id and turn.outcome is not None and turn.outcome.spoke:
            elapsed = timing.turn_reading(meeting, turn, now).elapsed
            result[turn.person] = result.get(turn.person, 0) + elapsed
    return result
