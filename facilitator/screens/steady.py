"""A screen on which only what has changed is drawn, also when a box comes or goes over it."""

from __future__ import annotations

from typing import Self, TypeVar

from textual import on
from textual.events import ScreenResume
from textual.geometry import Region
from textual.screen import Screen

from facilitator.widgets.painting import SparingCompositor

ResultType = TypeVar("ResultType")


class Steady(Screen[ResultType]):
    """Does not flicker, and does not wait for hundreds of names, because of a box over it.

    Textual draws a screen anew as a matter of course where another is pushed over it or popped.
    """

    _stays = False
    _uncovered = Region()

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  # the name Textual's screens give it
        classes: str | None = None,
    ) -> None:
        super().__init__(name, id, classes)
        self._compositor = SparingCompositor()

    def stay_as_drawn(self) -> None:
        """Ignore the next order to draw all of it: as it is drawn, it is right."""
        self._stays = True

    def uncover(self, region: Region) -> None:
        """When it comes back to the top, draw this part, and leave the others as they are."""
        self._uncovered = region

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Be drawn again: parts, or all of it."""
        if self._stays and repaint and not (regions or layout or recompose):
            self._stays = False
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _on_timer_update(self) -> None:
        """Draw what waits to be: a part of the screen, and beside it what its widgets want drawn.

        Textual forgets the widgets then, as if a part of the screen were all of it.
        """
        if self._repaint_required:
            self._repaint_required = False
            self._dirty_widgets.add(self)
        super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        """Under a box hand on what has changed, once.

        Textual hands it on again with all that changes later: each second the whole screen.
        """
        changed = self._compositor._dirty_regions  # noqa: SLF001 - as Textual's own
        below = self in self.app._background_screens  # noqa: SLF001
        if not below or not changed:
            super()._compositor_refresh()
            return
        self.app.screen.refresh(*changed)
        changed.clear()
        self._dirty_widgets.clear()

    @on(ScreenResume)
    def _draw_what_was_covered(self) -> None:
        """Draw what was covered; Textual's own handler, behind this one, would draw all of it."""
        region, self._uncovered = self._uncovered, Region()
        self._stays = bool(region)
        if region:
            self.refresh(region)
