"""The close, the next time, leaving; whose seat it is, and the group's options."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import Setting, Stop
from facilitator.core.gathering import untouched
from facilitator.core.words import plain, sentence
from facilitator.line import finding, listing
from facilitator.line.desk import Desk, Staying
from facilitator.line.handling import does
from facilitator.line.orders import LineError
from facilitator.ui.notes import not_reached, still_open

GOES_ON = "The circle stays open. Go on with: facilitator line --join"


@does("close")
def close(desk: Desk, answer: str) -> None:
    """Read back what was promised; after yes the circle is closed, and its minutes written."""
    meeting = desk.meeting
    if meeting.closed is not None:
        desk.say_standing()
        say_minutes(desk)
        return
    if meeting.opened is None:
        raise LineError("The circle has not begun yet. drop drops it.")
    desk.say(*_read_back(desk))
    desk.ask("Close the circle?", "The circle was not closed", lambda: _close(desk), answer)


def _close(desk: Desk) -> None:
    if desk.send(intents.CloseCircle()):
        desk.tell_others()
        desk.say("The circle is closed.")
    say_minutes(desk)


def say_minutes(desk: Desk) -> None:
    """Say where the minutes of a closed circle are, or why there are none."""
    keeper = desk.keeper
    if keeper.problem:
        desk.say(f"It is safe in the journal. {keeper.problem}")
    elif keeper.path is not None:
        desk.say(f"Minutes: {keeper.path}")


def _read_back(desk: Desk) -> list[str]:
    state, meeting, names, day = desk.session.state, desk.meeting, desk.names, desk.session.today
    decisions = [plain(each.text, names) for each in meeting.decisions.values()]
    lines = listing.promised(state, meeting, names, day)
    if decisions:
        lines += [f"Decisions: {len(decisions)}.", *decisions]
    lines += [sentence(f"Still open: {words}") for words in still_open(state, meeting, day)]
    lines += [sentence(f"Not reached: {title}") for title in not_reached(meeting)]
    return [*lines, listing.next_time(meeting, names)]


@does("minutes")
def minutes(desk: Desk, _words: str) -> None:
    """The minutes as they stand."""
    desk.say(*desk.keeper.text().splitlines())
    say_minutes(desk)


@does("quit")
def leave(desk: Desk, _words: str) -> None:
    """Leave the circle; it waits."""
    desk.staying = Staying.OVER


def stop_clocks(desk: Desk) -> None:
    """Leaving stops the clocks, if this terminal moved the circle; say how it goes on."""
    meeting = desk.meeting
    if meeting.closed is not None or meeting.abandoned:
        return
    if not desk.session.has_seat:
        desk.say("The facilitator's terminal goes on.")
        return
    if meeting.live and not meeting.paused:
        desk.send(intents.PauseCircle(stop=Stop.LEFT))
    desk.say(GOES_ON)


@does("drop")
def drop(desk: Desk, answer: str) -> None:
    """Drop a circle in which nothing happened."""
    if not untouched(desk.session.state, desk.meeting):
        raise LineError("Something happened in this circle. close closes it.")

    def dropped() -> None:
        if desk.do(intents.AbandonMeeting()):
            desk.staying = Staying.OVER

    desk.ask("Drop this circle?", "The circle was not dropped", dropped, answer)


@does("seat")
def seat(desk: Desk, words: str) -> None:
    """Take the seat over from a silent terminal; or pass it on, to which terminal."""
    session = desk.session
    if words:
        wanted = words.casefold().removeprefix("terminal").strip()
        name = f"t{wanted}" if wanted.isdecimal() else wanted
        if desk.do(intents.PassSeat(name)):
            return
    elif not session.has_seat or desk.meeting.seat is None:
        desk.do(intents.TakeSeatOver())
    else:
        others = sorted(session.alive() - {session.terminal})
        also = f" Others: {', '.join(others)}; seat {others[0]} passes it on." if others else ""
        desk.say(f"This terminal, {session.terminal}, has the facilitator's seat.{also}")


@does("options")
def options(desk: Desk, words: str) -> None:
    """The options of the group; with on or off behind one, it is chosen."""
    if not words:
        chosen = desk.meeting.chosen
        desk.say(*(f"{each.value}: {'on' if chosen(each) else 'off'}" for each in Setting))
        return
    name, _, how = words.rpartition(" ")
    if how.casefold() not in ("on", "off") or not name:
        raise LineError("on or off? options bell off")
    setting = Setting(finding.one_of(name, [each.value for each in Setting], "option"))
    desk.do(intents.Choose(setting, how.casefold() == "on"))


@does("state")
def state(desk: Desk, _words: str) -> None:
    """How things stand, in a line."""
    desk.say_standing()


@does("say")
def aloud(desk: Desk, _words: str) -> None:
    """What is read aloud at this step."""
    desk.say(*listing.aloud(desk.session.state, desk.meeting, desk.names, desk.session.today))
