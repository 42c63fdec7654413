"""From the state to what a meeting came to: decided, promised, not reached, still open."""

from __future__ import annotations

from facilitator.core.commitments.wording import due_read_back, lineage_words, owner_words
from facilitator.core.roles.standing import Standing, standing
from facilitator.core.state import Commitment, Meeting, State
from facilitator.core.words import Names, called, plain
from facilitator.dates import asked_about


def still_open(state: State, meeting: Meeting, day: str) -> tuple[str, ...]:
    """What the circle should look at before it closes, on an ISO date, a sentence each."""
    standings = [standing(role, day) for role in state.roles_of(meeting.id)]
    unclaimed = standings.count(Standing.OPEN)
    contested = standings.count(Standing.CONTESTED)
    promises = [each for each in state.commitments_of(meeting.id) if not each.over]
    nobodys = sum(not promise.owner for promise in promises)
    undated = sum(not promise.due for promise in promises)
    due = len(asked_about(state.commitments.values(), day, meeting.id))
    counts = (
        (contested, "role claimed by several", "roles claimed by several"),
        (unclaimed, "role unclaimed", "roles unclaimed"),
        (due, "commitment due, not spoken of", "commitments due, not spoken of"),
        (nobodys, "commitment without an owner", "commitments without an owner"),
        (undated, "commitment without a date", "commitments without a date"),
    )
    lines = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return tuple(lines)


def not_reached(meeting: Meeting) -> tuple[str, ...]:
    """The titles of the steps that nobody has been to."""
    visited = {visit.step for visit in meeting.visits}
    return tuple(meeting.steps[step].title for step in meeting.plan if step not in visited)


def became_lines(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """What a meeting said of commitments that were made before it, with their lineage."""
    return [
        f"{owner_words(each, names)}: {plain(each.what, names)} · {lineage_words(each, names, day)}"
        for each in state.followed_up(meeting.id)
    ]


def promise_line(promise: Commitment, names: Names, day: str) -> str:
    """``Chidi: borrow the PA · by friday (Fri 28 Nov)``, on an ISO date."""
    who = called(promise.owner, names) if promise.owner else "nobody yet"
    due = due_read_back(promise, day)
    return f"{who}: {plain(promise.what, names)}{f' · {due}' if due else ''}"


def agreed_and_promised(state: State, meeting: Meeting, names: Names, day: str) -> tuple[str, ...]:
    """What a meeting decided, then what was promised in it, on an ISO date, a line each."""
    decided = (f"= {plain(each.text, names)}" for each in meeting.decisions.values())
    promises = state.commitments_of(meeting.id)
    return (*decided, *(f"! {promise_line(each, names, day)}" for each in promises))
