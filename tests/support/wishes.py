"""What people may ask for at some moment, sensible or not."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.events import NOBODY, Hat, Mention, Outcome
from facilitator.core.intents import Intent
from facilitator.core.state import Meeting, State
from facilitator.core.walking import step_away, what_next
from facilitator.core.writing import last_done, last_undone

NAMES = ("Ana", "Chidi", "Zoë", "Li", "Mo")
STEPS = ("step-1", "step-2", "step-3", "step-4", "step-6", "step-99")


def wishes(state: State, meeting: Meeting, terminal: str) -> list[Intent]:
    """Intents aimed at what is, what was and what never was; never empty, always in one order."""
    return [
        *_gathering(meeting),
        *_walking(meeting),
        *_writing(state, meeting),
        *_taking_back(state, terminal),
    ]


def _gathering(meeting: Meeting) -> list[Intent]:
    people = [*meeting.attendance, "99@none"]
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


def _walking(meeting: Meeting) -> list[Intent]:
    turns = [*[*meeting.turns][-2:], "99@none"]
    rounds = [*[*meeting.rounds][-2:], "99@none"]
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
        intents.ResumeCircle(),
        intents.CloseCircle(),
        intents.AbandonMeeting(),
    ]


def _writing(state: State, meeting: Meeting) -> list[Intent]:
    step = meeting.step_id or ""
    person = next(iter(meeting.attendance), "99@none")
    return [
        intents.TakeNote(("Pots for ", Mention(person)), step, person),
        intents.TakeNote((" ",), step),
        intents.RecordDecision(("Tuesdays",), step),
        intents.Commit(("Borrow the PA",), step, person, "friday"),
        intents.OfferRole("Printer", step, 20),
        intents.OfferRole("Printer", step, 0),
        *(intents.ClaimRole(role, who) for role in state.roles for who in meeting.attendance),
        intents.ClaimRole("99@none", person),
        intents.PlanNext("Tuesday", person),
    ]


def _taking_back(state: State, terminal: str) -> list[Intent]:
    recent = [*dict.fromkeys(fact.action for fact in state.facts)]
    last = [last_done(state, ("k7f3", terminal)), last_undone(state, ("k7f3", terminal))]
    aimed = [*(action for action in last if action is not None), *recent[::3], "99@none"]
    return [intents.Undo(action) for action in aimed]
