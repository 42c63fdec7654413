"""Roles, terms and handoffs as rows; dates are ISO dates in the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.core.state import State
from facilitator.core.tenure import Role, Term
from facilitator.journal.slots import Key, Row, TableOfRows, each, stored


def _role_row(role: Role) -> Row:
    return {
        "id": role.id,
        "meeting": role.meeting or None,
        "step": role.step or None,
        "name": role.name,
        "kind": role.kind.value,
        "purpose": role.purpose,
        "weekly": "\n".join(role.weekly),
        "skills": "\n".join(role.skills),
        "days": 0 if role.months else role.days,
        "months": role.months,
        "dropped": role.dropped_on or None,
        "merged_into": role.merged_into or None,
    }


def _term_row(role: Role, term: Term) -> Row:
    return {
        "id": term.id,
        "role": role.id,
        "meeting": term.meeting or None,
        "person": term.person,
        "starts": term.starts,
        "ends": term.ends,
        "selected": int(term.selected),
        "reasons": "\n".join(map(stored, term.reasons)) or None,
        "renews": term.renews or None,
        "takes_over": term.takes_over or None,
        "over": term.over_on or None,
        "ending": term.ending.value if term.ending is not None else None,
        "reason": stored(term.reason) or None,
    }


def _handoff_row(role: Role, term: Term) -> Row:
    return {
        "term": term.id,
        "role": role.id,
        "holder": term.person,
        "successor": term.successor,
        "named": term.named_on or None,
        "shadowing": term.shadowing_on or None,
        "led": term.led_on or None,
        "holder_signed": term.signed.get(term.person),
        "successor_signed": term.signed.get(term.successor),
        "was_done": stored(term.handoff.done) or None,
        "is_left": stored(term.handoff.left) or None,
        "to_know": stored(term.handoff.know) or None,
    }


def _skill_rows(role: Role, term: Term) -> Iterator[Row]:
    for skill in dict.fromkeys((*role.skills, *term.ticked, *term.confirmed)):
        yield {
            "term": term.id,
            "skill": skill,
            "ticked": term.ticked.get(skill),
            "confirmed": term.confirmed.get(skill),
        }


def _of_roles(rows_of: Callable[[Role], list[Row]]) -> TableOfRows:
    """A table whose rows are written together for each role that was ever held."""

    def keys(state: State) -> Iterator[Key]:
        return ((role.id,) for role in state.roles.values() if role.terms)

    def rows(state: State, key: Key) -> list[Row]:
        role = state.roles.get(key[0])
        return rows_of(role) if role is not None else []

    return TableOfRows(("role",), keys, rows)


def _handed(role: Role) -> list[Term]:
    return [term for term in role.terms if term.successor]


TABLES_OF_ROLES: dict[str, TableOfRows] = {
    "roles": each(lambda state: state.roles, _role_row),
    "terms": _of_roles(lambda role: [_term_row(role, term) for term in role.terms]),
    "handoffs": _of_roles(lambda role: [_handoff_row(role, term) for term in _handed(role)]),
    "handoff_skills": _of_roles(
        lambda role: [
            {"role": role.id, **row} for term in _handed(role) for row in _skill_rows(role, term)
        ]
    ),
}
