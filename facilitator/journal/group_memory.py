"""What a group's past meetings bring to the next one, answered from the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias

import msgspec

from facilitator.core.agenda import AnyStep
from facilitator.core.leftovers import Leftover, worth_offering
from facilitator.core.rota import Past
from facilitator.core.skills.sharing import Held
from facilitator.core.step import Occasion
from facilitator.core.timing import local_date
from facilitator.core.vocabulary import FactId, Hat, PersonId, Setting

Ask: TypeAlias = Callable[..., list[sqlite3.Row]]
"""Puts a question to the tables; raises ``JournalError`` if the file can't be read."""

_CLOSED = """
SELECT id, gathered, utc_offset FROM meetings WHERE closed IS NOT NULL AND abandoned = 0
ORDER BY closed, CAST(id AS INTEGER), id
"""
_ATTENDED = "SELECT DISTINCT meeting, person FROM attendance"
_HATS = "SELECT meeting, hat, person FROM hats"
_SWAPS = "SELECT meeting, hat, person FROM swaps"
_SKIPS = "SELECT meeting, hat, person FROM skips"

_LEFTOVERS = """
WITH ranked AS (
    SELECT steps.*, meetings.gathered, meetings.utc_offset, meetings.closed, rank() OVER (
        PARTITION BY steps.plan ORDER BY meetings.gathered DESC, CAST(meetings.id AS INTEGER) DESC
    ) AS latest
    FROM steps JOIN meetings ON meetings.id = steps.meeting WHERE meetings.abandoned = 0
)
SELECT meeting, step, gathered, utc_offset, plan, fate FROM ranked
WHERE latest = 1 AND closed IS NOT NULL AND fate IN ('planned', 'deferred')
AND (meeting, step) NOT IN (
    SELECT later.from_meeting, later.from_step FROM steps AS later
    JOIN meetings ON meetings.id = later.meeting
    WHERE meetings.abandoned = 0 AND later.from_meeting IS NOT NULL
    UNION SELECT from_meeting, from_step FROM let_go
    JOIN meetings ON meetings.id = let_go.meeting WHERE meetings.abandoned = 0
)
ORDER BY gathered DESC, CAST(meeting AS INTEGER) DESC, place = 0, place, CAST(step AS INTEGER), step
"""
_SETTINGS = """
SELECT setting, chosen FROM settings WHERE meeting = (
    SELECT id FROM meetings WHERE abandoned = 0
    ORDER BY gathered DESC, CAST(id AS INTEGER) DESC LIMIT 1
)
"""
_OCCASIONS = """
SELECT id, occasion, closed, utc_offset FROM meetings
WHERE occasion IS NOT NULL AND closed IS NOT NULL AND abandoned = 0
ORDER BY closed, CAST(id AS INTEGER), id
"""
_NEWCOMERS = """
SELECT person FROM (
    SELECT person, newcomer, rank() OVER (
        PARTITION BY person ORDER BY arrived DESC, visit DESC, CAST(meeting AS INTEGER) DESC
    ) AS latest
    FROM attendance
) WHERE latest = 1 AND newcomer
"""

_LAST_AGENDA = """
SELECT agenda FROM meetings WHERE abandoned = 0 AND opened IS NOT NULL
ORDER BY gathered DESC, CAST(id AS INTEGER) DESC LIMIT 1
"""

_IMPORTED = """
SELECT ifnull(json_extract(event.body, '$.part'), 1), event.meeting
FROM event JOIN meetings ON meetings.id = event.meeting
WHERE event.kind = 'meeting-imported' AND meetings.abandoned = 0
AND json_valid(event.body) AND json_extract(event.body, '$.digest') = ?
"""


def day(gathered: str, utc_offset: int) -> str:
    """The ISO date in the room of a moment in a table."""
    return local_date(_milliseconds(gathered), utc_offset).isoformat()


