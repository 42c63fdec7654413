"""How the next one is trained, and how a term comes to its end."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import on
from facilitator.core.effects_on_skills import learn
from facilitator.core.events import FactId
from facilitator.core.facts import Fact
from facilitator.core.state import State
from facilitator.core.tenure import Ending, Handoff, Term


def _change(state: State, term_id: FactId, change: Callable[[Term], Term]) -> None:
    """Change a term that runs; one that is over, or unknown, stays as it is."""
    found = state.term(term_id)
    if found is None or not found[1].runs:
        return
    role = found[0]
    terms = tuple(change(each) if each.id == term_id else each for each in role.terms)
    state.roles[role.id] = replace(role, terms=terms)


@on(events.SuccessorNamed)
def _named(state: State, _fact: Fact, body: events.SuccessorNamed) -> None:
    def change(term: Term) -> Term:
        if body.person == term.successor:
            return term
        return replace(
            term,
            successor=body.person,
            named_on=body.on if body.person else "",
            shadowing_on="",
            led_on="",
            ticked={},
            confirmed={},
            signed={},
        )

    _change(state, body.term, change)


@on(events.ShadowingBegan)
def _shadowing(state: State, _fact: Fact, body: events.ShadowingBegan) -> None:
    _change(
        state,
        body.term,
        lambda term: replace(term, shadowing_on=term.shadowing_on or body.on),
    )


@on(events.SuccessorLed)
def _led(state: State, _fact: Fact, body: events.SuccessorLed) -> None:
    _change(state, body.term, lambda term: replace(term, led_on=term.led_on or body.on))


@on(events.SkillTicked)
def _ticked(state: State, _fact: Fact, body: events.SkillTicked) -> None:
    _change(
        state,
        body.term,
        lambda term: replace(term, ticked={body.skill: body.on, **term.ticked}),
    )


@on(events.SkillConfirmed)
def _confirmed(state: State, fact: Fact, body: events.SkillConfirmed) -> None:
    found = state.term(body.term)
    if found is not None and found[1].runs and found[1].successor:
        # Whoever the holder says it of has learned it from them; it is not said twice.
        learn(state, fact, body.skill, found[1].successor, found[1].person, body.on)
    _change(
        state,
        body.term,
        lambda term: replace(term, confirmed={body.skill: body.on, **term.confirmed}),
    )


@on(events.HandoffTold)
def _told(state: State, _fact: Fact, body: events.HandoffTold) -> None:
    told = Handoff(body.done, body.left, body.know)
    _change(state, body.term, lambda term: replace(term, handoff=told))


@on(events.HandoffSigned)
def _signed(state: State, _fact: Fact, body: events.HandoffSigned) -> None:
    _change(
        state,
        body.term,
        lambda term: replace(term, signed={body.person: body.on, **term.signed}),
    )


@on(events.TermReleased)
def _released(state: State, _fact: Fact, body: events.TermReleased) -> None:
    def change(term: Term) -> Term:
        ending = Ending.GIVEN_BACK
        if body.emergency:
            ending = Ending.EMERGENCY
        elif term.successor and {term.person, term.successor} <= term.signed.keys():
            ending = Ending.HANDED_OVER
        return replace(term, over_on=body.on, ending=ending, reason=body.reason)

    _change(state, body.term, change)
