"""The shapes of the tables that are made from the journal: columns, keys, what each belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table: its columns with their types, its key, and what it belongs to."""

    name: str
    columns: Mapping[str, type]
    key: tuple[str, ...] = ("id",)
    belongs: tuple[str, ...] = ()


_IN_STEP = {"id": str, "meeting": str, "step": str}
_SPAN = {"began": str, "ended": str}
TABLES_OF_THE_CIRCLE: tuple[TableShape, ...] = (
    TableShape("people", {"id": str, "since": str, "meeting": str}),
    TableShape(
        "meetings",
        {"id": str, "title": str, "agenda": str, "occasion": str}
        | {"gathered": str, "opened": str, "closed": str}
        | {"abandoned": int, "utc_offset": int}
        | {"next_when": str, "next_facilitator": str, "next_note_taker": str},
    ),
    TableShape(
        "attendance",
        {"meeting": str, "person": str, "visit": int}
        | {"arrived": str, "left": str, "newcomer": int},
        key=("meeting", "person", "visit"),
        belongs=("meeting", "person"),
    ),
    TableShape(
        "hats",
        {"meeting": str, "hat": str, "person": str},
        key=("meeting", "hat"),
        belongs=("meeting", "person"),
    ),
    TableShape(
        "steps",
        {"meeting": str, "step": str, "place": int, "kind": str, "title": str, "minutes": int}
        | {"fate": str, "from_meeting": str, "from_step": str, "plan": str},
        key=("meeting", "step"),
        belongs=("meeting",),
    ),
    TableShape(
        "let_go",
        {"meeting": str, "from_meeting": str, "from_step": str},
        key=("meeting", "from_meeting", "from_step"),
        belongs=("meeting",),
    ),
    TableShape(
        "settings",
        {"meeting": str, "setting": str, "chosen": int},
        key=("meeting", "setting"),
        belongs=("meeting",),
    ),
    TableShape(
        "skips",
        {"meeting": str, "hat": str, "person": str},
        key=("meeting", "hat", "person"),
        belongs=("meeting", "person"),
    ),
    TableShape(
        "hands",
        _IN_STEP | {"person": str, "at": str, "wish": str, "lowered": int, "turn": str},
        belongs=("meeting", "person"),
    ),
    TableShape(
        "musters",
        {"meeting": str, "step": str, "person": str, "at": str},
        key=("meeting", "step", "person"),
        belongs=("meeting", "person"),
    ),
    TableShape("visits", _IN_STEP | _SPAN, belongs=("meeting",)),
    TableShape("rounds", _IN_STEP | {"start": str, "direction": str}, belongs=("meeting",)),
    TableShape(
        "turns",
        _IN_STEP
        | {"round": str, "hand": str, "person": str}
        | _SPAN
        | {"seconds": int, "extended": int, "paused_ms": int, "outcome": str},
        belongs=("meeting", "person"),
    ),
    TableShape(
        "notes",
        _IN_STEP | {"person": str, "at": str, "filing": str, "text": str},
        belongs=("meeting", "person"),
    ),
    TableShape("decisions", _IN_STEP | {"at": str, "text": str}, belongs=("meeting",)),
    TableShape(
        "commitments",
        _IN_STEP | {"at": str, "owner": str, "what": str, "due": str},
        belongs=("meeting", "owner"),
    ),
    TableShape(
        "roles",
        _IN_STEP
        | {"name": str, "kind": str, "purpose": str, "weekly": str, "skills": str}
        | {"days": int, "months": int, "dropped": str, "merged_into": str},
        belongs=("meeting",),
    ),
    TableShape(
        "terms",
        {"id": str, "role": str, "meeting": str, "person": str, "starts": str, "ends": str}
        | {"selected": int, "reasons": str, "renews": str, "takes_over": str}
        | {"over": str, "ending": str, "reason": str},
        belongs=("meeting", "person", "role"),
    ),
    TableShape(
        "handoffs",
        {"term": str, "role": str, "holder": str, "successor": str}
        | {"named": str, "shadowing": str, "led": str}
        | {"holder_signed": str, "successor_signed": str}
        | {"was_done": str, "is_left": str, "to_know": str},
        key=("term",),
        belongs=("term", "role", "holder", "successor"),
    ),
    TableShape(
        "handoff_skills",
        {"term": str, "role": str, "skill": str, "ticked": str, "confirmed": str},
        key=("term", "skill"),
        belongs=("term", "role"),
    ),
    TableShape(
        "skills",
        {"id": str, "key": str, "skill": str, "sort": str, "person": str, "how": str}
        | {"since": str, "meeting": str, "teacher": str},
        key=("id", "key"),
        belongs=("meeting", "person", "teacher"),
    ),
    TableShape(
        "pairings",
        {"id": str, "meeting": str, "step": str, "skill": str, "teacher": str, "learner": str}
        | {"made": str, "ended": str, "learned": int},
        belongs=("meeting", "teacher", "learner"),
    ),
)

TABLES_OF_PAPER: tuple[TableShape, ...] = (
    TableShape("off_record", {**_IN_STEP, **_SPAN}, belongs=("meeting",)),
    TableShape(
        "nothing_came",
        {"meeting": str, "place": int, "step": str, "visit": str, "lacking": str},
        key=("meeting", "place"),
        belongs=("meeting",),
    ),
    TableShape(
        "wordings",
        {"decision": str, "meeting": str, "place": int, "text": str},
        key=("decision", "place"),
        belongs=("decision", "meeting"),
    ),
)
"""What came to be with the fourth schema."""
