"""Musters: who was ticked off after how long, and who was missing."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core.events import StepId
from facilitator.core.muster import Arrival, Muster, arrival_lines, lines, muster
from facilitator.core.state import Meeting
from facilitator.minutes.model_of_steps import Mustering, Ticked
from facilitator.minutes.telling import Telling


def mustering(telling: Telling, meeting: Meeting, step: StepId) -> Mustering | None:
    """A muster as it went; ``None`` where nobody was to be ticked off."""
    plan = meeting.steps.get(step)
    if step not in meeting.mustered and (plan is None or not plan.musters):
        return None
    seats = [person for person in meeting.seats if person in meeting.attendance]
    found = muster(replace(meeting, seats=seats), step, telling.ends)
    return Mustering(
        elapsed_seconds=_begun(found.elapsed),
        planned_seconds=found.planned // 1000,
        in_time=found.in_time,
        ticked=tuple(
            Ticked(telling.who(each.person), _begun(each.after)) for each in found.arrivals
        ),
        missing=tuple(map(telling.who, found.missing)),
    )


def in_words(mustered: Mustering) -> str:
    """The words that stood on the card when it ended, and who came in which order."""
    names = {each.person.id: each.person.name for each in mustered.ticked}
    names |= {who.id: who.name for who in mustered.missing}
    found = Muster(
        elapsed=mustered.elapsed_seconds * 1000,
        planned=mustered.planned_seconds * 1000,
        arrivals=tuple(
            Arrival(each.person.id, each.after_seconds * 1000) for each in mustered.ticked
        ),
        missing=tuple(who.id for who in mustered.missing),
    )
    words = " ".join(lines(found, names))
    if mustered.ticked:
        words += f" In order: {', '.join(arrival_lines(found, names))}."
    return words


def _begun(milliseconds: int) -> int:
    """The seconds that had begun: what a stopwatch shows."""
    return -(-milliseconds // 1000)
