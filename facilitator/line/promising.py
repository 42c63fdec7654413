"""What became of commitments, in lines: the list by numbers, and a word for each change."""

from __future__ import annotations

from facilitator.core.commitments.standing import Promise, Standing, says_next_meeting
from facilitator.core.intents import CarryCommitment, KeepCommitment, ReleaseCommitment
from facilitator.core.mentions import with_mentions
from facilitator.dates import new_date
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.promises_told import every_promise, numbered


@does("due")
def due(desk: Desk, _words: str) -> None:
    """What is due at this meeting, by the numbers that the other words take."""
    found = _listed(desk)
    told = _lines(desk, found, [stands for stands in Standing if stands.asks])
    if told:
        told.append("kept N, renegotiate N: WHEN, carried N or letgo N: WHY says what became.")
    desk.say(*(told or ["No commitment is due just now."]))


@does("promises")
def every(desk: Desk, words: str) -> None:
    """Every commitment that is still to be done, by numbers; with all, the others too."""
    if words:
        finding.one_of(words, ["all"], "form of promises")
    found = _listed(desk)
    told = _lines(desk, found, [stands for stands in Standing if words or not stands.over])
    desk.say(*(told or ["Nothing that was promised is left to do."]))


def _listed(desk: Desk) -> list[Promise]:
    """The commitments in the order in which they stand, which their numbers keep from now on."""
    found = every_promise(desk.session.state, desk.meeting, desk.session.today)
    desk.listed = tuple(each.commitment.id for each in found)
    return found


def _lines(desk: Desk, found: list[Promise], wanted: list[Standing]) -> list[str]:
    """``Overdue: 1.``, then the commitments that stand so."""
    lines, names, day = [], desk.names, desk.session.today
    for stands in wanted:
        these = [(at, each) for at, each in enumerate(found, start=1) if each.standing is stands]
        if these:
            lines.append(f"{stands.value.capitalize()}: {len(these)}.")
            lines += [numbered(each, at, names, day) for at, each in these]
    return lines


@does("kept")
def kept(desk: Desk, words: str) -> None:
    """What was promised is done."""
    desk.do(KeepCommitment(_meant(desk, words).commitment.id))


@does("carried")
def carried(desk: Desk, words: str) -> None:
    """It goes on to the next meeting."""
    desk.do(CarryCommitment(_meant(desk, words).commitment.id))


@does("renegotiate")
def renegotiate(desk: Desk, words: str) -> None:
    """A new date; behind a semicolon why."""
    which, when = _parted(words)
    one, day = _meant(desk, which).commitment.id, desk.session.today
    wish = new_date(one, when, day, desk.names)
    if desk.do(wish) and not wish.due_on and not says_next_meeting(wish.due or ""):
        desk.say("These words say no day: it is on the list, and never overdue.")


@does("letgo")
def let_go(desk: Desk, words: str) -> None:
    """Nobody has to do it any more, for a reason."""
    which, why = _parted(words)
    reason = with_mentions(why, desk.names) if why else ()
    desk.do(ReleaseCommitment(_meant(desk, which).commitment.id, reason))


def _parted(words: str) -> tuple[str, str]:
    """Which commitment, and what is said of it: a number needs no colon behind it."""
    first, _, rest = words.partition(" ")
    if first.rstrip(":").isdecimal():
        return first.rstrip(":"), rest.strip()
    which, _, said = words.partition(":")
    return which.strip(), said.strip()


def _meant(desk: Desk, words: str) -> Promise:
    """The commitment of a number that was listed last, or of words.

    What was promised since then has the numbers behind.

    Raises:
        LineError: none is meant, or several are.
    """
    found = every_promise(desk.session.state, desk.meeting, desk.session.today)
    known = {each.commitment.id: each for each in found}
    listed = [known.pop(one) for one in desk.listed if one in known]
    desk.listed = tuple(each.commitment.id for each in (*listed, *known.values()))
    return finding.commitment(words, [*listed, *known.values()], desk.names)
