"""How a circle stands, in a line of plain words: the important one first, no glyphs."""

from __future__ import annotations

from facilitator.core import intents, timing
from facilitator.core.agenda import Break, ClockStyle, Closing, Commitments, Opening
from facilitator.core.events import Floor, Outcome, Stop, Wish
from facilitator.core.muster import lines, muster
from facilitator.core.roles.concerns import concerns
from facilitator.core.rounds import not_yet_heard, outcomes, waiting
from facilitator.core.selection import candidate_of, objected, question_of, selection_here
from facilitator.core.stack import stack, suggestion
from facilitator.core.state import Hand, Meeting, State, Turn
from facilitator.core.walking import step_away, what_next
from facilitator.core.words import called, named, plain, sentence, span, time_of_day
from facilitator.line.finding import Names

STILL = {
    Stop.PAUSE: "Paused.",
    Stop.SILENCE: "Silence.",
    Stop.CATCHING_UP: "Waiting for the notes.",
    Stop.BREAK: "Break.",
    Stop.LEFT: "Paused: the terminal was left.",
    Stop.ASLEEP: "Paused.",
}
SECOND = 1000
NO_HANDS = "Stack: no hands."


def standing(meeting: Meeting, names: Names, now: int) -> str:
    """``Bo speaks, 1:14 left; Chidi next. 7 not yet.``, or whatever there is to say."""
    if meeting.abandoned:
        return "This circle was dropped."
    if meeting.closed is not None:
        return f"Closed at {time_of_day(meeting.closed, meeting.utc_offset)}."
    if meeting.opened is None:
        return f"Gathering: {len(meeting.present)} here."
    parts = [
        "Off the record." if meeting.off is not None else "",
        stillness(meeting, now),
        _on_the_floor(meeting, names, now),
    ]
    if meeting.read_back is not None:
        parts.append(f"Not agreed yet: {plain(meeting.read_back.text, names)}")
    return " ".join(filter(None, parts))


def stillness(meeting: Meeting, now: int) -> str:
    """Why every clock stands still, in a sentence; nothing while they go."""
    pause, left = meeting.pause, timing.break_clock(meeting, now)
    if pause is None:
        return ""
    if left is not None:
        until = time_of_day(pause.until, meeting.utc_offset)
        return f"Break until {until}." if left > 0 else f"Break is over since {until}."
    if pause.reason:
        return sentence(f"{STILL[pause.stop].rstrip('.')}: {pause.reason}")
    return STILL[pause.stop]


def _on_the_floor(meeting: Meeting, names: Names, now: int) -> str:
    step = meeting.step
    if step is None:
        return ""
    if step.musters:
        return " ".join(lines(muster(meeting, meeting.step_id or "", now), names))
    if meeting.floor is Floor.STACK:
        return _stacked(meeting, names, now)
    if meeting.floor is Floor.ROUND:
        return _in_round(meeting, names, now)
    if isinstance(step, Break) and meeting.stop is Stop.BREAK:
        return ""
    time = step_time(meeting, now)
    return sentence(f"{step.title}: {time}" if time else step.title)


def _in_round(meeting: Meeting, names: Names, now: int) -> str:
    going, turn = meeting.round, meeting.turn
    if going is None:
        return "No round yet."
    people, said = waiting(meeting, going), outcomes(meeting, going)
    later = [each for each in people if said.get(each) is Outcome.LATER]
    not_yet = len(people) - len(later)
    counts = f" {not_yet} not yet." if not_yet else ""
    if later:
        counts += f" Come back to {named(later, names)}."
    following = called(people[0], names) if people else ""
    if turn is not None:
        return f"{speaks(meeting, turn, names, now)}; {following or 'nobody'} next.{counts}"
    if following:
        return f"{following} {'next' if meeting.turns_in.get(going.id) else 'begins'}.{counts}"
    if not meeting.present:
        return "Nobody is here."
    unheard = not_yet_heard(meeting, going)
    if unheard and not going.asked_again:
        return f"Not heard: {named(unheard, names)}. next asks once more."
    heard = f"Not heard: {named(unheard, names)}." if unheard else "Everyone has been heard."
    return f"{heard}{_selected(meeting, names) or _way_on(meeting)}"


