"""From one role to the parts of its page: pure, and without a word of layout."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from facilitator.core.roles.board import Place
from facilitator.core.roles.history import (
    began_words,
    dated,
    ended_words,
    goes_on,
    let_go_words,
    reasons_words,
    served_words,
    training_words,
)
from facilitator.core.roles.standing import Standing
from facilitator.core.roles.wording import held_words, next_words
from facilitator.core.state import State
from facilitator.core.tenure import Ending, Handoff, Role, Term
from facilitator.core.words import Names, called, length, plain
from facilitator.ui.role_words import WORRIES, concern_said
from facilitator.ui.roles import GLYPHS
from facilitator.ui.text import fit
from facilitator.ui.views import Paragraph, Tone

LONGEST = 600
"""Cells of one thing that are shown: nobody can fill the page with a single line."""


class Part(Struct, frozen=True):
    """One part of the page.

    Attributes:
        title: what stands in its frame.
        lines: what is in it.
        beside: whether it stands in the second column where there are two.
    """

    title: str
    lines: tuple[Paragraph, ...]
    beside: bool = False


def role_page(place: Place, state: State, day: str, names: Names) -> tuple[Part, ...]:
    """Everything that is known of one role on an ISO date; parts with nothing in them left out."""
    role = place.role
    term = place.held[0] if len(place.held) == 1 else None
    parts = [
        Part("What it is", tuple(_what(role))),
        Part("Now", tuple(_now(place, state, day, names))),
        Part("What the handoff lacks", tuple(_items(place.lacks, "○"))),
        Part("Skills to pass on", tuple(_skills(role, term, day, names))),
        Part("Week by week", tuple(_items(role.weekly, "·")), beside=True),
        Part("The handoff in words", tuple(_told(term, names)), beside=True),
        Part("Everyone who had it", tuple(_history(role, day, names)), beside=True),
    ]
    return tuple(part for part in parts if part.lines)


def _what(role: Role) -> Iterable[Paragraph]:
    if role.purpose:
        yield Paragraph(Tone.SAY, fit(role.purpose, LONGEST))
    yield Paragraph(Tone.HINT, f"{role.kind.value}, {length(role.days, role.months)} a term")
    if role.called_before:
        before = ", ".join(f"“{fit(name, 60)}”" for name in role.called_before)
        yield Paragraph(Tone.HINT, f"called before: {before}")


def _now(place: Place, state: State, day: str, names: Names) -> Iterable[Paragraph]:
    role, glyph = place.role, GLYPHS[place.standing]
    if place.standing is Standing.DROPPED:
        why = plain(role.dropped_why, names)
        words = f"not needed since {dated(role.dropped_on, day)}{f': {why}' if why else ''}"
        yield Paragraph(Tone.ITEM, fit(words, LONGEST), glyph)
        return
    yield Paragraph(Tone.ITEM, fit(held_words(role, day, names), LONGEST), glyph)
    if len(place.held) == 1 and (following := next_words(role, place.held[0], names)):
        yield Paragraph(Tone.ITEM, fit(following, LONGEST), "→")
    for concern in place.concerns:
        words = concern_said(concern, state, names)[1]
        yield Paragraph(Tone.ITEM, fit(words, LONGEST), WORRIES[concern.matter][0])
    if trained := let_go_words(role, day, names):
        yield Paragraph(Tone.ITEM, fit(trained, LONGEST), "→")


def _items(lines: Iterable[str], mark: str) -> Iterable[Paragraph]:
    return (Paragraph(Tone.ITEM, fit(words, LONGEST), mark) for words in lines)


def _skills(role: Role, term: Term | None, day: str, names: Names) -> Iterable[Paragraph]:
    """Each skill: confirmed by whom and when, ticked by whom and when, or neither."""
    for skill in role.skills:
        words = fit(skill, LONGEST)
        if term is None or not term.successor or skill not in term.ticked:
            yield Paragraph(Tone.ITEM, words, "·")
        elif skill in term.confirmed:
            who, when = called(term.person, names), dated(term.confirmed[skill], day)
            yield Paragraph(Tone.DONE, words, "✓", f"confirmed by {who}, {when}")
        else:
            who, when = called(term.successor, names), dated(term.ticked[skill], day)
            yield Paragraph(Tone.ITEM, words, "◑", f"ticked by {who}, {when}")


def _told(term: Term | None, names: Names) -> Iterable[Paragraph]:
    handoff = term.handoff if term is not None else Handoff()
    for text, what in (
        (handoff.done, "was done"),
        (handoff.left, "is left"),
        (handoff.know, "is good to know"),
    ):
        if text:
            yield Paragraph(Tone.ITEM, fit(plain(text, names), LONGEST), "›", what)


def _history(role: Role, day: str, names: Names) -> Iterable[Paragraph]:
    """Every term, the latest first: who, when, how it began and ended, why; who was in training."""
    for term in reversed(role.terms):
        how = [
            began_words(role, term, names),
            ended_words(role, term, names),
            training_words(role, term, day, names),
        ]
        why = [f"“{reason}”" for reason in reasons_words(term, names)]
        who = fit(called(term.person, names), 40)
        yield Paragraph(
            Tone.ITEM,
            f"{who}, {served_words(role, term, day)}",
            _mark(role, term, day),
            fit("; ".join([*filter(None, how), *why]), LONGEST),
        )


def _mark(role: Role, term: Term, day: str) -> str:
    if goes_on(role, term, day):
        return "▸"
    return {Ending.EMERGENCY: "▲", Ending.NOT_CHOSEN: "×"}.get(term.ending or Ending.LAPSED, "✓")
