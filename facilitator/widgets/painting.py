"""How a screen is brought up to date: what has changed is painted, and nothing beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class SparingCompositor(Compositor):
    """Asks a widget only for the lines of it that are wanted, and cuts no others.

    Textual's own asks all there are for all their lines wherever one of them has changed, and
    cuts whole lines where a few cells would do.
    """

    def render_partial_update(self) -> ChopsUpdate | None:
        """What brings the terminal up to date, if there is anything."""
        screen = self.size.region
        changed = [region.intersection(screen) for region in self._dirty_regions]
        self._dirty_regions.clear()
        spans = list(self._regions_to_spans(filter(None, changed)))
        if not spans:
            return None
        pieces = [_Pieces(line) for line in self.cuts]
        for y, first, last in spans:
            pieces[y].want(first, last)
        self._paint(pieces)
        return ChopsUpdate(
            [line.strips for line in pieces], spans, [[*line.ends.values()] for line in pieces]
        )

    def lines(self, region: Region) -> list[Strip]:
        """What is to be seen in a part of the screen, line by line."""
        pieces = [_Pieces(line) for line in self.cuts]
        for y in region.line_range:
            pieces[y].want(region.x, region.right)
        self._paint(pieces)
        return [pieces[y].whole(region.x, region.right) for y in region.line_range]

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """All of it in pieces; Textual leaves out what nothing painted, and then fails on it."""
        return [
            {
                x: strip or Strip.blank(end - x)
                for (x, strip), end in zip(line.items(), cuts[1:], strict=False)
            }
            for line, cuts in zip(
                super()._render_chops(crop, is_rendered_line), self.cuts, strict=True
            )
        ]

    def _paint(self, pieces: list[_Pieces]) -> None:
        """Find the pieces that are wanted, from the widget in front to the one behind all."""
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            wanted = {y: xs for y in shown.line_range if (xs := pieces[y].missing_in(shown))}
            if not wanted:
                continue
            first, last = min(wanted), max(wanted)
            crop = Region(shown.x - region.x, first - region.y, shown.width, last - first + 1)
            strips = widget.render_lines(crop)
            for y, xs in wanted.items():
                if y - first < len(strips):
                    pieces[y].put(strips[y - first], shown.x, xs)


class _Pieces:
    """A line of the screen, in pieces between the edges of widgets.

    Attributes:
        strips: what was painted by the cell that it begins at; nothing for what is to be painted.
        ends: the cell behind each of these.
    """

    __slots__ = ("_cuts", "_missing", "ends", "strips")

    def __init__(self, cuts: list[int]) -> None:
        self._cuts = cuts
        self._missing: list[int] = []
        self.strips: dict[int, Strip | None] = {}
        self.ends: dict[int, int] = {}

    def want(self, first: int, last: int) -> None:
        """Have what lies between two cells painted; spans come from left to right."""
        for x, end in zip(self._cuts, self._cuts[1:], strict=False):
            if x < last and end > first and x not in self.strips:
                self.strips[x] = None
                self.ends[x] = end
                self._missing.append(x)

    def missing_in(self, shown: Region) -> list[int]:
        """What is to be painted yet in the columns of a region."""
        return [x for x in self._missing if shown.x <= x < shown.right]

    def put(self, strip: Strip, start: int, xs: Iterable[int]) -> None:
        """Take pieces out of a line that starts at a cell."""
        for x in xs:
            end = self.ends[x]
            self._missing.remove(x)
            if x == start and end - x == strip.cell_length:
                self.strips[x] = strip
            else:
                self.strips[x] = strip.crop(x - start, end - start)

    def whole(self, first: int, last: int) -> Strip:
        """What was painted between two cells; what nothing painted is blank."""
        if not self.strips:
            return Strip.blank(last - first)
        start = min(self.strips)
        line = Strip.join(
            strip or Strip.blank(self.ends[x] - x) for x, strip in self.strips.items()
        )
        return line.crop(first - start, last - start)
