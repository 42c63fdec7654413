"""The terms of a role in words: from when until when, how each began, and how it ended."""

from __future__ import annotations

from facilitator.core.tenure import Ending, Role, Term
from facilitator.core.terms import day_of
from facilitator.core.words import Names, called, plain, short_date


def dated(iso: str, today: str) -> str:
    """``Fri 30 Oct``; with its year where that is another one than today's."""
    return short_date(iso) if iso[:4] == today[:4] or day_of(iso) is None else _with_year(iso)


def _with_year(iso: str) -> str:
    return f"{short_date(iso)} {iso[:4]}"


def served_words(role: Role, term: Term, today: str) -> str:
    """``Mon 3 Aug – Fri 30 Oct``; behind it *and on*, where it was to be handed over by then."""
    until = term.over_on or term.ends
    words = f"{dated(term.starts, today)} – {dated(until, today)}"
    late = term.runs and role.kind.handed_over and term.ends <= today
    return f"{words}, and on" if late else words


def goes_on(role: Role, term: Term, today: str) -> bool:
    """Whether a term is in force on an ISO date."""
    return term in role.held_on(today)


def began_words(role: Role, term: Term, names: Names) -> str:
    """How a term began: claimed, renewed, handed over by whom, or chosen by the circle."""
    if term.selected:
        return "chosen by the circle"
    if term.renews:
        return "renewed"
    before = next((each for each in role.terms if each.id == term.takes_over), None)
    if before is not None:
        return f"handed over by {called(before.person, names)}"
    return "handed over" if term.takes_over else "claimed"


def ended_words(role: Role, term: Term, names: Names) -> str:
    """How a term ended, with the reason; nothing while it runs."""
    if term.ending is None:
        return ""
    why = plain(term.reason, names)
    words = term.ending.value
    if term.ending is Ending.HANDED_OVER:
        words = f"handed over to {called(term.successor, names)}"
    elif term.ending is Ending.NOT_CHOSEN:
        chosen = next((each for each in role.terms if _instead(each, term)), None)
        if chosen is not None:
            words = f"not chosen: the circle decided for {called(chosen.person, names)}"
    return f"{words}: {why}" if why else words


def training_words(role: Role, term: Term, today: str, names: Names) -> str:
    """How far the next one was trained when a term was let go of: what their work was worth.

    ``Bo was to be next, named Mon 4 Jan, shadowing since Tue 5 Jan; had not led it once;
    confirmed: “Keys”; ticked: “Ordering”``. Nothing while the term runs, of one that nobody was to
    have next, and of one that was handed over, since whoever has it then was trained.
    """
    if term.runs or not term.successor or term.ending is Ending.HANDED_OVER:
        return ""
    parts = [f"{called(term.successor, names)} was to be next, named {dated(term.named_on, today)}"]
    if not term.shadowing_on:
        parts.append("had not shadowed yet")
    else:
        parts[0] += f", shadowing since {dated(term.shadowing_on, today)}"
        led = f"led once on {dated(term.led_on, today)}" if term.led_on else "had not led it once"
        parts.append(led)
    skills = [*dict.fromkeys((*role.skills, *term.ticked))]
    for how, some in (
        ("confirmed", [each for each in skills if each in term.confirmed]),
        ("ticked", [each for each in skills if each in term.ticked.keys() - term.confirmed.keys()]),
        ("not ticked", [each for each in skills if each not in term.ticked]),
    ):
        if some:
            parts.append(f"{how}: {', '.join(f'“{each}”' for each in some)}")
    return "; ".join(parts)


def let_go_words(role: Role, today: str, names: Names) -> str:
    """How far the next one was trained for a role that is open since an emergency, if anybody."""
    if not role.terms or not role.needed or role.held_on(today):
        return ""
    last = role.terms[-1]
    emergency = last.ending is Ending.EMERGENCY
    return training_words(role, last, today, names) if emergency else ""


def _instead(other: Term, term: Term) -> bool:
    """Whether another term went on when this one was not chosen."""
    if other.id == term.id or other.ending is Ending.NOT_CHOSEN:
        return False
    return other.starts <= term.over_on and (other.runs or other.over_on > term.over_on)


def reasons_words(term: Term, names: Names) -> list[str]:
    """Why the circle chose this person, as people said it."""
    return [plain(reason, names) for reason in term.reasons if plain(reason, names).strip()]
