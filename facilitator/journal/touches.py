"""Which rows a fact can have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from facilitator.core import events
from facilitator.core.events import THE_FACT_ITSELF, Body
from facilitator.core.facts import Fact, Unknown
from facilitator.core.state import State
from facilitator.core.telling_of_commitments import TELLINGS_OF_COMMITMENTS
from facilitator.core.telling_of_roles import TELLINGS_OF_ROLES
from facilitator.core.telling_of_skills import TELLINGS_OF_SKILLS
from facilitator.journal.commitment_rows import TABLES_OF_COMMITMENTS
from facilitator.journal.role_rows import TABLES_OF_ROLES
from facilitator.journal.tables import TABLES, Slot, all_slots


def touched(fact: Fact, state: State) -> set[Slot]:
    """The slots that a fact, just folded into a state, can have changed; no undoing is asked."""
    touches = None if isinstance(fact.body, Unknown) else _TOUCHES.get(type(fact.body))
    slots = set(touches(fact, fact.body)) if touches is not None else set()
    if isinstance(fact.body, events.PersonArrived) and fact.body.person in state.struck:
        slots.add(("people", (fact.body.person,)))
    if isinstance(fact.body, OF_COMMITMENTS):
        about = getattr(fact.body, "commitment", fact.id)
        slots |= {(table, (about,)) for table in TABLES_OF_COMMITMENTS}
    if isinstance(fact.body, OF_ROLES):
        slots |= _of_role(fact, fact.body, state)
    if isinstance(fact.body, OF_SKILLS):
        slots |= _of_skill(fact.body, state)
    if isinstance(fact.body, events.ClockSetBack):
        # Every moment of the meeting is another one by the clock as it is now.
        slots |= set(all_slots(state))
    return slots


OF_COMMITMENTS = tuple(TELLINGS_OF_COMMITMENTS)
"""The kinds of facts that are about commitments."""

OF_ROLES = tuple(TELLINGS_OF_ROLES)
"""The kinds of facts that are about roles."""


def _of_role(fact: Fact, body: Any, state: State) -> set[Slot]:
    """Every row of the roles that a fact names, be it by one of their terms."""
    named = {fact.id, getattr(body, "role", ""), getattr(body, "into", "")}
    named |= {state.role_of_term.get(term, "") for term in (fact.id, getattr(body, "term", ""))}
    named |= {role.merged_into for role in map(state.roles.get, named.copy()) if role is not None}
    return {(table, (role,)) for table in TABLES_OF_ROLES for role in named if role in state.roles}


OF_SKILLS: tuple[type[Body], ...] = (*TELLINGS_OF_SKILLS, events.SkillConfirmed)
"""The kinds of facts that are about skills; what is passed on with a role is learned."""


def _of_skill(body: Any, state: State) -> set[Slot]:
    """Every row of the skills that a fact names, by any of their names, and of their pairings."""
    skills = state.skills
    pairing = skills.pairings.get(getattr(body, "pairing", ""))
    named = {getattr(body, "skill", ""), getattr(body, "name", "")}
    keys = {skills.key_of(words) for words in named} | ({pairing.skill} if pairing else set())
    merged = {key for key, target in skills.also_called.items() if target in keys}
    pairings = {each.id for each in skills.pairings.values() if each.skill in keys}
    return {("skills", (each,)) for each in keys | merged} | {
        ("pairings", (each,)) for each in pairings
    }


def _meeting_slots(*tables: str) -> Callable[[Fact, Any], Iterable[Slot]]:
    return lambda fact, _: [(table, (fact.meeting,)) for table in tables]


def _own(table: str) -> Callable[[Fact, Any], Iterable[Slot]]:
    """One row of the fact's own identity."""
    return lambda fact, _: [(table, (fact.id, fact.meeting)[: len(TABLES[table].key)])]


def _attendance(fact: Fact, body: Any) -> Iterable[Slot]:
    if body.person == THE_FACT_ITSELF:
        return [("people", (fact.id,)), ("attendance", (fact.meeting, fact.id))]
    return [("attendance", (fact.meeting, body.person))]


def _turn(fact: Fact, body: Any) -> Iterable[Slot]:
    return [("turns", (body.turn, fact.meeting))]


def _turn_began(fact: Fact, body: Any) -> Iterable[Slot]:
    return [("turns", (fact.id, fact.meeting)), *_hand(fact, body)]


def _hand(fact: Fact, body: Any) -> Iterable[Slot]:
    return [("hands", (body.hand, fact.meeting))]


def _line(fact: Fact, body: Any) -> Iterable[Slot]:
    """Whichever table the line is in."""
    tables = ("notes", "decisions", "wordings", *TABLES_OF_COMMITMENTS)
    return [(table, (body.line, fact.meeting)[: len(TABLES[table].key)]) for table in tables]


_TOUCHES: dict[type[Body], Callable[[Fact, Any], Iterable[Slot]]] = {
    events.MeetingGathered: _meeting_slots("meetings", "steps"),
    events.MeetingTitled: _meeting_slots("meetings"),
    events.MeetingAbandoned: _meeting_slots("meetings"),
    events.MeetingOpened: _meeting_slots("meetings"),
    events.MeetingClosed: _meeting_slots("meetings", "visits", "off_record"),
    events.StepAdded: _meeting_slots("steps"),
    events.StepMoved: _meeting_slots("steps"),
    events.StepDropped: _meeting_slots("steps"),
    events.StepExtended: _meeting_slots("steps"),
    events.LeftoverDropped: _meeting_slots("let_go"),
    events.SettingChosen: _meeting_slots("settings"),
    events.RotaSkipped: _meeting_slots("skips"),
    events.Mustered: _meeting_slots("musters"),
    events.HandRaised: _own("hands"),
    events.HandLowered: _hand,
    events.HandMoved: _hand,
    events.NextMeetingPlanned: _meeting_slots("meetings"),
    events.StepBegan: _meeting_slots("visits", "steps"),
    events.HatGiven: _meeting_slots("hats", "swaps"),
    events.TurnsSwapped: _meeting_slots("swaps"),
    events.PersonArrived: _attendance,
    events.PersonMarked: _attendance,
    events.PersonLeft: lambda fact, body: [*_attendance(fact, body), ("hats", (fact.meeting,))],
    events.RoundBegan: _own("rounds"),
    events.RoundTurned: lambda fact, body: [("rounds", (body.round, fact.meeting))],
    events.TurnBegan: _turn_began,
    events.TurnEnded: _turn,
    events.TurnPaused: _turn,
    events.TurnResumed: _turn,
    events.TurnExtended: _turn,
    events.NoteTaken: _own("notes"),
    events.DecisionRecorded: lambda fact, _: [
        (table, (fact.id, fact.meeting)) for table in ("decisions", "wordings")
    ],
    events.RecordStopped: _meeting_slots("off_record"),
    events.RecordResumed: _meeting_slots("off_record"),
    events.NothingCame: _meeting_slots("nothing_came"),
    events.LineMended: _line,
    events.LineStruck: _line,
    events.LineMoved: _line,
    events.LineTurned: _line,
}
