"""The way through the agenda, and what becomes of its steps."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.agenda import AnyStep, Break, Discussion
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.steps import typed_step
from facilitator.core.unheard import left_behind
from facilitator.core.walking import step_away
from facilitator.line import finding, listing
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError
from facilitator.line.topics import leave_step

FORMS = "go", "add", "move", "drop", "defer"
KINDS = "discussion", "round", "break"


def go(desk: Desk, wanted: intents.GoToStep | None, answer: str = "") -> None:
    """Go to another step; ask first if this one leaves somebody unheard, or nobody chosen.

    Then what came of it.
    """
    if wanted is None:
        raise LineError("The agenda ends here.")
    unheard = left_behind(desk.meeting)
    if not unheard:
        leave_step(desk, wanted)
        return
    desk.ask(
        f"{unheard.words(desk.names)} Leave this {unheard.what}?",
        f"The {unheard.what} was not left",
        lambda: leave_step(desk, wanted),
        answer,
    )


@does("step")
def next_step(desk: Desk, words: str) -> None:
    """The next step, or one by its number."""
    place, _, answer = words.partition(" ")
    if place.isdecimal():
        _go_to(desk, place, answer.strip())
    else:
        go(desk, step_away(desk.meeting, 1), words)


@does("back")
def back(desk: Desk, words: str) -> None:
    """The step before."""
    go(desk, step_away(desk.meeting, -1), words)


def _go_to(desk: Desk, place: str, answer: str) -> None:
    here, wanted = desk.meeting.step_id, finding.step(place, desk.meeting)
    if here is None:
        raise LineError("The circle has not begun yet.")
    go(desk, intents.GoToStep(here, wanted), answer)


@does("agenda")
def agenda(desk: Desk, words: str) -> None:
    """The agenda by numbers, or what becomes of one of its steps."""
    first, _, rest = words.partition(" ")
    if not first:
        desk.say(*listing.steps(desk.meeting))
        return
    form = finding.one_of(first, FORMS, "form of agenda")
    if form == "add":
        _add(desk, rest.strip())
        return
    numbers = rest.split()
    if form == "go":
        _go_to(desk, numbers[0] if numbers else "", " ".join(numbers[1:]))
        return
    step = finding.step(numbers[0] if numbers else "", desk.meeting)
    if form == "move":
        _move(desk, step, numbers[1:])
    else:
        desk.do(intents.DropStep(step, deferred=form == "defer"))


def _move(desk: Desk, step: str, after: list[str]) -> None:
    if len(after) != 1:
        raise LineError("After which step? agenda move 5 2, or 0 for the first place")
    behind = "" if after == ["0"] else finding.step(after[0], desk.meeting)
    desk.do(intents.MoveStep(step, behind))


def _add(desk: Desk, words: str) -> None:
    """A step behind this one: a discussion, or what kind stands before a colon."""
    before, colon, after = words.partition(":")
    kind = finding.one_of(before, KINDS, "kind of step") if colon else KINDS[0]
    title, minutes = typed_step(after if colon else words)
    if not title:
        raise LineError("What is it about? agenda add Parking 10")
    step: AnyStep = Discussion(title=title, prompt=title, minutes=minutes)
    if kind == "round":
        step = RoundStep(title=title, prompt=title, minutes=minutes)
    elif kind == "break":
        step = Break(title=title, minutes=minutes)
    desk.do(intents.AddStep(step, desk.meeting.step_id or ""))
