"""The line of the circle in which notes, commitments and decisions are written."""

from __future__ import annotations

from textual import on

from facilitator.core.capture import Captured, Kind, understand
from facilitator.core.events import StepId, Text
from facilitator.core.intents import ReadBack, RecordDecision
from facilitator.core.placing import Place, here_and_now, intent_for, owner
from facilitator.core.words import by, called, plain
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.screens.live import Live
from facilitator.ui.chips import known_skills, placeholder, skill_chips
from facilitator.widgets.capture import CaptureLine

CAPTURE = "capture"
"""The field whose draft is kept."""


class CircleWriting(Live):
    """What is typed is understood at once, kept at every key, and sent with Enter."""

    _begun_at: Place | None = None
    seated = True
    """Whether this terminal has the facilitator's seat, or nobody's has it."""

    @on(CaptureLine.Typed)
    def _typed(self, event: CaptureLine.Typed) -> None:
        if not event.words.strip():
            self._begun_at = None
        elif self._begun_at is None:
            self._begun_at = here_and_now(self.meeting)
        saved = self.session.keep_draft(CAPTURE, event.words) is None
        self.understand(event.words, "" if saved else "not saved yet · ")

    @on(CaptureLine.Captured)
    def _captured(self, event: CaptureLine.Captured) -> None:
        place = self._begun_at or here_and_now(self.meeting)
        captured = [(line, self._read(line)) for line in event.lines]
        written = [(line, read) for line, read in captured if not self._is_nothing(read)]
        if not written:
            self.set_focus(None)
            return
        if len(written) == 1 and self._is_to_be_agreed(written[0][1]):
            self._read_back(written[0][1].text, place.step, event.lines[0])
            return
        intents = [intent_for(read, place) for _, read in written]
        refusals = self.session.send_all(intents, finishes=CAPTURE)
        refused = [line for (line, _), refusal in zip(written, refusals, strict=True) if refusal]
        for why in dict.fromkeys(refusal.words for refusal in refusals if refusal is not None):
            self.warn(why)
        if refused:
            field = self.query_one(CaptureLine).field
            field.give_back("; ".join(refused))
            # Not selected: whoever goes on typing must not wipe what is written nowhere yet.
            field.action_end()
        else:
            self._begun_at = None

    def _read_back(self, text: Text, step: StepId, line: str) -> None:
        """Read a wording back, large; it is recorded once the room has agreed to it."""
        refusal = self.session.send(ReadBack(step, text), finishes=CAPTURE)
        field = self.query_one(CaptureLine).field
        if refusal is not None and not refusal.already:
            self.warn(refusal.words)
            field.give_back(line)
            field.action_end()
            return
        self._begun_at = None
        self.ask_agreed(text, step, line)

    def ask_agreed(self, text: Text, step: StepId, line: str = "") -> None:
        """Ask whether a wording that is being read back is agreed."""

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - what a dialog gives back
            if sure:
                self.do(RecordDecision(text, step))
                return
            self.do(ReadBack(step))
            field = self.query_one(CaptureLine).field
            field.give_back(line or f"= {plain(text, self.session.names)}")
            field.action_end()

        words = plain(text, self.session.names)
        self.app.push_screen(
            ConfirmScreen("Read it back: is this agreed?", words, "agreed"), answered
        )

    def _is_to_be_agreed(self, captured: Captured) -> bool:
        return self.meeting.live and captured.kind is Kind.DECISION and not captured.empty

    @staticmethod
    def _is_nothing(captured: Captured) -> bool:
        return captured.empty and captured.kind is Kind.NOTE

    def _read(self, words: str) -> Captured:
        meeting, names = self.meeting, self.session.names
        return understand(
            words, {person: names[person] for person in meeting.seats if person in names}
        )

    def understand(self, words: str, state: str = "") -> None:
        """Say behind the words what they will become."""
        chips = state + self._chips(self._read(words)) if words.strip() else ""
        self.query_one(CaptureLine).chips = chips

    def _chips(self, captured: Captured) -> str:
        """What the words will become, for example ``! commitment · Chidi · by friday``."""
        place = self._begun_at or here_and_now(self.meeting)
        names = self.session.names
        if captured.kind is Kind.COMMITMENT:
            whose = owner(captured, place)
            who = called(whose, names) if whose else "whose?"
            if captured.stranger:
                who = f"whose? nobody here is {captured.stranger}"
            return f"! commitment · {who} · {by(captured.due) or 'by when?'}"
        if captured.kind is Kind.DECISION:
            return "= decision"
        if captured.kind is Kind.SKILL:
            return skill_chips(captured, place, self.session.state, names)
        step = self.meeting.steps.get(place.step)
        said = called(place.person, names) if place.person else ""
        return " · ".join(filter(None, (step.filed_as.value if step else "note", said)))

    def show_line(self) -> None:
        """What the line asks for at this step, what it completes, what its words will become."""
        meeting, names = self.meeting, self.session.names
        capture = self.query_one(CaptureLine)
        here = {person: names[person] for person in meeting.seats if person in names}
        capture.complete_with(here, known_skills(self.session.state))
        capture.field.placeholder = placeholder(here_and_now(meeting))
        self.understand(capture.words)
