"""What the display for the whole room is given to show: a plain frozen value."""

from __future__ import annotations

from msgspec import Struct

from facilitator.ui.views import Phase


class RoomView(Struct, frozen=True):
    """Everything that people across the room need; what is empty is not shown.

    Attributes:
        title: the circle's or the step's name, in small letters at the top.
        question: what the round is about; may be long.
        speaker: whose turn it is.
        following: who is next; may be two names.
        clock: the clock's reading as text (``1:14``, ``+0:12``), empty when hidden or idle.
        phase: how the turn stands to its time.
        notice: a word instead of everything else (``Silence``, ``Break``).
        notice_detail: what belongs to the notice (``back at 20:10``).
        wording: an agreed wording that is read back, instead of question, speaker and clock.
        caption: one small line beside the title (``round 2 · 5 of 12 heard``).
        extra: a few small lines at the bottom.
    """

    title: str = ""
    question: str = ""
    speaker: str = ""
    following: str = ""
    clock: str = ""
    phase: Phase = Phase.IDLE
    notice: str = ""
    notice_detail: str = ""
    wording: str = ""
    caption: str = ""
    extra: tuple[str, ...] = ()
