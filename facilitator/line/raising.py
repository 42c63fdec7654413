"""Hands and the stack."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import Floor, Wish
from facilitator.core.stack import suggestion
from facilitator.core.words import called
from facilitator.line import finding
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.listing import hands
from facilitator.line.orders import LineError

SIGNS = {"?": Wish.QUESTION, "!": Wish.PROCESS, ">": Wish.RESPONSE, ".": Wish.LAST_WORD}
"""What a sign behind a name means, as on the screens."""

STACK_FORMS = "call", "lower", "last"


@does("hand")
def hand(desk: Desk, words: str) -> None:
    """A hand goes up: whose, and for what."""
    name, wish = _wish_behind(words)
    person = finding.person(name, desk.meeting, desk.names)
    desk.do(intents.RaiseHand(desk.meeting.step_id or "", person, wish))


def _wish_behind(words: str) -> tuple[str, Wish]:
    """The name, and what stands behind it; without anything the person wants to speak."""
    bare = words.strip()
    if bare[-1:] in SIGNS:
        return bare[:-1], SIGNS[bare[-1:]]
    for wish in Wish:
        name, found, rest = bare.casefold().rpartition(f" {wish.value}")
        if found and not rest and name:
            return bare[: len(name)], wish
    name, _, last = bare.rpartition(" ")
    fitting = [wish for wish in Wish if last and wish.value.startswith(last.casefold())]
    if name and len(fitting) == 1:
        return name, fitting[0]
    return bare, Wish.SPEAK


def call_suggested(desk: Desk) -> None:
    """The person speaks who was not heard yet."""
    found = suggestion(desk.meeting)
    if found is None:
        desk.say("Nobody is suggested just now.")
        return
    desk.move(intents.CallHand(found.hand.id, desk.meeting.speaking or ""))


@does("stack")
def stack(desk: Desk, words: str) -> None:
    """The stack: who is on it, or what becomes of a hand."""
    if not words:
        desk.say(*hands(desk.meeting, desk.names))
        return
    first, _, rest = words.partition(" ")
    form = finding.one_of(first, STACK_FORMS, "form of stack")
    found = finding.hand(rest.strip(), desk.meeting, desk.names)
    if form == "call":
        desk.move(intents.CallHand(found.id, desk.meeting.speaking or ""))
    elif form == "lower":
        desk.do(intents.LowerHand(found.id))
    elif desk.send(intents.MoveHand(found.id)):
        desk.tell_others()
        desk.say(f"{called(found.person, desk.names)} lets others go first.")


@does("floor")
def floor(desk: Desk, _words: str) -> None:
    """From the round to the stack, or back."""
    meeting = desk.meeting
    if meeting.step_id is None:
        raise LineError("The circle has not begun yet.")
    other = Floor.ROUND if meeting.floor is Floor.STACK else Floor.STACK
    if desk.do(intents.GiveFloor(meeting.step_id, other)):
        desk.say_standing()


@does("shut")
def shut(desk: Desk, _words: str) -> None:
    """The stack is closed, or opened again."""
    step = desk.meeting.step_id or ""
    closed = step in desk.meeting.closed_stacks
    desk.do(intents.ReopenStack(step) if closed else intents.CloseStack(step))
