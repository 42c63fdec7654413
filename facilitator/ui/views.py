"""What widgets are given to draw: plain frozen values, with no journal behind them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Mark(StrEnum):
    """Where a person stands in the round; the value is the glyph, the same everywhere."""

    SPEAKING = "▶"
    NEXT = "›"
    HEARD = "✓"
    PASSED = "↷"
    LATER = "↺"
    WAITING = "·"
    AWAY = "○"
    HAND = "✋"

    @property
    def word(self) -> str:
        """The state in a word, for help and for people who read no glyphs."""
        return {
            Mark.SPEAKING: "speaks",
            Mark.NEXT: "next",
            Mark.HEARD: "heard",
            Mark.PASSED: "passed",
            Mark.LATER: "come back to",
            Mark.WAITING: "not yet",
            Mark.AWAY: "away",
            Mark.HAND: "hand up",
        }[self]


class Phase(StrEnum):
    """How the running turn stands to its time."""

    IDLE = "idle"
    CALM = "calm"
    WARNING = "warning"
    OVER = "over"
    PAUSED = "paused"


class SeatView(Struct, frozen=True):
    """One person as the circle shows them."""

    name: str
    mark: Mark
    newcomer: bool = False


class CircleView(Struct, frozen=True):
    """Everything that the ring, and the list that stands in for it, show.

    Attributes:
        seats: people in speaking order.
        question: the prompt or the step's title; may be long.
        clock: the clock's reading as text (``1:14``, ``+0:12``), empty when hidden or idle.
        caption: one line under the clock (``Fatima next``).
        left: the share of the turn's time that is left, 0.0 to 1.0; ``None`` draws no arc
            progress (hidden clock, or nobody speaks).
        phase: how the turn stands to its time.
        notice: what is said while every clock stands still; it goes before the caption.
        off: that nothing is written down, as long as that is so.
    """

    seats: tuple[SeatView, ...] = ()
    question: str = ""
    clock: str = ""
    caption: str = ""
    left: float | None = None
    phase: Phase = Phase.IDLE
    notice: str = ""
    off: str = ""


class HandView(Struct, frozen=True):
    """One line of the stack.

    Attributes:
        mark: its place, or the glyph of who speaks.
        name: whose hand.
        wish: what it is for; empty for simply speaking.
        time: how long the person has spoken in this step, as ``3:20``.
        answers: whether it answers who speaks now: it stands indented under them.
        fresh: whether the person has not been heard in this step.
    """

    mark: str
    name: str
    wish: str = ""
    time: str = ""
    answers: bool = False
    fresh: bool = False


class NoteView(Struct, frozen=True):
    """One line of the notes as they are taken.

    Attributes:
        time: when, as ``19:42``.
        sign: what it is: empty for a note, ``!`` for a commitment, ``=`` for a decision.
        who: whose words or whose promise; may be empty.
        text: the words.
        due: by when, for a promise, as ``by friday``.
        step: the title of the step that it belongs to; empty if it belongs to none.
    """

    time: str
    sign: str
    who: str
    text: str
    due: str = ""
    step: str = ""


class StepView(Struct, frozen=True):
    """One line of the agenda.

    Attributes:
        mark: ``✓`` been there, ``▶`` here, ``·`` not yet.
        title: the step's name.
        planned: as ``20 min``; empty if no time is planned.
        actual: as ``24 min``; empty if nobody has been there.
    """

    mark: str
    title: str
    planned: str
    actual: str

    @property
    def times(self) -> str:
        """``24 of 20 min``, or what there is of it."""
        if self.actual and self.planned:
            return f"{self.actual.removesuffix(' min')} of {self.planned}"
        return self.actual or self.planned


class Tone(StrEnum):
    """How a paragraph of a card is meant."""

    TITLE = "title"
    HEADING = "heading"
    SAY = "say"
    ITEM = "item"
    DONE = "done"
    HINT = "hint"


class Paragraph(Struct, frozen=True):
    """A paragraph of a card; ``mark`` stands before it, ``detail`` behind it in quieter letters."""

    tone: Tone
    text: str
    mark: str = ""
    detail: str = ""