def history(ask: Ask) -> list[Past]:
    """Every meeting that was closed, the oldest first, as the rota looks at it."""
    attended: dict[FactId, set[PersonId]] = {}
    for meeting, person in ask(_ATTENDED):
        attended.setdefault(meeting, set()).add(person)
    hats: dict[FactId, dict[Hat, PersonId]] = {}
    for meeting, hat, person in _of_known_hats(ask(_HATS)):
        hats.setdefault(meeting, {})[hat] = person
    skips: dict[FactId, set[tuple[Hat, PersonId]]] = {}
    for meeting, hat, person in _of_known_hats(ask(_SKIPS)):
        skips.setdefault(meeting, set()).add((hat, person))
    swaps: dict[FactId, dict[Hat, PersonId]] = {}
    for meeting, hat, person in _of_known_hats(ask(_SWAPS)):
        swaps.setdefault(meeting, {})[hat] = person
    return [
        Past(
            meeting,
            day(gathered, utc_offset),
            frozenset(attended.get(meeting, ())),
            hats.get(meeting, {}),
            frozenset(skips.get(meeting, ())),
            swaps.get(meeting, {}),
        )
        for meeting, gathered, utc_offset in ask(_CLOSED)
    ]


def leftovers(ask: Ask) -> list[Leftover]:
    """Steps that a closed meeting deferred or did not reach and that nobody has dealt with since.

    The latest meeting's come first. A step is dealt with if a later meeting took it up, let it go,
    or has the same step word for word on an agenda of its own, as a weekly circle has every week;
    if it was not reached there either, it is offered from there. A meeting that was dropped
    deals with nothing. Which kinds of steps are not worth offering, and why, says
    ``core.leftovers.worth_offering``.
    """
    found = []
    for meeting, step, gathered, utc_offset, plan, fate in ask(_LEFTOVERS):
        try:
            planned = msgspec.json.decode(plan, type=AnyStep)
        except msgspec.MsgspecError:
            # A kind of step that a newer version knows; it can offer it itself.
            continue
        deferred = fate == "deferred"
        if worth_offering(planned, deferred=deferred):
            found.append(Leftover(meeting, step, day(gathered, utc_offset), planned, deferred))
    return found


def occasions(ask: Ask) -> list[Held]:
    """The debriefs of an action and the skill shares that were closed, the oldest first."""
    known = {occasion.value: occasion for occasion in Occasion}
    return [
        Held(meeting, known[occasion], _milliseconds(closed), utc_offset)
        for meeting, occasion, closed, utc_offset in ask(_OCCASIONS)
        if occasion in known
    ]


def newcomers(ask: Ask) -> frozenset[PersonId]:
    """Everyone who was marked as a newcomer when they came last."""
    return frozenset(person for (person,) in ask(_NEWCOMERS))


def _milliseconds(moment: str) -> int:
    return round(datetime.fromisoformat(moment).timestamp() * 1000)


def last_agenda(ask: Ask) -> str:
    """The title of the agenda that the latest meeting went by; nothing, if none was held."""
    return next((str(title) for (title,) in ask(_LAST_AGENDA)), "")


def settings(ask: Ask) -> tuple[tuple[Setting, bool], ...]:
    """What the latest meeting had chosen about how circles are run."""
    known = {setting.value: setting for setting in Setting}
    return tuple((known[name], bool(on)) for name, on in ask(_SETTINGS) if name in known)


def _of_known_hats(rows: Iterable[sqlite3.Row]) -> list[tuple[FactId, Hat, PersonId]]:
    """Rows of meeting, hat and person; a newer version may know more hats than this one."""
    known = {hat.value: hat for hat in Hat}
    return [
        (meeting, known[hat], person) for meeting, hat, person in rows if hat in known and person
    ]


def imported(ask: Ask, digest: str) -> dict[int, FactId]:
    """The meetings that came from the log with a digest, and were not dropped, by their part."""
    return {part: meeting for part, meeting in ask(_IMPORTED, digest) if isinstance(part, int)}
