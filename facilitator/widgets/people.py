"""The circle as a list: one line a person, in as many columns as help; also a picker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.ui.views import CircleView, Mark, SeatView
from facilitator.widgets.flow import Flow, flow
from facilitator.widgets.seats import SEAT_CLASSES, label_of, name_of, seat_rules

_CURSOR = "people--cursor"
_CURSOR_GLYPH = "▌"


_CSS = """
    PeopleList {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    PeopleList > .people--cursor { color: $accent; background: $foreground 12%; }
    """ + seat_rules("PeopleList")


class PeopleList(ScrollView, can_focus=True):
    """Draws the seats of a ``CircleView`` as a list, and lets one be picked if it has a cursor.

    The speaker is scrolled into view when somebody else begins to speak.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {_CURSOR, *SEAT_CLASSES.values()}

    DEFAULT_CSS = _CSS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", "Up", show=False),
        Binding("down", "move(1, 0)", "Down", show=False),
        Binding("left", "move(0, -1)", "Left", show=False),
        Binding("right", "move(0, 1)", "Right", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "pick", "Pick", show=False),
    ]

    view: reactive[CircleView] = reactive(CircleView(), repaint=False)
    """What to draw; only its seats are used."""

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The index of the person under the cursor; ``None`` makes this a list to look at."""

    @dataclass
    class Picked(Message):
        """Somebody was picked with Enter or the mouse."""

        index: int
        """The person's place among the seats."""
        people: PeopleList
        """The list they were picked from."""

        @property
        def control(self) -> PeopleList:
            """The list they were picked from, for ``@on`` with a selector."""
            return self.people

    def __init__(
        self,
        view: CircleView | None = None,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  # the name Textual's widgets give it
        classes: str | None = None,
    ) -> None:
        self._flow = Flow()
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        super().__init__(name=name, id=id, classes=classes)
        if view is not None:
            self.set_reactive(PeopleList.view, view)

    def watch_view(self, old: CircleView, new: CircleView) -> None:
        """Repaint who differs; follow the speaker."""
        if len(old.seats) != len(new.seats):
            if self.cursor is not None:
                self.cursor = self.validate_cursor(self.cursor)
            self._lay_out()
            self.refresh()
        else:
            pairs = zip(old.seats, new.seats, strict=True)
            self._repaint(index for index, (was, seat) in enumerate(pairs) if was != seat)
        speaker = _speaker(new.seats)
        if speaker is not None and speaker != _speaker(old.seats):
            self._show(speaker)

    def validate_cursor(self, cursor: int | None) -> int | None:
        """Keep the cursor on somebody."""
        if cursor is None:
            return None
        return max(0, min(cursor, len(self.view.seats) - 1))

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Move the cursor's line, and bring it into view."""
        self._repaint(index for index in (old, new) if index is not None)
        if new is not None:
            self._show(new)

    def on_resize(self) -> None:
        """Lay the columns out again, and keep in view who was meant to be."""
        self._lay_out()
        shown = _speaker(self.view.seats) if self.cursor is None else self.cursor
        if shown is not None:
            self._show(shown)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colors."""
        self._strips.clear()
        self._styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the list as it is scrolled now."""
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
        return strip

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor, or scroll if there is none."""
        if self.cursor is None:
            self.scroll_relative(y=rows, animate=False)
            return
        target = self.cursor + rows + columns * self._flow.rows
        if 0 <= target < len(self.view.seats):
            self.cursor = target

    def action_first(self) -> None:
        """Go to the first person."""
        if self.cursor is None:
            self.scroll_home(animate=False)
        else:
            self.cursor = 0

    def action_last(self) -> None:
        """Go to the last person."""
        if self.cursor is None:
            self.scroll_end(animate=False)
        else:
            self.cursor = len(self.view.seats) - 1

    def action_pick(self) -> None:
        """Say that the person under the cursor was picked."""
        if self.cursor is not None and self.view.seats:
            self.post_message(self.Picked(self.cursor, self))

    def on_click(self, event: Click) -> None:
        """Pick who was clicked."""
        offset = event.get_content_offset(self)
        if self.cursor is None or offset is None:
            return
        index = self._flow.at(offset.x, offset.y + self.scroll_offset.y)
        if index is not None:
            self.cursor = index
            self.action_pick()

    def _lay_out(self) -> None:
        """Choose the columns for the size, and how far there is to scroll."""
        width, height = self.content_region.size
        self._flow = flow(len(self.view.seats), width, height)
        if self._flow.rows > height:
            # Not measured: whether there is a scrollbar now depends on what was shown before.
            width -= self.styles.scrollbar_size_vertical
            self._flow = flow(len(self.view.seats), width, height)
        self._strips.clear()
        self.virtual_size = Size(width, self._flow.rows)

    def _repaint(self, indexes: Iterable[int]) -> None:
        """Draw the lines of some people again."""
        if not self._flow.rows:
            return
        for row in {self._flow.row_of(index) for index in indexes}:
            self._strips.pop(row, None)
            self.refresh_line(row)

    def _show(self, index: int) -> None:
        """Scroll as little as is needed to see a person and their neighbors."""
        if not self._flow.rows:
            return
        row, height = self._flow.row_of(index), self.content_region.height
        margin = 1 if height > 4 else 0
        top = self.scroll_offset.y
        target = min(max(top, row + margin - height + 1), max(0, row - margin))
        if target != top:
            # Forced, because the scrollbar that would allow it may not be there yet.
            self.scroll_to(y=target, animate=False, force=True)

    def _draw(self, row: int) -> Strip:
        """A line: the people on it, each in a column."""
        blank, width, segments = self.rich_style, self._flow.width, list[Segment]()
        for index in self._flow.on(row):
            seat = self.view.seats[index]
            # One cell stays free, so that neighbors in full columns don't touch.
            text = label_of(seat.mark, name_of(seat, width - 1))
            style, rest = self._style(SEAT_CLASSES[seat.mark]), blank
            if index == self.cursor:
                rest = self._style(_CURSOR)
                segments.append(Segment(_CURSOR_GLYPH, rest))
                text = text[1:]
                style = style if seat.mark is Mark.SPEAKING else style + _ground(rest)
            segments.append(Segment(text, style))
            drawn = cell_len(text) + (1 if index == self.cursor else 0)
            segments.append(Segment(" " * (width - drawn), rest))
        return Strip(segments).adjust_cell_length(self.virtual_size.width, blank)

    def _style(self, name: str) -> Style:
        """The style of a component class."""
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(name)
        return self._styles[name]


def _speaker(seats: Iterable[SeatView]) -> int | None:
    """The index of who speaks."""
    return next((i for i, seat in enumerate(seats) if seat.mark is Mark.SPEAKING), None)


def _ground(style: Style) -> Style:
    """Only the background of a style."""
    return Style(bgcolor=style.bgcolor)
