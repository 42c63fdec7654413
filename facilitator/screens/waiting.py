"""What waits for the group that is more than a row of a table."""

from __future__ import annotations

from facilitator.core.skills.sharing import next_share, share_words
from facilitator.session import Session
from facilitator.ui.text import visible


def skill_share(session: Session) -> list[str]:
    """When skills are shared next, of which sort, and what about; nothing before a debrief.

    Raises:
        JournalError: the file can't be read, in words.
    """
    held = session.group.occasions()
    if not held:
        return []
    state = session.lasting()
    share = next_share(state, held)
    return [visible(share_words(share, state, session.day_here))] if share is not None else []
