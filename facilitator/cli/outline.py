"""An agenda as lines of text: its steps, when each begins, and the whole."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.agenda import Agenda, ClockStyle, Opening, Step
from facilitator.core.vocabulary import Floor
from facilitator.core.words import length
from facilitator.ui.text import visible, wrap

_WIDTH = 78
_INDENT = " " * 8
_MOST_LINES = 10_000


def outline(agenda: Agenda) -> list[str]:
    """The lines of an agenda for a terminal of 80 columns; the text in them is safe to print."""
    steps = "1 step" if len(agenda.steps) == 1 else f"{len(agenda.steps)} steps"
    lines = [visible(agenda.title), *_wrapped(agenda.purpose, "")]
    lines.append(f"{steps}, {_span(agenda.minutes)} altogether")
    begins = 0
    for step in agenda.steps:
        lines += ["", *_step(step, begins)]
        begins += step.minutes
    return lines


def _step(step: Step, begins: int) -> Iterator[str]:
    plan = ", ".join([step.label, *_plan(step)])
    yield from _wrapped(f"{step.title} ({plan})", f"{begins // 60:>3}:{begins % 60:02}  ")
    if step.question != step.title:
        yield from _wrapped(step.question, _INDENT + "? ")
    yield from _wrapped(step.script, _INDENT)
    if isinstance(step, Opening):
        for agreement in step.agreements:
            yield from _wrapped(agreement, _INDENT + "- ")
    for role in step.offered:
        purpose = f": {role.purpose}" if role.purpose else ""
        yield from _wrapped(f"{role.name}, {length(*role.length)}{purpose}", _INDENT + "- ")


def _plan(step: Step) -> Iterator[str]:
    yield _span(step.minutes) if step.minutes else "no time planned"
    turn = f"{step.turn_seconds // 60}:{step.turn_seconds % 60:02}"
    match step.floor:
        case Floor.ROUND:
            several = f"{step.planned_rounds} rounds of " if step.planned_rounds > 1 else ""
            yield f"{several}{turn} each"
            yield f"filed as {step.filed_as}"
        case Floor.STACK:
            yield f"{turn} a hand"
    if step.musters:
        yield "each arrival ticked off"
    if step.clock is not ClockStyle.DOWN:
        yield f"clock {step.clock}"


def _span(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours))


def _wrapped(text: str, before: str) -> list[str]:
    lines = wrap(text, _WIDTH - len(before), _MOST_LINES)
    after = " " * len(before)
    return [f"{before if at == 0 else after}{line}" for at, line in enumerate(lines)]
