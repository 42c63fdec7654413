"""The notes as they are taken: the latest at the bottom, as many as fit."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.styles import QUIET
from facilitator.ui.text import fit, wrap
from facilitator.ui.views import NoteView

MOST_LINES_EACH = 4
HEADING = "b $accent"


class NotesPanel(Widget):
    """The end of the notes.

    Attributes:
        notes: in the order in which they were taken.
        empty: what is said while there are none.
        fitted: how many of them the last drawing had room for.
    """

    DEFAULT_CSS = "NotesPanel { height: 1fr; }"

    notes: reactive[tuple[NoteView, ...]] = reactive(())
    empty: reactive[str] = reactive("Nothing written down yet. / starts a note.")

    def __init__(self, *, id: str | None = None, headed: bool = False) -> None:  # noqa: A002
        """A panel; ``headed`` puts the title of each step over what was written down in it."""
        super().__init__(id=id)
        self.fitted = 0
        self._headed = headed

    def render(self) -> Visual:
        """The latest notes, wrapped, the last line at the bottom."""
        width, height = self.content_size
        self.fitted = 0
        if width <= 0 or height <= 0:
            return Content("")
        if not self.notes:
            lines = wrap(self.empty, width, height)
            return Content("\n").join(Content.styled(line, QUIET) for line in lines)
        drawn: list[Content] = []
        for place in range(len(self.notes) - 1, -1, -1):
            note = self.notes[place]
            drawn[:0] = self._lines(note, width, height)
            if self._headed and note.step and note.step != self._step_before(place):
                drawn[:0] = [Content.styled(fit(note.step, width), HEADING)]
            if len(drawn) > height:
                break
            self.fitted += 1
            if len(drawn) == height:
                break
        return Content("\n").join(drawn[-height:])

    def _step_before(self, place: int) -> str:
        """The step of the nearest note before a place that belongs to one."""
        steps = (self.notes[before].step for before in range(place - 1, -1, -1))
        return next((step for step in steps if step), "")

    def _lines(self, note: NoteView, width: int, height: int) -> list[Content]:
        sign = f"{note.sign} " if note.sign else ""
        who = fit(note.who, max(8, width // 3))
        head = f"{note.time} {sign}{who}{' ' if who else ''}"
        due = f" · {note.due}" if note.due else ""
        most = 1 if height <= 3 else MOST_LINES_EACH
        text = wrap(note.text + due, max(4, width - cell_len(head)), most) or [""]
        first = Content.assemble(
            (f"{note.time} ", QUIET),
            (sign, "b $warning"),
            (f"{who} " if who else "", "b"),
            text[0],
        )
        return [first, *(Content(" " * cell_len(head) + line) for line in text[1:])]
