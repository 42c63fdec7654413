"""What people may ask for at some moment, sensible or not."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.agenda import Break, ClockStyle, Discussion
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import (
    NOBODY,
    Direction,
    Floor,
    Hat,
    Lacking,
    Mention,
    Outcome,
    PersonId,
    Setting,
    Stop,
    Wish,
)
from facilitator.core.intents import Intent
from facilitator.core.lines import lines_of
from facilitator.core.outcomes import lacks
from facilitator.core.state import Meeting, State
from facilitator.core.walking import step_away, what_next
from facilitator.core.writing import last_done, last_undone
from support.commitment_wishes import commitment_wishes
from support.role_wishes import role_wishes, selection_wishes
from support.skill_wishes import skill_wishes

NAMES = ("Ana", "Chidi", "Zoë", "Li", "Mo")
STEPS = ("step-1", "step-2", "step-3", "step-4", "step-6", "step-99")
NOTHING = "99@none"
ADDED = (
    Break(title="Tea", minutes=10),
    Discussion(title="Rent", minutes=5, prompt="Who pays?"),
    RoundStep(title="Thanks", prompt="Whom do you thank?", seconds_each=30, rounds=2),
)
MINUTE = 60_000


def wishes(state: State, meeting: Meeting, terminal: str) -> list[Intent]:
    """Intents aimed at what is, what was and what never was; never empty, always in one order."""
    return [
        *_gathering(meeting),
        *_seating(meeting),
        *_walking(meeting),
        *_going_round(meeting),
        *_raising(meeting),
        *_planning(meeting),
        *_keeping_time(meeting),
        *_writing(meeting),
        *_off_the_record(state, meeting),
        *_mending(state, meeting),
        *role_wishes(state, [*meeting.attendance], meeting.step_id or ""),
        *commitment_wishes(state),
        *skill_wishes(state, [*meeting.attendance], meeting.step_id or ""),
        *selection_wishes(meeting),
        *_taking_back(state, terminal),
    ]


def _gathering(meeting: Meeting) -> list[Intent]:
    people = [*meeting.attendance, NOTHING]
    return [
        *(intents.Welcome(name) for name in NAMES),
        intents.Welcome(" "),
        *(intents.Leave(person) for person in people),
        *(intents.MarkNewcomer(person, True) for person in people),
        *(intents.TakeSeat(person, people[0]) for person in people),
        intents.TakeSeat(people[-2] if len(people) > 1 else people[0], NOBODY),
        *(intents.GiveHat(Hat.FACILITATOR, person) for person in people),
        intents.GiveHat(Hat.FACILITATOR, NOBODY),
    ]


def _seating(meeting: Meeting) -> list[Intent]:
    people = [*meeting.attendance, NOTHING]
    return [
        *(intents.SwapSeats(people[0], person) for person in people),
        *(intents.StepOut(person) for person in people),
        *(intents.ComeBack(person) for person in people),
        intents.TakeCategory(people[0], "she"),
        intents.TakeCategory(people[0], ""),
        intents.SkipInRota(Hat.NOTE_TAKER, people[0]),
        *(intents.SwapTurns(Hat.FACILITATOR, people[0], person) for person in people),
        intents.Choose(Setting.BELL, True),
        intents.Choose(Setting.BELL, False),
        *(intents.PassSeat(terminal) for terminal in ("t1", "t2", "t9")),
        *([intents.TakeSeatOver()] * 3),
    ]


def _walking(meeting: Meeting) -> list[Intent]:
    turns = [*[*meeting.turns][-2:], NOTHING]
    rounds = [*[*meeting.rounds][-2:], NOTHING]
    onward = [wish for wish in (what_next(meeting), step_away(meeting, 1)) if wish is not None]
    back = step_away(meeting, -1)
    return [
        *([intents.OpenCircle()] * 4),
        *(onward * 8),
        *([back] if back is not None else []),
        *(intents.GoToStep(meeting.step_id or "", step) for step in STEPS),
        *(intents.EndTurn(turn, outcome) for turn in turns for outcome in Outcome),
        *(intents.BeginTurn(each, person) for each in rounds for person in meeting.attendance),
        *(intents.PauseTurn(turn) for turn in turns),
        *(intents.ResumeTurn(turn) for turn in turns),
        *(intents.ExtendTurn(turn, seconds) for turn in turns for seconds in (30, -30, -9999)),
        intents.PauseCircle("silence"),
        intents.ResumeCircle(meeting.stop),
        intents.CloseCircle(),
        intents.AbandonMeeting(),
        intents.GiveTitle("Flood kitchen"),
    ]


def _going_round(meeting: Meeting) -> list[Intent]:
    rounds = [*[*meeting.rounds][-1:], NOTHING]
    people = [*meeting.attendance, NOTHING]
    step = meeting.step_id or ""
    last = meeting.last_round.id if meeting.last_round is not None else ""
    return [
        intents.BeginRound(step, after=last),
        intents.BeginRound(step, people[-1], Direction.COUNTER, last),
        *(intents.TurnRound(going, people[0]) for going in rounds),
        *(intents.TurnRound(going, "", direction) for going in rounds for direction in Direction),
        *(intents.TimeRound(going, 45) for going in rounds),
        *(intents.TimeRound(going, share_minutes=20) for going in rounds),
        *(intents.AskAgain(going) for going in rounds),
        *([intents.GiveFloor(step, floor) for floor in Floor] * 2),
        *(intents.CallOn(person, meeting.speaking or "") for person in people),
    ]


def _raising(meeting: Meeting) -> list[Intent]:
    step, people = meeting.step_id or "", [*meeting.attendance, NOTHING]
    hands = [*[*meeting.hands][-3:], NOTHING]
    return [
        *(intents.RaiseHand(step, person) for person in people),
        *(
            intents.RaiseHand(step, people[place % len(people)], wish)
            for place, wish in enumerate(Wish)
        ),
        *(intents.LowerHand(hand) for hand in hands[-2:]),
        *(intents.MoveHand(hand) for hand in hands),
        *(intents.CallHand(hand, meeting.speaking or "") for hand in hands),
        intents.CloseStack(step),
        intents.ReopenStack(step),
    ]


def _planning(meeting: Meeting) -> list[Intent]:
    here, plan = meeting.step_id or "", [*meeting.plan[-2:], *[*meeting.dropped][-1:], NOTHING]
    anyone = next(iter(meeting.attendance), NOTHING)
    return [
        *(intents.AddStep(step, here) for step in ADDED),
        intents.AddStep(ADDED[0], "", "7@old", "step-3"),
        *(intents.MoveStep(step, here) for step in plan),
        *(intents.DropStep(step, deferred) for step in plan for deferred in (False, True)),
        intents.DropStep(here, deferred=True),
        intents.GoToStep(here, plan[-2] if len(plan) > 1 else NOTHING),
        intents.LetGo("7@old", "step-4"),
        intents.ExtendStep(here, 5),
        intents.ExtendStep(here, -5),
        intents.ChooseClock(ClockStyle.UP, here),
        intents.ChooseClock(ClockStyle.HIDDEN, "", anyone),
        intents.ChooseClock(None, here),
        *(intents.TickOff(here, person) for person in meeting.attendance),
    ]


def _keeping_time(meeting: Meeting) -> list[Intent]:
    since = meeting.visits[-1].span.began if meeting.visits else 0
    return [
        *(intents.PauseCircle(stop=stop) for stop in (Stop.SILENCE, Stop.CATCHING_UP)),
        *(intents.TakeBreak(minutes) for minutes in (0, 5, 10, -1)),
        intents.LeaveOut(since + 5_000, since + MINUTE),
        intents.SetClockBack(MINUTE),
        intents.SetClockBack(0),
    ]


def _writing(meeting: Meeting) -> list[Intent]:
    step = meeting.step_id or ""
    person = next(iter(meeting.attendance), NOTHING)
    return [
        intents.TakeNote(("Pots for ", Mention(person)), step, person),
        intents.TakeNote((" ",), step),
        intents.ReadBack(step, ("Tuesdays at six",)),
        intents.ReadBack(step),
        intents.RecordDecision(("Tuesdays",), step),
        intents.Commit(("Borrow the PA",), step, person, "friday"),
        intents.PlanNext("Tuesday", person),
    ]


def _off_the_record(state: State, meeting: Meeting) -> list[Intent]:
    off = meeting.off.id if meeting.off is not None else NOTHING
    onward = step_away(meeting, 1)
    here, there = meeting.step_id or "", onward.step if onward is not None else STEPS[-1]
    return [
        intents.GoOffRecord(meeting.off_record[-1].id if meeting.off_record else ""),
        *(intents.GoOnRecord(stretch) for stretch in (off, off, NOTHING)),
        *(
            intents.NothingCameOf(here, there, each.lacking, each.line)
            for each in lacks(state, meeting)
        ),
        *(intents.NothingCameOf(here, there, lacking) for lacking in Lacking),
    ]


def _mending(state: State, meeting: Meeting) -> list[Intent]:
    lines = [*[line.id for line in lines_of(state, meeting)][-3:], NOTHING]
    people = [*meeting.attendance, NOTHING]
    return [
        *(intents.MendLine(line, ("otherwise ", Mention(people[0]))) for line in lines),
        intents.MendLine(lines[0], (" ",)),
        intents.Substitute("o", "0"),
        intents.Substitute("0", "o", everywhere=True),
        *(intents.MoveLine(line, step, people[0]) for line in lines for step in STEPS[:2]),
        intents.MoveLine(lines[0], STEPS[-1], NOTHING),
        *(intents.StrikeLine(line) for line in lines),
        *(intents.Rewrite(line, into) for line in lines for into in _said_anew(people[0])),
    ]


def _said_anew(
    person: PersonId,
) -> list[intents.TakeNote | intents.Commit | intents.RecordDecision]:
    return [
        intents.TakeNote(("no promise",), STEPS[0], person),
        intents.RecordDecision(("agreed",), STEPS[1]),
        intents.Commit(("promised",), STEPS[0], person, "friday", others=(person,)),
        intents.Commit((" ",)),
    ]


def _taking_back(state: State, terminal: str) -> list[Intent]:
    recent = [*dict.fromkeys(fact.action for fact in state.facts)]
    last = [last_done(state, ("k7f3", terminal)), last_undone(state, ("k7f3", terminal))]
    aimed = [*(action for action in last if action is not None), *recent[::3], NOTHING]
    return [intents.Undo(action) for action in aimed]
