"""The time of a step in words: planned, agreed to, taken, and when every clock stood still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from facilitator.core.events import Stop
from facilitator.core.words import listed
from facilitator.core.words import minutes as in_minutes
from facilitator.minutes.escape import emphasized, tidy
from facilitator.minutes.model import Minutes
from facilitator.minutes.model_of_steps import OffRecord, Stage, Stopped
from facilitator.minutes.stops import NOT_COUNTED
from facilitator.minutes.telling import same_minute
from facilitator.minutes.when import clock

LEAST_SECONDS = 60
"""A shorter pause is not worth a word, unless it was a silence or somebody said what it was for."""


def time_line(minutes: Minutes, stage: Stage) -> str:
    """``10 min planned, 5 more agreed at 19:50: 17 min taken``, and how the step came and went."""
    said = []
    if stage.carried_over:
        said.append("carried over from last time")
    elif stage.added is not None:
        said.append(f"added at {clock(stage.added)}")
    if stage.taken_seconds is not None:
        said.append(f"{_time_taken(stage, stage.taken_seconds)}{_visits(minutes, stage)}")
    if stage.deferred:
        said.append(f"{'the rest' if stage.visits else 'it'} is for the next meeting")
    words = "; ".join(said)
    return words[:1].upper() + words[1:]


def paused(stops: Sequence[Stopped]) -> str:
    """``*Pauses: break of 12 min at 19:50, 2 min for the notes*``; empty if none matters."""
    told = [words for stopped in stops if (words := _stop(stopped))]
    waited = sum(each.seconds for each in stops if _for_the_notes(each))
    if waited >= LEAST_SECONDS:
        told.append(f"{_length(waited)} for the notes")
    return f"*Pauses: {', '.join(told)}*" if told else ""


def off_record(stretches: Sequence[OffRecord]) -> str:
    """``*Off the record: 19:50–20:02 (12 min)*``: when, and how long; empty if it was not."""
    return f"*Off the record: {', '.join(map(_stretch, stretches))}*" if stretches else ""


def _stretch(stretch: OffRecord) -> str:
    began = clock(stretch.began)
    if stretch.ended is None:
        return f"since {began}"
    ended = "" if same_minute(stretch.began, stretch.ended) else f"–{clock(stretch.ended)}"
    return f"{began}{ended} ({_length(stretch.seconds)})"


def _time_taken(stage: Stage, seconds: int) -> str:
    taken = _length(seconds) if seconds >= LEAST_SECONDS else "less than a minute"
    plan = in_minutes(stage.planned_minutes * 60_000)
    if stage.agreed_minutes:
        change = abs(stage.agreed_minutes)
        times = list(dict.fromkeys(map(clock, stage.agreed_at)))
        at = f" at {listed(times)}" if times else ""
        if not stage.planned_minutes:
            return f"{stage.agreed_minutes} min agreed{at}: {taken} taken"
        more = "more" if stage.agreed_minutes > 0 else "fewer"
        return f"{plan} planned, {change} {more} agreed{at}: {taken} taken"
    if not stage.planned_minutes:
        return f"{taken} taken"
    return f"{taken}, as planned" if plan == taken else f"{plan} planned, {taken} taken"


def _visits(minutes: Minutes, stage: Stage) -> str:
    """When the circle was at a step to which it came back; nothing if it did not."""
    merged: list[tuple[datetime, datetime]] = []
    for visit in stage.visits:
        began, ended = visit.began, visit.ended or minutes.so_far
        if merged and same_minute(merged[-1][1], began):
            began = merged.pop()[0]
        merged.append((began, ended))
    longer = [each for each in merged if not same_minute(*each)]
    if len(longer) < 2:
        return ""
    return ", " + listed([f"{clock(began)}–{clock(ended)}" for began, ended in longer])


def _stop(stopped: Stopped) -> str:
    """``break of 12 min at 19:50``; nothing if it is not worth a word, or told otherwise."""
    why = tidy(stopped.reason)
    short = stopped.seconds < LEAST_SECONDS and stopped.stop is not Stop.SILENCE
    if _for_the_notes(stopped) or (short and not why):
        return ""
    at, length, kind = clock(stopped.began), _length(stopped.seconds), stopped.stop.value
    if stopped.stop in NOT_COUNTED:
        told = f"{length} not counted at {at}"
    elif stopped.stop is Stop.CATCHING_UP:
        told = f"{length} for the notes at {at}"
    elif stopped.stop is Stop.PAUSE:
        told = f"{length} at {at}"
    else:
        told = f"{kind} since {at}" if stopped.ended is None else f"{kind} of {length} at {at}"
    return f"{told} ({emphasized(why)})" if why else told


def _for_the_notes(stopped: Stopped) -> bool:
    """Whether it is one of the waits for the notes that are told together."""
    return stopped.stop is Stop.CATCHING_UP and not tidy(stopped.reason)


def _length(seconds: int) -> str:
    return in_minutes(seconds * 1000) if seconds >= LEAST_SECONDS else f"{seconds} s"
