"""Roles as lines of text and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.core.events import PersonId
from facilitator.core.roles.board import Place
from facilitator.core.roles.concerns import concern_words
from facilitator.core.roles.history import let_go_words, training_words
from facilitator.core.roles.wording import held_words, next_words
from facilitator.core.state import State
from facilitator.core.tenure import Role, Term
from facilitator.core.words import called, length, listed, plain, short_date
from facilitator.ui.text import column, visible

Names = Mapping[PersonId, str]

NAME_CELLS = 28


def lines(places: list[Place], state: State, day: str, names: Names) -> Iterator[str]:
    """The board: roles under how they stand, then what the group should look at."""
    heading = ""
    for place in places:
        if place.standing.value != heading:
            heading = place.standing.value
            yield heading.capitalize()
        yield f"  {_row(place, day, names)}"
    worries = [each for place in places for each in place.concerns]
    if worries:
        yield ""
        yield "To look at"
    for concern in worries:
        yield f"  ! {visible(concern_words(concern, state, names))}"


def _row(place: Place, day: str, names: Names) -> str:
    role = place.role
    says = [] if role.dropped_on else [held_words(role, day, names)]
    if len(place.held) == 1:
        says.append(next_words(role, place.held[0], names))
    elif not place.held and role.purpose:
        says.append(role.purpose)
    return f"{column(role.name, NAME_CELLS)}  {visible('; '.join(filter(None, says)))}".rstrip()


def story(place: Place, day: str, names: Names) -> Iterator[str]:
    """One role: what it is, what its handoff lacks, and every holder, the latest first."""
    role = place.role
    yield f"{visible(role.name)}: {role.kind.value}, {length(role.days, role.months)}"
    if role.purpose:
        yield f"  {visible(role.purpose)}"
    for heading, said in (("Week by week", role.weekly), ("Skills to pass on", role.skills)):
        if said:
            yield f"{heading}:"
            yield from (f"  - {visible(each)}{_passed(place, each, names)}" for each in said)
    if role.called_before:
        yield f"Called before: {visible(listed(role.called_before))}"
    yield from _now(place, day, names)
    if role.terms:
        yield "Who had it:"
    for term in reversed(role.terms):
        yield f"  {_served(term, names)}"
        if trained := training_words(role, term, day, names):
            yield f"    {visible(trained)}"


def _now(place: Place, day: str, names: Names) -> Iterator[str]:
    yield f"Now: {place.standing.value}"
    for term in place.held:
        yield f"  {visible(called(term.person, names))} until {short_date(term.ends)}"
        if told := next_words(place.role, term, names):
            yield f"  {visible(told)}"
        yield from _handed(term, names)
    if trained := let_go_words(place.role, day, names):
        yield f"  {visible(trained)}"
    for each in place.lacks:
        yield f"  missing: {visible(each)}"


def _passed(place: Place, skill: str, names: Names) -> str:
    if len(place.held) != 1 or skill not in place.held[0].ticked:
        return ""
    term = place.held[0]
    ticked = f" (ticked by {called(term.successor, names)} {short_date(term.ticked[skill])}"
    if skill in term.confirmed:
        return visible(f"{ticked}, confirmed {short_date(term.confirmed[skill])})")
    return visible(f"{ticked}, not confirmed)")


def _handed(term: Term, names: Names) -> Iterator[str]:
    said = term.handoff
    for what, text in (("done", said.done), ("left", said.left), ("to know", said.know)):
        if words := plain(text, names):
            yield f"  {what}: {visible(words)}"


def _served(term: Term, names: Names) -> str:
    who = called(term.person, names)
    how = "chosen" if term.selected else "renewed" if term.renews else ""
    how = how or ("handed over" if term.takes_over else "claimed")
    ended = f"{term.ending.value} {term.over_on}" if term.ending is not None else "has it"
    why = f": {plain(term.reason, names)}" if term.reason else ""
    reasons = "; ".join(plain(each, names) for each in term.reasons)
    chosen_for = f" for: {reasons}" if reasons else ""
    return visible(f"{term.starts} – {term.ends}  {who}, {how}{chosen_for}, {ended}{why}")


def data(place: Place, state: State, names: Names) -> dict[str, Any]:
    """One role as plain data; people by name, dates as ISO dates."""
    role = place.role
    return {
        "id": role.id,
        "name": role.name,
        "kind": role.kind.value,
        "purpose": role.purpose,
        "weekly": list(role.weekly),
        "skills": list(role.skills),
        "days": 0 if role.months else role.days,
        "months": role.months,
        "state": place.standing.value,
        "held": [term_data(term, names) for term in place.held],
        "missing": list(place.lacks),
        "concerns": [
            {"what": each.matter.value, "words": concern_words(each, state, names)}
            for each in place.concerns
        ],
    }


def history(role: Role, names: Names) -> list[dict[str, Any]]:
    """Every term that was served in a role, in order, as plain data."""
    return [term_data(term, names) for term in role.terms]


def term_data(term: Term, names: Names) -> dict[str, Any]:
    """A term as plain data."""
    return {
        "id": term.id,
        "person": called(term.person, names),
        "starts": term.starts,
        "ends": term.ends,
        "selected": term.selected,
        "reasons": [plain(each, names) for each in term.reasons],
        "successor": called(term.successor, names) if term.successor else None,
        "named": term.named_on or None,
        "shadowing": term.shadowing_on or None,
        "led": term.led_on or None,
        "ticked": term.ticked,
        "confirmed": term.confirmed,
        "signed": {called(person, names): on for person, on in term.signed.items()},
        "over": term.over_on or None,
        "ending": term.ending.value if term.ending is not None else None,
        "reason": plain(term.reason, names) or None,
    }
