"""A selection, and a handoff, in lines."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.core import intents
from facilitator.core.entities import Nomination
from facilitator.core.events import NOBODY, PersonId, Text
from facilitator.core.intents import Intent
from facilitator.core.mentions import with_mentions
from facilitator.core.roles.concerns import handoffs_due
from facilitator.core.roles.standing import missing
from facilitator.core.roles.wording import next_words
from facilitator.core.selection import (
    Asking,
    asking,
    leading,
    nominations,
    proposed,
    selection_here,
    standing_objections,
)
from facilitator.core.tenure import Role, Term
from facilitator.core.words import called, plain, sentence, short, short_date
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError

BECAUSE = " because "
FORMS = "next", "shadow", "led", "tick", "confirm", "done", "left", "know", "sign"


@does("nominate")
def nominate(desk: Desk, words: str) -> None:
    """Whom the speaker nominates, and why; once somebody is proposed, an objection."""
    step = _selection(desk)
    if asking(desk.meeting, step) in (Asking.CONSENT, Asking.CHOSEN):
        _object(desk, step, words)
        return
    said = nominations(desk.meeting, step)
    if not words:
        told = [_nominated(desk, each) for each in said.values()]
        desk.say(*told or ["Nobody is nominated yet."])
        return
    by, rest = _speaker(desk, words)
    name, _, why = rest.partition(BECAUSE)
    person = finding.person(name, desk.meeting, desk.names)
    desk.do(intents.Nominate(step, by, person, _text(desk, why)))


def _selection(desk: Desk) -> str:
    step = desk.meeting.step_id
    if step is None or selection_here(desk.meeting) is None:
        raise LineError("Nobody is chosen at this step.")
    return step


def _nominated(desk: Desk, each: Nomination) -> str:
    why = plain(each.reason, desk.names)
    words = f"{called(each.by, desk.names)}: {called(each.person, desk.names)}"
    return sentence(f"{words}, {why}" if why else words)


def _speaker(desk: Desk, words: str) -> tuple[PersonId, str]:
    """Who says it: whoever is named before a colon, else who speaks."""
    before, colon, after = words.partition(":")
    if colon:
        return finding.person(before, desk.meeting, desk.names), after.strip()
    turn = desk.meeting.turn
    if turn is None:
        raise LineError("Nobody speaks. Who says it? Put a name and a colon first, as in ana: …")
    return turn.person, words


def _object(desk: Desk, step: str, words: str) -> None:
    proposal = proposed(desk.meeting, step)
    if proposal is None:
        raise LineError("Nobody is proposed yet.")
    standing = standing_objections(desk.meeting, proposal)
    if not words:
        told = [
            f"{place} {called(each.person, desk.names)}: {plain(each.reason, desk.names)}"
            for place, each in enumerate(standing, start=1)
        ]
        desk.say(*told or ["Nothing stands in the way."])
        return
    first, _, how = words.partition(" ")
    if first.isdecimal():
        objection = standing[finding.number(first, len(standing), "objection")]
        desk.do(intents.IntegrateObjection(objection.id, _text(desk, how)))
        return
    by, why = _speaker(desk, words)
    desk.do(intents.Object(proposal.id, by, _text(desk, why)))


@does("propose")
def propose(desk: Desk, words: str) -> None:
    """Propose somebody: whom most nominate, or whoever is named."""
    step = _selection(desk)
    now = proposed(desk.meeting, step)
    person = leading(desk.meeting, step)
    if words:
        person = finding.person(words, desk.meeting, desk.names)
    if person == NOBODY:
        raise LineError("Nobody was nominated yet. propose NAME proposes somebody.")
    desk.move(intents.Propose(step, person, now.id if now is not None else ""))


@does("handoff")
def handoff(desk: Desk, words: str) -> None:
    """Handoffs that are due; with a role, what it lacks; with more, what was done."""
    state, names = desk.session.state, desk.names
    due = handoffs_due(state, desk.session.today)
    if not due:
        raise LineError("No stewardship changes hands just now.")
    if not words:
        desk.say(*(f"{at} {_due(desk, *each)}" for at, each in enumerate(due, start=1)))
        return
    (role, term), rest = _meant(words, due)
    if not rest:
        lacking = missing(role, term, names)
        desk.say(_due(desk, role, term), *(sentence(f"Missing: {each}") for each in lacking))
        return
    form, _, more = rest.partition(" ")
    form = finding.one_of(form, FORMS, "part of a handoff")
    desk.do(_HANDED[form](desk, role, term, more.strip()))


def _due(desk: Desk, role: Role, term: Term) -> str:
    names = desk.names
    far = next_words(role, term, names) or "nobody is next"
    ends = f"{called(term.person, names)} until {short_date(term.ends)}"
    return sentence(f"{short(role.name)}: {ends}; {far}")


def _meant(words: str, due: list[tuple[Role, Term]]) -> tuple[tuple[Role, Term], str]:
    """The handoff that words begin with, by number, name or the first letters; and the rest."""
    first, _, rest = words.partition(" ")
    if first.isdecimal():
        return due[finding.number(first, len(due), "handoff")], rest.strip()
    lowered = words.casefold()
    whole = [each for each in due if f"{lowered} ".startswith(f"{each[0].name.casefold()} ")]
    if len(whole) == 1:
        return whole[0], words[len(whole[0][0].name) :].strip()
    names = [role.name for role, _ in due]
    return due[finding.meant(first, names, f"{first} does not change hands.")], rest.strip()


def _person(desk: Desk, words: str) -> PersonId:
    return finding.person(words, desk.meeting, desk.names)


def _skill(role: Role, words: str) -> str:
    if not role.skills:
        raise LineError(f"{role.name} has no list of skills.")
    otherwise = f"{words} is not on the list of {role.name}."
    return role.skills[finding.meant(words, role.skills, otherwise)]


def _text(desk: Desk, words: str) -> Text:
    here = {each: desk.names[each] for each in desk.meeting.seats if each in desk.names}
    return with_mentions(words.strip(), here) if words.strip() else ()


_HANDED: dict[str, Callable[[Desk, Role, Term, str], Intent]] = {
    "next": lambda desk, _, term, words: intents.NameSuccessor(term.id, _person(desk, words)),
    "shadow": lambda _, __, term, ___: intents.BeginShadowing(term.id),
    "led": lambda _, __, term, ___: intents.RecordLed(term.id),
    "tick": lambda _, role, term, words: intents.TickSkill(term.id, _skill(role, words)),
    "confirm": lambda _, role, term, words: intents.ConfirmSkill(term.id, _skill(role, words)),
    "done": lambda desk, _, term, words: intents.TellHandoff(term.id, done=_text(desk, words)),
    "left": lambda desk, _, term, words: intents.TellHandoff(term.id, left=_text(desk, words)),
    "know": lambda desk, _, term, words: intents.TellHandoff(term.id, know=_text(desk, words)),
    "sign": lambda desk, _, term, words: intents.SignHandoff(term.id, _person(desk, words)),
}
