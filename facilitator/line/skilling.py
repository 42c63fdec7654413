"""Skills in lines: what was used and wished for, who could practice with whom, what was learned."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.events import NOBODY, PersonId, Sense
from facilitator.core.forms import USED_SIGN, WISHED_SIGN
from facilitator.core.letters import plain_letters
from facilitator.core.placing import here_and_now, intent_for
from facilitator.core.skills.knowing import overview
from facilitator.core.skills.matching import (
    Match,
    match_words,
    matches,
    nobody_knows,
    nobody_words,
    reason_words,
)
from facilitator.core.skills.wording import known_words, skill_heading
from facilitator.core.telling import described
from facilitator.core.words import sentence
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError

FROM, WITH = " from ", " with "
MOST_LISTED = 40


def _file(desk: Desk, sign: str, words: str, sense: Sense | None = None) -> None:
    names = desk.names
    here = {person: names[person] for person in desk.meeting.seats if person in names}
    captured = understand(f"{sign} {words}", here)
    if captured.stranger:
        raise LineError(f"Nobody here is {captured.stranger}.")
    filed = intent_for(captured, here_and_now(desk.meeting))
    if sense is not None and isinstance(filed, intents.FileSkill):
        filed = intents.FileSkill(filed.person, filed.skills, sense, filed.step)
    desk.do(filed)


@does("used")
def used(desk: Desk, words: str) -> None:
    """Skills that somebody used; where people are asked what they teach, an offer."""
    _file(desk, USED_SIGN, words)


@does("wished")
def wished(desk: Desk, words: str) -> None:
    """Skills that somebody wishes for."""
    _file(desk, WISHED_SIGN, words)


@does("teaches")
def teaches(desk: Desk, words: str) -> None:
    """Skills that somebody offers to teach."""
    _file(desk, USED_SIGN, words, Sense.TEACHES)


@does("learned")
def learned(desk: Desk, words: str) -> None:
    """Somebody can do it now, and who showed it."""
    person, rest = finding.person_first(words, desk.meeting, desk.names)
    skill, found, teacher = rest.rpartition(FROM)
    if not found:
        skill, teacher = rest, ""
    shown_by = finding.person(teacher, desk.meeting, desk.names) if teacher else NOBODY
    desk.do(intents.LearnSkill(person, _known(desk, skill), shown_by))


def _known(desk: Desk, words: str) -> str:
    """A skill of the group by its name or the beginning of it; otherwise the words themselves."""
    skills = desk.session.state.skills
    begun = plain_letters(words.strip())
    if begun and skills.named(words) is None:
        fitting = [
            each.name
            for each in skills.known.values()
            if plain_letters(each.name).startswith(begun)
        ]
        if len(fitting) == 1:
            return fitting[0]
    return words


@does("pair")
def pair(desk: Desk, words: str) -> None:
    """Who could practice with whom, by number; take all pairs, one, or another."""
    found = _suggested(desk)
    if not words:
        desk.say(*_pairs(desk, found))
    elif words.casefold() == "all":
        if not found:
            raise LineError("No pair is suggested.")
        _take(desk, found)
    elif words.isdecimal():
        desk.do(_made(desk, found[finding.number(words, len(found), "pair")]))
    else:
        _another(desk, words)


def _take(desk: Desk, found: list[Match]) -> None:
    """Make every pair, in one action; tell each."""
    if desk.send(intents.MakePairings(tuple(_made(desk, each) for each in found))):
        desk.tell_others()
        state = desk.session.state
        made = [fact for fact in state.facts if fact.action == state.facts[-1].action]
        desk.say(*(sentence(described(each, state, desk.names)) for each in made))


def _suggested(desk: Desk) -> list[Match]:
    meeting = desk.meeting
    newcomers = {one for one, each in meeting.attendance.items() if each.newcomer}
    return matches(desk.session.state, newcomers, set(meeting.present))


def _made(desk: Desk, match: Match) -> intents.MakePairing:
    step = desk.meeting.step_id or ""
    return intents.MakePairing(match.skill, match.teacher, match.learner, step)


def _another(desk: Desk, words: str) -> None:
    who, colon, skill = words.partition(":")
    teacher, found, learner = who.partition(WITH)
    if not colon or not found:
        raise LineError("Who shows what to whom? pair bo with dee: first aid")
    one, other = (_person(desk, name) for name in (teacher, learner))
    step = desk.meeting.step_id or ""
    desk.do(intents.MakePairing(_known(desk, skill), one, other, step))


def _person(desk: Desk, name: str) -> PersonId:
    return finding.person(name, desk.meeting, desk.names)


def _pairs(desk: Desk, found: list[Match]) -> list[str]:
    state, names = desk.session.state, desk.names
    lines = [
        sentence(f"{at} {match_words(each, state, names)}: {reason_words(each, names)}")
        for at, each in enumerate(found, start=1)
    ]
    unmatched = nobody_knows(state, found, set(desk.meeting.present))
    lines += [sentence(nobody_words(each, names)) for each in unmatched]
    return lines or ["No pair is suggested. used and wished say who can do what."]


@does("skills")
def skills(desk: Desk, words: str) -> None:
    """What people can do and wish for; with words, only what they fit."""
    names = desk.names
    lines = [
        sentence(f"{skill_heading(each)}: {known_words(each, names)}")
        for each in overview(desk.session.state)
    ]
    wanted = plain_letters(words).split()
    fitting = [line for line in lines if all(each in plain_letters(line) for each in wanted)]
    if not fitting:
        raise LineError(f"No skill fits {words}." if words else "No skill is known yet.")
    more = len(fitting) - MOST_LISTED
    desk.say(*fitting[:MOST_LISTED], *([f"and {more} more"] if more > 0 else []))
