"""What earlier circles bring: whose turn a hat is, what was not reached; and the next time."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.core import intents
from facilitator.core.events import Hat, PersonId
from facilitator.core.leftovers import Leftover
from facilitator.core.rota import ROTATING, Past, Suggestion, holders, looked_at, suggestions
from facilitator.core.words import called, short_date
from facilitator.dates import with_day
from facilitator.line import finding, listing, raising
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import LineError

DOES = {Hat.FACILITATOR: "facilitates", Hat.NOTE_TAKER: "takes notes"}
AS_SUGGESTED = "suggested"
LET_GO = "let go "


def brought(desk: Desk) -> list[str]:
    """What a circle that gathers is told of earlier ones."""
    found = _suggested(desk)
    lines = [
        f"{called(each.person, desk.names)} {DOES[hat]}? {each.reason}."
        for hat, each in found.items()
    ]
    if found:
        lines.append("suggested gives these hats; skip HAT asks somebody else.")
    left = desk.session.group.leftovers()
    if left:
        lines.append(f"{len(left)} not reached before. leftovers lists them.")
    return lines


def _past(desk: Desk) -> list[Past]:
    """Every other meeting that was closed, the oldest first."""
    past = desk.session.group.history()
    return [each for each in past if each.meeting != desk.meeting.id]


def _suggested(desk: Desk) -> dict[Hat, Suggestion]:
    """Whose turn it is, for each hat that nobody has."""
    meeting, named = desk.meeting, desk.session.group.next_time()
    planned = (named.facilitator, named.note_taker) if named is not None else ("", "")
    return suggestions(
        _past(desk),
        meeting.present,
        worn=meeting.hats,
        skipped=meeting.skipped,
        planned={hat: each for hat, each in zip(ROTATING, planned, strict=True) if each},
    )


@does("suggested")
def suggested(desk: Desk, _words: str) -> None:
    """Whoever is suggested: before the beginning for a hat, later to speak."""
    if desk.meeting.opened is not None:
        raising.call_suggested(desk)
        return
    found = _suggested(desk)
    if not found:
        desk.say("Nobody is suggested just now.")
    for hat, each in found.items():
        desk.do(intents.GiveHat(hat, each.person))


@does("skip")
def skip(desk: Desk, words: str) -> None:
    """Whoever has a hat, or is suggested for it, does not take it this time."""
    found = holders(desk.meeting.hats, _suggested(desk))
    hat = _held(found, words, "skip")
    desk.do(intents.SkipInRota(hat, found[hat]))
    desk.say(*brought(desk))


def swap_turns(desk: Desk, words: str) -> None:
    """Somebody else takes a hat this time; whoever has it, or is suggested, has it next time."""
    found = holders(desk.meeting.hats, _suggested(desk))
    first, _, name = words.partition(" ")
    hat = _held(found, first, "swap turns")
    other = finding.person(name, desk.meeting, desk.names)
    desk.do(intents.SwapTurns(hat, found[hat], other))


def _held(found: Mapping[Hat, PersonId], words: str, command: str) -> Hat:
    """The hat that is meant, of those that somebody has or is suggested for."""
    hats = [hat.value for hat in found]
    if not hats:
        raise LineError("Nobody is suggested just now.")
    if len(hats) > 1 and not words:
        raise LineError(f"Which hat? {command} {hats[0]}")
    return Hat(finding.one_of(words, hats, "hat of somebody's")) if words else next(iter(found))


@does("leftovers")
def leftovers(desk: Desk, words: str) -> None:
    """What was not reached, by numbers; one is taken up, or let go."""
    left = desk.session.group.leftovers()
    if not words:
        told = (f"{at} {_left_words(each)}" for at, each in enumerate(left, start=1))
        desk.say(*(list(told) or ["Nothing waits from earlier circles."]))
        return
    gone = words.casefold().startswith(LET_GO)
    wanted = words[len(LET_GO) :].strip() if gone else words
    each = left[finding.number(wanted, len(left), "step that waits")]
    desk.do(each.let_go() if gone else each.taken_up(desk.meeting))


def _left_words(left: Leftover) -> str:
    """``Van: 15 min, Sun 23 Nov, deferred``."""
    parts = [f"{left.minutes} min"] if left.minutes else []
    parts.append(short_date(left.day))
    return f"{left.title}: {', '.join([*parts, 'deferred'] if left.deferred else parts)}"


@does("meet")
def meet(desk: Desk, words: str) -> None:
    """When the circle meets again, and who has which hat then."""
    first, _, name = words.partition(" ")
    hats: Mapping[str, Hat] = {hat.value: hat for hat in ROTATING}
    if first.casefold() in hats:
        person = finding.person(name, desk.meeting, desk.names)
        desk.send(_planning(hats[first.casefold()], person))
    elif words.casefold() == AS_SUGGESTED:
        for hat, each in _suggested_next(desk).items():
            desk.send(_planning(hat, each.person))
    elif words:
        desk.send(with_day(intents.PlanNext(when=words), desk.session.today))
    desk.tell_others()
    desk.say(listing.next_time(desk.meeting, desk.names))
    for hat, each in _suggested_next(desk).items():
        name = called(each.person, desk.names)
        desk.say(f"Next time {name} {DOES[hat]}? {each.reason}. meet suggested plans it.")


def _suggested_next(desk: Desk) -> dict[Hat, Suggestion]:
    """Whose turn it is next time; of those who owe the same, who had no hat today."""
    meeting, named = desk.meeting, desk.meeting.next_meeting
    worn = [meeting.hats.get(hat) for hat in ROTATING]
    return suggestions(
        [*_past(desk), looked_at(meeting)],
        sorted(meeting.present, key=lambda one: one in worn),
        worn={Hat.FACILITATOR: named.facilitator, Hat.NOTE_TAKER: named.note_taker},
        planned={},
    )


def _planning(hat: Hat, person: PersonId) -> intents.PlanNext:
    if hat is Hat.FACILITATOR:
        return intents.PlanNext(facilitator=person)
    return intents.PlanNext(note_taker=person)
