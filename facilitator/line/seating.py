"""People: who is here, seats, hats, out and back, the muster, the balance."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import NOBODY, Hat
from facilitator.core.gathering import marked_name, names_in_line
from facilitator.core.words import called
from facilitator.line import finding, listing, remembering
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError


@does("title")
def title(desk: Desk, words: str) -> None:
    """What this circle is called; without words, the title it has."""
    if words:
        desk.do(intents.GiveTitle(words))
    else:
        desk.say(desk.meeting.title)


@does("who")
def who(desk: Desk, _words: str) -> None:
    """Everyone in speaking order."""
    desk.say(*listing.people(desk.meeting, desk.names))


@does("arrive")
def arrive(desk: Desk, words: str) -> None:
    """People arrive, one or several."""
    names = names_in_line(words, desk.names)
    if not names:
        raise LineError("Who? arrive Zoë, or arrive Zoë* for a newcomer.")
    wrong = seat(desk, names)
    if len(names) == 1:
        desk.tell_own()
    else:
        desk.tell_others()
        desk.say(listing.seated(desk.meeting, desk.names))
    if wrong:
        raise LineError(" ".join(wrong))


def seat(desk: Desk, names: list[str]) -> list[str]:
    """Seat people in the order of a list; why some were not, a sentence each."""
    refusals = desk.session.send_all([intents.Welcome(*marked_name(name)) for name in names])
    refused = [refusal for refusal in refusals if refusal is not None]
    for refusal in refused:
        desk.look_for_trouble(refusal)
    return list(dict.fromkeys(refusal.words for refusal in refused))


@does("leave")
def leave(desk: Desk, words: str) -> None:
    """Someone leaves."""
    person = finding.person(words, desk.meeting, desk.names)
    was_speaking = desk.meeting.turn is not None and desk.meeting.turn.person == person
    led = desk.meeting.hats.get(Hat.FACILITATOR) == person
    if not desk.do(intents.Leave(person)):
        return
    if was_speaking:
        desk.say_standing()
    if led and desk.meeting.live:
        desk.say("Nobody facilitates now. hat facilitator NAME says who does.")


@does("out")
def out(desk: Desk, words: str) -> None:
    """Someone is out for a moment, or back."""
    person = finding.person(words, desk.meeting, desk.names)
    gone = desk.meeting.attendance[person].out
    desk.do(intents.ComeBack(person) if gone else intents.StepOut(person))


@does("swap")
def swap(desk: Desk, words: str) -> None:
    """Two people change places, or turns at a hat."""
    first, _, rest = words.partition(" ")
    if first.casefold() == "turns":
        remembering.swap_turns(desk, rest.strip())
        return
    one, comma, other = words.partition(",")
    if not comma:
        one, comma, other = words.partition(" and ")
    if not comma:
        raise LineError("Who with whom? swap Ana, Bo")
    found = [finding.person(each, desk.meeting, desk.names) for each in (one, other)]
    desk.do(intents.SwapSeats(*found))


@does("hat")
def hat(desk: Desk, words: str) -> None:
    """A hat changes heads; without words, who has which."""
    first, _, name = words.partition(" ")
    if not first:
        worn = (
            f"{each.value}: {called(person, desk.names)}"
            for each, person in desk.meeting.hats.items()
        )
        desk.say(*(list(worn) or ["Nobody has a hat yet. hat facilitator Ana"]))
        return
    found = finding.hat(first)
    person = finding.person(name, desk.meeting, desk.names) if name.strip() else NOBODY
    desk.do(intents.GiveHat(found, person))


@does("tick")
def tick(desk: Desk, words: str) -> None:
    """Somebody has come to the muster; without a name, who has and who is missing."""
    step = desk.meeting.step
    if step is None or not step.musters:
        raise LineError("There is no muster just now.")
    if not words:
        desk.say(*listing.ticked(desk.meeting, desk.names, desk.session.now()))
        return
    person = finding.person(words, desk.meeting, desk.names)
    desk.move(intents.TickOff(desk.meeting.step_id or "", person))


@does("balance")
def balance(desk: Desk, words: str) -> None:
    """How speaking time is shared; or the word that somebody chose for it."""
    if words.casefold() in ("", "step"):
        if desk.meeting.opened is None:
            raise LineError("The circle has not begun yet.")
        if not desk.session.has_seat:
            raise LineError("How time is shared is for the facilitator, who has the seat.")
        step = (desk.meeting.step_id or "") if words else ""
        desk.say(*listing.shares(desk.meeting, desk.names, desk.session.now(), step))
        return
    person, word = finding.person_first(words, desk.meeting, desk.names)
    desk.do(intents.TakeCategory(person, word))


@does("newcomer")
def newcomer(desk: Desk, words: str) -> None:
    """Mark somebody as new, or no longer."""
    person = finding.person(words, desk.meeting, desk.names)
    desk.do(intents.MarkNewcomer(person, not desk.meeting.attendance[person].newcomer))


@does("move")
def move(desk: Desk, words: str) -> None:
    """Somebody takes the seat behind another; without another, the first seat."""
    name, behind, other = words.partition(" after ")
    person = finding.person(name, desk.meeting, desk.names)
    after = finding.person(other, desk.meeting, desk.names) if behind else NOBODY
    desk.do(intents.TakeSeat(person, after))


@does("rename")
def rename(desk: Desk, words: str) -> None:
    """Mend a name."""
    old, colon, new = words.partition(":")
    if not colon:
        raise LineError("What is the right name? rename Zoe: Zoë")
    person = finding.person(old, desk.meeting, desk.names)
    if desk.taken(desk.session.rename(person, new)):
        desk.say(f"{called(person, desk.names)} is the name now.")
