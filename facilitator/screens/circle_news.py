"""What is shown anew: after a while under a box, in another size, and what others did."""

from __future__ import annotations

from facilitator.core.news import news
from facilitator.screens.circle_waking import CircleWaking


class CircleNews(CircleWaking):
    """Tells of what was taken back elsewhere, and of the seat that was passed here."""

    shown_on_top = False
    """Whether nothing lay over it when it was shown last."""
    _known: int | None = None

    def changed(self) -> None:
        """Tell what is news here, and show what changed."""
        session, facts = self.session, self.session.state.facts
        known, self._known = self._known, len(facts)
        if known is not None:
            here = (session.journal.replica, session.terminal)
            for words in news(facts[known:], session.state, session.names, here):
                self.say(words)
        super().changed()

    def begin_following(self) -> None:
        """Follow from here on; what happened before is no news."""
        self._known = len(self.session.state.facts)
        super().begin_following()

    def on_resize(self) -> None:
        """Another size may want another layout, once its classes are there."""
        self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        if self.following:
            self.show()

    def come_back(self) -> None:
        """Go where the circle went meanwhile; where nothing happened, all is shown already."""
        if not self.shown_on_top:
            super().come_back()
