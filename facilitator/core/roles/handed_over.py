"""Handovers that stand: whether each successor is trained still, as the journal is or would be.

What a handover rests on can be taken back one by one, as anything can. As long as the handover
stands that would leave a role with somebody whom nobody trained, so the handover goes first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from facilitator.core.events import FactId, HandoffSigned, PersonId, TermReleased, Undone
from facilitator.core.facts import Fact
from facilitator.core.fold import fold, taken_back
from facilitator.core.roles.standing import unsigned, untrained
from facilitator.core.state import State
from facilitator.core.telling_of_roles import TELLINGS_OF_ROLES
from facilitator.core.words import Names, listed, sentence

_OF_ROLES = tuple(TELLINGS_OF_ROLES)


def undoing_refused(state: State, action: FactId, names: Names) -> str:
    """Why an action can't be taken back, a sentence: a handover that stands rests on it.

    Nothing if it can. To take back an undoing is to do again what it undid.
    """
    if not _about_roles(state, action):
        return ""
    after = taken_back([*state.facts, _undoing(state.facts[-1], action)])
    wanting = _wanting(state.facts, after, names)
    if not wanting:
        return ""
    before = _wanting(state.facts, state.struck, names)
    for handover, (release, lacking) in wanting.items():
        if handover in state.struck:
            return f"{_role(state, release)} can't be handed over again: {sentence(lacking)}"
        if handover not in before:
            return f"{_role(state, release)} was handed over since. Take that back first."
    return ""


def _role(state: State, term: FactId) -> str:
    role = state.roles.get(state.role_of_term.get(term, ""))
    return role.name if role is not None else "That role"


def _about_roles(state: State, action: FactId) -> bool:
    """Whether an action, or one that it takes back, is about roles."""
    wanted = {action}
    for fact in reversed(state.facts):
        if fact.action not in wanted:
            continue
        if isinstance(fact.body, Undone):
            wanted.add(fact.body.target)
        elif isinstance(fact.body, _OF_ROLES):
            return True
    return False


def _undoing(last: Fact, action: FactId) -> Fact:
    return Fact("", last.lamport + 1, last.replica, last.at, "", "", "", Undone(action))


def _wanting(
    facts: Iterable[Fact], struck: Collection[FactId], names: Names
) -> dict[FactId, tuple[FactId, str]]:
    """The handovers in force before which something is missing: the term of each, and what."""
    state = State()
    found: dict[FactId, tuple[FactId, str]] = {}
    actions: dict[FactId, list[Fact]] = {}
    for fact in facts:
        if isinstance(fact.body, _OF_ROLES) and fact.action not in struck:
            actions.setdefault(fact.action, []).append(fact)
    for action, done in actions.items():
        signers = {each.body.person for each in done if isinstance(each.body, HandoffSigned)}
        terms = [each.body.term for each in done if isinstance(each.body, TermReleased)]
        for term in terms if signers else ():
            if lacking := _lacking(state, term, signers, names):
                found[action] = term, lacking
        state = fold(done, onto=state)
    return found


def _lacking(state: State, term_id: FactId, signers: Collection[PersonId], names: Names) -> str:
    """What is missing before a handover is signed last, a few words each."""
    found = state.term(term_id)
    if found is None or not found[1].runs:
        return ""
    role, term = found
    signed = replace(term, signed={**term.signed, **dict.fromkeys(signers, "")})
    return listed([*untrained(role, term, names), *unsigned(signed, names)])
