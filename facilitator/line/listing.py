"""What stands in lists on screens, as lines: people, hands, steps, roles, what was written down."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.core import timing
from facilitator.core.agenda import ClockStyle, Closing, Commitments, Handoffs, Opening, Roles
from facilitator.core.balance import OTHERS, of_meeting, of_step, word
from facilitator.core.events import NOBODY, Outcome, PersonId, StepId
from facilitator.core.facts import place
from facilitator.core.gathering import NEWCOMER
from facilitator.core.hints import hints
from facilitator.core.muster import arrival_lines, muster
from facilitator.core.muster import lines as muster_lines
from facilitator.core.relief import what_gives
from facilitator.core.roles.concerns import concern_words, concerns
from facilitator.core.roles.wording import role_line
from facilitator.core.rounds import order, outcomes, waiting
from facilitator.core.selection import question_of
from facilitator.core.stack import heard_at, stack
from facilitator.core.state import Meeting, Role, State
from facilitator.core.words import (
    called,
    counted,
    minutes,
    plain,
    sentence,
    span,
    time_of_day,
)
from facilitator.dates import planned_words
from facilitator.line.finding import Names
from facilitator.line.promises_told import asked_about, followed_up, read_back
from facilitator.line.standing import hand_words, step_time, turn_time

HOW = {Outcome.HEARD: "heard", Outcome.PASSED: "passed", Outcome.LATER: "come back to"}


def people(meeting: Meeting, names: Names) -> list[str]:
    """Everyone in speaking order, each with the number of the seat: ``4 Dee: next``."""
    if not meeting.seats:
        return ["Nobody is here yet."]
    hats: dict[PersonId, list[str]] = {}
    for hat, person in meeting.hats.items():
        hats.setdefault(person, []).append(hat.value)
    lines = []
    for person, how in _speaking_order(meeting):
        words = [how, *hats.get(person, [])]
        words += ["new"] if meeting.attendance[person].newcomer else []
        seat = meeting.seats.index(person) + 1
        told = ", ".join(filter(None, words))
        lines.append(f"{seat} {called(person, names)}{f': {told}' if told else ''}")
    return lines


def _speaking_order(meeting: Meeting) -> Iterable[tuple[PersonId, str]]:
    """Everyone with a seat once, and how they stand."""
    told: dict[PersonId, str] = {}
    if meeting.turn is not None:
        told[meeting.turn.person] = "speaks"
    going = meeting.round
    said = outcomes(meeting, going) if going is not None else {}
    if going is not None:
        for at, person in enumerate(waiting(meeting, going)):
            how = HOW[said[person]] if person in said else "not yet"
            told.setdefault(person, "next" if at == 0 else how)
    else:
        for hand in stack(meeting):
            told.setdefault(hand.person, f"hand up, {hand.wish.value}")
    heard = heard_at(meeting, meeting.step_id or "") if meeting.step_id else set()
    for person in order(meeting, going) if going is not None else meeting.seats:
        how = HOW[said[person]] if person in said else "heard" if person in heard else ""
        attendance = meeting.attendance[person]
        if not attendance.here:
            how = "left"
        elif attendance.out:
            how = "out"
        told.setdefault(person, how)
    return told.items()


def ticked(meeting: Meeting, names: Names, now: int) -> list[str]:
    """Who has come to the muster and after how long, and who is missing."""
    found = muster(meeting, meeting.step_id or "", now)
    return [*arrival_lines(found, names), *muster_lines(found, names)]


def hands(meeting: Meeting, names: Names) -> list[str]:
    """The stack in the order in which it is heard: ``1 Ines (question)``."""
    up = stack(meeting)
    lines = [f"{at} {hand_words(hand, names)}" for at, hand in enumerate(up, start=1)]
    closed = meeting.step_id in meeting.closed_stacks
    return [*(lines or ["No hand is up."]), *(["The stack is closed."] if closed else [])]


def steps(meeting: Meeting) -> list[str]:
    """The agenda by numbers: ``2 Check-in: now, 7 min``."""
    visited = {visit.step for visit in meeting.visits}
    lines = []
    for at, step in enumerate(meeting.plan, start=1):
        planned = meeting.planned_minutes(step)
        words = [
            "now" if step == meeting.step_id else "done" if step in visited else "",
            f"{planned} min" if planned else "",
            "deferred" if meeting.dropped.get(step) else "",
        ]
        told = ", ".join(filter(None, words))
        lines.append(f"{at} {meeting.steps[step].title}{f': {told}' if told else ''}")
    return lines


def roles(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """The roles by numbers, on an ISO date: ``1 Bring the pots: open``."""
    offered = state.roles_of(meeting.id)
    lines = [f"{at} {role_words(role, day, names)}" for at, role in enumerate(offered, start=1)]
    return lines or ["No role is offered. offer ROLE does."]


def role_words(role: Role, day: str, names: Names) -> str:
    """``Bring the pots: Ana until Fri 11 Dec``; what it is for, where it is open."""
    purpose = f", {role.purpose}" if role.purpose and not role.held_on(day) else ""
    return f"{role_line(role, day, names)}{purpose}"


def to_look_at(state: State, names: Names, day: str) -> list[str]:
    """What about its roles the group should look at on an ISO date, under a heading."""
    found = [sentence(concern_words(each, state, names)) for each in concerns(state, day)]
    return ["Roles to look at:", *found] if found else []


def promised(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """The commitments, each person's together, and who has which role."""
    promises = sorted(state.commitments_of(meeting.id), key=lambda each: each.owner)
    lines = [f"Commitments: {len(promises) or 'none'}."]
    lines += [read_back(each, names, day) for each in promises]
    lines += followed_up(state, meeting, names, day)
    offered = state.roles_of(meeting.id)
    if offered:
        lines += [f"Roles: {len(offered)}.", *(role_words(each, day, names) for each in offered)]
    return lines


