"""On leaving a step: what came of it? Asked once for each visit; *nothing* leaves it."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import Lacking
from facilitator.core.intents import Intent
from facilitator.core.outcomes import Lack, asked_on_leaving, lacks
from facilitator.core.outcomes_told import asked_in_words, topic_words
from facilitator.core.walking import step_away
from facilitator.dates import completed_by
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError

NOT_ASKED = "Nothing is lacking here. next goes on."
NO_DAY = "These words say no day: it is on the list, and never overdue."

_WAYS = {
    Lacking.OUTCOME: "= WORDING for a decision, ! WHAT for a commitment, or nothing.",
    Lacking.PROMISE: "! @NAME WHAT by WHEN, or nothing.",
    Lacking.OWNER: "whose NAME, or nothing leaves it so.",
    Lacking.DATE: "by WHEN, or nothing leaves it so.",
}


def leave_step(desk: Desk, onward: intents.GoToStep) -> None:
    """Go to another step; ask first what came of this one, if somebody is there to answer."""
    state, meeting = desk.session.state, desk.meeting
    asks = desk.by_hand and desk.session.has_seat
    found = asked_on_leaving(state, meeting, onward) if asks else []
    left = [lack for lack in found if lack not in desk.asked_on_leaving]
    if not left:
        desk.move(onward)
        return
    desk.asked_on_leaving |= {*found}
    lack, title = left[0], meeting.step.title if meeting.step is not None else ""
    about = topic_words(lack, state, meeting, desk.names, desk.session.today)
    desk.say(
        f"Leaving {title}: {asked_in_words(lack.lacking)}",
        *([f"{about}."] if about else []),
        _WAYS[lack.lacking],
    )


def _lack(desk: Desk, *kinds: Lacking) -> Lack:
    """What is lacking at this step, of some kinds.

    Raises:
        LineError: nothing of the kind is.
    """
    found = lacks(desk.session.state, desk.meeting)
    lack = next((each for each in found if not kinds or each.lacking in kinds), None)
    if lack is None:
        raise LineError(NOT_ASKED)
    return lack


@does("nothing")
def nothing(desk: Desk, _words: str) -> None:
    """Nothing came of the step, or nothing more: it is written down, and the circle goes on."""
    lack, onward = _lack(desk), step_away(desk.meeting, 1)
    if onward is None:
        raise LineError(NOT_ASKED)
    gone = intents.NothingCameOf(onward.leaving, onward.step, lack.lacking, lack.line)
    desk.move(gone)


@does("whose")
def whose(desk: Desk, words: str) -> None:
    """Whose the commitment of this step is that is nobody's yet."""
    lack = _lack(desk, Lacking.OWNER)
    person = finding.person(words, desk.meeting, desk.names)
    _complete(desk, intents.CompleteCommitment(lack.line, owner=person))


@does("by")
def by_when(desk: Desk, words: str) -> None:
    """By when the commitment of this step will be done that has no date yet."""
    if not words:
        raise LineError("By when? by friday, or by 12 Dec")
    wish = completed_by(_lack(desk, Lacking.DATE).line, words, desk.session.today)
    _complete(desk, wish)
    if not wish.due_on:
        desk.say(NO_DAY)


def _complete(desk: Desk, wish: Intent) -> None:
    """Write down what was lacking; what else is, was asked about, or is asked now."""
    if desk.do(wish):
        found = lacks(desk.session.state, desk.meeting)
        if found:
            about = topic_words(
                found[0], desk.session.state, desk.meeting, desk.names, desk.session.today
            )
            desk.say(f"{about}: {asked_in_words(found[0].lacking)}", _WAYS[found[0].lacking])
