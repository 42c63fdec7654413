"""The roles of the group in lines: all of them by how they stand, or one with its history."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from facilitator.core.capture import understand
from facilitator.core.forms import ROLE_SIGN
from facilitator.core.intents import ClaimRole, Refusal, ReleaseTerm, TakeOnRole
from facilitator.core.mentions import with_mentions
from facilitator.core.placing import asked, here_and_now
from facilitator.core.roles.board import Place, board
from facilitator.core.roles.concerns import worry_words
from facilitator.core.roles.history import (
    began_words,
    ended_words,
    reasons_words,
    served_words,
    training_words,
)
from facilitator.core.roles.standing import Standing, role_called
from facilitator.core.roles.wording import next_words, role_line
from facilitator.core.words import called, length, plain, sentence, short
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError

NO_ROLES = "The group has no roles yet. offer ROLE opens one."


@does("board")
def show_board(desk: Desk, words: str) -> None:
    """Every role by how it stands; of one, what it lacks and who had it."""
    places = board(desk.session.state, desk.session.today, desk.names)
    if not places:
        desk.say(NO_ROLES)
    elif words:
        desk.say(*_one(desk, places[finding.role_among(words, [one.role for one in places])]))
    else:
        desk.say(*_all(desk, places))


def _all(desk: Desk, places: list[Place]) -> list[str]:
    """``Open: 2``, then ``1 Pots: open since …`` for each; the numbers name them."""
    lines, at = [], 0
    for standing, group in groupby(places, key=lambda place: place.standing):
        of_it = list(group)
        lines.append(f"{standing.value.capitalize()}: {len(of_it)}.")
        for place in of_it:
            at += 1
            lines.append(f"{at} {_line(desk, place)}")
    return lines


def _line(desk: Desk, place: Place) -> str:
    """A role, who is next, and what is to be looked at first."""
    role, names = place.role, desk.names
    parts = [role_line(role, desk.session.today, names)]
    if place.standing is Standing.DROPPED:
        parts = [f"{short(role.name)}: {plain(role.dropped_why, names) or 'not needed'}"]
    if len(place.held) == 1:
        parts.append(next_words(role, place.held[0], names))
    if place.concerns and place.standing is not Standing.CONTESTED:
        parts.append(worry_words(place.concerns[0], desk.session.state, names))
    return sentence("; ".join(filter(None, parts)))


def _one(desk: Desk, place: Place) -> list[str]:
    role, names, today = place.role, desk.names, desk.session.today
    whole = [] if short(role.name) == role.name else [role.name]
    lines = [
        *whole,
        _line(desk, place),
        f"{role.kind.value}, {length(role.days, role.months)} a term.",
    ]
    lines += [f"For: {role.purpose}"] if role.purpose else []
    lines += [f"Week by week: {'; '.join(role.weekly)}"] if role.weekly else []
    lines += [f"Skills: {'; '.join(role.skills)}"] if role.skills else []
    lines += [f"Called before: {'; '.join(role.called_before)}"] if role.called_before else []
    lines += [f"Lacks: {words}" for words in place.lacks]
    for term in reversed(role.terms):
        how = [
            began_words(role, term, names),
            ended_words(role, term, names),
            training_words(role, term, today, names),
        ]
        told = "; ".join([*filter(None, how), *reasons_words(term, names)])
        who = called(term.person, names)
        lines.append(sentence(f"{who}, {served_words(role, term, today)}: {told}"))
    return lines


@does("%")
def take_on(desk: Desk, words: str) -> None:
    """Somebody takes on a role, be it new; the speaker, if nobody is named."""
    names = desk.names
    here = {person: names[person] for person in desk.meeting.seats if person in names}
    captured, place = understand(f"{ROLE_SIGN} {words}", here), here_and_now(desk.meeting)
    wish = asked(captured, place, desk.session.state, names)
    if isinstance(wish, Refusal):
        raise LineError(wish.words)
    if not desk.send(wish):
        return
    desk.tell_others()
    state = desk.session.state
    new = isinstance(wish, TakeOnRole)
    role = role_called(state, wish.name) if isinstance(wish, TakeOnRole) else None
    if isinstance(wish, ClaimRole):
        role = state.roles.get(wish.role)
    if role is not None:
        told = sentence(role_line(role, desk.session.today, names))
        desk.say(f"New role. {told}" if new else told)


@does("release")
def release(desk: Desk, words: str) -> None:
    """Somebody gives a role back; a stewardship without a trained successor only with a reason."""
    name, _, reason = (part.strip() for part in words.partition(":"))
    state, today = desk.session.state, desk.session.today
    held = [each.role for each in board(state, today, desk.names) if len(each.held) == 1]
    if not name:
        raise LineError("Which role? release pots")
    if not held:
        raise LineError("Nobody has a role just now.")
    role = held[finding.role_among(name, held)]
    (term,) = role.held_on(today)
    why = with_mentions(reason, desk.names)
    if not reason or not role.kind.handed_over:
        desk.do(ReleaseTerm(term.id, why))
        return
    who = called(term.person, desk.names)
    desk.ask(
        f"In an emergency {who} lets {role.name} go, with nobody trained; it is open then.",
        f"{role.name} is {who}'s as before",
        partial(_let_go, desk, ReleaseTerm(term.id, why, emergency=True)),
    )


def _let_go(desk: Desk, wish: ReleaseTerm) -> None:
    desk.do(wish)
