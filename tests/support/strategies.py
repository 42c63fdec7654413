"""Generated facts: of every kind, well formed, and pointing anywhere."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from msgspec.structs import fields

from facilitator.core import agenda, measures
from facilitator.core.agenda import Agenda, ClockStyle, Filing
from facilitator.core.events import (
    Body,
    Direction,
    Floor,
    Hat,
    Lacking,
    Mention,
    Outcome,
    RoleKind,
    Sense,
    Setting,
    SkillSort,
    Stop,
    Wish,
)
from facilitator.core.facts import KINDS, Fact, Unknown, identity
from facilitator.core.forms import Kind
from support.play import Move

LAMPORTS = st.integers(1, 14)
IDS = st.one_of(
    st.builds(identity, LAMPORTS, st.sampled_from(("a", "b"))),
    st.sampled_from(("", "step-1", "step-2", "step-3", "1@a")),
    st.text(max_size=6),
)
WORDS = st.text(max_size=30)
LONG = st.integers(-(2**63), 2**63 - 1)
TEXTS = st.lists(st.one_of(WORDS, st.builds(Mention, IDS)), max_size=4).map(tuple)
"""A text that a person typed: words and people."""

_TITLES = st.text(min_size=1, max_size=12).filter(
    lambda title: not title.isspace() and bool(title.strip())
)
_OPENINGS = st.builds(
    agenda.RoleOpening,
    _TITLES,
    WORDS,
    st.integers(1, measures.MOST_ROLE_DAYS),
    st.integers(0, 12),
    st.one_of(st.none(), st.sampled_from(RoleKind)),
    st.lists(_TITLES, max_size=2).map(tuple),
    st.lists(_TITLES, max_size=2).map(tuple),
)
_EVERY_STEP: dict[str, st.SearchStrategy[Any]] = {
    "title": _TITLES,
    "minutes": st.integers(0, 90),
    "clock": st.sampled_from(agenda.ClockStyle),
    "script": WORDS,
}
STEPS: st.SearchStrategy[Any] = st.one_of(
    st.builds(agenda.Opening, **_EVERY_STEP, agreements=st.lists(_TITLES, max_size=2).map(tuple)),
    st.builds(
        agenda.Round,
        **_EVERY_STEP,
        prompt=_TITLES,
        seconds_each=st.integers(5, 600),
        rounds=st.integers(1, 3),
        filing=st.sampled_from(Filing),
    ),
    st.builds(
        agenda.Discussion,
        **_EVERY_STEP,
        prompt=_TITLES,
        seconds_each=st.integers(5, 600),
        filing=st.sampled_from(Filing),
    ),
    st.builds(agenda.Muster, **_EVERY_STEP, prompt=_TITLES),
    st.builds(agenda.Roles, **_EVERY_STEP, openings=st.lists(_OPENINGS, max_size=2).map(tuple)),
    st.builds(
        agenda.Selection,
        **_EVERY_STEP,
        role=_TITLES,
        months=st.integers(0, 12),
        skills=st.lists(_TITLES, max_size=2).map(tuple),
        seconds_each=st.integers(5, 600),
    ),
    st.builds(agenda.Handoffs, **_EVERY_STEP),
    st.builds(agenda.Commitments, **_EVERY_STEP),
    st.builds(agenda.Break, **_EVERY_STEP),
    st.builds(agenda.Closing, **_EVERY_STEP),
)
AGENDAS = st.builds(
    Agenda,
    title=_TITLES,
    purpose=WORDS,
    occasion=st.one_of(st.none(), st.sampled_from(agenda.Occasion)),
    steps=st.lists(STEPS, min_size=1, max_size=4).map(tuple),
)

_BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: IDS,
    int: LONG,
    bool: st.booleans(),
    Agenda: AGENDAS,
    Filing: st.sampled_from(Filing),
    Kind: st.sampled_from(Kind),
    Direction: st.sampled_from(Direction),
    Hat: st.sampled_from(Hat),
    Outcome: st.sampled_from(Outcome),
    Floor: st.sampled_from(Floor),
    Wish: st.sampled_from(Wish),
    Stop: st.sampled_from(Stop),
    Lacking: st.sampled_from(Lacking),
    Setting: st.sampled_from(Setting),
    ClockStyle | None: st.one_of(st.none(), st.sampled_from(ClockStyle)),
    agenda.AnyStep: STEPS,
    Sense: st.sampled_from(Sense),
    Sense | None: st.one_of(st.none(), st.sampled_from(Sense)),
    SkillSort | None: st.one_of(st.none(), st.sampled_from(SkillSort)),
    RoleKind | None: st.one_of(st.none(), st.sampled_from(RoleKind)),
    tuple[str, ...]: st.lists(IDS, max_size=3).map(tuple),
    tuple[str | Mention, ...]: TEXTS,
    tuple[tuple[str | Mention, ...], ...]: st.lists(TEXTS, max_size=2).map(tuple),
}


def bodies_of(kind: type[Body]) -> st.SearchStrategy[Body]:
    """Bodies of one kind, whatever its fields are."""
    return st.builds(kind, **{field.name: _BY_TYPE[field.type] for field in fields(kind)})


BODIES: st.SearchStrategy[Body] = st.one_of(*(bodies_of(kind) for kind in KINDS.values()))
UNKNOWNS = st.builds(
    Unknown, st.text(max_size=9), st.integers(1, 9), st.binary(max_size=9), st.just("newer")
)


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Facts in no sensible order, most of them about one meeting that was called."""
    called = Fact("1@a", 1, "a", 0, "t1", "1@a", "1@a", draw(bodies_of(KINDS["meeting-gathered"])))
    wild = draw(st.lists(_wild_facts(), max_size=20))
    return [called, *wild] if draw(st.integers(0, 9)) else wild


@st.composite
def _wild_facts(draw: st.DrawFn) -> Fact:
    lamport, replica = draw(LAMPORTS), draw(st.sampled_from(("a", "b")))
    own = identity(lamport, replica)
    return Fact(
        id=draw(st.one_of(st.just(own), IDS)),
        lamport=lamport,
        replica=replica,
        at=draw(st.one_of(st.integers(0, 10**6), LONG)),
        terminal=draw(st.sampled_from(("t1", "t2"))),
        action=draw(st.one_of(st.just(own), IDS)),
        meeting=draw(st.one_of(st.just("1@a"), st.just("1@a"), IDS)),
        body=draw(st.one_of(BODIES, BODIES, BODIES, UNKNOWNS)),
    )


def moves(most: int = 40, least: int = 0) -> st.SearchStrategy[list[Move]]:
    """What people press at two terminals, as numbers that pick from what they may wish."""
    move = st.tuples(st.sampled_from(("t1", "t2")), st.integers(0, 10**6), st.integers(0, 100_000))
    return st.lists(move, min_size=least, max_size=most)