def _selected(meeting: Meeting, names: Names) -> str:
    """What a selection waits for when everyone was heard; nothing elsewhere, or when it is done."""
    who = called(candidate_of(meeting), names)
    match what_next(meeting):
        case intents.BeginRound() if selection_here(meeting) is not None:
            return " next begins the round in which a nomination can change."
        case intents.Propose(person=person):
            return f" next proposes {called(person, names)}; propose NAME proposes another."
        case intents.FillRole():
            return f" Nothing stands in the way: next makes it {who}."
    return f" {who} is proposed, and somebody objects." if objected(meeting) else ""


def _stacked(meeting: Meeting, names: Names, now: int) -> str:
    hands, turn = stack(meeting), meeting.turn
    if turn is None and not hands:
        return f"{NO_HANDS}{_way_on(meeting)}"
    following = f"{hand_words(hands[0], names)} next" if hands else "nobody next"
    more = f" {len(hands)} hands." if len(hands) > 1 else ""
    suggested = suggestion(meeting, hands)
    if suggested is not None:
        more += f" Suggested: {called(suggested.hand.person, names)}, not heard here yet."
    if turn is None:
        return f"{following}.{more}"
    return f"{speaks(meeting, turn, names, now)}; {following}.{more}"


def _way_on(meeting: Meeting) -> str:
    """What comes after a step in which everyone was heard."""
    further = step_away(meeting, 1)
    if further is None:
        return " That was the last step."
    return sentence(f" Next step: {meeting.steps[further.step].title}")


def speaks(meeting: Meeting, turn: Turn, names: Names, now: int) -> str:
    """``Bo speaks, 1:14 left``; over the time, ``Bo speaks, 0:12 over``; no time where hidden."""
    verb = "is paused" if turn.paused else "speaks"
    time = turn_time(meeting, turn, now)
    return f"{called(turn.person, names)} {verb}{f', {time}' if time else ''}"


def turn_time(meeting: Meeting, turn: Turn, now: int) -> str:
    """``1:14 left``, ``0:46 gone`` or ``0:12 over``; nothing where the clock is hidden."""
    style = timing.clock_style(meeting, turn)
    reading = timing.turn_reading(meeting, turn, now)
    if style is ClockStyle.HIDDEN:
        return ""
    if reading.left <= 0:
        return f"{span(reading.left).removeprefix('+')} over" if reading.left < 0 else "time is up"
    if style is ClockStyle.UP:
        return f"{span(reading.elapsed)} gone" if reading.elapsed >= SECOND else ""
    return f"{span(reading.left)} left"


def step_time(meeting: Meeting, now: int) -> str:
    """``2:10 of 7 min``, ``0:12 over 7 min``; nothing where the clock is hidden."""
    step = meeting.step_id
    if step not in meeting.steps or timing.clock_style(meeting) is ClockStyle.HIDDEN:
        return ""
    reading = timing.step_reading(meeting, now)
    if reading is None:
        return span(max(1, timing.step_elapsed(meeting, step, now)))
    planned = f"{reading.given // 60_000} min"
    if reading.left <= 0:
        return f"{span(reading.left).removeprefix('+')} over {planned}"
    return f"{span(max(1, reading.elapsed))} of {planned}"


def hand_words(hand: Hand, names: Names) -> str:
    """``Ines (question)``; whoever simply wants to speak needs no word."""
    name = called(hand.person, names)
    return name if hand.wish is Wish.SPEAK else f"{name} ({hand.wish.value})"


def step_heading(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """What there is to say when a step begins, on an ISO date: where it stands, what it asks."""
    step, step_id = meeting.step, meeting.step_id
    if step is None or step_id not in meeting.plan:
        return []
    place = f"step {meeting.plan.index(step_id) + 1} of {len(meeting.plan)}"
    planned = meeting.planned_minutes(step_id)
    lines = [f"{step.title}: {place}{f', {planned} min' if planned else ''}."]
    question = question_of(meeting, names)
    if question != step.title:
        lines.append(f"Question: {' '.join(question.split())}")
    if step.script.strip() or isinstance(step, Opening | Commitments | Closing):
        lines.append("say: words to read aloud.")
    if isinstance(step, Opening) and (found := len(concerns(state, day))):
        lines.append(f"Roles to look at: {found}. say tells them, board lists every role.")
    open_roles = sum(role.term is None for role in state.roles_of(meeting.id))
    if step.offered and open_roles:
        lines.append(f"Roles open: {open_roles}. claim lists them.")
    return lines
