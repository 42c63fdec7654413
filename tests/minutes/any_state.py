"""States that no circle would ever reach, but that the types allow."""

from __future__ import annotations

from typing import Any

from hostile import typed
from hypothesis import strategies as st

from facilitator.core import agenda as plans
from facilitator.core.agenda import Agenda, Filing
from facilitator.core.events import (
    Direction,
    Hat,
    Mention,
    Outcome,
    StepAdded,
    StepExtended,
    Stop,
    Wish,
)
from facilitator.core.facts import Fact
from facilitator.core.state import (
    Attendance,
    Commitment,
    Decision,
    Hand,
    HatChange,
    Meeting,
    NextMeeting,
    Note,
    Pause,
    Person,
    Role,
    Round,
    Span,
    State,
    StepVisit,
    Term,
    Turn,
)

_FACTS = ["", "1@a", "2@a", "2@b", "30@a", "x", "@", "9" * 30 + "@a", "²@a"]
_facts = st.sampled_from(_FACTS)
_people = st.sampled_from(["", "1@a", "2@a", "p", "q", "r"])
_steps = st.sampled_from(["", "step-1", "step-2", "step-3", "nowhere"])
_moments = st.one_of(
    st.integers(1_795_800_000_000, 1_795_810_000_000),
    st.integers(-(2**63), 2**63 - 1),
)
_texts = st.lists(st.one_of(typed, _people.map(Mention)), max_size=3).map(tuple)
_spans = st.builds(Span, _moments, st.none() | _moments)
_dates = st.sampled_from(["2026-11-27", "2027-01-10", "", "soon", "2026-02-30"]) | typed
_plans: st.SearchStrategy[Any] = st.one_of(
    st.builds(plans.Opening, title=typed, minutes=st.integers(0, 2000)),
    st.builds(plans.Round, title=typed, prompt=typed, minutes=st.integers(0, 90)),
    st.builds(plans.Discussion, title=typed, prompt=typed, minutes=st.integers(0, 90)),
    st.builds(plans.Muster, title=typed, prompt=typed, minutes=st.integers(0, 90)),
    st.builds(plans.Closing, title=typed),
)
_agendas = st.builds(Agenda, title=typed, steps=st.tuples(_plans))


def _keyed(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Things by their identity, as every fold has them."""
    return st.lists(values, max_size=4).map(lambda found: {each.id: each for each in found})


_attendance = st.builds(Attendance, _people, st.lists(_spans, max_size=3).map(tuple), st.booleans())
_turns = st.builds(
    Turn,
    id=_facts,
    person=_people,
    round=_facts,
    step=_steps,
    span=_spans,
    seconds=st.integers(-1000, 10_000),
    extended=st.integers(-100, 100),
    pauses=st.lists(_spans, max_size=2).map(tuple),
    outcome=st.none() | st.sampled_from(Outcome),
    hand=_facts,
    called=st.booleans(),
)
_hands = st.builds(
    Hand,
    id=_facts,
    at=_moments,
    step=_steps,
    person=_people,
    wish=st.sampled_from(Wish),
    place=st.integers(0, 40),
    answers=_facts,
    lowered=st.booleans(),
    turn=_facts,
)
_pauses = st.builds(
    Pause, _moments, st.none() | _moments, stop=st.sampled_from(Stop), reason=typed, until=_moments
)
_minutes = st.integers(-90, 90) | st.integers(-(2**63), 2**63 - 1)
_terms = st.builds(Term, _facts, _facts, _people, _dates, _dates)

meetings: st.SearchStrategy[Meeting] = st.builds(
    Meeting,
    id=_facts,
    title=typed,
    agenda=_agendas,
    utc_offset=st.integers(-5000, 5000),
    gathered=_moments,
    opened=st.none() | _moments,
    closed=st.none() | _moments,
    abandoned=st.booleans(),
    plan=st.lists(_steps, max_size=5),
    steps=st.dictionaries(_steps, _plans, max_size=3),
    seats=st.lists(_people, max_size=5),
    attendance=st.dictionaries(_people, _attendance, max_size=4),
    hats=st.dictionaries(st.sampled_from(Hat), _people),
    visits=st.lists(st.builds(StepVisit, _facts, _steps, _spans), max_size=5),
    rounds=_keyed(st.builds(Round, _facts, _steps, _people, st.sampled_from(Direction))),
    turns=_keyed(_turns),
    turns_in=st.dictionaries(_facts, st.lists(_facts, max_size=3), max_size=2),
    speaking=st.none() | _facts,
    pauses=st.lists(_pauses, max_size=4),
    hands=_keyed(_hands),
    dropped=st.dictionaries(_steps, st.booleans(), max_size=2),
    taken_up=st.dictionaries(_steps, st.tuples(_facts, _steps), max_size=2),
    agreed_minutes=st.dictionaries(_steps, _minutes, max_size=2),
    mustered=st.dictionaries(_steps, st.dictionaries(_people, _moments, max_size=3), max_size=2),
    hat_changes=st.lists(st.builds(HatChange, _moments, st.sampled_from(Hat), _people), max_size=4),
    notes=_keyed(
        st.builds(Note, _facts, _moments, _steps, _people, _texts, st.sampled_from(Filing))
    ),
    decisions=_keyed(st.builds(Decision, _facts, _moments, _steps, _texts)),
    next_meeting=st.builds(NextMeeting, _dates, _people, _people),
)
_changes: st.SearchStrategy[Any] = st.one_of(
    st.builds(StepAdded, _plans, _steps), st.builds(StepExtended, _steps, _minutes)
)
_changed = st.builds(
    Fact,
    _facts,
    st.integers(1, 40),
    st.just("a"),
    _moments,
    st.just("one"),
    _facts,
    _facts,
    _changes,
)
states: st.SearchStrategy[State] = st.builds(
    State,
    facts=st.lists(_changed, max_size=3),
    struck=st.sets(_facts, max_size=2),
    people=st.dictionaries(_people, st.builds(Person, _people, _moments, _facts), max_size=3),
    commitments=_keyed(
        st.builds(Commitment, _facts, _facts, _moments, _steps, _people, _texts, _dates)
    ),
    roles=_keyed(
        st.builds(
            Role,
            _facts,
            _facts,
            _steps,
            typed,
            typed,
            st.integers(-5, 500),
            st.lists(_terms, max_size=2).map(tuple),
        )
    ),
)
names = st.dictionaries(_people, typed)
moments = _moments