def written(state: State, meeting: Meeting, names: Names, step: str | None, day: str) -> list[str]:
    """What was written down, at one step or at all: ``Bo: …``, ``Decision: …``."""
    lines: list[tuple[int, str]] = []
    for note in meeting.notes.values():
        if step in (None, note.step):
            who = f"{called(note.person, names)}: " if note.person else ""
            lines.append((place(note.id), who + plain(note.text, names)))
    lines += [
        (place(each.id), f"Decision: {plain(each.text, names)}")
        for each in meeting.decisions.values()
        if step in (None, each.step)
    ]
    lines += [
        (place(each.id), f"Commitment: {read_back(each, names, day)}")
        for each in state.commitments_of(meeting.id)
        if step in (None, each.step)
    ]
    return [words for _, words in sorted(lines)] or ["Nothing is written down yet."]


def aloud(state: State, meeting: Meeting, names: Names, day: str) -> list[str]:
    """What is read aloud at this step: its script, the agreements, the roles, the promises."""
    step = meeting.step
    if step is None:
        return ["There is no step yet."]
    blocks = step.script.replace("\r\n", "\n").split("\n\n")
    lines = [" ".join(block.split()) for block in blocks if block.strip()]
    if isinstance(step, Opening) and step.agreements:
        lines += ["Agreements:", *step.agreements]
    if isinstance(step, Opening):
        lines += asked_about(state, meeting, names, day)
        lines += to_look_at(state, names, day)
    if isinstance(step, Roles):
        lines += roles(state, meeting, names, day)
    if isinstance(step, Commitments | Closing):
        lines += promised(state, meeting, names, day)
    if isinstance(step, Handoffs):
        lines += ["handoff lists what changes hands; handoff ROLE says what is missing."]
    return lines or [question_of(meeting, names)]


def clocks(meeting: Meeting, names: Names, now: int) -> list[str]:
    """The time of day and the end, the step, the turn, what a round still needs."""
    of_day = time_of_day(now, meeting.utc_offset)
    if meeting.opened is None or meeting.closed is not None:
        return [f"{of_day}. Planned: {minutes(meeting.agenda.minutes * 60_000)}."]
    end = timing.projected_end(meeting, now)
    late = round((end - timing.planned_end(meeting, now)) / 60_000)
    stand = f"{abs(late)} min {'over' if late > 0 else 'spare'}" if abs(late) > 2 else "on time"
    lines = []
    turn = meeting.turn
    if turn is not None:
        hidden = timing.clock_style(meeting, turn) is ClockStyle.HIDDEN
        time = "clock hidden" if hidden else turn_time(meeting, turn, now) or "0:00 gone"
        given = span(max(0, turn.seconds + turn.extended) * 1000) if turn.seconds else "0:00"
        lines.append(f"{called(turn.person, names)}: {time}, of {given}.")
    if time := step_time(meeting, now):
        lines.append(f"Step: {time}.")
    left = timing.step_left(meeting, now) if meeting.round is not None else 0
    if left:
        lines.append(f"Round: about {minutes(left)} left.")
    if meeting.break_planned:
        lines.append(f"Break: {meeting.break_planned} min after this turn.")
    lines.append(f"{of_day}. Ends {time_of_day(end, meeting.utc_offset)}, {stand}.")
    return [*lines, *(f"To end on time: {each.words}." for each in what_gives(meeting, now))]


def shares(meeting: Meeting, names: Names, now: int, step: StepId = "") -> list[str]:
    """Who has had what, in seating order; by the words people chose where nobody stands out."""
    found = of_step(meeting, step, now) if step else of_meeting(meeting, now)
    lines = [
        f"{called(each.person, names)}: {_had(each.turns, each.time, each.share, each.even)}"
        for each in found.voices
    ]
    lines += [
        f"{each.word or OTHERS} ({counted(each.people)}): "
        f"{_had(each.turns, each.time, each.share, each.even)}"
        for each in found.categories
    ]
    return [*lines, *hints(meeting, names, now)]


def _had(turns: int, time: int, share: float, even: float) -> str:
    """``less, 1 turn, 0:40``, or ``not yet``."""
    how = word(turns, share, even)
    if not turns:
        return how
    return f"{how}, {turns} {'turn' if turns == 1 else 'turns'}, {span(max(1, time))}"


def next_time(meeting: Meeting, names: Names) -> str:
    """``Next time: Fri 4 Dec; facilitator Bo; note-taker nobody yet``, as a sentence."""
    planned = meeting.next_meeting

    def name(person: PersonId) -> str:
        return called(person, names) if person != NOBODY else "nobody yet"

    return (
        f"Next time: {planned_words(meeting) or 'no date yet'}; "
        f"facilitator {name(planned.facilitator)}; note-taker {name(planned.note_taker)}."
    )


def seated(meeting: Meeting, names: Names) -> str:
    """``3 here: Ana, Bo, Chidi*``, as a sentence."""
    told = ", ".join(
        called(each, names) + (NEWCOMER if meeting.attendance[each].newcomer else "")
        for each in meeting.present
    )
    return f"{len(meeting.present)} here{f': {told}' if told else ''}."
