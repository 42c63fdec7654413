"""What is asked in lines, and answered by one of the next: yes, no, agreed."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from facilitator.core.words import plain
from facilitator.line.orders import LineError
from facilitator.session import Session


class Questions:
    """Asks, and remembers what was not answered.

    Attributes:
        session: the circle.
        at_line: the number of the line that is looked at.
        complaints: what became of earlier lines that were asked about and not answered.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.at_line = 0
        self.complaints: list[tuple[int, str]] = []
        self._asked: tuple[int, str, Callable[[], None]] | None = None
        self._offered = False
        self._wording: tuple[int, str] | None = None

    @abstractmethod
    def say(self, *lines: str) -> None:
        """Print lines."""

    def ask(self, question: str, undone: str, act: Callable[[], None], answer: str = "") -> None:
        """Ask before something is done: the next line answers, unless this one has already.

        Args:
            question: what is asked.
            undone: what was not done, if the answer is no or does not come.
            act: does it.
            answer: ``yes`` where it stands behind the command itself.
        """
        if answer.casefold() == "yes":
            act()
            return
        if answer:
            raise LineError(f"Only yes can stand behind this word, and not: {answer}")
        if self._asked is not None:
            self._complain_of_question(*self._asked[:2])
        self.say(f"{question} yes or no.")
        self._asked, self._offered = (self.at_line, undone, act), False

    def offer(self, question: str, declined: str, act: Callable[[], None]) -> None:
        """Ask what need not be answered: whoever goes on with something else declines.

        Args:
            question: what is asked.
            declined: what an answer of no leaves as it is.
            act: does it, if the answer is yes.
        """
        self.ask(question, declined, act)
        self._offered = True

    def read_back(self, words: str) -> None:
        """A wording was read back: whether it is agreed is answered later."""
        if self._wording is not None and self._wording[1] != words:
            self._complain_of_wording(*self._wording)
        self._wording = (self.at_line, words)

    def agreed_or_not(self) -> None:
        """The wording that was read back has been answered."""
        self._wording = None

    def answered(self) -> tuple[str, Callable[[], None]] | None:
        """What was asked last, which is thereby answered."""
        asked, self._asked = self._asked, None
        return asked[1:] if asked is not None else None

    def look_after_questions(self, *, over: bool = False) -> None:
        """Complain of what was asked and not answered, and of wordings that nobody agreed to.

        Args:
            over: no more lines come.
        """
        if self._asked is not None and (over or self._asked[0] != self.at_line):
            (line, undone, _), self._asked = self._asked, None
            self._complain_of_question(line, undone)
        meeting = self.session.meeting
        if self._wording is None or meeting is None:
            return
        if over or meeting.read_back is None:
            (line, words), self._wording = self._wording, None
            if not any(
                plain(each.text, self.session.names) == words for each in meeting.decisions.values()
            ):
                self._complain_of_wording(line, words)

    def _complain_of_question(self, line: int, undone: str) -> None:
        if not self._offered:
            self.complaints.append((line, f"{undone}, since the answer was not yes."))

    def _complain_of_wording(self, line: int, words: str) -> None:
        self.complaints.append((line, f"Not recorded, since nobody said agreed: {words}"))
