"""What people said in a selection, as notes at its step."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.agenda import Filing
from facilitator.core.events import NOBODY, Mention
from facilitator.core.state import Meeting, Note


def said_in_selections(meeting: Meeting) -> Iterator[Note]:
    """Nominations, objections and results, as what people said at a step."""
    for each in meeting.nominations.values():
        why = (": ", *each.reason) if each.reason else ()
        yield Note(
            each.id,
            each.at,
            each.step,
            each.by,
            ("nominates ", Mention(each.person), *why),
            Filing.NOTE,
        )
    for against in meeting.objections.values():
        proposal = meeting.proposals.get(against.proposal)
        how = (" – taken care of", *((": ", *against.how) if against.how else ()))
        text = ("objects: ", *against.reason, *(how if against.integrated else ()))
        step = proposal.step if proposal is not None else ""
        yield Note(against.id, against.at, step, against.person, text, Filing.NOTE)
    for chosen in meeting.proposals.values():
        if chosen.filled:
            text = (Mention(chosen.person), " is chosen: nothing stands in the way")
            yield Note(chosen.id, chosen.filled_at, chosen.step, NOBODY, text, Filing.NOTE)
